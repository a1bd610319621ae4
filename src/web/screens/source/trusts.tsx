// Which keys' emergencies air at once, by whose word; an approver of the province gives it or takes it back.
// It must never be turned on with one press: what it means is read first.
import type { SourceView } from '../../../http/schemas/source.ts';
import { figure, when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Chip } from '../../parts/icons.tsx';
import { sourceApi } from '../../source-api.ts';
import { words } from '../../words.ts';

type Trust = SourceView['trusts'][number];

export function Trusts({ view, again }: { view: SourceView; again: () => void }) {
  const w = words.value.source;
  const { trusts, may } = view;
  return (
    <>
      <p class="hint">{w.trustHint}</p>
      {trusts.length === 0 && <p>{w.noKeys}</p>}
      <ul class="rows">
        {trusts.map((trust) => (
          <One key={trust.keyId} trust={trust} may={may.trust} again={again} />
        ))}
      </ul>
      {trusts.some(({ by }) => by !== null) && <p class="hint">{w.frames(figure(view.frames))}</p>}
      {!may.trust && trusts.length > 0 && <p class="hint">{w.onlyApprover}</p>}
    </>
  );
}

function One({ trust, may, again }: { trust: Trust; may: boolean; again: () => void }) {
  const w = words.value.source;
  const { keyId, keyName, by, lapsed } = trust;
  const counts = by !== null && !lapsed;
  const set = (on: boolean) => () => sourceApi.trust(keyId, on).then(again);
  return (
    <li class="row">
      <span class="row-head">
        <strong>
          {keyName} ({keyId})
        </strong>
        <Chip tone={counts ? 'urgent' : lapsed ? 'bad' : 'plain'}>{counts ? w.on : w.off}</Chip>
      </span>
      {lapsed && <p>{w.lapsed}</p>}
      {by !== null && <small>{w.givenBy(by.name, when(by.sinceMs))}</small>}
      {may && (
        <div class="actions">
          {!counts && (
            <Confirm label={w.turnOn} title={w.sure} ask={w.sureAsk(keyName)} act={set(true)} />
          )}
          {by !== null && <Act act={set(false)}>{w.turnOff}</Act>}
        </div>
      )}
    </li>
  );
}
