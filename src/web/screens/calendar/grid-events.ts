// Items and shades in the shapes that the calendar component draws.
// It must never ask the service anything.
import type { Calendar } from '@event-calendar/core';
import type { Places } from '../../places.ts';
import { type Column, columnsHearing } from './columns.ts';
import { type Item, SIGNS, TONES } from './items.ts';
import type { Shade } from './shades.ts';
import { MINUTE_MS, wallOf } from './span.ts';
import { nameOf, priorityWord, stateWord } from './spoken.ts';

/** Two minutes of sound would be a hair's breadth: drawn half an hour tall, a thumb can take them. */
const DRAWN_LEAST_MS = 30 * MINUTE_MS;

type Shown = { items: readonly Item[]; shades: readonly Shade[]; columns: readonly Column[] };

export function gridEvents(of: Shown, places: Places): Calendar.EventInput[] {
  const everywhere = of.columns.map(({ id }) => id);
  return [
    ...of.shades.map((shade) => shadeEvent(shade, everywhere)),
    ...of.items.map((item) => itemEvent(item, { columns: of.columns, places })),
  ];
}

function shadeEvent({ id, kind, fromMs, toMs, name }: Shade, everywhere: string[]) {
  return {
    id,
    start: wallOf(fromMs),
    end: wallOf(toMs),
    title: name,
    display: 'background' as const,
    resourceIds: everywhere,
    classNames: ['shade', `shade-${kind}`],
    extendedProps: { shade: kind },
  };
}

function itemEvent(
  item: Item,
  { columns, places }: { columns: readonly Column[]; places: Places },
) {
  const drawnMs = Math.max(item.durationMs, DRAWN_LEAST_MS);
  return {
    id: item.id,
    start: wallOf(item.playAtMs),
    end: wallOf(item.playAtMs + drawnMs),
    title: item.title,
    resourceIds: columnsHearing(places.areas, { columns, areaIds: item.areaIds }),
    startEditable: item.canMove,
    durationEditable: false,
    classNames: [
      `item-${TONES[item.state]}`,
      `item-is-${item.priority}`,
      ...(item.canMove ? ['item-movable'] : []),
    ],
    extendedProps: { item, where: item.areaIds.map(places.name).join(', ') },
  };
}

/** Text nodes only: a title is what somebody wrote, and never becomes markup. */
export function eventContent({ event }: Calendar.EventContentInfo): Calendar.Content {
  const { item, where, shade } = event.extendedProps as Partial<{
    item: Item;
    where: string;
    shade: string;
  }>;
  if (shade !== undefined) return { domNodes: [line('shade-name', String(event.title))] };
  if (item === undefined) return '';
  const seen = line('item-seen', '');
  seen.ariaHidden = 'true';
  const urgent = priorityWord(item);
  // its own start, not the event's: while it is dragged the preview says where it would go
  const head = line('item-head', '');
  head.append(
    line('item-time', wallHour(event.start)),
    ` ${SIGNS[item.state]} ${stateWord(item)}`,
    ...(urgent === null ? [] : [line('item-urgent', ` ! ${urgent}`)]),
  );
  seen.append(head, line('item-title', item.title));
  return { domNodes: [seen, line('unseen', nameOf(item, where ?? ''))] };
}

/** The grid speaks in dates of the machine's own zone whose fields are Vietnam's. */
function wallHour(start: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(start.getHours())}:${two(start.getMinutes())}`;
}

function line(className: string, text: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}

export const slotLabel = (time: Date): string => wallHour(time);
