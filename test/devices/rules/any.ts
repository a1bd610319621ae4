// Any load of items under any hours, in whole seconds, for the properties of the arbiter.
// It must never know a law or an answer.
import fc from 'fast-check';
import type { Item, SiteHours } from '../../../devices/rules/index.ts';

const S = 1_000;
/** Half an hour is crowded by fourteen items, and an oracle can walk through it second by second. */
const HORIZON_S = 1_800;

const upTo = (max: number) => fc.integer({ min: 0, max });
const seconds = upTo(900).map((s) => s * S);
const anyItem = fc.record({
  priority: fc.constantFrom('normal' as const, 'priority' as const, 'emergency' as const),
  drill: fc.boolean(),
  playAt: upTo(HORIZON_S),
  duration: fc.integer({ min: 1, max: 300 }),
  /** most have arrived before their time, as a plan does */
  arrived: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, upTo(HORIZON_S)),
  cancelled: fc.option(upTo(HORIZON_S), { nil: null, freq: 6 }),
  rules: fc.record(
    {
      start: fc.oneof(
        fc.constant({ kind: 'exact' as const }),
        fc.constant({ kind: 'after' as const }),
        fc.record({ kind: fc.constant('within' as const), withinMs: seconds }),
      ),
      missed: fc.oneof(
        fc.constantFrom(
          { kind: 'join' as const },
          { kind: 'skip' as const },
          { kind: 'escalate' as const },
        ),
        fc.record({ kind: fc.constant('late' as const), untilMs: seconds }),
      ),
      under: fc.constantFrom('pause' as const, 'silent' as const, 'drop' as const),
      order: upTo(2),
      filler: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});
type Any = typeof anyItem extends fc.Arbitrary<infer One> ? One : never;

const itemOf = (one: Any, at: number): Item => ({
  id: `s${at.toString().padStart(2, '0')}`,
  priority: one.priority,
  drill: one.drill && one.priority === 'emergency',
  playAtMs: one.playAt * S,
  durationMs: one.duration * S,
  arrivedAtMs: one.arrived * S,
  cancelledAtMs: one.cancelled === null ? null : one.cancelled * S,
  ...one.rules,
});
export const anyItems = fc.array(anyItem, { maxLength: 14 }).map((all) => all.map(itemOf));

const anyWindows = fc
  .array(fc.tuple(upTo(30), fc.integer({ min: 1, max: 60 })), { maxLength: 3 })
  .map((windows) => ({
    utcOffsetMin: 0,
    windows: windows.map(([from, length]) => ({
      days: [4],
      fromMinute: from,
      toMinute: from + length,
    })),
  }));
const anyHushes = fc
  .array(fc.tuple(upTo(HORIZON_S), fc.integer({ min: -60, max: 600 })), { maxLength: 2 })
  .map((spans) =>
    spans.map(([from, length]) => ({ fromMs: from * S, untilMs: (from + length) * S })),
  );
const always = {
  utcOffsetMin: 0,
  windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
};

/** A third open all day, so that turns are decided by turns; some hushed at some time. */
export const anyHours = fc
  .tuple(
    fc.oneof({ weight: 1, arbitrary: fc.constant(always) }, { weight: 2, arbitrary: anyWindows }),
    fc.option(anyHushes, { nil: undefined }),
  )
  .map(([windows, hushes]): SiteHours => (hushes ? { ...windows, hushes } : windows));
