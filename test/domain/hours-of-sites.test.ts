// Whose hours a site keeps, and when a slot fits at least one of them.
// It must never know schedules.
import { expect, test } from 'vitest';
import { fitsSome, hoursOfSites, regulationFor } from '../../src/domain/airing/hours-of-sites.ts';
import { areaTree } from '../../src/domain/areas.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { AREAS, at, DAYTIME, daily, SITES } from './samples.ts';

const tree = areaTree(AREAS);
const EVENING = daily(17 * 60, 18 * 60);
const ofA = { areaId: 'xa-a', hours: EVENING, rules: NO_RULES, counter: 1 };
const ofProvince = { areaId: 'tinh', hours: DAYTIME, rules: NO_RULES, counter: 1 };

test.each([
  ["the commune's own before the province's", [ofProvince, ofA], 'cum-suoi', ofA],
  ["the province's where the commune has none", [ofProvince, ofA], 'ban-b1', ofProvince],
  ['none where nobody made any', [ofA], 'ban-b1', null],
])('a village keeps %s', (_, regulations, areaId, expected) => {
  expect(regulationFor({ tree, areaId, regulations })).toEqual(expected);
});

test('the hours of several communes come once each', () => {
  const both = hoursOfSites({ tree, sites: SITES, regulations: [ofProvince, ofA] });
  expect(both).toEqual([EVENING, DAYTIME]);
});

test('a site nobody made hours for adds none', () => {
  expect(hoursOfSites({ tree, sites: SITES, regulations: [ofA] })).toEqual([EVENING]);
});

const slot = { priority: 'normal' as const, playAtMs: at('2026-12-05', '12:00'), durationMs: 1 };
test.each([
  ['one commune of two allows it', slot, [EVENING, DAYTIME], true],
  ['no commune allows it', slot, [EVENING], false],
  ['nobody made hours: mute on doubt', slot, [], false],
  ['an emergency needs no hours', { ...slot, priority: 'emergency' as const }, [], true],
  ['a drill does', { ...slot, priority: 'emergency' as const, drill: true }, [], false],
])('%s', (_, asked, hours, fits) => {
  expect(fitsSome(asked, hours)).toBe(fits);
});
