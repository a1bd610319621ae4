// What the schedule being filled in leads to, while it is filled in: in words, the next times, and what to think of.
// It must never expand a rule itself: the service says the next five.

import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Occurrence, SchedulePreview, ScheduleTry } from '../../../http/schemas/schedule.ts';
import { type Ask, useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { dayName, hour, hourSeconds } from '../../format.ts';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { scheduleApi } from '../../schedule-api.ts';
import { said, words } from '../../words.ts';
import { HushedLine } from '../pole/hushed-line.tsx';
import { AskException } from '../regulation/ask-exception.tsx';
import type { Fault } from './fault.ts';

/** Whoever types is not answered at every letter. */
const PAUSE_MS = 400;

/** The wish once nobody has touched it for a moment. */
export function useSettled<T>(value: T): T {
  const key = JSON.stringify(value);
  const settled = useSignal(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = value;
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return settled.value;
}

/** @param fault told of what is refused, so that it can stand beside its field too */
export function NextFive({ wish, fault }: { wish: ScheduleTry; fault: Signal<Fault | null> }) {
  const ask = useAsk({
    ask: () => scheduleApi.preview(wish),
    key: JSON.stringify(wish),
    on: ['schedule', 'bulletin', 'area', 'hush'],
  });
  useSignalEffect(() => {
    const refusal = ask.failure.value;
    const place = refusal?.place ?? null;
    fault.value = refusal && place !== null ? { place, say: refusal.say } : null;
  });
  const { scheduleId, ...fresh } = wish;
  const refused = scheduleId === undefined ? (ask.failure.value?.code ?? null) : null;
  return (
    <>
      <Answered ask={ask} />
      <AskException key={JSON.stringify(fresh)} code={refused} wish={fresh} />
    </>
  );
}

function Answered({ ask }: { ask: Ask<SchedulePreview> }) {
  const w = words.value.plan;
  return (
    <Shown ask={ask}>
      {({ next, says, warnings }) => (
        <div role="status">
          <p>
            <strong>{said(says)}</strong>
          </p>
          {warnings.map((warning) => (
            <Notice key={warning.en} tone="wait">
              {said(warning)}
            </Notice>
          ))}
          {next.length === 0 ? (
            <p class="wrong">{w.never}</p>
          ) : (
            <>
              <h3>{w.nextFive}</h3>
              <ul>
                {next.map((one) => (
                  <Time key={one.id} one={one} />
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Shown>
  );
}

function Time({ one }: { one: Occurrence }) {
  const w = words.value;
  const clock = one.playAtMs % 60_000 === 0 ? hour(one.playAtMs) : hourSeconds(one.playAtMs);
  return (
    <li>
      <strong>{clock}</strong> {dayName(one.playAtMs, planNow.peek())}
      {one.special !== null && <span class="hint"> · {one.special}</span>}
      {one.hindrance !== null && <span class="wrong"> {w.hindrance[one.hindrance]}</span>}
      <HushedLine hushed={one.hushed ?? []} />
    </li>
  );
}
