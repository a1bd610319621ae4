import { describe, expect, test } from 'vitest';
import { treeOf } from '../../src/web/area-tree.ts';
import { counted, folded, found, isThere, villagesOf } from '../../src/web/screens/pole/filters.ts';
import { flat, offsetsOf, rowAt, sliceOf } from '../../src/web/screens/pole/window.ts';
import { area, NOW, speaker } from './pole-sample.ts';

describe('the part of a long list that is drawn', () => {
  const even = offsetsOf(5_000, () => 100);

  test('is what is in sight and a little beyond, wherever one is', () => {
    for (const topPx of [-300, 0, 12_345, 250_000, 499_500, 900_000]) {
      const { from, to } = sliceOf(even, { topPx, heightPx: 800 });
      expect(to - from).toBeLessThanOrEqual(22);
      const first = Math.max(0, Math.min(4_999, Math.floor(topPx / 100)));
      expect(from).toBeLessThanOrEqual(first);
      expect(to).toBeGreaterThan(Math.min(first, 4_999));
    }
  });

  test('follows rows of any height', () => {
    const uneven = offsetsOf(4, (index) => [50, 300, 10, 90][index] ?? 0);
    expect([...uneven]).toEqual([0, 50, 350, 360, 450]);
    expect([0, 49, 50, 349, 350, 359, 360, 9_999].map((px) => rowAt(uneven, px))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  test('is nothing of nothing', () => {
    expect(
      sliceOf(
        offsetsOf(0, () => 1),
        { topPx: 0, heightPx: 800 },
      ),
    ).toEqual({ from: 0, to: 0 });
  });

  test('keeps each row’s place in its group, for whoever hears the list read', () => {
    const group = (key: string, rows: string[]) => ({ key, title: key, sum: '', rows });
    const all = flat([group('a', ['x', 'y']), group('b', ['z'])]);
    expect(all.map(({ group: { key }, row, place }) => `${key}${row ?? ''}${place}`)).toEqual([
      'a0',
      'ax1',
      'ay2',
      'b0',
      'bz1',
    ]);
  });
});

describe('finding speakers', () => {
  const speakers = [
    speaker('mong-1', { areaId: 'mong' }),
    speaker('mong-2', { areaId: 'mong', link: { state: 'silent', sinceMs: NOW } }),
    speaker('na-lo-1', { areaId: 'na-lo', power: { source: 'battery', batteryPercent: 40 } }),
    speaker('na-lo-2', {
      areaId: 'na-lo',
      link: { state: 'late', sinceMs: NOW },
      hush: { id: 'h', untilMs: NOW, reason: 'đám tang', reasonKind: 'funeral' },
      sim: { renewsAtMs: NOW, warn: true },
      incidents: 1,
    }),
    speaker('lost', { areaId: 'nowhere' }),
  ];
  const areas = [
    area('tinh', null, 'Tỉnh Sơn La'),
    area('xa', 'tinh', 'Xã Mường La'),
    area('mong', 'xa', 'Bản Mòng'),
    area('na-lo', 'xa', 'Bản Nà Lo'),
  ];
  const villages = villagesOf(treeOf(areas, speakers), speakers);
  const ids = (all: typeof villages) => all.flatMap(({ here }) => here.map(({ site }) => site.id));

  test('villages come in the tree’s order, each with its commune', () => {
    expect(villages.map(({ node, path }) => `${node.area.name}, ${path}`)).toEqual([
      'Bản Mòng, Xã Mường La',
      'Bản Nà Lo, Xã Mường La',
    ]);
  });

  test('each filter is one fact, and its count is of all', () => {
    const of = (filter: Parameters<typeof found>[1]['filter']) =>
      ids(found(villages, { filter, words: '' }));
    expect(of('all')).toHaveLength(4);
    expect(of('silent')).toEqual(['mong-2', 'na-lo-2']);
    expect(of('battery')).toEqual(['na-lo-1']);
    expect(of('hushed')).toEqual(['na-lo-2']);
    expect(of('sim')).toEqual(['na-lo-2']);
    expect(of('incidents')).toEqual(['na-lo-2']);
    expect(isThere(speaker('cut', { online: false }))).toBe(false);
    expect(counted(speakers)).toMatchObject({ all: 5, silent: 2, battery: 1, hushed: 1 });
  });

  test.each([
    ['mong', ['mong-1', 'mong-2']],
    ['ban na lo', ['na-lo-1', 'na-lo-2']],
    ['MƯỜNG  la 2', ['mong-2', 'na-lo-2']],
    ['  ', ['mong-1', 'mong-2', 'na-lo-1', 'na-lo-2']],
    ['.*', []],
  ])('%j finds %j, with or without its marks', (words, wanted) => {
    expect(ids(found(villages, { filter: 'all', words }))).toEqual(wanted);
  });

  test('letters are folded as they are typed in a hurry', () => {
    expect(folded('Đắk Rơ Wa Ư')).toBe('dak ro wa u');
  });
});
