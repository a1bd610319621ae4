// Emergencies among themselves: the graver one has the lower order, and the arbiter gives it the turn.
// It must never know how a warning is written.
import { expect, test } from 'vitest';
import { arrange } from '../../../devices/rules/index.ts';
import { airTerms, EMERGENCY_ORDER } from '../../../src/domain/airing/air-terms.ts';
import { USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import { readBulletinJson } from '../../../src/domain/source/bulletin-json.ts';
import { readCapAlert } from '../../../src/domain/source/cap-alert.ts';
import { orderOfCap, orderOfLevel } from '../../../src/domain/source/severity.ts';
import type { Incoming } from '../../../src/domain/source/source-model.ts';
import { bytesOf, cap, NOON, written } from './source-samples.ts';

const measure = (words: string) => {
  const [severity = '', urgency = '', certainty = ''] = words.split(' ');
  return orderOfCap({ severity, urgency, certainty });
};

test('a graver warning comes before a lesser one: severity, then urgency, then certainty', () => {
  const graver = [
    ...['Extreme Immediate Observed', 'Extreme Immediate Likely', 'Extreme Immediate Possible'],
    ...['Extreme Immediate Unlikely', 'Extreme Expected Observed', 'Extreme Future Observed'],
    ...['Severe Immediate Observed', 'Severe Immediate Likely', 'Severe Expected Observed'],
    ...['Moderate Immediate Observed', 'Minor Immediate Observed'],
  ];
  const orders = graver.map(measure);
  expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
  expect(measure('constructor Immediate Observed')).toBe(measure('Unknown Immediate Observed'));
});

test('an emergency that an officer speaks stands with Severe, Immediate, Observed', () => {
  expect(measure('Severe Immediate Observed')).toBe(EMERGENCY_ORDER);
  const usual = { priority: 'emergency' } as const;
  expect(airTerms(USUAL_RULES, usual).order).toBe(EMERGENCY_ORDER);
  expect(airTerms(USUAL_RULES, { ...usual, order: 100 }).order).toBe(100);
  expect(airTerms(USUAL_RULES, { priority: 'normal' }).order).toBe(0);
});

test.each([
  [5, 100],
  [4, 110],
  [3, EMERGENCY_ORDER],
  [2, 300],
  [1, 310],
  [0, EMERGENCY_ORDER],
])('level %i of our own contract is order %i', (level, order) => {
  expect(orderOfLevel(level)).toBe(order);
  const read = readBulletinJson(bytesOf(written({ priority: 'emergency', level })));
  expect(read).toMatchObject({ order });
});

test('a level that is none is refused by name', () => {
  expect(readBulletinJson(bytesOf(written({ level: 6 })))).toMatchObject({ place: 'level' });
});

test('at the pole an Extreme warning takes the turn of a Severe one, which goes on after it', () => {
  const alert = (id: string, severity: string, playAtMs: number) => {
    const read = readCapAlert(cap({ identifier: id }, { severity, certainty: 'Observed' }));
    const { priority, order } = read as Incoming;
    const terms = airTerms(USUAL_RULES, { priority, order });
    return { id, priority, playAtMs, durationMs: 60_000, arrivedAtMs: playAtMs, ...terms };
  };
  const severe = alert('severe', 'Severe', NOON);
  const extreme = alert('extreme', 'Extreme', NOON + 20_000);
  const hours = { utcOffsetMin: 420, windows: [] };
  const [first, second] = arrange([severe, extreme], hours);
  expect(second?.segments).toEqual([{ fromMs: NOON + 20_000, toMs: NOON + 80_000, offsetMs: 0 }]);
  expect(first?.pauses).toMatchObject([{ byId: 'extreme', resumed: true }]);
  expect(first?.segments.at(-1)).toMatchObject({ toMs: NOON + 120_000 });
  // the other way about the lesser one waits, however early it came
  const late = alert('severe', 'Severe', NOON + 30_000);
  const [, waits] = arrange([alert('extreme', 'Extreme', NOON), late], hours);
  expect(waits?.segments[0]?.fromMs).toBe(NOON + 60_000);
});
