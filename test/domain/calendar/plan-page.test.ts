// A plan in pages: all of it, in order, each once, however dense it is and wherever a page ends.
// It must never know schedules.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_MAX, type PlanCursor, planPage } from '../../../src/domain/airing/plan-page.ts';
import { USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import type { Occurrence } from '../../../src/domain/model.ts';

const HOUR = 3_600_000;
const occurrence = (playAtMs: number, id: string): Occurrence => ({
  ...{ id, scheduleId: id, bulletinId: 'bt', tenantId: 'xa', areaIds: [], slotMs: playAtMs },
  ...{ playAtMs, durationMs: 600_000, priority: 'normal', air: USUAL_RULES },
  ...{ change: null, special: null, hindrance: null },
});
/** As the plan expands: what plays in the piece, or still sounds at its beginning. */
const source = (all: readonly Occurrence[]) => {
  const asked: number[] = [];
  const inOrder = [...all].sort((a, b) => a.playAtMs - b.playAtMs);
  const expand = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => {
    asked.push(toMs - fromMs);
    const from = inOrder.findIndex((one) => one.playAtMs + one.durationMs > fromMs);
    const to = inOrder.findIndex((one) => one.playAtMs >= toMs);
    return from === -1 ? [] : inOrder.slice(from, to === -1 ? undefined : to);
  };
  return { asked, expand };
};
function allPages(all: readonly Occurrence[], span: { fromMs: number; toMs: number }) {
  const { expand } = source(all);
  const pages: Occurrence[][] = [];
  let after: PlanCursor | null = null;
  do {
    const page = planPage({ ...span, after }, expand);
    pages.push(page.occurrences);
    after = page.next;
  } while (after !== null);
  return pages;
}

test('100,000 occurrences come 2,000 at a time, and none is lost', () => {
  const all = Array.from({ length: 100_000 }, (_, n) =>
    occurrence(Math.floor(n / 50) * 60_000, `l${String(n).padStart(6, '0')}`),
  );
  const pages = allPages(all, { fromMs: 0, toMs: 40 * HOUR });
  expect(pages).toHaveLength(50);
  expect(pages.every((page) => page.length <= PAGE_MAX)).toBe(true);
  // as one text: a hundred thousand comparisons by the test's own walk cost seconds
  const named = (of: readonly Occurrence[]) => of.map(({ id }) => id).join(' ');
  expect(named(pages.flat()) === named(all)).toBe(true);
});

test('the first page of a dense year is not paid for with the year', () => {
  const all = Array.from({ length: 3_000 }, (_, n) => occurrence(n * 1_000, `l${n}`));
  const { asked, expand } = source(all);
  const { next } = planPage({ fromMs: 0, toMs: 366 * 24 * HOUR, after: null }, expand);
  expect(next).not.toBeNull();
  expect(asked).toEqual([6 * HOUR]);
});

test('a sparse month is asked for in pieces of three days at most', () => {
  const { asked, expand } = source([]);
  expect(planPage({ fromMs: 0, toMs: 31 * 24 * HOUR, after: null }, expand)).toEqual({
    occurrences: [],
    next: null,
  });
  expect(asked.slice(0, 3)).toEqual([6 * HOUR, 24 * HOUR, 72 * HOUR]);
  expect(asked.reduce((sum, each) => sum + each, 0)).toBe(31 * 24 * HOUR);
});

test('what sounds already as the span begins is shown once, and nothing behind its end', () => {
  const all = [
    occurrence(-1_000, 'a'),
    occurrence(5 * HOUR, 'b'),
    occurrence(6 * HOUR, 'c'),
    occurrence(9 * HOUR, 'd'),
  ];
  expect(
    allPages(all, { fromMs: 0, toMs: 9 * HOUR })
      .flat()
      .map(({ id }) => id),
  ).toEqual(['a', 'b', 'c']);
});

test('wherever a page ends, the pages together are the plan', () => {
  const property = fc.property(
    fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 0, maxLength: 40 }),
    fc.integer({ min: 1, max: 200 }),
    (places, many) => {
      const all = places.flatMap((hour, n) =>
        Array.from({ length: many }, (_, m) => occurrence(hour * HOUR, `l${n}-${m}`)),
      );
      const found = allPages(all, { fromMs: 0, toMs: 24 * HOUR }).flat();
      expect(found.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      expect(found.map(({ playAtMs }) => playAtMs)).toEqual(
        all.map(({ playAtMs }) => playAtMs).sort((a, b) => a - b),
      );
    },
  );
  fc.assert(property, { seed: 20_261_122, numRuns: 25 });
});
