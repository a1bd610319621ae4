// What breaks a regulation on one day, and the sentences about it (issue #5, 2).
// It must never know rules of recurrence.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedAt } from '../../../devices/rules/index.ts';
import type { Regulation } from '../../../src/domain/model.ts';
import { checkRegulation, type Planned } from '../../../src/domain/regulation/check-regulation.ts';
import { levelOf } from '../../../src/domain/regulation/level.ts';
import {
  NO_RULES,
  type RegulationRules,
  type ZONES,
} from '../../../src/domain/regulation/regulation-model.ts';
import { silentThere, violationSays } from '../../../src/domain/regulation/violation-words.ts';
import { hoursOfSite, volumesOfSite } from '../../../src/domain/regulation/zone-hours.ts';
import { at, DAYTIME } from '../samples.ts';

const MINUTE = 60_000;
const ALL = [1, 2, 3, 4, 5, 6, 7];
const window = (fromMinute: number, toMinute: number, days = ALL) => ({
  days,
  fromMinute,
  toMinute,
});
const regulation = (rules: Partial<RegulationRules> = {}, hours = DAYTIME): Regulation => ({
  ...{ areaId: 'xa-a', hours, rules: { ...NO_RULES, ...rules }, counter: 1 },
});
const one = (id: string, clock: string, minutes: number, of: Partial<Planned> = {}): Planned => ({
  ...{ id, playAtMs: at('2026-12-05', clock), durationMs: minutes * MINUTE },
  ...{ priority: 'normal', drill: false, level: 'commune', isNew: false },
  ...of,
});
const NEW = { isNew: true };
const kinds = (rules: Partial<RegulationRules>, planned: Planned[]) =>
  checkRegulation({ regulation: regulation(rules), zones: ['ordinary'], planned }).map(
    ({ kind }) => kind,
  );

describe('the hours of a zone', () => {
  test('are the very hours of the commune where nothing is said of it', () => {
    const of = regulation();
    expect(hoursOfSite(of, 'ordinary')).toBe(of.hours);
    expect(hoursOfSite(of, 'school')).toBe(of.hours);
  });

  test('are its own where it has any, less the quiet hours of everybody', () => {
    const zones = { ...NO_RULES.zones, school: [window(360, 480)] };
    expect(hoursOfSite(regulation({ zones }), 'school').windows).toEqual([window(360, 480)]);
    const quiet = [window(400, 420), window(470, 500, [1])];
    const of = regulation({ zones, quiet });
    expect(hoursOfSite(of, 'school').windows).toEqual([
      window(360, 400),
      window(420, 470, [1]),
      window(420, 480, [2, 3, 4, 5, 6, 7]),
    ]);
    expect(hoursOfSite(of, 'ordinary').windows).toHaveLength(4);
  });

  test('two windows that are the same on a day count once', () => {
    const twice = { ...DAYTIME, windows: [...DAYTIME.windows, ...DAYTIME.windows] };
    const of = regulation({ quiet: [window(0, 60)] }, twice);
    expect(hoursOfSite(of, 'ordinary').windows).toEqual(DAYTIME.windows);
  });

  test('volumes come by the hour and of that zone alone', () => {
    const cap = (zone: (typeof ZONES)[number], fromMinute: number, toMinute: number) => ({
      ...{ zone, fromMinute, toMinute, percent: 40 },
    });
    const volumes = [cap('ordinary', 1_260, 1_440), cap('school', 0, 60), cap('ordinary', 0, 360)];
    expect(volumesOfSite({ ...NO_RULES, volumes }, 'ordinary')).toEqual([
      { fromMinute: 0, toMinute: 360, percent: 40 },
      { fromMinute: 1_260, toMinute: 1_440, percent: 40 },
    ]);
    const same = [cap('school', 0, 120), cap('school', 0, 60)];
    expect(volumesOfSite({ ...NO_RULES, volumes: same }, 'school')[0]?.toMinute).toBe(60);
  });

  test('never admit a second that quiet hours or windows forbid', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 1_438 }), fc.integer({ min: 1, max: 600 }))
      .map(([from, long]) => [from, Math.min(1_440, from + long)] as const);
    const windows = fc.array(
      fc.record({ span, days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) }),
      { maxLength: 5 },
    );
    const made = windows.map((all) =>
      all.map(({ span: [from, to], days }) => window(from, to, days)),
    );
    const second = fc.integer({ min: at('2026-12-05', '00:00'), max: at('2026-12-12', '00:00') });
    fc.assert(
      fc.property(made, made, second, (open, quiet, ms) => {
        const hours = { utcOffsetMin: 420, windows: open };
        const of = { hours, rules: { ...NO_RULES, quiet } };
        const isQuiet = allowedAt({ utcOffsetMin: 420, windows: quiet }, ms);
        expect(allowedAt(hoursOfSite(of, 'ordinary'), ms)).toBe(allowedAt(hours, ms) && !isQuiet);
      }),
    );
  });
});

