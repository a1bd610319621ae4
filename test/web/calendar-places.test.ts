// Where things stand on the calendar: days and weeks, columns of a day, what is shaded; no browser.
// It must never look at a page: test/web/calendar.test.ts does.
import './page-stub.ts';
import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/http/schemas/area.ts';
import type { SpecialDay } from '../../src/http/schemas/calendar.ts';
import { treeOf } from '../../src/web/area-tree.ts';
import {
  columnPage,
  columnsHearing,
  columnsOf,
  communeOf,
} from '../../src/web/screens/calendar/columns.ts';
import {
  closedShades,
  quietShades,
  specialHere,
  specialOn,
  specialShades,
} from '../../src/web/screens/calendar/shades.ts';
import {
  dayOfIso,
  isoOf,
  mondayOf,
  msOfWall,
  shifted,
  wallOf,
  weekdayOf,
  weekOf,
  weekSpan,
} from '../../src/web/screens/calendar/span.ts';

const at = (wall: string): number => Date.parse(`${wall}+07:00`);
const dayOf = (iso: string): number => dayOfIso(iso) ?? Number.NaN;
const WEDNESDAY = dayOf('2026-11-25');

describe('days', () => {
  test('are counted from Monday, over month, year and leap day', () => {
    expect(weekOf(WEDNESDAY).map(isoOf)[0]).toBe('2026-11-23');
    expect(isoOf(mondayOf(dayOf('2027-01-01')))).toBe('2026-12-28');
    expect(isoOf(dayOf('2028-02-28') + 1)).toBe('2028-02-29');
    expect(weekdayOf(dayOf('1969-12-31'))).toBe(2);
  });

  test('begin at midnight in Vietnam, wherever the machine stands', () => {
    expect(weekSpan(WEDNESDAY)).toEqual({
      fromMs: at('2026-11-23T00:00:00'),
      toMs: at('2026-11-30T00:00:00'),
    });
    expect(wallOf(at('2026-11-25T17:30:05'))).toBe('2026-11-25T17:30:05');
    expect(msOfWall('2026-11-25T17:30:05')).toBe(at('2026-11-25T17:30:05'));
  });

  test.each(['2026-02-31', '2026-13-01', 'mai', '2026-1-1', null])('%s is none', (text) => {
    expect(dayOfIso(text)).toBeNull();
  });

  test('a drag is added in days and seconds', () => {
    expect(shifted(0, { days: -1, seconds: 300 })).toBe(300_000 - 86_400_000);
    expect(shifted(5, {})).toBe(5);
  });
});

const area = (id: string, kind: Area['kind'], parentId: string | null): Area => ({
  ...{ id, code: id, kind, name: id, parentId, population: null },
  tenantId: kind === 'village' || kind === 'group' ? (parentId ?? '') : id,
});
const AREAS = [
  area('tinh', 'province', null),
  area('xa-a', 'commune', 'tinh'),
  area('ban-1', 'village', 'xa-a'),
  area('ban-2', 'village', 'xa-a'),
  area('cum', 'group', 'ban-1'),
];
const TWO = [...AREAS, area('xa-b', 'commune', 'tinh')];
const names = (areas: readonly Area[], where: string) =>
  columnsOf(treeOf(areas, []), where).map(({ id }) => id);

