import './page-stub.ts';
import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/http/schemas/area.ts';
import type { Node } from '../../src/web/area-tree.ts';
import { EMPTY, type Kept } from '../../src/web/screens/notice/draft.ts';
import { leftOut } from '../../src/web/screens/notice/left-out.ts';
import { isUrgent } from '../../src/web/screens/notice/urgent.tsx';
import { rulesOf, timesOf, whenOf } from '../../src/web/screens/notice/when.tsx';

const VILLAGES = ['Bản Mòng', 'Bản Hua Nà', 'Bản Nà', 'Thôn 3', 'Tổ dân phố Văn Yên', 'Bản Đin'];
const node = (name: string, speakers = 1, children: Node[] = []): Node => ({
  area: { id: name, name } as Area,
  ...{ speakers, online: speakers, children },
});
const nodes = [node('xa', 6, [...VILLAGES.map((name) => node(name)), node('Bản Câm', 0)])];
const slot = (kind: string, name: string) => ({ kind, name }) as never;
const template = { slots: [slot('place', 'noi'), slot('text', 'viec'), slot('place', 'them')] };
const left = (kept: Partial<Kept>, urgent = false) =>
  leftOut({
    ...{ template, urgent, areaId: 'xa' },
    kept: { ...EMPTY, ...kept },
    places: { nodes },
  });
const chosen = (noi: string, them = '') => {
  const without = left({ slots: { noi, them } });
  return VILLAGES.filter((name) => !without.includes(name));
};

describe('the villages a notice goes to, until a person chooses', () => {
  test.each<[string, string[]]>([
    ['nhà văn hóa bản Mòng', ['Bản Mòng']],
    ['NHÀ VĂN HÓA BẢN MÒNG', ['Bản Mòng']],
    ['nha van hoa ban mong', ['Bản Mòng']],
    ['thôn Mòng', ['Bản Mòng']],
    ['Mòng', ['Bản Mòng']],
    ['bản Mo\u0300ng', ['Bản Mòng']],
    ['Hua Nà', ['Bản Hua Nà']],
    ['bản Hua Nà', ['Bản Hua Nà']],
    ['bản Nà', ['Bản Nà']],
    ['bản Nà và bản Hua Nà', ['Bản Hua Nà', 'Bản Nà']],
    ['thôn 3', ['Thôn 3']],
    ['bản Đin', ['Bản Đin']],
  ])('of %j are those it names', (text, expected) => {
    expect(chosen(text)).toEqual(expected);
  });

  test.each(['', 'chợ trung tâm xã', 'nhà văn hóa xã', 'bản Mòngg', 'thôn 31', 'số 3 đường chính'])(
    'of %j, which names none, are all',
    (text) => expect(chosen(text)).toEqual(VILLAGES),
  );

  test('of two places are both, and a place is not read from another kind of field', () => {
    expect(chosen('bản Mòng', 'thôn 3')).toEqual(['Bản Mòng', 'Thôn 3']);
    expect(left({ slots: { viec: 'sửa đường bản Mòng' } })).toEqual([]);
  });

  test('of one that has no pole are all: to nobody is never proposed', () => {
    expect(chosen('bản Câm')).toEqual(VILLAGES);
  });

  test('of an emergency are none, and what a person chose stands in both', () => {
    expect(left({ slots: { noi: 'bản Mòng' } }, true)).toEqual(VILLAGES);
    expect(left({ without: ['Thôn 3'] }, true)).toEqual(['Thôn 3']);
    expect(left({ without: [], slots: { noi: 'bản Mòng' } })).toEqual([]);
  });

  test('of names with signs of patterns in them are found by letters alone', () => {
    const strange = [node('xa', 1, [node('Bản (a+)+$'), node('Bản .*')])];
    const without = leftOut({
      ...{ template, urgent: false, areaId: 'xa', places: { nodes: strange } },
      kept: { ...EMPTY, slots: { noi: `${'a'.repeat(500)}!` } },
    });
    expect(without).toEqual([]);
  });
});

const HOUR_MS = 3_600_000;
const soon = Date.now() + 5 * HOUR_MS;
const DAY = { now: true, next: [soon], twice: [soon, soon + HOUR_MS] };
const NIGHT = { now: false, next: [soon], twice: [] };
const NEVER = { now: false, next: [], twice: [] };

describe('when a notice is heard', () => {
  test('is what was chosen, as long as the service still offers it', () => {
    for (const when of ['now', 'next', 'twice', 'at'] as const)
      expect(whenOf({ when }, DAY, false)).toBe(when);
  });

  test('is the first it offers when what a draft of yesterday holds is gone', () => {
    expect(whenOf({ when: 'now' }, NIGHT, false)).toBe('next');
    expect(whenOf({ when: 'twice' }, NIGHT, false)).toBe('next');
    expect(whenOf({ when: 'next' }, NEVER, false)).toBe('at');
    expect(whenOf({ when: 'twice' }, DAY, true)).toBe('twice');
    expect(whenOf({ when: null }, NIGHT, true)).toBe('now');
  });

  test('never names an hour that has passed, nor nothing at all', () => {
    const past = { when: 'at', atMs: Date.now() - HOUR_MS } as const;
    for (const times of [DAY, NIGHT, NEVER])
      for (const when of ['now', 'next', 'twice', 'at'] as const) {
        const rules = rulesOf({ ...past, when }, times, false);
        expect(rules).not.toEqual([]);
        for (const atMs of timesOf(rules)) expect(atMs).toBeGreaterThan(Date.now() - 60_000);
      }
    expect(rulesOf({ when: 'at', atMs: soon }, DAY, false)).toEqual([{ kind: 'once', atMs: soon }]);
  });
});

test('danger to life is said of a priority template, and of no ordinary one', () => {
  expect(isUrgent({ urgent: true }, 'priority')).toBe(true);
  expect(isUrgent({ urgent: false }, 'priority')).toBe(false);
  expect(isUrgent({ urgent: true }, 'normal')).toBe(false);
  expect(isUrgent({ urgent: false }, 'emergency')).toBe(true);
});
