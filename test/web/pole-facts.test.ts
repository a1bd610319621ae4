import './page-stub.ts';
import { afterAll, describe, expect, test } from 'vitest';
import type { Incident } from '../../src/http/schemas/incident.ts';
import type { Speaker } from '../../src/http/schemas/speaker.ts';
import { HOUR_MS, NOW, speaker } from './pole-sample.ts';

// loaded after the stub: these modules touch the page when they are loaded
const facts = await import('../../src/web/screens/pole/facts.ts');
const { age, ago } = await import('../../src/web/screens/pole/ages.ts');
const { untilsOf, isHushable, HUSH_MAX_MS } = await import('../../src/web/screens/pole/until.ts');
const { dayMs, isoDay } = await import('../../src/web/screens/pole/days.ts');
const { bring, loadOf } = await import('../../src/web/screens/pole/van.ts');
const { language, switchLanguage } = await import('../../src/web/words.ts');
const { hour } = await import('../../src/web/format.ts');

afterAll(() => {
  language.value = 'vi';
});

describe('a speaker’s facts, each for itself', () => {
  const link = (state: Speaker['link']['state'], sinceMs: number | null = null, heard = true) =>
    facts.linkOf(
      speaker('a', { link: { state, sinceMs }, heardAtMs: heard ? NOW - 60_000 : null }),
      NOW,
    );

  test('the link says since when it is silent, and for how long', () => {
    expect(link('online')).toMatchObject({ says: 'Trực tuyến', tone: 'good' });
    const cut = facts.linkOf(speaker('a', { online: false }), NOW);
    expect(cut).toMatchObject({ says: 'Vừa mất tín hiệu', tone: 'wait' });
    expect(link('late')).toMatchObject({ says: 'Chậm báo', tone: 'wait' });
    const silent = link('silent', NOW - 19 * HOUR_MS);
    expect(silent).toMatchObject({ says: 'Mất liên lạc từ 15:20 04/12 (19 giờ)', tone: 'bad' });
    expect(link('never', null, false).says).toBe('Chưa kết nối lần nào');
    expect(link('no-unit').says).toBe('Chưa lắp thiết bị');
    // what was never heard of cannot be silent since a time
    expect(link('silent', null, false).says).toBe('Chưa kết nối lần nào');
  });

  test('the age of what it last said stands beside it', () => {
    expect(facts.heardOf(speaker('a'), NOW)?.says).toBe('vừa xong');
    expect(facts.heardOf(speaker('a', { heardAtMs: NOW - 5 * 60_000 }), NOW)?.says).toBe(
      '5 phút trước',
    );
    expect(facts.heardOf(speaker('a', { heardAtMs: null }), NOW)).toBeNull();
  });

  test.each([
    [{ source: 'mains', batteryPercent: null }, 'điện lưới', 'good'],
    [{ source: 'mains', batteryPercent: 98 }, 'điện lưới, pin 98 %', 'good'],
    [{ source: 'battery', batteryPercent: null }, 'đang chạy pin', 'wait'],
    [{ source: 'battery', batteryPercent: 63 }, 'pin còn 63 %', 'wait'],
    [{ source: 'battery', batteryPercent: 12 }, 'pin còn 12 %', 'bad'],
    [null, 'chưa rõ', 'plain'],
  ] as const)('power %j is said %j', (power, says, tone) => {
    expect(facts.powerOf(speaker('a', { power }))).toMatchObject({ says, tone });
  });

  test.each([
    [1.44, 'lệch 1,4 ms', 'good'],
    [-230, 'lệch 230 ms', 'wait'],
    [-61_250, 'lệch 61,3 s', 'wait'],
    [null, 'Chưa biết giờ', 'wait'],
  ] as const)('a clock off by %j is said %j', (clockErrorMs, says, tone) => {
    expect(facts.clockOf(speaker('a', { clockErrorMs }))).toMatchObject({ says, tone });
  });

  test.each([
    [{ due: 0, held: 0, planned: 0 }, 'không có', 'plain'],
    [{ due: 0, held: 0, planned: 2 }, '2 bản tin sẽ gửi trước giờ phát 30 phút', 'plain'],
    [
      { due: 1, held: 1, planned: 2 },
      'có 1/1 đã gửi; 2 bản tin nữa sẽ gửi trước giờ phát 30 phút',
      'good',
    ],
    [{ due: 3, held: 3, planned: 0 }, 'có 3/3 đã gửi', 'good'],
    [{ due: 3, held: 1, planned: 0 }, 'có 1/3 đã gửi', 'wait'],
    [{ due: 3, held: 0, planned: 0 }, 'có 0/3 đã gửi', 'bad'],
  ] as const)('of %j it holds %j', (holds, says, tone) => {
    expect(facts.holdsOf(speaker('a', { holds }))).toMatchObject({ says, tone });
  });

  test('a SIM is spoken of only when it must be', () => {
    const renewsAtMs = Date.parse('2026-12-10T00:00:00+07:00');
    expect(facts.simOf(speaker('a'))).toBeNull();
    expect(facts.simOf(speaker('a', { sim: { renewsAtMs, warn: false } }))).toBeNull();
    expect(facts.simOf(speaker('a', { sim: { renewsAtMs: null, warn: true } }))).toBeNull();
    expect(facts.simOf(speaker('a', { sim: { renewsAtMs, warn: true } }))?.says).toBe(
      'SIM hết hạn 10/12/2026',
    );
  });

  test('how the last airing ended, and why, with its title as it was typed', () => {
    const lastVerdict = {
      ...{ kind: 'skipped-by-rule', reason: 'hushed', title: '<b>Họp</b> bản' },
      playAtMs: NOW,
    } as Speaker['lastVerdict'];
    expect(facts.lastOf(speaker('a', { lastVerdict })).says).toBe(
      'Không phát theo quy chế (đang tạm im), <b>Họp</b> bản, 10:20 05/12',
    );
    expect(facts.lastOf(speaker('a')).says).toBe('Chưa phát lần nào');
  });

  test('in English the same facts are in English', async () => {
    await switchLanguage();
    expect(facts.powerOf(speaker('a')).says).toBe('mains');
    expect(ago(NOW - 3 * HOUR_MS, NOW)).toBe('3 h ago');
    await switchLanguage();
  });
});

