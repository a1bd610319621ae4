// Above the calendar: which week or day, drawn how, of which place; and its paper.
// It must never know what is planned.
import { planNow } from '../../clock.ts';
import { dayName, dayNumber, dayStartMs } from '../../format.ts';
import { Choice } from '../../parts/field.tsx';
import type { Places } from '../../places.ts';
import { words } from '../../words.ts';
import { type Looking, step, VIEWS } from './looking.ts';
import { mondayOf, WEEK_DAYS } from './span.ts';

export function Bar({ looking, places }: { looking: Looking; places: Places }) {
  const w = words.value;
  const { day, view, at } = looking;
  const today = dayNumber(planNow.peek());
  const isDay = view.value === 'day';
  const options = places.areas
    .filter(({ kind }) => kind !== 'province')
    .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div class="calendar-bar">
      <div class="calendar-steps">
        <button
          type="button"
          class="button"
          aria-label={isDay ? w.calendar.dayBefore : w.calendar.weekBefore}
          onClick={() => step(looking, -1)}
        >
          ‹
        </button>
        <h2 class="calendar-title" aria-live="polite">
          {spanName(looking)}
        </h2>
        <button
          type="button"
          class="button"
          aria-label={isDay ? w.calendar.dayAfter : w.calendar.weekAfter}
          onClick={() => step(looking, 1)}
        >
          ›
        </button>
        <button
          type="button"
          class="button"
          disabled={day.value === today}
          onClick={() => {
            day.value = today;
          }}
        >
          {w.calendar.today}
        </button>
      </div>
      <fieldset class="calendar-views">
        <legend class="unseen">{w.calendar.drawnAs}</legend>
        {VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-pressed={view.value === name}
            onClick={() => {
              view.value = name;
            }}
          >
            {w.calendar.views[name]}
          </button>
        ))}
      </fieldset>
      <Choice
        label={w.plan.filter}
        value={at}
        options={[{ value: '', label: w.plan.all }, ...options]}
      />
    </div>
  );
}

/** "Thứ Tư 25/11", or "23/11 – 29/11/2026" */
export function spanName({ day, view }: Looking): string {
  if (view.value === 'day') return dayName(dayStartMs(day.value), planNow.peek());
  return weekName(day.value);
}

export function weekName(day: number): string {
  const monday = mondayOf(day);
  const at = (n: number) => new Date(n * 86_400_000).toISOString();
  const short = (n: number) => `${at(n).slice(8, 10)}/${at(n).slice(5, 7)}`;
  const sunday = monday + WEEK_DAYS - 1;
  return `${short(monday)} – ${short(sunday)}/${at(sunday).slice(0, 4)}`;
}
