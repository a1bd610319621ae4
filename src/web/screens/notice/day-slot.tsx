// A day by its name, the nearest first and pressed once; an hour as an hour of 24, never AM or PM.
// It must never trust the phone's clock: today is the service's.
import { useId } from 'preact/hooks';
import { planNow } from '../../clock.ts';
import { dayNumber, dayStartMs } from '../../format.ts';
import { Clock } from '../../parts/moment.tsx';
import { words } from '../../words.ts';

/** What is further off is picked from the calendar. */
const DAYS_SHOWN = 7;
const DAY_MS = 86_400_000;

/** "2026-11-25", as slots hold a day. */
export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

type Props = {
  label: string;
  value: string;
  set: (value: string) => void;
  /** of what has happened: yesterday is offered, next week is not */
  past?: boolean;
  describedBy: string | undefined;
};

export function DayPick({ label, value, set, past = false, describedBy }: Props) {
  const id = useId();
  const w = words.value;
  const today = dayNumber(planNow.peek());
  const days = Array.from({ length: past ? 3 : DAYS_SHOWN }, (_, n) =>
    past ? today - n : today + n,
  );
  const isOther = value !== '' && !days.some((day) => isoOf(day) === value);
  return (
    <fieldset class="group" aria-describedby={describedBy}>
      <legend>{label}</legend>
      <div class="choices">
        {days.map((day) => (
          <button
            key={day}
            type="button"
            class="choice"
            aria-pressed={isoOf(day) === value}
            onClick={() => set(isoOf(day))}
          >
            <DayWords day={day} today={today} />
          </button>
        ))}
        <label class={`choice choice-other${isOther ? ' choice-on' : ''}`} for={id}>
          <span>{isOther ? shown(value) : w.notice.otherDay}</span>
          <input
            id={id}
            type="date"
            value={value}
            aria-label={`${label}: ${w.notice.otherDay}`}
            onInput={(event) => set(event.currentTarget.value)}
          />
        </label>
      </div>
    </fieldset>
  );
}

const shown = (iso: string): string => iso.split('-').reverse().join('/').replace(/\b0/g, '');

function DayWords({ day, today }: { day: number; today: number }) {
  const w = words.value;
  const date = new Date(dayStartMs(day) + DAY_MS / 2);
  const short = `${date.getUTCDate()}/${date.getUTCMonth() + 1}`;
  const near: Record<number, string> = { 0: w.today, 1: w.tomorrow, [-1]: w.notice.yesterday };
  // day 0 of the epoch was a Thursday
  const name = near[day - today] ?? w.day[(day + 3) % 7];
  return (
    <>
      <span>{name}</span> <small>{short}</small>
    </>
  );
}

const USUAL = ['07:30', '08:00', '14:00', '19:30'];

/** Nothing stands as if chosen before it is; then minutes can be set as well. */
export function HourPick({ label, value, set, describedBy }: Omit<Props, 'past'>) {
  return (
    <fieldset class="group" aria-describedby={describedBy}>
      <legend>{label}</legend>
      <div class="choices">
        {USUAL.map((clock) => (
          <button
            key={clock}
            type="button"
            class="choice"
            aria-pressed={value === clock}
            onClick={() => set(clock)}
          >
            {clock.replace(/^0/, '')}
          </button>
        ))}
        {value === '' && (
          <button type="button" class="choice" onClick={() => set('12:00')}>
            {words.value.notice.otherHour}
          </button>
        )}
      </div>
      {value !== '' && <Bounds label={words.value.notice.exactly} value={value} set={set} />}
    </fieldset>
  );
}

/** From and until: the day once, unless it goes on into another. */
export function SpanPick(of: {
  label: string;
  value: string;
  set: (value: string) => void;
  describedBy: string | undefined;
}) {
  const w = words.value.notice;
  const [from = '', to = ''] = of.value.split('/');
  const [day = '', start = ''] = from.split('T');
  const [endDay = '', end = ''] = to.split('T');
  const change = (next: Partial<Record<'day' | 'start' | 'endDay' | 'end', string>>) => {
    const at = { day, start: start || '07:00', endDay, end: end || '11:00', ...next };
    const last = next.day !== undefined && (endDay === '' || endDay === day) ? next.day : at.endDay;
    of.set(`${at.day}T${at.start}/${last || at.day}T${at.end}`);
  };
  const several = endDay !== '' && endDay !== day;
  return (
    <>
      <DayPick
        label={of.label}
        value={day}
        set={(next) => change({ day: next })}
        describedBy={of.describedBy}
      />
      <div class="span">
        <Bounds label={w.from} value={start || '07:00'} set={(next) => change({ start: next })} />
        <Bounds label={w.untilHour} value={end || '11:00'} set={(next) => change({ end: next })} />
      </div>
      {several && (
        <DayPick
          label={w.untilDay}
          value={endDay}
          set={(next) => change({ endDay: next })}
          describedBy={undefined}
        />
      )}
      {!several && day !== '' && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() =>
            change({ endDay: isoOf(dayNumber(Date.parse(`${day}T00:00:00+07:00`)) + 1) })
          }
        >
          {w.severalDays}
        </button>
      )}
    </>
  );
}

function Bounds(of: { label: string; value: string; set: (value: string) => void }) {
  const [hour = '0', minute = '0'] = of.value.split(':');
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <Clock
      label={of.label}
      minute={Number(hour) * 60 + Number(minute)}
      set={(next) => of.set(`${two(Math.floor(next / 60))}:${two(next % 60)}`)}
    />
  );
}
