// What was given, newest first: for the province how all communes stand, for a commune how it stands itself.
// It must never decide who is behind.
import { useSignal } from '@preact/signals';
import type { AssignmentLine, PartState } from '../../../http/schemas/assignment.ts';
import { useAsk } from '../../ask.ts';
import { assignApi } from '../../assign-api.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { StateChip, StateLine } from './state-line.tsx';

/** As many as one answer holds: fewer means it was the last. */
const PAGE = 25;

export function Assignments() {
  const w = words.value;
  const older = useSignal<readonly AssignmentLine[]>([]);
  const ask = useAsk({ ask: () => assignApi.list(null), on: ['assignment', 'schedule'] });
  const gives = useGives();
  return (
    <Page
      title={w.assign.title}
      back="#/plan"
      aside={
        gives && (
          <a class="button button-main" href="#/assign/new">
            {w.assign.give}
          </a>
        )
      }
    >
      <p class="hint">{w.assign.counts}</p>
      <Shown ask={ask}>
        {({ assignments }) => {
          const all = [...assignments, ...older.value];
          const more = async () => {
            const next = await assignApi.list(all.at(-1)?.id ?? null);
            older.value = [...older.value, ...next.assignments];
          };
          if (all.length === 0) return <Nothing gives={gives} />;
          return (
            <>
              <ul class="rows">
                {all.map((one) => (
                  <Line key={one.id} one={one} />
                ))}
              </ul>
              {all.length % PAGE === 0 && <Act act={more}>{w.common.more}</Act>}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

/** Who sees the province's area works for the province. */
export function useGives(): boolean {
  const { answer } = usePlaces();
  const atProvince = answer.value?.areas.some(({ kind }) => kind === 'province') ?? false;
  return atProvince && holds('author', 'planner');
}

function Nothing({ gives }: { gives: boolean }) {
  const w = words.value.assign;
  return gives ? (
    <Empty title={w.empty} hint={w.emptyHint} />
  ) : (
    <Empty title={w.emptyCommune} hint={w.emptyCommuneHint} />
  );
}

function Line({ one }: { one: AssignmentLine }) {
  const w = words.value.assign;
  return (
    <li>
      <a class="row" href={`#/assign/${one.id}`}>
        <span class="row-head">
          <strong>{one.title}</strong>
          <small>{w.dueBy(when(one.dueAtMs))}</small>
        </span>
        <span class="chips">
          {one.withdrawnAtMs !== null && <Chip tone="plain">{w.withdrawn}</Chip>}
          {one.own !== null ? <StateChip state={one.own.standing.state} /> : <Counts one={one} />}
        </span>
        {one.own !== null ? (
          <StateLine part={one.own} />
        ) : (
          <small>
            {w.times(one.leastAirings)} · {w.communes(one.communes)}
          </small>
        )}
      </a>
    </li>
  );
}

const ORDER: PartState[] = ['aired', 'placed', 'accepted', 'waiting', 'declined', 'overdue'];

export function Counts({ one }: { one: Pick<AssignmentLine, 'counts'> }) {
  const w = words.value.assign;
  return (
    <>
      {ORDER.filter((state) => one.counts[state] > 0).map((state) => (
        <Chip key={state} tone={state === 'aired' ? 'good' : state === 'overdue' ? 'bad' : 'plain'}>
          {w.states[state]}: {one.counts[state]}
        </Chip>
      ))}
    </>
  );
}
