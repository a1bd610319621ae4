// The nearest time at which nothing else sounds and every place keeps its hours open.
// It must never know whose sound takes a time: busy spans and hours in, a shift out.
import { fitsHours, type SiteHours, type Urgency } from '../../../devices/rules/index.ts';
import { type Piecemeal, whole } from '../piecemeal.ts';
import { DAY_MS, dayNumber } from '../vietnam-time.ts';
import { runEndMs, runsOf } from './turns.ts';

const MINUTE_MS = 60_000;
/** Further away it is another plan, not the same one moved. */
export const REACH_MS = 7 * DAY_MS;

export type Span = { fromMs: number; toMs: number };
type Slot = { playAtMs: number; durationMs: number };

/** When a place is taken by these, one after another if need be; joined where they touch. */
export function busyOf(lists: Iterable<readonly Slot[]>): Span[] {
  return whole(findingBusy(lists));
}

/** Of thousands of places most spans are the same: each counts once. */
export function* findingBusy(lists: Iterable<readonly Slot[]>): Piecemeal<Span[]> {
  const longest = new Map<number, number>();
  for (const list of lists) {
    for (const run of runsOf(list)) {
      const { playAtMs } = run[0] as Slot;
      longest.set(playAtMs, Math.max(longest.get(playAtMs) ?? 0, runEndMs(run)));
    }
    yield;
  }
  return merged([...longest].map(([fromMs, toMs]) => ({ fromMs, toMs })));
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
  /** no further than this; a week unless told */
  reachMs?: number;
};

/** The smallest shift onto a whole minute, later before earlier; null: there is none within reach. */
export function nearestShift(of: Search): number | null {
  return whole(findingShift(of));
}

export function* findingShift(of: Search): Piecemeal<number | null> {
  const first = of.slots[0] as Slot;
  const floorMs = Math.floor(first.playAtMs / MINUTE_MS) * MINUTE_MS - first.playAtMs;
  const ceilMs = Math.ceil(first.playAtMs / MINUTE_MS) * MINUTE_MS - first.playAtMs;
  const reachMs = of.sameDay ? DAY_MS : (of.reachMs ?? REACH_MS);
  for (let step = 0; step <= reachMs; step += MINUTE_MS) {
    for (const shiftMs of [ceilMs + step, floorMs - step])
      if (shiftMs !== 0 && isFree(of, shiftMs)) return shiftMs;
    yield;
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
