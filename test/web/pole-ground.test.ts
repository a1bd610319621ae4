import { describe, expect, test } from 'vitest';
import { degrees, hull, middle } from '../../src/web/screens/pole/geo.ts';
import { readLabel, shortUnit } from '../../src/web/screens/pole/label.ts';

describe('a label', () => {
  test.each([
    `vangxa:unit:vangxa-spare-7k2mq4xz:9d3fkq2w0mzt`,
    `  VANGXA:UNIT:vangxa-spare-7K2MQ4XZ:9d3fkq2w0mzt\n`,
    '7k2mq4xz 9d3f-kq2w-0mzt',
    '7k2m q4xz 9d3f kq2w 0mzt',
  ])('%j is read, and sent as it was', (text) => {
    expect(readLabel(text)).toEqual({ unit: '7k2mq4xz', label: text.trim() });
  });

  test('a unit is called by its eight letters', () => {
    expect(shortUnit('vangxa-spare-7k2mq4xz')).toBe('7k2mq4xz');
  });

  test.each([
    '',
    'https://example.vn/vangxa:unit:vangxa-spare-7k2mq4xz:9d3fkq2w0mzt',
    'vangxa:unit:loa-1:9d3fkq2w0mzt',
    'vangxa:unit:vangxa-spare-7k2mq4xz:',
    'vangxa:unit:vangxa-spare-7k2mq4xz:9d3fkq2w0mzt/../../x',
    `7k2mq4xz ${'9'.repeat(65)}`,
    '\u202evangxa:unit:vangxa-spare-7k2mq4xz:9d3fkq2w0mzt',
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
