// The nearest time at which nothing else sounds and every place keeps its hours open.
// It must never know whose sound takes a time: busy spans and hours in, a shift out.
import { fitsHours, type SiteHours, type Urgency } from '../../../devices/rules/index.ts';
import { DAY_MS, dayNumber } from '../vietnam-time.ts';
import { runEndMs, runsOf } from './turns.ts';

const MINUTE_MS = 60_000;
/** Further away it is another plan, not the same one moved. */
export const REACH_MS = 7 * DAY_MS;

export type Span = { fromMs: number; toMs: number };
type Slot = { playAtMs: number; durationMs: number };

/** When a place is taken by these, one after another if need be; joined where they touch. */
export function busyOf(lists: Iterable<readonly Slot[]>): Span[] {
  const spans: Span[] = [];
  for (const list of lists)
    for (const run of runsOf(list))
      spans.push({ fromMs: (run[0] as Slot).playAtMs, toMs: runEndMs(run) });
  return merged(spans);
}

/** By time, joined where they touch. */
export function merged(spans: Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans.sort((a, b) => a.fromMs - b.fromMs)) {
    const last = found.at(-1);
    if (last && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs);
    else found.push({ ...span });
  }
  return found;
}

/** The first busy span that ends after this instant. */
export function nextBusy(busy: readonly Span[], atMs: number): Span | null {
  let [low, high] = [0, busy.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((busy[middle] as Span).toMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return busy[low] ?? null;
}

export type Search = Urgency & {
  /** all of them move by the same; in the order of time, at least one */
  slots: readonly Slot[];
  busy: readonly Span[];
  hours: readonly SiteHours[];
  /** nothing may begin before this */
  notBeforeMs: number;
  /** a rule keeps its days: only its time of day moves */
  sameDay: boolean;
};

/** The smallest shift onto a whole minute, later before earlier; null: there is none within reach. */
export function nearestShift(of: Search): number | null {
  const first = of.slots[0] as Slot;
  const floorMs = Math.floor(first.playAtMs / MINUTE_MS) * MINUTE_MS - first.playAtMs;
  const ceilMs = Math.ceil(first.playAtMs / MINUTE_MS) * MINUTE_MS - first.playAtMs;
  for (let step = 0; step <= REACH_MS; step += MINUTE_MS) {
    if (of.sameDay && step > DAY_MS) return null;
    for (const shiftMs of [ceilMs + step, floorMs - step])
      if (shiftMs !== 0 && isFree(of, shiftMs)) return shiftMs;
  }
  return null;
}

function isFree(of: Search, shiftMs: number): boolean {
  return of.slots.every(({ playAtMs, durationMs }) => {
    const startMs = playAtMs + shiftMs;
    if (startMs < of.notBeforeMs) return false;
    if (of.sameDay && dayNumber(startMs) !== dayNumber(playAtMs)) return false;
    const busy = nextBusy(of.busy, startMs);
    if (busy !== null && busy.fromMs < startMs + durationMs) return false;
    const { priority, drill = false } = of;
    const slot = { priority, drill, playAtMs: startMs, durationMs };
    return of.hours.every((hours) => fitsHours(slot, hours));
  });
}
