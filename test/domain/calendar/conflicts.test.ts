// Who meets whom where before a schedule is saved, which rule decides, and what is said of it.
// It must never check whose turn it is: the arbiter's own tests do.
import { expect, test } from 'vitest';
import { type AirRules, USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import { cellsOf, hearing, meetingAreas } from '../../../src/domain/calendar/cells.ts';
import type { Conflict } from '../../../src/domain/calendar/conflict-model.ts';
import { spoken } from '../../../src/domain/calendar/conflict-words.ts';
import { CONFLICTS_MAX, conflictsOf } from '../../../src/domain/calendar/conflicts.ts';
import { mayWellSound, type Planned } from '../../../src/domain/calendar/turns.ts';
import { daily, SITES } from '../samples.ts';
import { CELLS, clock, hear, minutes, planned, TREE } from './plan-samples.ts';

const NAMES = { area: (id: string) => id, site: (id: string) => id, nowMs: clock('12:00') };
const met = (wished: Planned[], others: Planned[]) => conflictsOf({ wished, others, hear });
const said = (conflicts: readonly Conflict[]) => conflicts.map((of) => spoken(of, NAMES).says);
const air = (of: Partial<AirRules>) => ({ air: { ...USUAL_RULES, ...of } });

test('sites of one village with the same hours are one cell; other hours make another', () => {
  const own = { ...(SITES[0] ?? SITES[0]), id: 'loa-tram', zone: 'clinic' } as (typeof SITES)[0];
  const quiet = daily(6 * 60, 18 * 60);
  const cells = cellsOf([...SITES, own, { ...own, id: 'loa-tram-2' }], ({ zone }) =>
    zone === 'clinic' ? quiet : { ...daily(5 * 60, 20 * 60) },
  );
  expect(cells.map(({ sites }) => sites.map(({ id }) => id))).toEqual([
    ['loa-1'],
    ['loa-2'],
    ['loa-3'],
    ['loa-b'],
    ['loa-tram', 'loa-tram-2'],
  ]);
  expect(new Set(cells.map(({ hoursKey }) => hoursKey)).size).toBe(2);
  const both = hearing(TREE, cells)(['ban-1', 'xa-a']);
  expect(both.flatMap(({ sites }) => sites)).toHaveLength(5);
});

test('a schedule is of interest when its areas lie in, above or beneath the wish', () => {
  expect([...meetingAreas(TREE, ['ban-1'])].sort()).toEqual(['ban-1', 'cum-suoi', 'tinh', 'xa-a']);
});

test('alone, or only near in time or place, nothing is in conflict', () => {
  expect(met([planned('mới', '17:00')], [])).toEqual([]);
  expect(met([planned('mới', '17:00')], [planned('cũ', '17:03')])).toEqual([]);
  expect(met([planned('mới', '17:00')], [planned('b', '17:00', { areaIds: ['xa-b'] })])).toEqual(
    [],
  );
});

test('a commune and a village meet at the speakers of that village and its groups', () => {
  const [conflict, ...rest] = met(
    [planned('mới', '17:01')],
    [planned('cũ', '17:00', { areaIds: ['ban-1'] })],
  );
  expect(rest).toEqual([]);
  expect(conflict).toMatchObject({
    whose: 'wish',
    outcome: { kind: 'waits', fromMs: clock('17:03') },
    rule: 'already-sounding',
    siteIds: ['loa-1', 'loa-3'],
    with: { scheduleId: 'cũ', title: 'Bản cũ' },
  });
});

const SENTENCES: [string, Planned, Planned, string[]][] = [
  [
    'waits for an equal that sounds',
    planned('mới', '17:01'),
    planned('cũ', '17:00'),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này đợi 2 phút, phát lúc 17:03, vì “Bản cũ” (17:00) đang phát và cùng mức ưu tiên.',
    ],
  ],
  [
    'at the same time gives the other its turn',
    planned('xyz', '17:00'),
    planned('abc', '17:00'),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này đợi 3 phút, phát lúc 17:03, vì “Bản abc” (17:00) cùng giờ và được đặt trước.',
    ],
  ],
  [
    'is interrupted by what stands above it',
    planned('mới', '17:00'),
    planned('cũ', '17:01', { priority: 'priority' }),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này bị ngắt lúc 17:01, phát tiếp lúc 17:04, vì “Bản cũ” (17:01) ưu tiên cao hơn.',
    ],
  ],
  [
    'drops when its rule is to drop',
    planned('mới', '17:00', air({ under: 'drop' })),
    planned('cũ', '17:01', { priority: 'emergency', drill: true }),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này bị ngắt lúc 17:01 và không phát tiếp, vì “Bản cũ” (17:01) ưu tiên cao hơn.',
    ],
  ],
  [
    'gives way when it would wait too long',
    planned('mới', '17:01'),
    planned('cũ', '17:00', { durationMs: minutes(20) }),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này phải nhường, không phát, vì “Bản cũ” (17:00) đang phát và cùng mức ưu tiên.',
    ],
  ],
  [
    'makes the other wait',
    planned('mới', clock('17:00') + 30_000),
    planned('cũ', '17:01'),
    [
      'Ở ban-1, ban-2, cum-suoi: “Bản cũ” (17:01) đợi 2 phút 30 giây, phát lúc 17:03:30, vì bản tin này đang phát và cùng mức ưu tiên.',
    ],
  ],
  [
    'is pushed over the hours',
    planned('mới', '19:56', { durationMs: minutes(4) }),
    planned('cũ', '19:55', { durationMs: minutes(4) }),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này bị đẩy quá khung giờ, dừng lúc 20:00, vì “Bản cũ” (19:55) chiếm giờ.',
    ],
  ],
  [
    'with an exact start takes the turn of an equal',
    planned('mới', '17:01', air({ start: { kind: 'exact' } })),
    planned('cũ', '17:00'),
    [
      'Ở ban-1, ban-2, cum-suoi: “Bản cũ” (17:00) bị ngắt lúc 17:01, phát tiếp lúc 17:04, vì bản tin này phải phát đúng giờ.',
    ],
  ],
  [
    'an emergency, is interrupted by a graver one',
    planned('mới', '17:00', { priority: 'emergency' }),
    planned('cũ', '17:01', { priority: 'emergency', order: 100 }),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này bị ngắt lúc 17:01, phát tiếp lúc 17:04, vì “Bản cũ” (17:01) nghiêm trọng hơn.',
    ],
  ],
  [
    'as a filler gives way',
    planned('mới', '17:00', air({ filler: true })),
    planned('cũ', '17:01'),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này bị ngắt lúc 17:01, phát tiếp lúc 17:04, vì bản lấp chỗ trống luôn nhường “Bản cũ” (17:01).',
    ],
  ],
  [
    'as a filler gives way to what has less priority, for it fills',
    planned('mới', '17:00', { ...air({ filler: true }), priority: 'priority' }),
    planned('cũ', '17:01'),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này bị ngắt lúc 17:01, phát tiếp lúc 17:04, vì bản lấp chỗ trống luôn nhường “Bản cũ” (17:01).',
    ],
  ],
  [
    'as a filler waits for another, whatever its priority',
    planned('mới', '17:01', { ...air({ filler: true }), priority: 'priority' }),
    planned('cũ', '17:00', air({ filler: true })),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này đợi 2 phút, phát lúc 17:03, vì “Bản cũ” (17:00) đang phát và cùng mức ưu tiên.',
    ],
  ],
  [
    'goes behind what the commune has put first',
    planned('mới', '17:00', { priority: 'priority', order: 2 }),
    planned('nữa', '17:00', { priority: 'priority', order: 1 }),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này đợi 3 phút, phát lúc 17:03, theo thứ tự xã chọn (“Bản nữa” (17:00) trước).',
    ],
  ],
  [
    'of priority goes behind what came first, unless the commune chooses',
    planned('xyz', '17:00', { priority: 'priority' }),
    planned('abc', '17:00', { priority: 'priority', order: 0 }),
    [
      'Ở ban-1, ban-2, cum-suoi: bản tin này đợi 3 phút, phát lúc 17:03, theo thứ tự đến (“Bản abc” (17:00) trước) nếu xã không chọn thứ tự trước 16:50.',
    ],
  ],
  [
    'of priority and exact takes its turn, whatever order was chosen',
    planned('mới', '17:01', {
      priority: 'priority',
      order: 0,
      ...air({ start: { kind: 'exact' } }),
    }),
    planned('cũ', '17:00', { priority: 'priority', order: 1 }),
    [
      'Ở ban-1, ban-2, cum-suoi: “Bản cũ” (17:00) bị ngắt lúc 17:01, phát tiếp lúc 17:04, vì bản tin này phải phát đúng giờ.',
    ],
  ],
];

