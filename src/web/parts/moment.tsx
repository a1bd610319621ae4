// A day and an hour chosen without doubt: 24 hours, days by name, whatever the phone's habits.
// It must never use the browser's own time fields: some show 3:15 PM, and a village woke at 03:15.
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { planNow } from '../clock.ts';
import { clockOf, dayName, dayNumber, dayStartMs, minuteOf } from '../format.ts';
import { words } from '../words.ts';
import type { Option } from './field.tsx';

/** A month of days fits a list; what lies further is repeated by a schedule instead. */
const DAYS_AHEAD = 31;

type MomentProps = {
  /** plan milliseconds */
  value: Signal<number>;
  /** offered where starts are planned to the second; elsewhere a minute is what people mean */
  seconds?: boolean;
};

export function Moment({ value, seconds = false }: MomentProps) {
  const w = words.value.plan;
  const nowMs = planNow.peek();
  const today = dayNumber(nowMs);
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => today + ahead).map((day) => ({
    value: `${day}`,
    label: dayName(dayStartMs(day), nowMs),
  }));
  const at = {
    ...{ day: dayNumber(value.value), minute: minuteOfDay(value.value) },
    second: seconds ? Math.floor(value.value / 1_000) % 60 : 0,
  };
  const set = (next: Partial<typeof at>) => {
    const { day, minute, second } = { ...at, ...next };
    value.value = dayStartMs(day) + minute * 60_000 + second * 1_000;
  };
  return (
    <div class="moment">
      <Pick
        label={w.day}
        value={`${at.day}`}
        options={days}
        set={(day) => set({ day: Number(day) })}
      />
      <Clock label={w.time} minute={at.minute} set={(minute) => set({ minute })} />
      {seconds && (
        <Pick
          label={w.secondPart}
          value={String(at.second).padStart(2, '0')}
          options={counted(60)}
          set={(second) => set({ second: Number(second) })}
        />
      )}
    </div>
  );
}

const minuteOfDay = (ms: number): number => Math.floor((ms - dayStartMs(dayNumber(ms))) / 60_000);

/** Hour and minute as two lists; `end` allows 24:00, the end of a day. */
export function Clock(of: {
  label: string;
  minute: number;
  set: (minute: number) => void;
  end?: boolean;
}) {
  const id = useId();
  const w = words.value.plan;
  const [hour = '00', minute = '00'] = clockOf(of.minute).split(':');
  const change = (clock: string) => {
    const next = minuteOf(clock) ?? 0;
    of.set(Math.min(next, of.end ? 1_440 : 1_439));
  };
  return (
    <fieldset class="clock">
      <legend id={id}>{of.label}</legend>
      <Bare
        label={w.hourPart}
        value={hour}
        options={counted(of.end ? 25 : 24)}
        set={(next) => change(`${next}:${minute}`)}
      />
      <span aria-hidden="true">:</span>
      <Bare
        label={w.minutePart}
        value={minute}
        options={counted(60)}
        set={(next) => change(`${hour}:${next}`)}
      />
    </fieldset>
  );
}

const counted = (many: number): Option[] =>
  Array.from({ length: many }, (_, n) => String(n).padStart(2, '0')).map((value) => ({
    value,
    label: value,
  }));

type PickProps = {
  label: string;
  value: string;
  options: readonly Option[];
  set: (value: string) => void;
};
function Pick(of: PickProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{of.label}</label>
      <Bare {...of} id={id} />
    </div>
  );
}

function Bare({ id, label, value, options, set }: PickProps & { id?: string }) {
  return (
    <select
      {...(id === undefined ? { 'aria-label': label } : { id })}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
