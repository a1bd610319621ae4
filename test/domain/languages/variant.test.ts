// A variant is of certain words of its original: what binds it, and what it waits for.
import { describe, expect, test } from 'vitest';
import {
  ageOf,
  boundBy,
  earlier,
  isUntranslated,
  needOf,
} from '../../../src/domain/languages/variant.ts';
import type { BulletinState } from '../../../src/domain/model.ts';

const STATES: BulletinState[] = ['making', 'failed', 'ready', 'pending', 'approved', 'returned'];

describe('a variant', () => {
  test('is of the words it was made from and of no others', () => {
    expect(ageOf({ originalHash: 'a' }, 'a')).toBe('current');
    expect(ageOf({ originalHash: 'a' }, 'b')).toBe('older');
    expect(ageOf(null, 'a')).toBe('older');
  });

  test.each(STATES)('with an original that is %s airs only if that is approved', (state) => {
    const expected = state === 'approved' ? null : 'original-not-approved';
    expect(boundBy({ original: { state }, age: 'current' })).toBe(expected);
  });

  test('of older words does not air, nor one whose original is gone', () => {
    expect(boundBy({ original: { state: 'approved' }, age: 'older' })).toBe('older-text');
    expect(boundBy({ original: null, age: 'current' })).toBe('original-not-approved');
  });

  test('is untranslated while its words are still its original’s', () => {
    expect(isUntranslated({ originalHash: 'a' }, 'a')).toBe(true);
    expect(isUntranslated({ originalHash: 'a' }, 'b')).toBe(false);
    expect(isUntranslated(null, 'a')).toBe(false);
  });

  test.each([
    [null, null, null],
    [1, null, 1],
    [null, 2, 2],
    [3, 2, 2],
  ])('ends at the earlier of %s and %s: %s', (a, b, end) => {
    expect(earlier(a, b)).toBe(end);
  });

  test.each([
    ['making', 'approved', 'current', false, 'time'],
    ['failed', 'approved', 'current', true, 'words'],
    ['failed', 'approved', 'current', false, 'sound'],
    ['approved', 'approved', 'older', false, 'same-again'],
    ['ready', 'approved', 'current', false, 'approval'],
    ['returned', 'approved', 'current', false, 'approval'],
    ['approved', 'pending', 'current', false, 'original'],
    ['approved', 'approved', 'current', false, null],
  ] as const)('that is %s beside an original that is %s, %s, waits (%s) for %s', (...row) => {
    const [state, original, age, untranslated, need] = row;
    const of = { bulletin: { state }, original: { state: original }, age, untranslated };
    expect(needOf(of)).toBe(need);
  });

  test('without an original waits for it', () => {
    const of = { bulletin: { state: 'approved' as const }, original: null };
    expect(needOf({ ...of, age: 'current', untranslated: false })).toBe('original');
  });
});
