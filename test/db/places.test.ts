// Areas, regulations, sites, units and statuses come back as they went in, on every database.
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import type { Status } from '../../devices/protocol/index.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { AREAS, DAYTIME, daily, NOON, SITES } from '../domain/samples.ts';
import { DIALECTS, furnish, unit } from './dialects.ts';

const status: Status = {
  online: true,
  atMs: NOON,
  unitId: 'may-1',
  publicKey: 'AAAA',
  firmware: 'tham-chieu 0.1.0',
  policyCounter: 3,
  holds: ['phat-1'],
  clockErrorMs: 1.25,
  freeBytes: null,
  power: null,
  volumePercent: 100,
  bytesThisMonth: 0,
};

describe.each(DIALECTS)('$name', ({ open }) => {
  test('areas come back by id, by code and all in the order of codes', () => {
    const { areas } = furnish(open());
    expect(areas.get('xa-a')).toEqual(AREAS[1]);
    expect(areas.byCode('ban-1')).toEqual(AREAS[3]);
    expect(areas.all().map(({ code }) => code)).toEqual(AREAS.map(({ code }) => code).sort());
    expect([areas.get('?'), areas.byCode('?')]).toEqual([null, null]);
  });

  test('two areas of one code are refused', () => {
    const { areas } = furnish(open());
    const twin = { ...(AREAS[3] as (typeof AREAS)[0]), id: 'khac' };
    expect(() => areas.insert(twin)).toThrow(/UNIQUE/);
  });

  test('an area in one that does not exist is refused', () => {
    const { areas } = furnish(open());
    const lost = { ...(AREAS[3] as (typeof AREAS)[0]), id: 'x', code: 'x', parentId: '?' };
    expect(() => areas.insert(lost)).toThrow(/FOREIGN KEY/);
  });

  test('a population is kept, and so is not knowing it', () => {
    const { areas } = furnish(open());
    const village = { ...(AREAS[3] as (typeof AREAS)[0]), id: 'x', code: 'x', population: 1_204 };
    areas.insert(village);
    expect([areas.get('x')?.population, areas.get('ban-1')?.population]).toEqual([1_204, null]);
  });

  test('a regulation is replaced whole', () => {
    const { regulations } = furnish(open());
    expect(regulations.get('xa-a')).toBeNull();
    const rules = { ...NO_RULES, sessionsPerDay: 2, template: 'ha-noi-2021' };
    regulations.put({ areaId: 'xa-a', hours: DAYTIME, rules: NO_RULES, counter: 1 });
    regulations.put({ areaId: 'xa-a', hours: daily(300, 390), rules, counter: 2 });
    expect(regulations.get('xa-a')).toEqual({
      areaId: 'xa-a',
      hours: daily(300, 390),
      rules,
      counter: 2,
    });
  });

  test('sites come back by id, by areas, and none for no areas', () => {
    const { sites } = furnish(open());
    expect(sites.get('loa-1')).toEqual(SITES[0]);
    expect(sites.all()).toHaveLength(SITES.length);
    expect(sites.ofAreas(['ban-1', 'ban-2', 'ban-b1']).map(({ id }) => id)).toEqual([
      'loa-1',
      'loa-2',
      'loa-b',
    ]);
    expect([sites.ofAreas([]), sites.ofAreas(['?']), sites.get('?')]).toEqual([[], [], null]);
  });

  test('a province of 5,000 areas can be asked about at once', () => {
    const { sites } = furnish(open());
    const areaIds = Array.from({ length: 5_000 }, (_, n) => `ban-${n}`);
    expect(sites.ofAreas(areaIds).map(({ id }) => id)).toEqual(['loa-1', 'loa-2']);
  });

  test('one unit stands at a site at a time', () => {
    const { units } = furnish(open());
    expect(() => units.insert(unit({ id: 'may-9' }))).toThrow(/UNIQUE/);
    units.remove('may-1', NOON + 1);
    expect(units.at('loa-1')).toBeNull();
    units.insert(unit({ id: 'may-9', installedAtMs: NOON + 2 }));
    expect(units.at('loa-1')?.id).toBe('may-9');
    expect(units.installed().map(({ id }) => id)).toEqual(['may-9', 'may-2', 'may-3', 'may-4']);
  });

  test('the history of a site outlives its units, and a removal happens once', () => {
    const { units } = furnish(open());
    units.remove('may-1', NOON + 1);
    units.remove('may-1', NOON + 99);
    units.insert(unit({ id: 'may-9', installedAtMs: NOON + 2 }));
    const history = units.ofSite('loa-1').map(({ id, removedAtMs }) => [id, removedAtMs]);
    expect(history).toEqual([
      ['may-1', NOON + 1],
      ['may-9', null],
    ]);
  });

  test('a key is pinned to its unit', () => {
    const { units } = furnish(open());
    units.pinKey('may-1', 'KEY=');
    expect([units.get('may-1')?.publicKey, units.get('may-2')?.publicKey]).toEqual(['KEY=', null]);
    expect(units.get('?')).toBeNull();
  });

  test('the last status of a speaker replaces the one before', () => {
    const { statuses } = furnish(open());
    expect(statuses.get('loa-1')).toBeNull();
    statuses.put('loa-1', { ...status, online: false }, NOON);
    statuses.put('loa-1', status, NOON + 1);
    expect(statuses.get('loa-1')).toEqual({ status, heardAtMs: NOON + 1 });
    expect(statuses.all()).toEqual([{ siteId: 'loa-1', status, heardAtMs: NOON + 1 }]);
  });
});
