// When a notice is heard and how often it is said: now, at the hour people listen, twice, or at a chosen time.
// It must never compute a good hour: the service knows the commune's hours.
import { useSignal, useSignalEffect } from '@preact/signals';
import type { NoticeWish, Preview } from '../../../http/schemas/notice.ts';
import { planNow } from '../../clock.ts';
import { dayName, hour, nextHalfHour } from '../../format.ts';
import { Radios } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { words } from '../../words.ts';
import type { Draft, Kept, When } from './draft.ts';

type Times = Preview['times'];
type Rules = NoticeWish['rules'];

/** What stands chosen until a person chooses: at once where that is allowed. */
export function whenOf({ when }: Kept, times: Times, urgent: boolean): When {
  if (when !== null && (when !== 'now' || times.now || urgent)) return when;
  if (times.now || urgent) return 'now';
  return times.next.length > 0 ? 'next' : 'at';
}

export function rulesOf(kept: Kept, times: Times, urgent: boolean): Rules {
  const when = whenOf(kept, times, urgent);
  const once = (atMs: number) => ({ kind: 'once' as const, atMs });
  if (when === 'now') return [{ kind: 'now' }];
  if (when === 'twice') return times.twice.map(once);
  if (when === 'next') return times.next.slice(0, 1).map(once);
  return [once(kept.atMs ?? nextHalfHour(planNow.peek()))];
}

const named = (ms: number): string => `${hour(ms)} ${dayName(ms, planNow.peek())}`;

export function WhenFields(of: { draft: Draft; times: Times; urgent: boolean }) {
  const { draft, times, urgent } = of;
  const w = words.value.notice;
  const at = useSignal(draft.is.peek().atMs ?? nextHalfHour(planNow.peek()));
  const chosen = whenOf(draft.is.value, times, urgent);
  useSignalEffect(() => {
    if (draft.is.peek().when === 'at') draft.set({ atMs: at.value });
  });
  const [next] = times.next;
  const both = times.twice.length > 1;
  return (
    <>
      <Radios
        legend={w.when}
        value={chosen}
        options={[
          ...(times.now || urgent ? [{ value: 'now', label: w.now, hint: w.nowHint }] : []),
          ...(next === undefined
            ? []
            : [{ value: 'next', label: w.next(named(next)), hint: w.nextHint }]),
          ...(both
            ? [{ value: 'twice', label: w.twice, hint: times.twice.map(named).join(' · ') }]
            : []),
          { value: 'at', label: w.at },
        ]}
        choose={(value) => draft.set({ when: value as When, atMs: at.peek() })}
      />
      {!times.now && !urgent && <p class="hint">{w.outside}</p>}
      {chosen === 'at' && <Moment value={at} />}
    </>
  );
}

export function Repeats({ draft }: { draft: Draft }) {
  const w = words.value.notice;
  return (
    <fieldset class="group">
      <legend>{w.repeats}</legend>
      <div class="choices">
        {[1, 2, 3].map((times) => (
          <button
            key={times}
            type="button"
            class="choice"
            aria-pressed={draft.is.value.repeats === times}
            onClick={() => draft.set({ repeats: times })}
          >
            {w.times(times)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
