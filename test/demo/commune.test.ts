import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SLUG, SLUG_MAX } from '../../devices/protocol/index.ts';
import {
  minutesLeft,
  readCommune,
  seventeenOClockMs,
  withSpeakers,
} from '../../src/demo/commune.ts';

const folder = new URL('../../config/demo/', import.meta.url);
const commune = readCommune(fileURLToPath(new URL('xa-suoi-may.json', folder)));
const decision = readFileSync(new URL('quyet-dinh.txt', folder), 'utf8');
const sitesOf = (count: number): string[] =>
  withSpeakers(commune, count).villages.flatMap(({ sites }) => sites.map(({ id }) => id));

describe('the commune of the demonstration', () => {
  test('has three villages and twelve named loudspeakers', () => {
    expect(commune.villages).toHaveLength(3);
    expect(new Set(sitesOf(12)).size).toBe(12);
    const named = commune.villages.flatMap(({ sites }) => sites.map(({ id }) => id));
    expect(sitesOf(12)).toEqual(named);
  });
  test('has ids that can stand in a topic, however many loudspeakers', () => {
    const codes = commune.villages.map(({ code }) => code);
    const ids = [...sitesOf(200), ...codes, commune.commune.code, commune.province.code];
    expect(ids.filter((id) => !SLUG.test(id) || id.length > SLUG_MAX)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('belongs to people with four different names', () => {
    const names = Object.values(commune.accounts).map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
  });
  test.each([
    [1, [1]],
    [2, [1, 1]],
    [3, [1, 1, 1]],
    [7, [3, 2, 2]],
    [12, [4, 4, 4]],
    [100, [34, 33, 33]],
  ])('%i loudspeakers are dealt to the villages as %j', (count, wanted) => {
    expect(withSpeakers(commune, count).villages.map(({ sites }) => sites.length)).toEqual(wanted);
  });
  test('a loudspeaker beyond the named ones is numbered', () => {
    const [first] = withSpeakers(commune, 13).villages;
    expect(first?.sites[4]).toEqual({ id: 'khe-gio-5', name: 'Cụm loa số 5, Bản Khe Gió' });
  });
});

describe('the decision that comes with the project', () => {
  test('is long enough to be worth hearing', () => {
    expect(decision.split(/\s+/).length).toBeGreaterThanOrEqual(600);
  });
  test.each([
    ['the letterhead', /^ỦY BAN NHÂN DÂN\nXÃ SUỐI MÂY\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/],
    ['a number', /^Số: \d+\/QĐ-UBND$/m],
    ['a place and a date', /^Suối Mây, ngày \d\d tháng \d\d năm 2026$/m],
    ['its grounds', /(^Căn cứ .+;\n\n){3,}/m],
    ['articles in order', /Điều 1\.[\s\S]+Điều 2\.[\s\S]+Điều 3\.[\s\S]+Điều 4\.[\s\S]+Điều 5\./],
    ['clauses and points', /^1\. [\s\S]+^a\) .+;$/m],
    ['a table of four columns', /^(?:[^\t\n]+\t){3}[^\t\n]+\n(?:(?:[^\t\n]+\t){3}[^\t\n]+\n){3}/m],
    ['its end', /\.\/\.\n\nNơi nhận:\n(- .+\n)+/],
    ['a signature', /\nCHỦ TỊCH\n\n\(Đã ký\)\n\n\S+ \S+ \S+\n$/],
  ])('has %s', (_what, form) => {
    expect(decision).toMatch(form);
  });
  test('names the villages of the commune', () => {
    for (const { name } of commune.villages) expect(decision).toContain(name.replace('Bản ', ''));
  });
  test('is written in composed letters, as it would be typed', () => {
    expect(decision.normalize('NFC')).toBe(decision);
  });
});

describe('the clock of the village', () => {
  const at = (text: string): number => Date.parse(text);
  test.each([
    ['2026-11-10T03:00:00+07:00', '2026-11-10T17:00:00+07:00'],
    ['2026-11-10T23:59:59+07:00', '2026-11-10T17:00:00+07:00'],
    ['2026-11-10T00:00:00+07:00', '2026-11-10T17:00:00+07:00'],
    ['2026-11-10T23:00:00Z', '2026-11-11T17:00:00+07:00'],
    ['2028-02-29T12:00:00Z', '2028-02-29T17:00:00+07:00'],
  ])('at %s it starts at %s', (now, wanted) => {
    expect(seventeenOClockMs(at(now), 420)).toBe(at(wanted));
  });
  test.each([
    ['2026-11-10T17:00:00+07:00', 270],
    ['2026-11-10T21:29:00+07:00', 1],
    ['2026-11-10T21:30:00+07:00', 0],
    ['2026-11-10T23:00:00+07:00', 0],
    ['2026-11-10T04:00:00+07:00', 0],
  ])('at %s %i minutes of the hours are left', (now, minutes) => {
    expect(minutesLeft(commune, at(now))).toBe(minutes);
  });
});