describe('columns of a day', () => {
  test('of more places than can be drawn are turned over like pages, none left out', () => {
    const many = Array.from({ length: 75 }, (_, n) => area(`xa-${n}`, 'commune', 'tinh'));
    const all = columnsOf(treeOf([area('tinh', 'province', null), ...many], []), '');
    const [one, two] = [columnPage(all, 0), columnPage(all, 1)];
    expect([one.first, one.last, one.all, one.pages]).toEqual([1, 40, 75, 2]);
    expect([two.first, two.last, two.page]).toEqual([41, 75, 1]);
    expect(new Set([...one.columns, ...two.columns].map(({ id }) => id)).size).toBe(75);
    // a smaller place, looked at from the second page of a greater one
    expect(columnPage(all.slice(0, 3), 1)).toMatchObject({ first: 1, last: 3, page: 0, pages: 1 });
    expect(columnPage([], 0)).toMatchObject({ columns: [], pages: 1 });
  });

  test('are the villages of a commune, the communes of a province, one village alone', () => {
    expect(names(AREAS, '')).toEqual(['ban-1', 'ban-2']);
    expect(names(TWO, '')).toEqual(['xa-a', 'xa-b']);
    expect(names(TWO, 'xa-a')).toEqual(['ban-1', 'ban-2']);
    expect(names(TWO, 'ban-1')).toEqual(['ban-1']);
    expect(names(TWO, 'xa-b')).toEqual(['xa-b']);
    expect(names(TWO, 'khong-co')).toEqual([]);
  });

  test.each([
    [['xa-a'], ['ban-1', 'ban-2']],
    [['tinh'], ['ban-1', 'ban-2']],
    [['ban-2'], ['ban-2']],
    [['cum'], ['ban-1']],
    [['xa-b'], []],
  ])('hear what is for %s in %s: areas nest', (areaIds, heard) => {
    const columns = columnsOf(treeOf(TWO, []), 'xa-a');
    expect(columnsHearing(TWO, { columns, areaIds })).toEqual(heard);
  });

  test('keep the regulation of their commune; a province of several keeps none', () => {
    expect(communeOf(TWO, 'cum')).toBe('xa-a');
    expect(communeOf(TWO, '')).toBeNull();
    expect(communeOf(AREAS, '')).toBe('xa-a');
    expect(communeOf(TWO, 'tinh')).toBeNull();
  });
});

const clock = (ms: number) => wallOf(ms).slice(5, 16);
describe('shades', () => {
  const days = [WEDNESDAY];
  const window = (fromMinute: number, toMinute: number, on = [3]) => ({
    ...{ days: on, fromMinute, toMinute },
  });
  const closed = (windows: ReturnType<typeof window>[] | null) =>
    closedShades({ windows, days, name: 'x' }).map(({ fromMs, toMs }) => [
      clock(fromMs),
      clock(toMs),
    ]);

  test('lie around the windows of that weekday, which may touch and overlap', () => {
    expect(closed([window(300, 420), window(1_020, 1_140), window(400, 450)])).toEqual([
      ['11-25T00:00', '11-25T05:00'],
      ['11-25T07:30', '11-25T17:00'],
      ['11-25T19:00', '11-26T00:00'],
    ]);
    expect(closed([window(0, 1_440)])).toEqual([]);
    expect(closed([window(300, 420, [1])])).toEqual([['11-25T00:00', '11-26T00:00']]);
    expect(closed(null)).toEqual([]);
  });

  test('of quiet hours lie where the regulation puts them', () => {
    const windows = [window(720, 810), window(0, 300, [6])];
    expect(quietShades({ windows, days, name: 'Giờ yên tĩnh' })).toEqual([
      {
        ...{ id: `quiet-${WEDNESDAY}-720`, kind: 'quiet', name: 'Giờ yên tĩnh' },
        ...{ fromMs: at('2026-11-25T12:00:00'), toMs: at('2026-11-25T13:30:00') },
      },
    ]);
  });

  const special = (id: string, of: Partial<SpecialDay>): SpecialDay => ({
    ...{ id, tenantId: null, kind: 'holiday', name: id, note: null, mine: false },
    ...{ fromDay: '2026-11-24', untilDay: '2026-11-25', ...of },
  });

  test('of special days cover whole days, the last one too', () => {
    const all = [special('le', {}), special('tang', { kind: 'mourning', fromDay: '2026-11-25' })];
    expect(specialOn(all, WEDNESDAY).map(({ id }) => id)).toEqual(['le', 'tang']);
    expect(specialOn(all, WEDNESDAY + 1)).toEqual([]);
    expect(specialOn([special('sai', { fromDay: 'x' })], WEDNESDAY)).toEqual([]);
    const [first] = specialShades({ special: all, days });
    expect(first).toMatchObject({ kind: 'holiday', toMs: at('2026-11-26T00:00:00') });
  });

  test('of another commune are not this one’s', () => {
    const all = ['xa-a', 'xa-b', 'tinh', null].map((tenantId) =>
      special(`${tenantId}`, { tenantId }),
    );
    const here = specialHere(all, { areas: TWO, communeId: 'xa-a' });
    expect(here.map(({ id }) => id)).toEqual(['xa-a', 'tinh', 'null']);
    expect(specialHere(all, { areas: TWO, communeId: null })).toHaveLength(2);
  });
});
