// What a regulation has no room for is found in pieces, and comes to what it comes to all at once.
// It must never measure time: what is done between two breaths is counted.
import { afterEach, expect, test } from 'vitest';
import { byTime, occurrencesOf } from '../../src/domain/airing/occurrences.ts';
import { areaTree } from '../../src/domain/areas.ts';
import { beyondOf, partedBy } from '../../src/domain/regulation/beyond.ts';
import { DAY_MS } from '../../src/domain/vietnam-time.ts';
import { planFacts } from '../../src/services/airing/plan.ts';
import { wholeDays } from '../../src/services/regulation/planned.ts';
import { type Desk, openDesk } from '../bench/calendar/desk.ts';
import { MONDAY, makeProvince } from '../bench/calendar/province.ts';
import { fakeWire, handClock } from './fakes.ts';

const NOON = MONDAY + 13 * 3_600_000;
const SCHEDULES = 300;

let desk: Desk;
afterEach(() => desk.store.close());

/** Every second commune, and with seed 1 the province too, allows two sessions a day of half an hour. */
function limitedFacts(seed: number) {
  const province = makeProvince({ seed, speakers: 400, schedules: SCHEDULES });
  const limits = { sessionsPerDay: 2, minutesPerSession: 30, sessionGapMinutes: 10 };
  const regulations = province.regulations.map((one, n) =>
    n % 2 === seed % 2 ? { ...one, rules: { ...one.rules, ...limits } } : one,
  );
  desk = openDesk({
    province: { ...province, regulations },
    clock: handClock(NOON),
    wire: fakeWire(),
  });
  const schedules = desk.store.schedules.active();
  return planFacts(desk.deps, { schedules, nowMs: NOON, horizonMs: 2 * DAY_MS });
}

test.each([1, 2, 3])('of a province nothing is lost between the pieces (seed %i)', (seed) => {
  const { beyond, ...facts } = limitedFacts(seed);
  const tree = areaTree(facts.areas);
  const days = wholeDays({ fromMs: NOON, toMs: NOON + 2 * DAY_MS });
  const atOnce = beyondOf({
    ...{ tree, sites: facts.sites, regulations: facts.regulations },
    occurrences: occurrencesOf({ ...facts, ...days }).filter(({ hindrance }) => !hindrance),
    drill: ({ bulletinId }) => facts.bulletin(bulletinId)?.drill ?? false,
    covered: () => false,
  });
  const expected = occurrencesOf(facts)
    .flatMap((one) => partedBy(tree, atOnce.get(one.id) ?? new Set<string>(), one))
    .sort(byTime);
  expect(atOnce.size).toBeGreaterThan(20);
  expect(occurrencesOf({ ...facts, ...(beyond ? { beyond } : {}) })).toEqual(expected);
});

test('others have their turn between the schedules heard where limits are, and it is looked at once', () => {
  const { beyond } = limitedFacts(1);
  expect([...(beyond?.() ?? [])].length).toBeGreaterThan(SCHEDULES / 3);
  expect([...(beyond?.() ?? [])]).toEqual([]);
});
