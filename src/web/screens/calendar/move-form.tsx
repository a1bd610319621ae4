// Moves one occurrence by typing when: whoever cannot drag has every word of it here.
// It must never read a time itself: the service understands "5h chiều" or says what it does not.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dayNumber, dayStartMs, hour, hourSeconds } from '../../format.ts';
import { Form } from '../../parts/act.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { ApiFailure } from '../../send.ts';
import { said, words } from '../../words.ts';
import { Conflicts } from '../plan/conflicts.tsx';
import type { Item } from './items.ts';
import { secondsOf, wishOf } from './move-api.ts';
import { dayOfIso, isoOf } from './span.ts';

type Props = { item: Item; move: (toMs: number, reason: string) => Promise<unknown> };

/** A pause in typing: "17" on the way to "17h30" is not asked about. */
const PAUSE_MS = 400;

export function MoveForm({ item, move }: Props) {
  const w = words.value.calendar;
  const day = useSignal(isoOf(dayNumber(item.playAtMs)));
  const time = useSignal(hour(item.playAtMs));
  const reason = useSignal('');
  const { toMs, trouble } = useUnderstood({ day, time });
  const wanted = toMs.value === item.playAtMs ? null : toMs.value;
  const act = async () => {
    const atMs = momentOf(day.value, await secondsOf(time.value));
    await move(atMs, reason.value.trim() || w.movedBy);
  };
  return (
    <Form act={act} label={w.moveThis} disabled={trouble.value !== null}>
      <DayField label={words.value.plan.day} value={day} />
      <Field label={words.value.plan.time} value={time} hint={w.timeHint} autocomplete="off" />
      <p role="status">
        {trouble.value ?? (toMs.value !== null && w.understood(hourSeconds(toMs.value)))}
      </p>
      <Field label={`${w.reason} (${words.value.common.optional})`} value={reason} />
      {wanted !== null && (
        <Conflicts
          wish={wishOf({ item, toMs: wanted })}
          move={({ atMs }) => {
            day.value = isoOf(dayNumber(atMs));
            time.value = hourSeconds(atMs);
          }}
        />
      )}
    </Form>
  );
}

const momentOf = (day: string, seconds: number): number =>
  dayStartMs(dayOfIso(day) ?? 0) + seconds * 1_000;

/** What was typed, as the service understands it, once typing pauses. */
function useUnderstood({ day, time }: { day: Signal<string>; time: Signal<string> }) {
  const toMs = useSignal<number | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(() => {
      secondsOf(time.value).then(
        (seconds) => {
          if (isOld) return;
          toMs.value = momentOf(day.value, seconds);
          trouble.value = null;
        },
        (failure: unknown) => {
          if (isOld || !(failure instanceof ApiFailure)) return;
          toMs.value = null;
          trouble.value = said(failure.say);
        },
      );
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [day.value, time.value]);
  return { toMs, trouble };
}
