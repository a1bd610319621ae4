// In which languages a place is spoken to: its own word, else what it lies in, else Vietnamese.
import { expect, test } from 'vitest';
import {
  alikeByOrder,
  languageFinder,
  languagesOf,
  orderFault,
} from '../../../src/domain/languages/order.ts';
import type { Area, AreaKind } from '../../../src/domain/model.ts';

const area = (id: string, kind: AreaKind, parentId: string | null): Area => ({
  ...{ id, code: id, kind, name: id, parentId, tenantId: 'xa', population: null },
});
const areas = [
  area('tinh', 'province', null),
  area('xa', 'commune', 'tinh'),
  area('ban-1', 'village', 'xa'),
  area('ban-2', 'village', 'xa'),
  area('nhom', 'group', 'ban-1'),
];

test.each([
  ['nobody says anything', [], 'ban-1', ['vie']],
  ['the province does', [['tinh', ['vie', 'tyz']]], 'ban-1', ['vie', 'tyz']],
  [
    'the commune is nearer than the province',
    [
      ['tinh', ['vie']],
      ['xa', ['blt', 'vie']],
    ],
    'nhom',
    ['blt', 'vie'],
  ],
  [
    'a village is nearest',
    [
      ['xa', ['blt', 'vie']],
      ['ban-1', ['mww']],
    ],
    'ban-1',
    ['mww'],
  ],
  ['of a neighbour nothing is taken', [['ban-2', ['mww']]], 'ban-1', ['vie']],
  ['nobody knows the place', [['xa', ['blt']]], 'nowhere', ['vie']],
] as [string, [string, string[]][], string, string[]][])('%s', (_, said, areaId, expected) => {
  const orders = said.map(([id, languages]) => ({ areaId: id, languages }));
  expect(languagesOf(areaId, orders, areas)).toEqual(expected);
});

test('whoever says it is named, and nobody where nobody does', () => {
  const find = languageFinder([{ areaId: 'xa', languages: ['blt'] }], areas);
  expect(find('nhom')).toEqual({ languages: ['blt'], fromAreaId: 'xa' });
  expect(find('tinh')).toEqual({ languages: ['vie'], fromAreaId: null });
});

test('places that are spoken to alike stand together, the order within a language order matters', () => {
  const find = languageFinder(
    [
      { areaId: 'xa', languages: ['blt', 'vie'] },
      { areaId: 'ban-2', languages: ['vie', 'blt'] },
    ],
    areas,
  );
  expect(alikeByOrder(['ban-1', 'ban-2', 'nhom'], find)).toEqual([
    { languages: ['blt', 'vie'], areaIds: ['ban-1', 'nhom'] },
    { languages: ['vie', 'blt'], areaIds: ['ban-2'] },
  ]);
});

test.each([
  [[], 'none'],
  [['vie'], null],
  [['vie', 'blt', 'mww', 'tyz'], null],
  [['vie', 'blt', 'mww', 'tyz', 'kjg'], 'too-many'],
  [['vie', 'vie'], 'twice'],
  [['vie', 'xyz'], { unknown: 'xyz' }],
])('an order %j has the fault %j', (languages, fault) => {
  const known = new Set(['vie', 'blt', 'mww', 'tyz', 'kjg']);
  expect(orderFault(languages, known)).toEqual(fault);
});
