// The tree of areas: where things lie, whose they are, whom a target reaches.
// It must never know rights.
import { expect, test } from 'vitest';
import {
  areaTree,
  chainCodes,
  isTenant,
  parentFits,
  sitesUnder,
  tenantChain,
  tenantOfNew,
} from '../../src/domain/areas.ts';
import type { Area, AreaKind } from '../../src/domain/model.ts';
import { AREAS, SITES } from './samples.ts';

const tree = areaTree(AREAS);
const get = (id: string) => tree.get(id) as Area;

test('upwards goes from the area itself to the province', () => {
  expect(tree.upwards('cum-suoi').map(({ id }) => id)).toEqual([
    'cum-suoi',
    'ban-1',
    'xa-a',
    'tinh',
  ]);
});

test('downwards finds everything beneath, each once', () => {
  expect(tree.downwards('xa-a').map(({ id }) => id)).toEqual([
    'xa-a',
    'ban-1',
    'ban-2',
    'ban-vang',
    'cum-suoi',
  ]);
});

test('an unknown area lies nowhere and holds nothing', () => {
  expect([tree.get('?'), tree.upwards('?'), tree.downwards('?')]).toEqual([null, [], []]);
});

test('an area whose parent is not known ends its chain there', () => {
  const alone = areaTree(AREAS.filter(({ id }) => id !== 'tinh'));
  expect(alone.upwards('xa-a').map(({ id }) => id)).toEqual(['xa-a']);
});

test('areas that contain each other do not hang the service', () => {
  const loop = areaTree([
    { ...get('ban-1'), parentId: 'ban-2' },
    { ...get('ban-2'), parentId: 'ban-1' },
  ]);
  expect(loop.upwards('ban-1')).toHaveLength(8);
});

test.each<[AreaKind, string | null, boolean]>([
  ['province', null, true],
  ['province', 'tinh', false],
  ['commune', 'tinh', true],
  ['commune', null, false],
  ['commune', 'xa-a', false],
  ['village', 'xa-a', true],
  ['village', 'tinh', false],
  ['group', 'ban-1', true],
  ['group', 'xa-a', true],
  ['group', 'cum-suoi', false],
])('a %s in %s: %s', (kind, parentId, fits) => {
  expect(parentFits(kind, parentId === null ? null : get(parentId))).toBe(fits);
});

test.each<[AreaKind, string | null, string]>([
  ['province', null, 'moi'],
  ['commune', 'tinh', 'moi'],
  ['village', 'xa-a', 'xa-a'],
  ['group', 'ban-1', 'xa-a'],
  ['village', null, 'moi'],
])('a new %s in %s belongs to %s', (kind, parentId, tenant) => {
  const parent = parentId === null ? null : get(parentId);
  expect(tenantOfNew({ id: 'moi', kind, parent })).toBe(tenant);
});

test('only provinces and communes are tenants', () => {
  expect(AREAS.filter(isTenant).map(({ id }) => id)).toEqual(['tinh', 'xa-a', 'xa-b']);
});

test('a group answers to its commune and its province', () => {
  expect(tenantChain(tree, 'cum-suoi')).toEqual(['xa-a', 'tinh']);
});

test('a speaker listens to its chain from the province down', () => {
  expect(chainCodes(tree, 'cum-suoi')).toEqual(['tinh', 'xa-a', 'ban-1', 'cum-suoi']);
});

test.each([
  [['ban-1'], ['loa-1', 'loa-3']],
  [['xa-a'], ['loa-1', 'loa-2', 'loa-3']],
  [
    ['xa-a', 'ban-1', 'cum-suoi'],
    ['loa-1', 'loa-2', 'loa-3'],
  ],
  [['tinh'], ['loa-1', 'loa-2', 'loa-3', 'loa-b']],
  [['ban-vang'], []],
  [['?'], []],
])('%j reaches %j, each site once', (areaIds, reached) => {
  expect(sitesUnder({ tree, areaIds, sites: SITES }).map(({ id }) => id)).toEqual(reached);
});
