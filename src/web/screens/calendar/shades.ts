// What lies behind the events: hours in which the commune's regulation lets nothing sound, and special days.
// It must never decide whether something airs; it only shows the rule beforehand.
import type { Area } from '../../../http/schemas/area.ts';
import type { SpecialDay } from '../../../http/schemas/calendar.ts';
import { dayStartMs } from '../../format.ts';
import { dayOfIso, MINUTE_MS, weekdayOf } from './span.ts';

export type Shade = {
  id: string;
  kind: 'closed' | 'quiet' | 'holiday' | 'mourning';
  fromMs: number;
  toMs: number;
  name: string;
};
type Window = { days: readonly number[]; fromMinute: number; toMinute: number };
const DAY_MINUTES = 1_440;

/** A commune without windows keeps no hours: nothing is closed, the service refuses what it must. */
export function closedShades(of: {
  windows: readonly Window[] | null;
  days: readonly number[];
  name: string;
}): Shade[] {
  const { windows, days, name } = of;
  if (windows === null) return [];
  return days.flatMap((day) =>
    closedMinutes(windows, weekdayOf(day) + 1).map((span) =>
      shadeOf({ kind: 'closed', day, span, name }),
    ),
  );
}

/** Inside the hours, and yet only what cannot wait may sound. */
export function quietShades(of: {
  windows: readonly Window[];
  days: readonly number[];
  name: string;
}): Shade[] {
  const { windows, days, name } = of;
  return days.flatMap((day) =>
    windows
      .filter((window) => window.days.includes(weekdayOf(day) + 1))
      .map(({ fromMinute, toMinute }) =>
        shadeOf({ kind: 'quiet', day, span: [fromMinute, toMinute], name }),
      ),
  );
}

function shadeOf(of: {
  kind: 'closed' | 'quiet';
  day: number;
  span: readonly [number, number];
  name: string;
}): Shade {
  const { kind, day, name } = of;
  const [from, to] = of.span;
  return {
    id: `${kind}-${day}-${from}`,
    kind,
    fromMs: dayStartMs(day) + from * MINUTE_MS,
    toMs: dayStartMs(day) + to * MINUTE_MS,
    name,
  };
}

/** The day without its windows, which may touch or overlap. */
function closedMinutes(windows: readonly Window[], weekday: number): [number, number][] {
  const open = windows
    .filter(({ days }) => days.includes(weekday))
    .sort((a, b) => a.fromMinute - b.fromMinute);
  const closed: [number, number][] = [];
  let at = 0;
  for (const { fromMinute, toMinute } of open) {
    if (fromMinute > at) closed.push([at, fromMinute]);
    at = Math.max(at, toMinute);
  }
  if (at < DAY_MINUTES) closed.push([at, DAY_MINUTES]);
  return closed;
}

export function specialShades(of: {
  special: readonly SpecialDay[];
  days: readonly number[];
}): Shade[] {
  return of.days.flatMap((day) =>
    specialOn(of.special, day).map(({ id, kind, name }) => ({
      id: `${id}-${day}`,
      kind,
      fromMs: dayStartMs(day),
      toMs: dayStartMs(day + 1),
      name,
    })),
  );
}

/** The country's, the province's, and of the communes only the one looked at. */
export function specialHere(
  special: readonly SpecialDay[],
  of: { areas: readonly Area[]; communeId: string | null },
): SpecialDay[] {
  const communes = new Set(of.areas.filter(({ kind }) => kind === 'commune').map(({ id }) => id));
  return special.filter(
    ({ tenantId }) => tenantId === null || tenantId === of.communeId || !communes.has(tenantId),
  );
}

export function specialOn(special: readonly SpecialDay[], day: number): SpecialDay[] {
  return special.filter(({ fromDay, untilDay }) => {
    const [from, until] = [dayOfIso(fromDay), dayOfIso(untilDay)];
    return from !== null && until !== null && from <= day && day <= until;
  });
}
