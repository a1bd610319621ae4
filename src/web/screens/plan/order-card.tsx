// Priority bulletins that want one time: which is first is the commune's to say, until ten minutes before.
// It must never know what an order means for the times: the service moves what can be moved.
import { useSignal } from '@preact/signals';
import type { PrecedenceQuestion } from '../../../http/schemas/precedence.ts';
import { useAsk } from '../../ask.ts';
import { assignApi } from '../../assign-api.ts';
import { planNow } from '../../clock.ts';
import { hour } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { words } from '../../words.ts';

/** Nothing at all where nothing collides: most days. */
export function OrderCards() {
  const on = ['schedule', 'bulletin', 'airing'] as const;
  const ask = useAsk({ ask: assignApi.questions, on });
  const open = (ask.answer.value?.questions ?? []).filter(({ untilMs }) => untilMs > planNow.value);
  if (open.length === 0) return null;
  return (
    <Section title={words.value.order.title}>
      {open.map((question) => (
        <OrderCard
          key={question.items.map(({ occurrenceId }) => occurrenceId).join(' ')}
          question={question}
          again={ask.again}
        />
      ))}
    </Section>
  );
}

function OrderCard({ question, again }: { question: PrecedenceQuestion; again: () => void }) {
  const w = words.value.order;
  const items = useSignal(question.items);
  const up = (place: number) => {
    const next = [...items.value];
    const [moved] = next.splice(place, 1);
    if (moved) next.splice(place - 1, 0, moved);
    items.value = next;
  };
  const keep = async () => {
    await assignApi.choose(items.value.map(({ occurrenceId }) => occurrenceId));
    again();
  };
  return (
    <div class="card">
      <p>{w.intro(question.communeName, hour(question.untilMs))}</p>
      <ol class="rows order-list">
        {items.value.map((item, place) => (
          <li key={item.occurrenceId} class="row order-row">
            <span>
              <strong>{item.title}</strong>
              <small>
                {hour(item.playAtMs)}
                {!item.own && ` · ${w.theirs}`}
              </small>
            </span>
            {place > 0 && (
              <button
                type="button"
                class="button button-quiet"
                aria-label={w.up(item.title)}
                onClick={() => up(place)}
              >
                ↑
              </button>
            )}
          </li>
        ))}
      </ol>
      {question.chosen && <Notice tone="good">{w.chosen}</Notice>}
      <div class="actions">
        <Act kind="main" act={keep}>
          {w.keep}
        </Act>
      </div>
    </div>
  );
}
