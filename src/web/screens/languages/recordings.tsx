// The recordings asked of collaborators: who has sent what, what waits for a second listener, what is late, what was paid.
// It must never show a link a second time: only its hash is kept.
import { useSignal } from '@preact/signals';
import type { Commission } from '../../../http/schemas/commission.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { commissionApi } from '../../languages-api.ts';
import { Act } from '../../parts/act.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { words } from '../../words.ts';
import { CommissionActs } from './commission-acts.tsx';

/** As many as the service answers at once. */
const PAGE = 50;

export function Recordings() {
  const w = words.value.recordings;
  const ask = useAsk({ ask: () => commissionApi.list(null), on: ['bulletin'] });
  const older = useSignal<readonly Commission[]>([]);
  const done = useSignal(false);
  const again = () => {
    older.value = [];
    ask.again();
  };
  return (
    <Page title={w.title}>
      <p>{w.intro}</p>
      <Shown ask={ask}>
        {({ commissions }) => {
          const all = [...commissions, ...older.value];
          if (all.length === 0) return <Empty title={w.empty} hint={w.emptyHint} />;
          return (
            <>
              <ul class="rows">
                {all.map((one) => (
                  <One key={one.id} commission={one} again={again} />
                ))}
              </ul>
              {commissions.length === PAGE && !done.value && (
                <Act
                  act={async () => {
                    const next = await commissionApi.list(all.at(-1)?.id ?? null);
                    older.value = [...older.value, ...next.commissions];
                    done.value = next.commissions.length < PAGE;
                  }}
                >
                  {words.value.common.more}
                </Act>
              )}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

type Props = { commission: Commission; again: () => void };

function One({ commission, again }: Props) {
  const w = words.value.recordings;
  const { state, overdue, open, title } = commission;
  const tone = overdue || state === 'returned' ? 'bad' : state === 'confirmed' ? 'good' : 'wait';
  return (
    <li class="row commission">
      <strong>{title}</strong>
      <small>
        {w.facts(commission.languageName, commission.collaboratorName, dayOf(commission))}
      </small>
      <span class="chips">
        <span class={`chip chip-${tone}`}>{w.state[state]}</span>
        {overdue && <span class="chip chip-bad">{w.overdue}</span>}
        {!open && state !== 'revoked' && state !== 'confirmed' && (
          <span class="chip">{w.closed}</span>
        )}
      </span>
      <details class="fold">
        <summary>{w.more}</summary>
        <Story commission={commission} />
        <CommissionActs commission={commission} again={again} />
      </details>
    </li>
  );
}

const dayOf = ({ dueDay }: Commission): string => dueDay.split('-').reverse().join('/');

function Story({ commission }: { commission: Commission }) {
  const w = words.value.recordings;
  const { speakerName, sentAtMs, judgedBy, judgedAtMs, remark, openedAtMs } = commission;
  const lines = [
    w.askedBy(commission.byName, when(commission.createdAtMs)),
    openedAtMs === null ? w.unopened : w.opened(when(openedAtMs)),
    ...(speakerName && sentAtMs !== null ? [w.sentBy(speakerName, when(sentAtMs))] : []),
    ...(judgedBy && judgedAtMs !== null ? [w.judgedBy(judgedBy, when(judgedAtMs))] : []),
    ...(remark === null ? [] : [w.remark(remark)]),
    ...(commission.contactNote === null ? [] : [commission.contactNote]),
  ];
  return (
    <>
      <ul class="facts">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a href={`#/say/${commission.bulletinId}`}>{w.bulletin}</a>
      </p>
    </>
  );
}
