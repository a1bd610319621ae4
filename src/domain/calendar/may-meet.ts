// Which schedules can be near the wished times at all: asked before anything is expanded.
// It must never say no where a time could be; it may say yes where none is.
import { airedBy } from '../airing/playlist.ts';
import type { Schedule } from '../model.ts';
import { DAY_MS, VIETNAM_OFFSET_MS } from '../vietnam-time.ts';
import type { Span } from './free-slots.ts';

const MINUTE_MS = 60_000;
const MINUTES = DAY_MS / MINUTE_MS;

export type MeetFacts = {
  /** near a wished time */
  spans: readonly Span[];
  /** how long what it airs takes; null: unknown */
  durationOf(bulletinId: string): number | null;
  /** single times of it were changed, or put in another order */
  isChanged(schedule: Schedule): boolean;
};

/** Ten thousand rules have ten thousand hours: most are nowhere near the one that is wished. */
export function mayMeet({ spans, durationOf, isChanged }: MeetFacts): (of: Schedule) => boolean {
  const minutes = minutesOf(spans);
  return (schedule) => {
    const { rule, air } = schedule;
    // a filler sounds wherever there is room, however long after its time
    if (rule.kind !== 'repeat' || air.filler || isChanged(schedule)) return true;
    const takesMs = airedBy(schedule).reduce((sum, id) => sum + (durationOf(id) ?? 0), 0);
    const runMs = air.times * takesMs + (air.times - 1) * air.gapMs;
    const seconds = [...rule.at, ...rule.seasons.flatMap(({ at }) => at)];
    return seconds.some((second) => isAnyMarked(minutes, second * 1_000, runMs));
  };
}

/** The minutes of the day that any of them touches. */
function minutesOf(spans: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { fromMs, toMs } of spans)
    for (let n = minuteOf(fromMs); n <= minuteOf(toMs) && found.size < MINUTES; n += 1)
      found.add(n % MINUTES);
  return found;
}

function minuteOf(atMs: number): number {
  return Math.floor((atMs + VIETNAM_OFFSET_MS) / MINUTE_MS);
}

function isAnyMarked(minutes: ReadonlySet<number>, fromMs: number, runMs: number): boolean {
  const last = Math.min(Math.floor((fromMs + runMs) / MINUTE_MS), fromMs / MINUTE_MS + MINUTES);
  for (let n = Math.floor(fromMs / MINUTE_MS); n <= last; n += 1)
    if (minutes.has(n % MINUTES)) return true;
  return false;
}
