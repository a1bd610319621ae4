// What waits for an approver, the most urgent and the oldest first; below, what was decided lately.
// It must never know how a bulletin is judged.
import type { BulletinBrief, BulletinList } from '../../../http/schemas/bulletin.ts';
import { approveApi } from '../../approve-api.ts';
import { useAsk } from '../../ask.ts';
import { StateChips } from '../../parts/life.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { words } from '../../words.ts';
import { ago } from './ago.ts';
import { Wants } from './wants.tsx';

export function Approvals() {
  const w = words.value;
  const ask = useAsk({ ask: askAll, on: ['bulletin'] });
  return (
    <Page title={w.approvals.title}>
      <p>
        <a href="#/overrides">{w.regulation.overrides.link}</a>
      </p>
      <Wants />
      <Shown ask={ask}>
        {({ waiting, decided, marks }) => (
          <>
            {waiting.length === 0 ? (
              <Empty title={w.approvals.empty} hint={w.approvals.emptyHint} />
            ) : (
              <Section title={w.approve.waiting(waiting.length)}>
                <Rows bulletins={waiting} marks={marks} />
              </Section>
            )}
            {decided.length > 0 && (
              <Section title={w.approve.lately}>
                <Rows bulletins={decided} marks={marks} />
              </Section>
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

/** As many as wait on the worst day, and of what is decided one screen to look back on. */
const WAITING_MAX = 200;
const DECIDED_MAX = 10;

async function askAll() {
  const [pending, approved, returned] = await Promise.all([
    approveApi.inState('pending', WAITING_MAX),
    approveApi.inState('approved', DECIDED_MAX),
    approveApi.inState('returned', DECIDED_MAX),
  ]);
  const decided = [...approved.bulletins, ...returned.bulletins];
  decided.sort((a, b) => b.createdAtMs - a.createdAtMs);
  const marks = { ...approved.marks, ...returned.marks, ...pending.marks };
  return { waiting: inOrder(pending.bulletins), decided: decided.slice(0, DECIDED_MAX), marks };
}

const URGENCY = { emergency: 0, priority: 1, normal: 2 } as const;

/** Emergencies first, then by age: who waits longest is judged first. */
export function inOrder(bulletins: readonly BulletinBrief[]): BulletinBrief[] {
  return [...bulletins].sort(
    (a, b) => URGENCY[a.priority] - URGENCY[b.priority] || a.createdAtMs - b.createdAtMs,
  );
}

type RowsProps = { bulletins: readonly BulletinBrief[]; marks: BulletinList['marks'] };

function Rows({ bulletins, marks }: RowsProps) {
  const places = usePlaces();
  const markOf = ({ id }: BulletinBrief) => {
    const mark = marks[id];
    return mark && { mark };
  };
  return (
    <ul class="rows">
      {bulletins.map((bulletin) => (
        <li key={bulletin.id}>
          <a class="row" href={`#/approvals/${bulletin.id}`}>
            <span class="row-head">
              <strong>{bulletin.title}</strong>
              <StateChips bulletin={bulletin} {...markOf(bulletin)} />
            </span>
            <small>
              {places.answer.value?.name(bulletin.tenantId)} · {ago(bulletin.createdAtMs)}
            </small>
          </a>
        </li>
      ))}
    </ul>
  );
}
