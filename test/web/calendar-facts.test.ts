// What the calendar works out by itself: days and weeks, columns, shades, states, names; no browser.
// It must never look at a page: test/web/calendar.test.ts does.
import './page-stub.ts';
import { describe, expect, test } from 'vitest';
import type { Airing } from '../../src/http/schemas/airing.ts';
import type { AiringSummary } from '../../src/http/schemas/airing-summary.ts';
import type { Area } from '../../src/http/schemas/area.ts';
import type { SpecialDay } from '../../src/http/schemas/calendar.ts';
import type { PlannedOccurrence } from '../../src/http/schemas/schedule.ts';
import { treeOf } from '../../src/web/area-tree.ts';
import { columnsHearing, columnsOf, communeOf } from '../../src/web/screens/calendar/columns.ts';
import { type Item, itemsOf, SIGNS, TONES } from '../../src/web/screens/calendar/items.ts';
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
import { countWord, nameOf, stateWord } from '../../src/web/screens/calendar/spoken.ts';
import { en } from '../../src/web/words/en.ts';
import { vi } from '../../src/web/words/vi.ts';

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
  test('are the villages of a commune, the communes of a province, one village alone', () => {
    expect(names(AREAS, '')).toEqual(['ban-1', 'ban-2']);
    expect(names(TWO, '')).toEqual(['xa-a', 'xa-b']);
    expect(names(TWO, 'xa-a')).toEqual(['ban-1', 'ban-2']);
    expect(names(TWO, 'ban-1')).toEqual(['ban-1']);
    expect(names(TWO, 'xa-b')).toEqual(['xa-b']);
    expect(names(TWO, 'khong-co')).toEqual([]);
  });

  test('are forty at most', () => {
    const many = Array.from({ length: 75 }, (_, n) => area(`xa-${n}`, 'commune', 'tinh'));
    expect(names([area('tinh', 'province', null), ...many], '')).toHaveLength(40);
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

const NOW = at('2026-11-25T12:00:00');
const HOUR_MS = 3_600_000;
const occurrence = (of: Partial<PlannedOccurrence> = {}): PlannedOccurrence =>
  ({
    ...{ id: `lich@${NOW + HOUR_MS}`, scheduleId: 'lich', bulletinId: 'tin', tenantId: 'xa-a' },
    ...{ areaIds: ['ban-1'], slotMs: NOW + HOUR_MS, playAtMs: NOW + HOUR_MS, durationMs: 120_000 },
    ...{ priority: 'normal' as const, hindrance: null, change: null, special: null, hushed: [] },
    ...{ title: 'Họp bản', airing: null, airingId: null, ...(of as object) },
  }) as PlannedOccurrence;
const airing = (of: Partial<Airing> = {}): Airing =>
  ({
    ...{ id: 'luot', occurrenceId: `lich@${NOW - HOUR_MS}`, scheduleId: 'lich', bulletinId: 'tin' },
    ...{ clipId: 'am', tenantId: 'xa-a', areaIds: ['ban-1'], priority: 'normal' as const },
    ...{ drill: false, playAtMs: NOW - HOUR_MS, durationMs: 120_000, sendAtMs: 0, closeAtMs: 0 },
    ...{ state: 'closed' as const, title: 'Họp bản', ...(of as object) },
  }) as Airing;
const summary = (counts: Partial<AiringSummary['counts']>): AiringSummary => ({
  airingId: 'luot',
  counts: {
    ...{ all: 4, played: 0, partly: 0, yielded: 0, skipped: 0, failed: 0, waiting: 0, ...counts },
  },
  why: null,
});
const only = (of: Partial<Parameters<typeof itemsOf>[0]>): Item => {
  const [item] = itemsOf({ nowMs: NOW, occurrences: [], airings: [], summaries: [], ...of });
  if (item === undefined) throw new Error('nothing stands on the calendar');
  return item;
};

describe('what stands on the calendar', () => {
  test.each([
    [null, 'ready'],
    ['not-approved', 'not-approved'],
    ['changed-since-approval', 'not-approved'],
    ['approval-too-old', 'not-approved'],
    ['no-clip', 'no-sound'],
    ['no-speakers', 'no-speakers'],
    ['out-of-hours', 'out-of-hours'],
    ['over-regulation', 'over-regulation'],
    ['cancelled-once', 'called-off'],
    ['expired', 'ended'],
    ['document-ended', 'ended'],
  ])('with %s in its way is %s', (hindrance, state) => {
    const occurrences = [occurrence({ hindrance } as Partial<PlannedOccurrence>)];
    expect(only({ occurrences }).state).toBe(state);
  });

  test.each([
    [{ all: 4, played: 4 }, 'aired'],
    [{ all: 4, played: 3, failed: 1 }, 'partly-aired'],
    [{ all: 4, partly: 1, failed: 3 }, 'partly-aired'],
    [{ all: 4, failed: 4 }, 'not-aired'],
    [{ all: 0 }, 'not-aired'],
    [{ all: 4, played: 3, waiting: 1 }, 'waiting'],
  ])('closed with %j is %s', (counts, state) => {
    expect(only({ airings: [airing()], summaries: [summary(counts)] }).state).toBe(state);
  });

  test('that was stopped, or whose counts are not known, says so', () => {
    expect(only({ airings: [airing({ state: 'cancelled' })] }).state).toBe('stopped');
    expect(only({ airings: [airing()] })).toMatchObject({ state: 'waiting', counts: null });
  });

  test('hushed in places, and sounding now, are states of their own', () => {
    const hushed = [{ siteId: 'loa', siteName: 'Loa', untilMs: NOW, reason: '' }] as never;
    expect(only({ occurrences: [occurrence({ hushed })] }).state).toBe('hushed');
    const now = occurrence({ playAtMs: NOW - 1, airing: 'sent', airingId: 'luot' });
    expect(only({ occurrences: [now] }).state).toBe('sounding');
  });

  test('an airing that is over takes the place of its occurrence; one to come does not', () => {
    const same = { occurrenceId: `lich@${NOW + HOUR_MS}`, playAtMs: NOW + HOUR_MS };
    const both = (state: Airing['state']) => ({
      occurrences: [occurrence({ airing: state, airingId: 'luot' })],
      airings: [airing({ ...same, state })],
    });
    expect(only(both('sent'))).toMatchObject({ state: 'ready', airingId: 'luot' });
    expect(only(both('cancelled'))).toMatchObject({ state: 'stopped', canMove: false });
  });

  test('is moved by its slot, which its name tells: not repetitions, not "now", not the past', () => {
    const moved = occurrence({ id: 'lich@5', playAtMs: NOW + 9, change: 'moved' });
    expect(only({ occurrences: [moved] })).toMatchObject({
      ...{ slotMs: 5, canMove: true, isMoved: true },
    });
    const can = (of: Partial<PlannedOccurrence>) => only({ occurrences: [occurrence(of)] }).canMove;
    expect(can({ id: 'lich@5#2' })).toBe(false);
    expect(can({ id: 'lich@now' })).toBe(false);
    expect(can({ playAtMs: NOW })).toBe(false);
    expect(can({ hindrance: 'cancelled-once' })).toBe(false);
    expect(can({ hindrance: 'not-approved' })).toBe(true);
  });

  test('stands in the order of time', () => {
    const occurrences = [3, 1, 2].map((n) => occurrence({ id: `l${n}@1`, playAtMs: NOW + n }));
    const found = itemsOf({ nowMs: NOW, occurrences, airings: [], summaries: [] });
    expect(found.map(({ id }) => id)).toEqual(['l1@1', 'l2@1', 'l3@1']);
  });

  test('has a sign, a tone and a word in both languages for every state', () => {
    const states = Object.keys(SIGNS).sort();
    expect(Object.keys(TONES).sort()).toEqual(states);
    expect(Object.keys(vi.calendar.states).sort()).toEqual(states);
    expect(Object.keys(en.calendar.states).sort()).toEqual(states);
    expect(new Set(Object.values(vi.calendar.states)).size).toBe(states.length);
  });
});

describe('the name of an event', () => {
  test('is time, title, length, place and readiness', () => {
    const item = only({ occurrences: [occurrence({ playAtMs: at('2026-11-25T17:30:00') })] });
    expect(nameOf(item, 'bản Nà Cạn')).toBe('17:30, Họp bản, 2 phút, bản Nà Cạn, sẵn sàng');
  });

  test('says priority, counts, that it was moved, and the first reason', () => {
    const urgent = only({
      occurrences: [occurrence({ priority: 'emergency', change: 'moved', durationMs: 95_000 })],
    });
    expect(nameOf(urgent, 'bản Mòng')).toMatch(
      /1 phút 35 giây, bản Mòng, sẵn sàng, Khẩn cấp, Đã dời riêng lần này$/,
    );
    const why = { vi: 'Không phát được: mất điện.', en: '' };
    const failed = only({
      airings: [airing({ priority: 'priority' })],
      summaries: [{ ...summary({ played: 3, failed: 1 }), why }],
    });
    expect(countWord(failed)).toBe('3/4 cụm loa');
    expect(stateWord(failed)).toBe('phát một phần');
    expect(nameOf(failed, 'bản Mòng')).toMatch(
      /3\/4 cụm loa, Ưu tiên, Không phát được: mất điện\.$/,
    );
  });
});
