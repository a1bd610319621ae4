import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/http/schemas/area.ts';
import type { Speaker } from '../../src/http/schemas/speaker.ts';
import { fewest, find, heardBy, touches, treeOf, within } from '../../src/web/area-tree.ts';
import { codeOf, slugOf } from '../../src/web/slug.ts';

test.each([
  ['Bản Mòng 2', 'ban-mong-2'],
  ['Xã Đắk Rơ Wa', 'xa-dak-ro-wa'],
  ['  Tiểu khu: 4/1 ', 'tieu-khu-4-1'],
  ['', ''],
  ['123', '123'],
])('%j is coded %j', (name, code) => {
  expect(slugOf(name)).toBe(code);
});

test('a code is at most 40 characters, never ends in a hyphen, and gives way to one typed', () => {
  expect(slugOf('Nhà văn hóa liên bản Nà Hạ một cộng hai').length).toBeLessThanOrEqual(40);
  expect(slugOf(`${'a'.repeat(39)} bc`)).toBe('a'.repeat(39));
  expect(codeOf(' mong ', 'Bản Mòng')).toBe('mong');
  expect(codeOf('  ', 'Bản Mòng')).toBe('ban-mong');
});

describe('the tree of areas', () => {
  const area = (id: string, parentId: string | null): Area => ({
    id,
    code: id,
    kind: 'village',
    name: id,
    parentId,
    tenantId: 'xa',
    population: null,
  });
  const areas = [
    area('tinh', null),
    area('xa', 'tinh'),
    area('ban-10', 'xa'),
    area('ban-2', 'xa'),
    area('xa-khac', 'tinh'),
  ];
  const speaker = (areaId: string, online: boolean) =>
    ({ site: { areaId }, online }) as unknown as Speaker;
  const speakers = [speaker('ban-2', true), speaker('ban-2', false), speaker('ban-10', true)];
  const nodes = treeOf(areas, speakers);

  test('counts who can hear beneath each place, villages in the order people count', () => {
    expect(nodes.map(({ area: { id }, speakers: n, online }) => [id, n, online])).toEqual([
      ['tinh', 3, 2],
    ]);
    expect(find(nodes, 'xa')?.children.map((node) => node.area.id)).toEqual(['ban-2', 'ban-10']);
    expect(find(nodes, 'nowhere')).toBeNull();
  });

  test('begins at the commune when the province is not among what may be seen', () => {
    const seen = treeOf(areas.slice(1, 4), speakers);
    expect(seen.map((node) => node.area.id)).toEqual(['xa']);
  });

  test('a village inside a chosen commune is neither counted nor named twice', () => {
    const chosen = new Set(['xa', 'ban-2']);
    expect(heardBy(nodes, chosen)).toEqual({ speakers: 3, online: 2 });
    expect(fewest(nodes, chosen)).toEqual(['xa']);
    expect(fewest(nodes, new Set(['ban-10', 'ban-2']))).toEqual(['ban-2', 'ban-10']);
    expect(heardBy(nodes, new Set())).toEqual({ speakers: 0, online: 0 });
  });

  test('a commune’s bulletin is offered that commune’s places only', () => {
    expect(within(nodes, 'xa').map((node) => node.area.id)).toEqual(['xa']);
    expect(within(nodes, 'nowhere')).toEqual([]);
  });

  test('what airs at a place is found by the place, by what is above it and by what is below', () => {
    const heard = (areaIds: string[], at: string) => touches(areas, { areaIds, at });
    expect(heard(['ban-2'], 'ban-2')).toBe(true);
    expect(heard(['xa'], 'ban-2')).toBe(true);
    expect(heard(['ban-2'], 'xa')).toBe(true);
    expect(heard(['ban-10'], 'ban-2')).toBe(false);
    expect(heard(['xa-khac'], 'ban-2')).toBe(false);
  });
});