test.each(SENTENCES)('the wish %s', (_what, wish, other, sentences) => {
  expect(said(met([wish], [other])).map(({ vi }) => vi)).toEqual(sentences);
});

test('of two emergencies the graver goes first, and no commune is said to have chosen', () => {
  const of = (order: number) => ({ priority: 'emergency', order }) as const;
  const [found] = met([planned('mới', '17:00', of(2))], [planned('cũ', '17:01', of(0))]);
  expect(found).toMatchObject({ whose: 'wish', rule: 'more-severe', chooseUntilMs: null });
});

test('ten minutes before, nobody can choose any more, and that is said', () => {
  const of = { priority: 'priority' } as const;
  const [found] = met([planned('xyz', '17:01', of)], [planned('abc', '17:00', of)]);
  expect(found).toMatchObject({ rule: 'no-order-chosen', chooseUntilMs: clock('16:50') });
  const late = { ...NAMES, nowMs: clock('16:51') };
  const { vi, en } = spoken(found as Conflict, late).says;
  expect(vi).toContain(
    'theo thứ tự đến (“Bản abc” (17:00) trước) vì chưa ai chọn thứ tự trước 16:50',
  );
  expect(en).toContain('by order of arrival (“Bản abc” (17:00) first) as nobody chose an order');
});

