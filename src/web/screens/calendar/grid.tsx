// The calendar component on the page: week by days, or one day by villages; drawn by a library, kept by us.
// It must never decide a move: it says what was dragged where, and puts it back when told to.
import type { SpecialDay } from '../../../http/schemas/calendar.ts';
import '@event-calendar/core/index.css';
import '../../styles/calendar-grid.css';
import {
  type Calendar,
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
  TimeGrid,
} from '@event-calendar/core';
import { useEffect, useRef } from 'preact/hooks';
import { planNow } from '../../clock.ts';
import { dayNumber } from '../../format.ts';
import type { Places } from '../../places.ts';
import { language, words } from '../../words.ts';
import type { Column } from './columns.ts';
import { dayHeader } from './day-header.ts';
import { type Escape, escapeOfDrags } from './grid-escape.ts';
import { eventContent, gridEvents, slotLabel } from './grid-events.ts';
import { plainRoles } from './grid-roles.ts';
import type { Item } from './items.ts';
import type { Shade } from './shades.ts';
import { isoOf, msOfWall, type Shift, shifted, wallOf } from './span.ts';

export type GridProps = {
  view: 'week' | 'day';
  day: number;
  items: readonly Item[];
  shades: readonly Shade[];
  special: readonly SpecialDay[];
  columns: readonly Column[];
  places: Places;
  mayMove: boolean;
  open: (item: Item) => void;
  /** null: the drag is over */
  dragging: (move: { item: Item; toMs: number } | null) => void;
  dropped: (move: { item: Item; toMs: number; putBack: () => void }) => void;
  /** null: where all hear it */
  empty: (at: { atMs: number; areaId: string | null }) => void;
};

/** Half-hours a thumb tall, moved by five minutes; half a second's press begins a drag on a phone. */
const SLOT = { slotDuration: '00:30', slotHeight: 44, snapDuration: '00:05' };
const PRESS_MS = 500;

export function Grid(props: GridProps) {
  const element = useRef<HTMLDivElement>(null);
  const calendar = useRef<Calendar | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const at = element.current;
    if (at === null) return;
    const escapes = escapeOfDrags();
    const made = createCalendar(at, [TimeGrid, ResourceTimeGrid, Interaction], {
      ...fixed(latest, escapes),
      ...changing(latest.current),
    });
    calendar.current = made;
    const stop = plainRoles(at);
    return () => {
      calendar.current = null;
      stop();
      escapes.stop();
      void destroyCalendar(made);
    };
  }, []);
  useEffect(() => {
    for (const [name, value] of Object.entries(changing(props)))
      calendar.current?.setOption(name as keyof Calendar.Options, value as never);
  }, [
    props.view,
    props.day,
    props.items,
    props.shades,
    props.columns,
    props.mayMove,
    language.value,
  ]);
  return (
    <section class="calendar-grid" ref={element} aria-label={words.value.calendar.gridLabel} />
  );
}

/** What follows the question; whatever is the same as before keeps its place and its focus. */
function changing(props: GridProps): Calendar.Options {
  const { view, day, columns, places, mayMove } = props;
  return {
    view: view === 'week' ? 'timeGridWeek' : 'resourceTimeGridDay',
    date: isoOf(day),
    resources: columns.map(({ id, name }) => ({ id, title: name })),
    events: gridEvents(props, places),
    eventStartEditable: mayMove,
    highlightedDates: view === 'week' ? [isoOf(dayNumber(planNow.peek()))] : [],
    dayHeaderFormat: (date) => dayHeader(date, props.special),
    columnWidth: view === 'week' ? 'minmax(6.5rem, 1fr)' : 'minmax(8.5rem, 1fr)',
  };
}

function fixed(latest: { readonly current: GridProps }, escapes: Escape): Calendar.Options {
  return {
    ...SLOT,
    headerToolbar: { start: '', center: '', end: '' },
    locale: 'vi',
    firstDay: 1,
    height: '100%',
    allDaySlot: false,
    // a machine's own idea of now would be shown: the plan's clock is another
    nowIndicator: false,
    slotEventOverlap: false,
    slotLabelFormat: slotLabel,
    slotLabelInterval: '01:00',
    scrollTime: scrollTo(latest.current),
    eventDurationEditable: false,
    eventLongPressDelay: PRESS_MS,
    eventContent,
    eventClick: ({ event }) => latest.current.open(itemIn(event)),
    dateClick: ({ dateStr, resource }) =>
      latest.current.empty({ atMs: msOfWall(dateStr), areaId: resource?.id ?? null }),
    eventDragStart: escapes.begun,
    eventDragStop: () => {
      escapes.over();
      latest.current.dragging(null);
    },
    dragConstraint: (move) => allowed(latest.current, move),
    eventDrop: ({ event, delta, revert }) => {
      if (escapes.isGivingUp()) return revert();
      const item = itemIn(event);
      const toMs = shifted(item.playAtMs, delta as Shift);
      latest.current.dropped({ item, toMs, putBack: revert });
    },
  };
}

const itemIn = ({ extendedProps }: Calendar.Event): Item => (extendedProps as { item: Item }).item;

/** Where it is heard is the rule's; when is what is dragged; the past takes nothing. */
function allowed(props: GridProps, move: Calendar.EventDropInfo): boolean {
  const item = itemIn(move.event);
  const toMs = shifted(item.playAtMs, move.delta as Shift);
  const isElsewhere = move.newResource !== undefined || !isInside(move.jsEvent);
  const isAllowed = !isElsewhere && toMs > planNow.peek();
  if (isAllowed) props.dragging({ item, toMs });
  return isAllowed;
}

/** Below its last row the grid would count on into the next night; while it scrolls by itself, no hand moves. */
function isInside(at: Calendar.DomEvent | undefined): boolean {
  if (at instanceof PointerEvent) lastY = at.clientY;
  const box = document.querySelector('.calendar-grid .ec-main')?.getBoundingClientRect();
  return box === undefined || (lastY >= box.top && lastY <= box.bottom);
}
/** one hand drags at a time */
let lastY = 0;

/** Half an hour before the day's first, or at five in the morning, when villages rise. */
function scrollTo({ items, day, view }: GridProps): string {
  const hours = items
    .filter(({ playAtMs }) => view === 'week' || dayNumber(playAtMs) === day)
    .map(({ playAtMs }) => Number(wallOf(playAtMs).slice(11, 13)));
  const first = hours.length === 0 ? 5 : Math.min(...hours);
  return `${String(first).padStart(2, '0')}:00`;
}
