// When and how loud one pole may sound: its zone's windows less the quiet hours, and its zone's volumes.
// It must never know whose regulation it is, nor the time now.
import type { AllowedHours, HoursWindow } from '../../../devices/protocol/index.ts';
import type { RegulationRules, VolumeCap, ZoneKind } from './regulation-model.ts';

type Regulated = { hours: AllowedHours; rules: RegulationRules };
type Span = { fromMinute: number; toMinute: number };

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The very hours of the regulation where nothing is to be taken away: what speakers hold stays what it is. */
export function hoursOfSite({ hours, rules }: Regulated, zone: ZoneKind): AllowedHours {
  const own = zone === 'ordinary' ? null : rules.zones[zone];
  if (rules.quiet.length === 0)
    return own === null ? hours : { ...hours, windows: own.map(asWindow) };
  const days = WEEK.map((day) => ({
    day,
    spans: without(spansOn(own ?? hours.windows, day), spansOn(rules.quiet, day)),
  }));
  return { ...hours, windows: gathered(days) };
}

/** In order of the day; what a site's own volume is lower than does not bind it. */
export function volumesOfSite(rules: RegulationRules, zone: ZoneKind): Omit<VolumeCap, 'zone'>[] {
  return rules.volumes
    .filter((cap) => cap.zone === zone)
    .map(({ fromMinute, toMinute, percent }) => ({ fromMinute, toMinute, percent }))
    .sort((a, b) => a.fromMinute - b.fromMinute || a.toMinute - b.toMinute);
}

function asWindow({ days, fromMinute, toMinute }: HoursWindow): HoursWindow {
  return { days: [...days], fromMinute, toMinute };
}

function spansOn(windows: readonly HoursWindow[], day: number): Span[] {
  return windows.filter(({ days }) => days.includes(day));
}

function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, quiet) =>
      left.flatMap(({ fromMinute, toMinute }) =>
        [
          { fromMinute, toMinute: Math.min(toMinute, quiet.fromMinute) },
          { fromMinute: Math.max(fromMinute, quiet.toMinute), toMinute },
        ].filter((span) => span.fromMinute < span.toMinute),
      ),
    spans.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })),
  );
}

/** The same span of several days is one window: the wire carries 28 at most. */
function gathered(days: readonly { day: number; spans: readonly Span[] }[]): HoursWindow[] {
  const found = new Map<string, HoursWindow>();
  for (const { day, spans } of days)
    for (const { fromMinute, toMinute } of spans) {
      const key = `${fromMinute}-${toMinute}`;
      const known = found.get(key);
      if (!known) found.set(key, { days: [day], fromMinute, toMinute });
      else if (!known.days.includes(day)) known.days.push(day);
    }
  return [...found.values()];
}
