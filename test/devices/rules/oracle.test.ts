// The arbiter against a second-by-second oracle, under any load of items with any rules.
// It must never know single cases: those are in arbiter.test.ts and turns.test.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arranged, arrange, type Item } from '../../../devices/rules/index.ts';
import { anyHours, anyItems } from './any.ts';
import { secondBySecond, type Told } from './oracle.ts';

const S = 1_000;
const seed = Number(process.env.SEED ?? 20_261_122);
const run = { seed, numRuns: Number(process.env.RUNS ?? 250) };
console.log(`arbiter against its oracle: SEED=${seed} RUNS=${run.numRuns}`);

/** The answer of the arbiter, in the oracle's words. */
function spelledOut(all: readonly Arranged[], seconds: number): Told {
  const row: Told['row'] = Array.from({ length: seconds }, () => null);
  for (const { id, segments } of all)
    for (const { fromMs, toMs, offsetMs } of segments)
      for (let t = fromMs / S; t < toMs / S; t++)
        row[t] = { id, second: offsetMs / S + t - fromMs / S };
  const outcomes = all.map(({ id, shortOf, byId, decidedAtMs }) => {
    return [id, { shortOf, byId, decidedS: decidedAtMs / S }] as const;
  });
  return { row, outcomes: new Map(outcomes) };
}

test('every second of every row is what somebody with a list would have played', () => {
  fc.assert(
    fc.property(anyItems, anyHours, (items, hours) => {
      const expected = secondBySecond(items, hours);
      const told = spelledOut(arrange(items, hours), expected.row.length);
      expect(told.row).toEqual(expected.row);
      expect(Object.fromEntries(told.outcomes)).toEqual(Object.fromEntries(expected.outcomes));
    }),
    run,
  );
});

test('a pause is a time in which it had begun, was not over, and was not heard', () => {
  fc.assert(
    fc.property(anyItems, anyHours, (items, hours) => {
      for (const one of arrange(items, hours)) {
        const [first] = one.segments;
        for (const pause of one.pauses) {
          expect(first?.fromMs).toBeLessThan(pause.fromMs);
          expect(pause.toMs).toBeLessThanOrEqual(one.decidedAtMs);
          for (const { fromMs, toMs } of one.segments)
            expect(toMs <= pause.fromMs || fromMs >= pause.toMs).toBe(true);
          const comesBack = one.segments.some(({ fromMs }) => fromMs === pause.toMs);
          expect(pause.resumed).toBe(comesBack);
        }
      }
    }),
    run,
  );
});

test('separate airings cost what each costs alone', () => {
  const apart = (count: number): Item[] =>
    Array.from({ length: count }, (_, n) => ({
      ...{ id: `s${n}`, priority: 'normal', arrivedAtMs: 0 },
      ...{ playAtMs: n * 600 * S, durationMs: 180 * S },
    }));
  const always = {
    utcOffsetMin: 0,
    windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
  };
  for (const one of arrange(apart(2_000), always)) expect(one.segments).toHaveLength(1);
});
