// The arranger under any load: laws that hold for every set of airings.
// It must never know single cases: those are in arbiter.test.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Arranged,
  allowedAt,
  allowedUntil,
  arrange,
  hushedAt,
  type Item,
  type SiteHours,
} from '../../../devices/rules/index.ts';

const S = 1_000;
const HORIZON_S = 7_200;
const seed = Number(process.env.SEED ?? 20_261_101);
const run = { seed, numRuns: 300 };
console.log(`arbiter properties: SEED=${seed}`);

const anyItem = fc.record({
  priority: fc.constantFrom('normal' as const, 'priority' as const, 'emergency' as const),
  drill: fc.boolean(),
  playAt: fc.integer({ min: 0, max: HORIZON_S }),
  duration: fc.integer({ min: 1, max: 1_200 }),
  arrived: fc.integer({ min: 0, max: HORIZON_S }),
  cancelled: fc.option(fc.integer({ min: 0, max: HORIZON_S }), { nil: null, freq: 4 }),
});
type Any = typeof anyItem extends fc.Arbitrary<infer One> ? One : never;
const itemsOf = (all: readonly Any[]): Item[] =>
  all.map((one, at) => ({
    id: `s${at.toString().padStart(2, '0')}`,
    priority: one.priority,
    drill: one.drill && one.priority === 'emergency',
    playAtMs: one.playAt * S,
    durationMs: one.duration * S,
    arrivedAtMs: one.arrived * S,
    cancelledAtMs: one.cancelled === null ? null : one.cancelled * S,
  }));
const anyItems = fc.array(anyItem, { maxLength: 14 }).map(itemsOf);
const anyHushes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: HORIZON_S }), fc.integer({ min: -60, max: 1_800 })), {
    maxLength: 3,
  })
  .map((spans) =>
    spans.map(([from, length]) => ({ fromMs: from * S, untilMs: (from + length) * S })),
  );
const anyWindows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 119 }), fc.integer({ min: 1, max: 60 })), {
    maxLength: 3,
  })
  .map((windows) => ({
    utcOffsetMin: 0,
    windows: windows.map(([from, length]) => ({
      days: [4],
      fromMinute: from,
      toMinute: from + length,
    })),
  }));
/** Half of them hushed at some time. */
const anyHours = fc
  .tuple(anyWindows, fc.option(anyHushes, { nil: undefined }))
  .map(([windows, hushes]): SiteHours => (hushes ? { ...windows, hushes } : windows));

const sounds = (all: readonly Arranged[]) =>
  all
    .flatMap((one, at) => one.segments.map((segment) => ({ ...segment, at })))
    .sort((a, b) => a.fromMs - b.fromMs);
const heardMs = (one: Arranged) => one.segments.reduce((sum, s) => sum + s.toMs - s.fromMs, 0);

function holds(
  law: (items: Item[], all: Arranged[], hours: Parameters<typeof arrange>[1]) => void,
) {
  fc.assert(
    fc.property(anyItems, anyHours, (items, hours) => law(items, arrange(items, hours), hours)),
    run,
  );
}

test('never two at once', () => {
  holds((_items, all) => {
    const row = sounds(all);
    for (const [at, segment] of row.entries()) {
      expect(segment.toMs).toBeGreaterThan(segment.fromMs);
      expect(segment.fromMs).toBeGreaterThanOrEqual(row[at - 1]?.toMs ?? 0);
    }
  });
});

test('nobody is heard longer than they last, nor any moment of them twice', () => {
  holds((items, all) => {
    for (const [at, one] of all.entries()) {
      const item = items[at] as Item;
      expect(heardMs(one)).toBeLessThanOrEqual(item.durationMs);
      for (const [n, segment] of one.segments.entries()) {
        const before = one.segments[n - 1];
        if (before) expect(segment.offsetMs).toBe(before.offsetMs + before.toMs - before.fromMs);
      }
      if (one.shortOf === null) expect(heardMs(one)).toBe(item.durationMs);
      else expect(heardMs(one)).toBeLessThan(item.durationMs);
    }
  });
});

test('nothing sounds before its time, before it arrived, or after it was cancelled', () => {
  holds((items, all) => {
    for (const segment of sounds(all)) {
      const item = items[segment.at] as Item;
      expect(segment.fromMs).toBeGreaterThanOrEqual(Math.max(item.playAtMs, item.arrivedAtMs));
      if (item.cancelledAtMs != null) expect(segment.toMs).toBeLessThanOrEqual(item.cancelledAtMs);
    }
  });
});

test('nothing but real emergencies sounds outside allowed hours', () => {
  holds((items, all, hours) => {
    for (const segment of sounds(all)) {
      const item = items[segment.at];
      if (item?.priority === 'emergency' && !item.drill) continue;
      expect(allowedAt(hours, segment.fromMs)).toBe(true);
      expect(allowedUntil(hours, segment.fromMs)).toBeGreaterThanOrEqual(segment.toMs);
    }
  });
});

test('who is short of a hush lost it in one or to its beginning, and windows alone hush nobody', () => {
  holds((_items, all, hours) => {
    for (const one of all.filter(({ shortOf }) => shortOf === 'hushed')) {
      expect(hours.hushes?.length).toBeGreaterThan(0);
      const isCut = one.segments.length > 0 && one.pauses.length === 0;
      if (isCut) expect(one.decidedAtMs).toBe(one.segments.at(-1)?.toMs);
      if (isCut) expect(hushedAt(hours, one.decidedAtMs)).toBe(true);
    }
  });
});

test('a hush never gives anybody more to be heard of what keeps the hours', () => {
  fc.assert(
    fc.property(anyItem, anyWindows, anyHushes, (one, windows, hushes) => {
      const [item] = itemsOf([{ ...one, priority: 'normal' as const }]);
      if (!item) return;
      const [open] = arrange([item], windows);
      const [hushed] = arrange([item], { ...windows, hushes });
      expect(heardMs(hushed as Arranged)).toBeLessThanOrEqual(heardMs(open as Arranged));
    }),
    run,
  );
});

test('an emergency never waits for anything lesser and always sounds to its end', () => {
  holds((items, all) => {
    for (const [at, one] of all.entries()) {
      const item = items[at] as Item;
      if (item.priority !== 'emergency' || item.drill || item.cancelledAtMs != null) continue;
      const releaseMs = Math.max(item.playAtMs, item.arrivedAtMs);
      expect(heardMs(one)).toBe(Math.max(0, item.durationMs - (releaseMs - item.playAtMs)));
      const waited = sounds(all).filter((s) => s.toMs > releaseMs && s.fromMs < one.decidedAtMs);
      for (const segment of waited) expect(items[segment.at]?.priority).toBe('emergency');
    }
  });
});

test('the order in which airings are listed decides nothing', () => {
  holds((items, all, hours) => {
    const reversed = arrange([...items].reverse(), hours).reverse();
    expect(reversed).toEqual(all);
  });
});

test('what arrives later never changes what has sounded before', () => {
  holds((items, all, hours) => {
    const late = items.at(-1);
    if (!late) return;
    const before = arrange(items.slice(0, -1), hours);
    const untilArrival = (row: readonly Arranged[]) =>
      sounds(row)
        .filter((s) => s.at < items.length - 1 && s.fromMs < late.arrivedAtMs)
        .map((s) => ({ ...s, toMs: Math.min(s.toMs, late.arrivedAtMs) }));
    expect(untilArrival(all)).toEqual(untilArrival(before));
  });
});
