// When a notice is heard and how often it is said: now, at the hour people listen, twice, or at a chosen time.
// It must never compute a good hour: the service knows the commune's hours.
import { useSignal, useSignalEffect } from '@preact/signals';
import type { NoticeWish, Preview, Template } from '../../../http/schemas/notice.ts';
import { planNow } from '../../clock.ts';
import { dayName, hour, nextHalfHour } from '../../format.ts';
import { Radios } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { words } from '../../words.ts';
import type { Draft, Kept, When } from './draft.ts';
import { isUrgent, UrgentSwitch } from './urgent.tsx';

type Times = Preview['times'];
type Rules = NoticeWish['rules'];

/** What stands chosen until a person chooses, or when what was chosen is offered no more: at once where that is allowed. */
export function whenOf({ when }: Pick<Kept, 'when'>, times: Times, urgent: boolean): When {
  const offered = offeredOf(times, urgent);
  return when !== null && offered.includes(when) ? when : (offered[0] ?? 'at');
}

/** In the order in which one stands in for another: a draft of yesterday may hold an hour that is gone. */
function offeredOf(times: Times, urgent: boolean): When[] {
  return [
    ...(times.now || urgent ? (['now'] as const) : []),
    ...(times.next.length > 0 ? (['next'] as const) : []),
    'at',
    ...(times.twice.length > 1 ? (['twice'] as const) : []),
  ];
}

/** A chosen hour that has passed is not sent: the next half hour stands there instead, and is seen. */
const atOf = ({ atMs }: Pick<Kept, 'atMs'>): number => {
  const nowMs = planNow.peek();
  return atMs !== null && atMs > nowMs ? atMs : nextHalfHour(nowMs);
};

/** When it is heard by what stands chosen. */
export const timesOf = (rules: Rules): number[] =>
  rules.map((rule) => (rule.kind === 'now' ? planNow.peek() : rule.atMs));

export function rulesOf(kept: Pick<Kept, 'when' | 'atMs'>, times: Times, urgent: boolean): Rules {
  const when = whenOf(kept, times, urgent);
  const once = (atMs: number) => ({ kind: 'once' as const, atMs });
  if (when === 'now') return [{ kind: 'now' }];
  if (when === 'twice') return times.twice.map(once);
  if (when === 'next') return times.next.slice(0, 1).map(once);
  return [once(atOf(kept))];
}

const named = (ms: number): string => `${hour(ms)} ${dayName(ms, planNow.peek())}`;

export function WhenFields(of: { draft: Draft; times: Times; priority: Template['priority'] }) {
  const { draft, times, priority } = of;
  const urgent = isUrgent(draft.is.value, priority);
  const w = words.value.notice;
  const at = useSignal(atOf(draft.is.peek()));
  const chosen = whenOf(draft.is.value, times, urgent);
  useSignalEffect(() => {
    const kept = draft.is.value;
    if (whenOf(kept, times, urgent) !== 'at' || kept.atMs === at.value) return;
    // the hour that is seen is the hour that is sent; one a person did not change is no other wish
    const asked = at.value === atOf(kept) ? kept.asked : null;
    draft.set({ atMs: at.value, asked });
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
      {chosen === 'at' && <Moment value={at} />}
      <UrgentSwitch draft={draft} priority={priority} withinHours={times.now} />
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