test('of thousands of speakers a hundred are named and all are counted', () => {
  const [conflict] = met([planned('mới', '17:01')], [planned('cũ', '17:00')]);
  const siteIds = Array.from({ length: 5_000 }, (_, n) => `loa-${n}`);
  const said = spoken({ ...(conflict as Conflict), siteIds, areaIds: siteIds }, NAMES);
  expect([said.siteNames, said.areaNames, said.siteIds].map(({ length }) => length)).toEqual([
    100, 100, 100,
  ]);
  expect(said).toMatchObject({ speakers: 5_000 });
  expect(said.says.vi).toContain('và 4997 nơi khác');
});

test('an earlier turn among those that wait is named as that', () => {
  const found = met(
    [planned('mới', '17:02')],
    [planned('cũ', '17:00', { durationMs: minutes(4) }), planned('nữa', '17:01')],
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ whose: 'wish', outcome: { fromMs: clock('17:07') } });
});

test('the same meeting on many days is told once, with how often', () => {
  const days = [0, 1, 2].map((day) => day * 86_400_000);
  const wished = days.map((ms) => planned('mới', clock('17:01') + ms));
  const others = days.map((ms) => planned('cũ', clock('17:00') + ms, { areaIds: ['ban-2'] }));
  const found = met(wished.reverse(), others);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ atMs: clock('17:01'), times: 3 });
  expect(said(found)[0]?.en).toBe(
    'At ban-2: this bulletin waits 2 min and airs at 17:03, because “Bản cũ” (17:00) already sounds, of the same priority (3 times alike).',
  );
});

test('a wish that meets its own next time is told so', () => {
  const found = met([planned('mới', '17:00'), planned('mới', '17:01')], []);
  expect(found.map(({ with: other }) => other.scheduleId)).toEqual(['mới']);
});

test('a bulletin interrupted after the hours have closed does not come back', () => {
  const [found] = met(
    [planned('mới', '19:57')],
    [planned('cũ', '19:59', { priority: 'emergency' })],
  );
  expect(found?.outcome).toEqual({ kind: 'interrupted', atMs: clock('19:59'), againMs: null });
  expect(said([found as Conflict])[0]?.en).toContain('is interrupted at 19:59 for good');
});

test('what is out of hours anyway is no conflict', () => {
  expect(met([planned('mới', '21:01')], [planned('cũ', '21:00')])).toEqual([]);
});

test('a few seconds are said as seconds', () => {
  const found = met([planned('mới', clock('17:03') - 20_000)], [planned('cũ', '17:00')]);
  expect(said(found)[0]?.vi).toContain('đợi 20 giây, phát lúc 17:03,');
});

test('more than three places are counted', () => {
  const areaIds = ['a', 'b', 'c', 'd', 'e'];
  const [conflict] = met([planned('mới', '17:01')], [planned('cũ', '17:00')]);
  const says = spoken({ ...(conflict as Conflict), areaIds }, NAMES).says;
  expect(says.vi).toMatch(/^Ở a, b, c và 2 nơi khác: /);
  expect(says.en).toMatch(/^At a, b, c and 2 more: /);
});

test('a pattern that fires every second is told within limits', () => {
  const others = Array.from({ length: 3_000 }, (_, n) =>
    planned('giây', clock('17:00') + n * 1_000),
  );
  const found = met([planned('mới', '17:20')], others);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(CONFLICTS_MAX);
});

test('what cannot sound takes nobody’s turn; what waits for approval may', () => {
  expect(mayWellSound(planned('a', '17:00', { hindrance: 'expired' }))).toBe(false);
  expect(mayWellSound(planned('a', '17:00', { durationMs: 0 }))).toBe(false);
  expect(mayWellSound(planned('a', '17:00', { hindrance: 'not-approved' }))).toBe(true);
  expect(mayWellSound(planned('a', '17:00'))).toBe(true);
});

test('every cell of the province is asked for itself', () => {
  expect(CELLS).toHaveLength(4);
});
