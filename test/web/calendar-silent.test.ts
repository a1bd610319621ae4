// What is ready and would not be heard everywhere, from what speakers say of themselves; no browser.
// It must never look at a page.
import './page-stub.ts';
import { expect, test } from 'vitest';
import type { Area } from '../../src/http/schemas/area.ts';
import type { Speaker } from '../../src/http/schemas/speaker.ts';
import type { Item } from '../../src/web/screens/calendar/items.ts';
import { withSilent } from '../../src/web/screens/calendar/silent.ts';
import { countWord } from '../../src/web/screens/calendar/spoken.ts';

const NOW = Date.parse('2026-11-25T12:00:00+07:00');
const DAY_MS = 86_400_000;
const area = (id: string, parentId: string | null) => ({ id, parentId }) as Area;
const areas = [area('xa', null), area('ban-1', 'xa'), area('ban-2', 'xa')];
const speaker = (areaId: string, state: Speaker['link']['state']) =>
  ({ site: { areaId }, link: { state, sinceMs: null } }) as Speaker;
const speakers = [
  speaker('ban-1', 'online'),
  speaker('ban-1', 'silent'),
  speaker('ban-2', 'late'),
  speaker('ban-2', 'never'),
];
const item = (of: Partial<Item> = {}) =>
  ({
    ...{ state: 'ready', areaIds: ['ban-1'], playAtMs: NOW + 3_600_000, counts: null },
    ...{ silent: null, ...of },
  }) as Item;
const looked = (of: Partial<Item>) => withSilent([item(of)], { areas, speakers, nowMs: NOW })[0];

test.each<[string, Partial<Item>, string]>([
  ['a village', {}, '1/2 cụm loa'],
  ['the whole commune', { areaIds: ['xa'] }, '2/4 cụm loa'],
  ['two villages', { areaIds: ['ban-1', 'ban-2'] }, '2/4 cụm loa'],
])('%s with silent speakers says how many', (_, of, counted) => {
  const found = looked(of);
  expect(found?.state).toBe('silent');
  expect(found && countWord(found)).toBe(counted);
});

test.each<[string, Partial<Item>, Item['state']]>([
  ['what is hindered already', { state: 'not-approved' }, 'not-approved'],
  ['the day after tomorrow', { playAtMs: NOW + 2 * DAY_MS }, 'ready'],
  ['a place nobody knows', { areaIds: ['khac'] }, 'ready'],
])('%s stays as it is', (_, of, state) => {
  expect(looked(of)).toMatchObject({ state, silent: null });
});

test('tomorrow still counts, and where all are heard it is ready', () => {
  expect(looked({ playAtMs: NOW + DAY_MS })?.state).toBe('silent');
  const heard = { areas, speakers: [speaker('ban-1', 'online')], nowMs: NOW };
  expect(withSilent([item()], heard)[0]?.state).toBe('ready');
});