test.each([
  [30_000, 'vừa xong'],
  [61_000, '1 phút'],
  [119 * 60_000, '119 phút'],
  [2 * HOUR_MS, '2 giờ'],
  [47 * HOUR_MS, '47 giờ'],
  [48 * HOUR_MS, '2 ngày'],
])('%i ms ago is %j', (ms, says) => {
  expect(age(NOW - ms, NOW)).toBe(says);
});

describe('until when a site is hushed', () => {
  const at = (clock: string) => Date.parse(`2026-12-05T${clock}:00+07:00`);
  const offered = (clock: string) =>
    untilsOf(at(clock)).map(({ name, atMs }) => `${name} ${hour(atMs)}`);

  test('only hours still worth a hush are offered', () => {
    expect(offered('10:20')).toEqual(['hour 11:20', 'noon 12:00', 'five 17:00', 'today 00:00']);
    expect(offered('11:55')).toEqual(['hour 12:55', 'five 17:00', 'today 00:00']);
    expect(offered('23:55')).toEqual(['hour 00:55']);
  });

  test('an hour of one’s own lies ahead, and within seven days', () => {
    expect(isHushable(NOW + 1, NOW)).toBe(true);
    expect(isHushable(NOW, NOW)).toBe(false);
    expect(isHushable(NOW + HUSH_MAX_MS, NOW)).toBe(true);
    expect(isHushable(NOW + HUSH_MAX_MS + 1, NOW)).toBe(false);
  });

  test('is said in the fewest words that are clear', () => {
    expect(facts.untilWords(at('16:00'), NOW)).toBe('16:00');
    expect(facts.untilWords(at('16:00') + 24 * HOUR_MS, NOW)).toBe('16:00 06/12');
    expect(facts.untilWords(Date.parse('2026-12-06T00:00:00+07:00'), NOW)).toBe('hết hôm nay');
  });
});

test('a day goes to a calendar field and back as the day in Vietnam', () => {
  const ms = dayMs('2026-12-10');
  expect(ms).toBe(Date.parse('2026-12-10T00:00:00+07:00'));
  expect(isoDay(ms)).toBe('2026-12-10');
  expect(isoDay(null)).toBe('');
  expect(dayMs('')).toBeNull();
});

test('the van takes one of each thing for every pole that wants it', () => {
  const incident = (siteId: string, kind: Incident['kind'], closedAtMs: number | null = null) =>
    ({ siteId, kind, closedAtMs }) as Incident;
  const load = loadOf([
    incident('a', 'silent'),
    incident('a', 'wrong-unit'),
    incident('b', 'silent'),
    incident('b', 'battery-low'),
    incident('c', 'battery-low', NOW),
    incident('d', 'clock-off'),
  ]);
  expect(load).toEqual([
    { thing: 'unit', many: 2 },
    { thing: 'battery', many: 1 },
    { thing: 'sim', many: 2 },
    { thing: 'tester', many: 2 },
  ]);
  expect(bring('clock-off')).toEqual([]);
  expect(loadOf([])).toEqual([]);
});
