// What waits for an approver, oldest first.
// It must never know how a bulletin is judged.
import type { BulletinBrief } from '../../http/schemas/bulletin.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { when } from '../format.ts';
import { StateChips } from '../parts/life.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { usePlaces } from '../places.ts';
import { words } from '../words.ts';

export function Approvals() {
  const w = words.value.approvals;
  const ask = useAsk({ ask: api.bulletins, on: ['bulletin'] });
  return (
    <Page title={w.title}>
      <Shown ask={ask}>
        {({ bulletins }) => {
          const waiting = bulletins.filter(({ state }) => state === 'pending');
          if (waiting.length === 0) return <Empty title={w.empty} hint={w.emptyHint} />;
          return <Waiting bulletins={waiting} />;
        }}
      </Shown>
    </Page>
  );
}

/** Emergencies first, then by age: who waits longest is judged first. */
function Waiting({ bulletins }: { bulletins: readonly BulletinBrief[] }) {
  const places = usePlaces();
  const urgency = (one: BulletinBrief) => (one.priority === 'emergency' ? 0 : 1);
  const sorted = [...bulletins].sort(
    (a, b) => urgency(a) - urgency(b) || a.createdAtMs - b.createdAtMs,
  );
  return (
    <ul class="rows">
      {sorted.map((bulletin) => (
        <li key={bulletin.id}>
          <a class="row" href={`#/approvals/${bulletin.id}`}>
            <span class="row-head">
              <strong>{bulletin.title}</strong>
              <StateChips bulletin={bulletin} />
            </span>
            <small>
              {places.answer.value?.name(bulletin.tenantId)} · {when(bulletin.createdAtMs)}
            </small>
          </a>
        </li>
      ))}
    </ul>
  );
}
