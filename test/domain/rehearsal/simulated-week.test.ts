// Weeks of a small province with kills, loss, reboots and wrong clocks: what may never be found after them.
// It must never check figures of speed: the bench does.
import { expect, test } from 'vitest';
import { occurrencesOf } from '../../../src/domain/airing/occurrences.ts';
import { areaTree } from '../../../src/domain/areas.ts';
import { cellsOf, hearing } from '../../../src/domain/calendar/cells.ts';
import type { SiteState } from '../../../src/domain/rehearsal/rehearsal-model.ts';
import { rehearse } from '../../../src/domain/rehearsal/rehearse.ts';
import { siteHours } from '../../../src/services/rehearsal/foreseen.ts';
import { MONDAY, makeProvince } from '../../bench/calendar/province.ts';
import { simulateWeek } from '../../bench/calendar/week.ts';

const SEEDS = [1, 2, 3];
const SPEAKERS = 50;
const WEEK_MS = 7 * 86_400_000;

test.each(SEEDS)('a week with faults breaks nothing (seed %i)', (seed) => {
  const week = simulateWeek({ seed, speakers: SPEAKERS, faults: true });
  expect(week.broken).toEqual([]);
  const given = Object.values(week.verdicts).reduce((sum, count) => sum + count, 0);
  expect(given).toBe(week.pairs);
  expect(week.verdicts.failed).toBeGreaterThan(0);
  expect(week.verdicts.played).toBeGreaterThan(week.pairs / 2);
});

test.each(SEEDS)('without faults a week comes as it was rehearsed (seed %i)', (seed) => {
  const week = simulateWeek({ seed, speakers: SPEAKERS, faults: false });
  expect(week.broken).toEqual([]);
  expect(week.verdicts).toEqual(rehearsedWeek(seed));
});

const WELL: SiteState = {
  ...{ link: 'online', sinceMs: null, hasPolicy: true, clockOff: false, diskFull: false },
  ...{ batteryPercent: null, holds: [] },
};

function rehearsedWeek(seed: number) {
  const province = makeProvince({ seed, speakers: SPEAKERS });
  const { areas, sites, bulletins } = province;
  const tree = areaTree(areas);
  const cells = cellsOf(sites, siteHours(tree, province));
  const occurrences = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => {
    const fromMs = MONDAY + (day * WEEK_MS) / 7;
    return occurrencesOf(province.facts({ fromMs, toMs: fromMs + WEEK_MS / 7 }))
      .filter(({ playAtMs }) => playAtMs >= fromMs)
      .map((each) => {
        const drill = bulletins.get(each.bulletinId)?.drill ?? false;
        return { ...each, drill, title: '' };
      });
  });
  const facts = { occurrences, cells, hear: hearing(tree, cells) };
  const rest = { stateOf: () => WELL, peopleOf: () => 1, streamOf: () => null };
  return rehearse({ ...facts, ...rest }).expected;
}
