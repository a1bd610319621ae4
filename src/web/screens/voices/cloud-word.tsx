// Whether words may leave the house, what that means in law, and the word of whoever may give it.
// It must never allow anything by a single press.
import type { VoicesView } from '../../../http/schemas/voice.ts';
import { Act } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Section } from '../../parts/page.tsx';
import { voicesApi } from '../../voices-api.ts';
import { words } from '../../words.ts';

type Props = { view: VoicesView; again: () => void };

export function CloudWord({ view, again }: Props) {
  const w = words.value.voices.cloud;
  const { standing, isThere } = view.cloud;
  const stands = view.isProvince ? w.province[standing] : w.commune[standing];
  return (
    <Section title={w.title}>
      <div class="card">
        <p>
          <strong>{stands}</strong>
        </p>
        <p>{w.meaning}</p>
        {!isThere && <p class="hint">{w.none}</p>}
        {view.mayAllow && <Word view={view} again={again} />}
      </div>
    </Section>
  );
}

function Word({ view, again }: Props) {
  const w = words.value.voices.cloud;
  const { areaId, isProvince } = view;
  const { standing } = view.cloud;
  const say = (allowed: boolean) => () => voicesApi.allowCloud(areaId, allowed).then(again);
  if (standing === 'allowed') return <Act act={say(false)}>{isProvince ? w.forbid : w.refuse}</Act>;
  if (standing === 'refused') return <Act act={say(true)}>{w.accept}</Act>;
  if (!isProvince) return null;
  return <Confirm label={w.allow} title={w.allowSure} ask={w.allowAsk} act={say(true)} />;
}