describe('on one day', () => {
  test.each<[string, Partial<RegulationRules>, Planned[], string[]]>([
    ['nothing is wrong where there are no rules', {}, [one('a', '06:00', 10, NEW)], []],
    ['a new one before the hours', {}, [one('a', '04:45', 10, NEW)], ['out-of-hours']],
    ['what was there before the hours is nobody’s fault now', {}, [one('a', '04:45', 10)], []],
    [
      'an emergency is asked by nobody, a drill is',
      { sessionsPerDay: 1 },
      [
        one('a', '06:00', 10),
        one('b', '03:00', 10, { ...NEW, priority: 'emergency' }),
        one('c', '03:30', 10, { ...NEW, priority: 'emergency', drill: true }),
      ],
      ['out-of-hours', 'too-many-sessions'],
    ],
    [
      'one session too many',
      { sessionsPerDay: 2 },
      [one('a', '06:00', 10), one('b', '11:00', 10), one('c', '17:00', 10, NEW)],
      ['too-many-sessions'],
    ],
    [
      'what joins one of too many that were there adds none',
      { sessionsPerDay: 1 },
      [one('a', '06:00', 10), one('b', '17:00', 10), one('c', '17:15', 10, NEW)],
      [],
    ],
    [
      'a session made too long',
      { minutesPerSession: 15 },
      [one('a', '06:00', 10), one('b', '06:10', 10, NEW), one('c', '17:00', 60)],
      ['session-too-long'],
    ],
    ['a session as long as allowed', { minutesPerSession: 15 }, [one('a', '06:00', 15, NEW)], []],
    [
      'against the order',
      { order: ['national', 'province', 'commune'] },
      [one('a', '06:00', 5), one('b', '06:05', 5, { ...NEW, level: 'national' })],
      ['wrong-order'],
    ],
    [
      'against the order because of the one before',
      { order: ['national', 'commune'] },
      [one('a', '06:00', 5, NEW), one('b', '06:05', 5, { level: 'national' })],
      ['wrong-order'],
    ],
    [
      'old ones against the order are let be, and a level it does not name goes anywhere',
      { order: ['national', 'commune'] },
      [
        one('a', '06:00', 5),
        one('b', '06:05', 5, { level: 'national' }),
        one('c', '06:10', 5, { ...NEW, level: 'province' }),
      ],
      [],
    ],
  ])('%s', (_, rules, planned, wanted) => {
    expect(kinds(rules, planned)).toEqual(wanted);
  });
});

test('each is said with day, limit, what is there and what to do', () => {
  const rules = {
    sessionsPerDay: 1,
    minutesPerSession: 15,
    order: ['national', 'commune'] as const,
  };
  const of = regulation(rules);
  const planned = [
    one('a', '06:00', 10),
    one('b', '06:10', 10, { ...NEW, level: 'national' }),
    one('c', '21:00', 1, NEW),
  ];
  const said = checkRegulation({ regulation: of, zones: ['ordinary', 'ordinary'], planned }).map(
    (each) => violationSays(each, 'xã A'),
  );
  expect(said.map(({ vi }) => vi)).toEqual([
    '21:00 ngày 5/12/2026 nằm ngoài khung giờ của xã A (khu vực thường). Ngày đó được phát: 05:00–20:00. Hãy chọn giờ khác.',
    'Ngày 5/12/2026, quy chế của xã A chỉ cho phát 1 buổi, đã có: 06:00–06:10. Buổi lúc 21:00 là quá số buổi. Hãy xếp vào liền một buổi đã có, chọn ngày khác, hoặc xin ngoại lệ.',
    'Ngày 5/12/2026, quy chế của xã A cho mỗi buổi dài nhất 15 phút. Thêm bản tin lúc 06:10 thì buổi 06:00–06:20 (2 bản tin) dài 20 phút. Hãy rút ngắn, chuyển sang buổi khác, hoặc xin ngoại lệ.',
    'Thứ tự trong buổi ngày 5/12/2026 của xã A phải là trung ương → xã; bản tin lúc 06:10 (trung ương) lại đứng sau bản tin của xã. Hãy đổi giờ cho đúng thứ tự, chuyển sang buổi khác, hoặc xin ngoại lệ.',
  ]);
  expect(said[1]?.en).toContain('allows 1 session; there are already: 06:00–06:10');
});

test('many sessions and many communes are not all named', () => {
  const session = { fromMs: at('2026-12-05', '06:00'), toMs: at('2026-12-05', '06:10'), count: 1 };
  const there = Array.from({ length: 7 }, () => session);
  const many = { atMs: session.fromMs, durationMs: 1, kind: 'too-many-sessions', most: 7 } as const;
  expect(violationSays({ ...many, there }, 'xã A').vi).toMatch(/06:10, …\. Buổi/u);
  expect(violationSays({ ...many, there: [] }, 'xã A').vi).toContain('đã có: chưa buổi nào');
  expect(silentThere(['A', 'B']).vi).toBe(
    'Theo quy chế riêng, sẽ không phát ở: A, B. Các nơi khác vẫn phát.',
  );
  const names = Array.from({ length: 8 }, (_, n) => `xã ${n}`);
  expect(silentThere(names)).toMatchObject({
    vi: expect.stringContaining('và 2 xã nữa'),
    en: expect.stringContaining('and 2 more'),
  });
});

test.each([
  [null, 'commune', 'commune'],
  [null, 'province', 'province'],
  ['31/2024/QH15', 'commune', 'national'],
  ['Số: 49/2024/NĐ-CP', 'commune', 'national'],
  ['39/2020/TT-BTTTT', 'province', 'national'],
  ['12/2026/QĐ-UBND', 'province', 'province'],
  ['05/NQ-HĐND', 'commune', 'commune'],
  ['không số', 'commune', 'commune'],
  ['7/2026', 'commune', 'commune'],
] as const)('%s of a %s is of the %s', (number, kind, level) => {
  expect(levelOf({ number, kind })).toBe(level);
});
