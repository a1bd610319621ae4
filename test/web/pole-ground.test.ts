import { describe, expect, test } from 'vitest';
import { degrees, hull, middle } from '../../src/web/screens/pole/geo.ts';
import { readLabel } from '../../src/web/screens/pole/label.ts';

describe('a label', () => {
  test.each([
    ['vangxa:unit:dp-01:K7Q2-M9XX', 'dp-01', 'vangxa:unit:dp-01:K7Q2-M9XX'],
    ['  vangxa:unit:dp-01:K7Q2\n', 'dp-01', 'vangxa:unit:dp-01:K7Q2'],
    ['dp-01:K7Q2', 'dp-01', 'vangxa:unit:dp-01:K7Q2'],
    ['dp-01 K7Q2', 'dp-01', 'vangxa:unit:dp-01:K7Q2'],
  ])('%j is read', (text, spareId, label) => {
    expect(readLabel(text)).toEqual({ spareId, label });
  });

  test.each([
    '',
    'https://example.vn/vangxa:unit:dp-01:K7Q2',
    'vangxa:unit:DP 01:K7Q2',
    'vangxa:unit:dp-01:',
    'vangxa:unit:dp-01:K7Q2/../../x',
    `vangxa:unit:dp-01:${'K'.repeat(65)}`,
    '\u202evangxa:unit:dp-01:K7Q2',
    '893850123456',
  ])('%j is some other code', (text) => {
    expect(readLabel(text)).toBeNull();
  });
});

describe('places on the ground', () => {
  test.each([
    ['21.345678', 21.345678],
    [' 103,912 ', 103.912],
    ['-7', -7],
    ['180', 180],
    ['181', null],
    ['', null],
    ['21.3.4', null],
    ['21°', null],
    ['1e2', null],
  ])('%j typed is %j', (typed, value) => {
    expect(degrees(typed)).toBe(value);
  });

  const at = (lat: number, lon: number) => ({ lat, lon });

  test('a village is outlined by its outermost speakers', () => {
    const corners = [at(0, 0), at(0, 4), at(4, 4), at(4, 0)];
    const inside = [at(1, 1), at(2, 3), at(0, 2)];
    const outline = hull([...inside, ...corners]);
    expect(outline).toHaveLength(4);
    for (const corner of corners) expect(outline).toContainEqual(corner);
  });

  test('one or two speakers, or many on one spot, are no outline', () => {
    expect(hull([])).toEqual([]);
    expect(hull([at(1, 1)])).toEqual([at(1, 1)]);
    expect(hull([at(1, 1), at(1, 1), at(1, 1)]).length).toBeLessThan(3);
    expect(middle([])).toBeNull();
    expect(middle([at(1, 2), at(3, 6)])).toEqual(at(2, 4));
  });
});
