// The week as a plain table on A4, for the wall of the commune's office; seen on paper only.
// It must never need colour: what stands on it is words.
import type { SpecialDay } from '../../../http/schemas/calendar.ts';
import { planNow } from '../../clock.ts';
import { dayName, dayStartMs, hour, when } from '../../format.ts';
import type { Places } from '../../places.ts';
import { session } from '../../session.ts';
import { said, words } from '../../words.ts';
import { weekName } from './bar.tsx';
import type { Item } from './items.ts';
import { specialOn } from './shades.ts';
import { isOn, weekOf } from './span.ts';
import { countWord, lengthWord, priorityWord, stateWord } from './spoken.ts';

type Props = {
  day: number;
  items: readonly Item[];
  special: readonly SpecialDay[];
  places: Places;
  placeName: string;
};

export function WeekPrint({ day, items, special, places, placeName }: Props) {
  const w = words.value.calendar;
  const days = weekOf(day);
  return (
    <div class="week-print">
      <p class="week-print-place">{placeName}</p>
      <h2>
        {w.printTitle} {weekName(day)}
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.columns.day}</th>
            <th scope="col">{w.columns.time}</th>
            <th scope="col">{w.columns.bulletin}</th>
            <th scope="col">{w.columns.length}</th>
            <th scope="col">{w.columns.where}</th>
            <th scope="col">{w.columns.state}</th>
          </tr>
        </thead>
        {days.map((one) => (
          <Day
            key={one}
            day={one}
            items={items.filter(({ playAtMs }) => isOn(playAtMs, one))}
            special={special}
            places={places}
          />
        ))}
      </table>
      <p>{w.madeBy(session.value?.account.fullName ?? '', when(planNow.peek()))}</p>
    </div>
  );
}

function Day({ day, items, special, places }: Omit<Props, 'placeName'>) {
  const named = specialOn(special, day).map(({ name }) => name);
  const head = (
    <th scope="rowgroup" rowSpan={Math.max(1, items.length)}>
      {dayName(dayStartMs(day), Number.NEGATIVE_INFINITY)}
      {named.map((name) => (
        <small key={name}>{name}</small>
      ))}
    </th>
  );
  if (items.length === 0)
    return (
      <tbody>
        <tr>
          {head}
          <td colSpan={5}>{words.value.calendar.nothing}</td>
        </tr>
      </tbody>
    );
  return (
    <tbody>
      {items.map((item, n) => (
        <tr key={item.id}>
          {n === 0 && head}
          <Cells item={item} places={places} />
        </tr>
      ))}
    </tbody>
  );
}

function Cells({ item, places }: { item: Item; places: Places }) {
  const facts = [stateWord(item), countWord(item), priorityWord(item)].filter(
    (part) => part !== null,
  );
  return (
    <>
      <td>{hour(item.playAtMs)}</td>
      <td>{item.title}</td>
      <td>{lengthWord(item)}</td>
      <td>{item.areaIds.map(places.name).join(', ')}</td>
      <td>
        {facts.join(', ')}
        {item.why !== null && <small>{said(item.why)}</small>}
      </td>
    </>
  );
}
