import { describe, expect, test } from 'vitest';
import { areaTree } from '../../src/domain/areas.ts';
import {
  checkDue,
  checkGiving,
  communesGiven,
  type GivingFacts,
  outsideCommunes,
} from '../../src/domain/assign/assign-rules.ts';
import type { Area, AreaKind } from '../../src/domain/model.ts';
import { bulletin } from './samples.ts';

const NOW = Date.parse('2026-12-05T12:00:00+07:00');
const DAY = 86_400_000;
const area = (id: string, kind: AreaKind, parentId: string | null, tenantId: string): Area => ({
  ...{ id, code: id, kind, name: id, parentId, tenantId, population: null },
});
const AREAS = [
  area('tinh', 'province', null, 'tinh'),
  area('xa-a', 'commune', 'tinh', 'xa-a'),
  area('ban-1', 'village', 'xa-a', 'xa-a'),
  area('ban-2', 'village', 'xa-a', 'xa-a'),
  area('cho', 'group', 'ban-2', 'xa-a'),
  area('xa-b', 'commune', 'tinh', 'xa-b'),
  area('loa-tinh', 'group', 'tinh', 'tinh'),
  area('vung-cao', 'group', 'tinh', 'tinh'),
  area('xa-c', 'commune', 'vung-cao', 'xa-c'),
  area('tinh-2', 'province', null, 'tinh-2'),
  area('xa-z', 'commune', 'tinh-2', 'xa-z'),
];
const tree = areaTree(AREAS);
const given = (...areaIds: string[]) => communesGiven({ tree, provinceId: 'tinh', areaIds });

describe('whom it is given to', () => {
  test.each<[string[], [string, string[]][]]>([
    [
      ['tinh'],
      [
        ['xa-a', ['xa-a']],
        ['xa-b', ['xa-b']],
        ['xa-c', ['xa-c']],
      ],
    ],
    [['vung-cao'], [['xa-c', ['xa-c']]]],
    [['xa-b'], [['xa-b', ['xa-b']]]],
    [['ban-1', 'cho'], [['xa-a', ['ban-1', 'cho']]]],
    [['ban-1', 'xa-a', 'ban-1'], [['xa-a', ['xa-a']]]],
    [[], []],
  ])('%j', (areaIds, wanted) => {
    expect(given(...areaIds)).toEqual(
      wanted.map(([communeId, ids]) => ({ communeId, areaIds: ids })),
    );
  });

  test('a group of the province that lies in no commune is named as what it is', () => {
    const outside = (...areaIds: string[]) =>
      outsideCommunes({ tree, provinceId: 'tinh', areaIds });
    expect(given('loa-tinh')).toEqual([]);
    expect(outside('xa-a', 'loa-tinh')).toMatchObject({ code: 'in-no-commune', place: 'areaIds' });
    expect(outside('loa-tinh')?.say.vi).toContain('“loa-tinh” là nhóm loa của tỉnh');
    expect(outside('xa-a', 'vung-cao', 'cho', 'nowhere')).toBeNull();
    const nameless = { ...tree, get: () => null };
    const asked = { tree: nameless, provinceId: 'tinh', areaIds: ['loa-tinh'] };
    expect(outsideCommunes(asked)?.say.en).toContain('loa-tinh');
  });

  test.each(['xa-z', 'tinh-2', 'nowhere'])('%s is no area of this province', (id) => {
    expect(given('xa-a', id)).toBeNull();
  });
});

describe('what may be given', () => {
  const base: GivingFacts = {
    bulletin: bulletin({ tenantId: 'tinh', state: 'approved' }),
    ...{ areaIds: ['tinh'], dueAtMs: NOW + DAY, nowMs: NOW, tree, documentEndMs: null },
  };
  const other = (of: Parameters<typeof bulletin>[0]) => ({
    bulletin: bulletin({ tenantId: 'tinh', state: 'approved', ...of }),
  });
  test.each<[string, Partial<GivingFacts>, string | null]>([
    ['an approved bulletin of the province', {}, null],
    ['until its event', other({ expiresAtMs: NOW + DAY }), null],
    ['a commune’s own', other({ tenantId: 'xa-a' }), 'not-the-provinces'],
    ['of nowhere', other({ tenantId: 'gone' }), 'not-the-provinces'],
    ['an emergency', other({ priority: 'emergency' }), 'emergency-is-aired'],
    ['a drill', other({ drill: true }), 'emergency-is-aired'],
    ['one not approved', other({ state: 'pending' }), 'not-approved'],
    ['for yesterday', { dueAtMs: NOW }, 'due-past'],
    ['for the year after next', { dueAtMs: NOW + 367 * DAY }, 'due-too-far'],
    ['beyond its event', other({ expiresAtMs: NOW + DAY - 1 }), 'due-past-its-end'],
    ['beyond its document', { documentEndMs: NOW + 1 }, 'due-past-its-end'],
  ])('%s', (_, facts, code) => {
    expect(checkGiving({ ...base, ...facts })?.code ?? null).toBe(code);
  });

  test('says until when it may be aired', () => {
    const fault = checkGiving({ ...base, documentEndMs: NOW + 3_600_000 });
    expect(fault?.say.vi).toContain('13:00 ngày 5/12/2026');
    expect(fault?.place).toBe('dueAtMs');
  });
});

test('a deadline lies ahead, and not beyond a year', () => {
  expect(checkDue({ dueAtMs: NOW + 366 * DAY, nowMs: NOW })).toBeNull();
  expect(checkDue({ dueAtMs: NOW + 366 * DAY + 1, nowMs: NOW })?.code).toBe('due-too-far');
  expect(checkDue({ dueAtMs: NOW - 1, nowMs: NOW })?.code).toBe('due-past');
});
