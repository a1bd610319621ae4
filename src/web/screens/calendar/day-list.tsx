// One day of the week as a list: what a phone shows, and whoever cannot use a grid.
// It must never show less than the grid does.
import type { SpecialDay } from '../../../http/schemas/calendar.ts';
import { planNow } from '../../clock.ts';
import { dayName, dayStartMs, hour } from '../../format.ts';
import { Empty } from '../../parts/notice.tsx';
import type { Places } from '../../places.ts';
import { said, words } from '../../words.ts';
import { HushedLine } from '../pole/hushed-line.tsx';
import { type Item, SIGNS, TONES } from './items.ts';
import type { Looking } from './looking.ts';
import { type Shade, specialOn } from './shades.ts';
import { isOn, weekdayOf, weekOf } from './span.ts';
import { countWord, hindranceWord, lengthWord, priorityWord, stateWord } from './spoken.ts';

type Props = {
  looking: Looking;
  items: readonly Item[];
  special: readonly SpecialDay[];
  shades: readonly Shade[];
  places: Places;
  open: (item: Item) => void;
};

export function DayList({ looking, items, special, shades, places, open }: Props) {
  const { day } = looking;
  const shown = items.filter(({ playAtMs }) => isOn(playAtMs, day.value));
  return (
    <div class="day-list">
      <Strip looking={looking} items={items} special={special} />
      <section class="section" aria-live="polite">
        <h3>{dayName(dayStartMs(day.value), planNow.peek())}</h3>
        <DayNotes day={day.value} special={special} shades={shades} />
        {shown.length === 0 ? (
          <Empty title={words.value.calendar.emptyDay} />
        ) : (
          <ul class="rows">
            {shown.map((item) => (
              <li key={item.id}>
                <Line item={item} places={places} open={open} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** Seven days a thumb wide, each with how much is on it. */
function Strip({ looking, items, special }: Pick<Props, 'looking' | 'items' | 'special'>) {
  const w = words.value;
  const nowMs = planNow.peek();
  return (
    <div class="day-strip">
      {weekOf(looking.day.value).map((day) => {
        const many = items.filter(({ playAtMs }) => isOn(playAtMs, day)).length;
        const named = specialOn(special, day).map(({ name }) => name);
        const short = w.dayShort[weekdayOf(day)] ?? '';
        const [, date = ''] = /(\d{2}\/\d{2})$/.exec(dayName(dayStartMs(day), nowMs)) ?? [];
        return (
          <button
            key={day}
            type="button"
            class="day-pick"
            aria-pressed={day === looking.day.value}
            onClick={() => {
              looking.day.value = day;
            }}
          >
            <span>{short}</span>
            <strong>{date.slice(0, 2)}</strong>
            <small>
              {many}
              <span class="unseen"> {w.calendar.airings}</span>
              {named.length > 0 && (
                <>
                  <span aria-hidden="true"> ★</span>
                  <span class="unseen">, {named.join(', ')}</span>
                </>
              )}
            </small>
          </button>
        );
      })}
    </div>
  );
}

/** The day's name for what it is, and the hours in which little or nothing may sound. */
export function DayNotes({
  day,
  special,
  shades,
}: { day: number } & Pick<Props, 'special' | 'shades'>) {
  const w = words.value.calendar;
  return (
    <>
      {specialOn(special, day).map((one) => (
        <p key={one.id} class={`day-special day-${one.kind}`}>
          {w.special[one.kind]}: {one.name}
        </p>
      ))}
      {(['closed', 'quiet'] as const).map((kind) => {
        const hours = shades.filter((one) => one.kind === kind && isOn(one.fromMs, day));
        if (hours.length === 0) return null;
        return (
          <p key={kind} class="day-closed">
            {w[kind]}:{' '}
            {hours.map(({ fromMs, toMs }) => `${hour(fromMs)}–${endHour(toMs)}`).join(', ')}
          </p>
        );
      })}
    </>
  );
}

const endHour = (ms: number): string => (hour(ms) === '00:00' ? '24:00' : hour(ms));

function Line({ item, places, open }: { item: Item } & Pick<Props, 'places' | 'open'>) {
  const urgent = priorityWord(item);
  const counted = countWord(item);
  const stands = hindranceWord(item);
  return (
    <button type="button" class="row day-row" onClick={() => open(item)}>
      <time class="at">{hour(item.playAtMs)}</time>
      <span class="row-body">
        <strong>{item.title}</strong>
        <small>
          {lengthWord(item)} · {item.areaIds.map(places.name).join(', ')}
        </small>
        <span class={`item-mark item-${TONES[item.state]}`}>
          {SIGNS[item.state]} {stateWord(item)}
          {counted !== null && ` · ${counted}`}
        </span>
        {urgent !== null && <span class="item-mark item-bad">! {urgent}</span>}
        {item.isMoved && <small>{words.value.calendar.moved}</small>}
        {stands !== null && stands !== stateWord(item) && <span class="wrong">{stands}</span>}
        <HushedLine hushed={item.hushed} />
        {item.why !== null && <small>{said(item.why)}</small>}
      </span>
    </button>
  );
}
