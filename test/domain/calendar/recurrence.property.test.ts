// Rules against a wall calendar that walks day by day and knows nothing of the product's shortcuts.
// It must never take the product's word for a day.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RepeatRule } from '../../../src/domain/calendar/calendar-model.ts';
import { firingsBetween, specialDays } from '../../../src/domain/calendar/recurrence.ts';
import { repeat, special } from './rules.ts';
import { oracle } from './wall-calendar.ts';

const SEED = Number(process.env.SEED ?? 20_261_122);
const RUNS = Number(process.env.RUNS ?? 300);
console.log(`recurrence properties: SEED=${SEED} RUNS=${RUNS}`);

const DAY = 86_400_000;
/** "2026-12-05 17:00:00" by Vietnam's clock */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+07:00`);
const spoken = (ms: number) =>
  new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
const on = specialDays([special({ fromDay: '2026-12-02', untilDay: '2026-12-03' })]);

const step = fc.integer({ min: 1, max: 6 });
const weekday = fc.integer({ min: 1, max: 7 });
const anyDays: fc.Arbitrary<RepeatRule['days']> = fc.oneof(
  step.map((n) => ({ every: 'day' as const, step: n })),
  fc.record({
    every: fc.constant('week' as const),
    step,
    weekdays: fc.uniqueArray(weekday, { minLength: 1 }),
  }),
  fc.record({
    every: fc.constant('month' as const),
    step,
    days: fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    every: fc.constant('month-weekday' as const),
    step,
    nth: fc.constantFrom(1, 2, 3, 4, 5, -1),
    weekday,
  }),
);
const wish = fc.constantFrom(
  'as-usual' as const,
  'skip' as const,
  'only' as const,
  'replace' as const,
);
const second = fc.integer({ min: 0, max: 86_399 });
const isoDay = fc
  .integer({ min: 0, max: 1_500 })
  .map((n) => new Date(Date.UTC(2026, 0, 1) + n * DAY).toISOString().slice(0, 10));
const anyRule = fc.record({
  days: anyDays,
  at: fc.array(second, { minLength: 1, maxLength: 3 }),
  fromDay: isoDay,
  untilDay: fc.option(isoDay),
  special: fc.record({ holiday: wish, mourning: wish }),
  seasons: fc.constantFrom<RepeatRule['seasons']>(
    [],
    [{ from: '04-16', until: '10-15', at: [60_000] }],
    [{ from: '10-16', until: '04-15', at: [1, 2] }],
  ),
});

test('a rule fires on exactly the days and at exactly the times that a calendar on the wall says', () => {
  const property = fc.property(
    anyRule,
    isoDay,
    fc.array(fc.tuple(isoDay, fc.boolean()), { maxLength: 5 }),
    (of, start, feasts) => {
      const rule = repeat({ ...of, replaceWith: 'bt-2' });
      const known = new Map(
        feasts.map(([iso, sad]) => [iso, sad ? 'mourning' : 'holiday'] as const),
      );
      const days = [...known].map(([iso, kind]) => special({ kind, fromDay: iso, untilDay: iso }));
      const fromMs = at(`${start} 00:00:00`);
      const found = firingsBetween({
        rule,
        special: specialDays(days),
        fromMs,
        toMs: fromMs + 200 * DAY,
        limit: 10_000,
      });
      expect(
        found.map(({ atMs, replaced }) => `${spoken(atMs)}${replaced ? ' other' : ''}`),
      ).toEqual(oracle(rule, fromMs, 200, known));
    },
  );
  fc.assert(property, { seed: SEED, numRuns: RUNS });
});

test('cut anywhere, the two halves hold what the whole held', () => {
  const property = fc.property(
    anyRule,
    isoDay,
    fc.integer({ min: 0, max: 100 * DAY }),
    (of, start, cut) => {
      const rule = repeat({ ...of, replaceWith: 'bt-2' });
      const fromMs = at(`${start} 00:00:00`);
      const of_ = (from: number, to: number) =>
        firingsBetween({ rule, special: on, fromMs: from, toMs: to, limit: 10_000 });
      expect([...of_(fromMs, fromMs + cut), ...of_(fromMs + cut, fromMs + 100 * DAY)]).toEqual(
        of_(fromMs, fromMs + 100 * DAY),
      );
    },
  );
  fc.assert(property, { seed: SEED, numRuns: RUNS / 3 });
});
