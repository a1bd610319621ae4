// Laws of the arbiter for items with any rules: what holds whoever wants the voice.
// It must never know single cases, nor how a turn is given.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Arranged,
  allowedAt,
  allowedUntil,
  arrange,
  type Item,
  type SiteHours,
} from '../../../devices/rules/index.ts';
import { anyHours, anyItems } from './any.ts';

const seed = Number(process.env.SEED ?? 20_261_123);
const run = { seed, numRuns: 200 };
console.log(`laws of the arbiter: SEED=${seed}`);

type Sound = { item: Item; fromMs: number; toMs: number };
type Load = { items: Item[]; all: Arranged[]; hours: SiteHours; sounds: Sound[] };

function soundsOf(items: readonly Item[], all: readonly Arranged[]): Sound[] {
  return all
    .flatMap((one, at) => one.segments.map((s) => ({ ...s, item: items[at] as Item })))
    .sort((a, b) => a.fromMs - b.fromMs);
}

function holds(law: (load: Load) => void) {
  fc.assert(
    fc.property(anyItems, anyHours, (items, hours) => {
      const all = arrange(items, hours);
      law({ items, all, hours, sounds: soundsOf(items, all) });
    }),
    run,
  );
}

const rank = ({ priority, drill, filler }: Item) => {
  if (priority === 'emergency') return drill ? 3 : 4;
  return filler ? 0 : priority === 'priority' ? 2 : 1;
};
const releaseMs = ({ playAtMs, arrivedAtMs }: Item) => Math.max(playAtMs, arrivedAtMs);

test('each item has exactly one fate, in the place it was asked about', () => {
  holds(({ items, all }) => {
    expect(all.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    for (const one of all) {
      const heardMs = one.segments.reduce((sum, s) => sum + s.toMs - s.fromMs, 0);
      const { durationMs } = items.find(({ id }) => id === one.id) as Item;
      expect(one.shortOf === null).toBe(heardMs === durationMs);
      expect(Number.isFinite(one.decidedAtMs)).toBe(true);
      if (one.byId !== null) expect(one.shortOf).toBe('pre-empted');
    }
  });
});

test('never two at once, and never the same second of anything twice', () => {
  holds(({ all, sounds }) => {
    for (const [at, { fromMs, toMs }] of sounds.entries()) {
      expect(toMs).toBeGreaterThan(fromMs);
      expect(fromMs).toBeGreaterThanOrEqual(sounds[at - 1]?.toMs ?? 0);
    }
    for (const { segments } of all)
      for (const [n, { offsetMs }] of segments.entries()) {
        const before = segments[n - 1];
        if (!before) continue;
        expect(offsetMs).toBeGreaterThanOrEqual(before.offsetMs + before.toMs - before.fromMs);
      }
  });
});

test('nothing but a real emergency sounds outside the hours', () => {
  holds(({ hours, sounds }) => {
    for (const { item, fromMs, toMs } of sounds) {
      if (rank(item) === 4) continue;
      expect(allowedAt(hours, fromMs)).toBe(true);
      expect(allowedUntil(hours, fromMs)).toBeGreaterThanOrEqual(toMs);
    }
  });
});

test('while anything is heard, nothing that ranks above it wants the voice', () => {
  holds(({ items, all, sounds }) => {
    for (const { item, fromMs, toMs } of sounds)
      for (const [at, other] of items.entries()) {
        if (rank(other) <= rank(item)) continue;
        const fate = all[at] as Arranged;
        const wants = { fromMs: releaseMs(other), toMs: fate.decidedAtMs };
        expect(Math.min(toMs, wants.toMs) <= Math.max(fromMs, wants.fromMs)).toBe(true);
      }
  });
});

test('a filler is heard only where nothing else waits for its turn', () => {
  holds(({ items, all, sounds }) => {
    for (const { item, fromMs, toMs } of sounds) {
      if (rank(item) !== 0) continue;
      for (const [at, other] of items.entries())
        if (rank(other) > 0) {
          const waits =
            Math.max(releaseMs(other), fromMs) < Math.min(all[at]?.decidedAtMs ?? 0, toMs);
          expect(waits).toBe(false);
        }
    }
  });
});

test('what is said whole from its beginning where its beginning was missed, begins within its rule', () => {
  holds(({ items, all }) => {
    for (const [at, { segments }] of all.entries()) {
      const { missed, playAtMs, arrivedAtMs } = items[at] as Item;
      if (missed?.kind !== 'late' || arrivedAtMs - playAtMs <= 1_000) continue;
      const [first] = segments;
      if (first) expect(first.offsetMs).toBe(0);
      if (first) expect(first.fromMs).toBeLessThanOrEqual(playAtMs + missed.untilMs);
    }
  });
});

test('the order in which items are listed decides nothing', () => {
  holds(({ items, all, hours }) => {
    expect(arrange([...items].reverse(), hours).reverse()).toEqual(all);
  });
});

test('what arrives later never changes what has sounded before', () => {
  holds(({ items, hours, sounds }) => {
    const late = items.at(-1);
    if (!late) return;
    const others = items.slice(0, -1);
    const before = soundsOf(others, arrange(others, hours));
    const untilArrival = (row: readonly Sound[]) =>
      row
        .filter(({ item, fromMs }) => item.id !== late.id && fromMs < late.arrivedAtMs)
        .map(({ item, fromMs, toMs }) => [item.id, fromMs, Math.min(toMs, late.arrivedAtMs)]);
    expect(untilArrival(sounds)).toEqual(untilArrival(before));
  });
});

test('what waits at other times changes nothing: apart is arranged as alone', () => {
  const DAYS_MS = 4 * 7 * 86_400_000;
  holds(({ items, all, hours }) => {
    const open = { ...hours, hushes: [] };
    const alone = hours.hushes ? arrange(items, open) : all;
    const later = items.map((item) => ({
      ...item,
      id: `later-${item.id}`,
      playAtMs: item.playAtMs + DAYS_MS,
      arrivedAtMs: item.arrivedAtMs + DAYS_MS,
      cancelledAtMs: item.cancelledAtMs == null ? null : item.cancelledAtMs + DAYS_MS,
    }));
    expect(arrange([...items, ...later], open).slice(0, items.length)).toEqual(alone);
  });
});
