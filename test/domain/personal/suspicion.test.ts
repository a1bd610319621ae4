// What was found and not yet answered keeps a bulletin like a marked one; an answer holds for exactly that.
// It must never hold a word that was found.
import { expect, test } from 'vitest';
import {
  isHeldFromPublic,
  isHeldPersonal,
  isOpen,
  type Suspicion,
  suspicionAfter,
} from '../../../src/domain/personal/suspicion.ts';

const asked: Suspicion = {
  ...{
    bulletinId: 'b',
    foundHash: 'một',
    found: 1,
    reason: null,
    byId: null,
    atMs: null,
    settled: false,
  },
};
const answered = { ...asked, reason: 'số trực của xã', byId: 'ai', atMs: 5 };

test.each([
  ['nothing found, not marked', false, null, false],
  ['nothing found, marked', true, null, true],
  ['found and not answered', false, asked, true],
  ['found and answered', false, answered, false],
  ['marked whatever was answered', true, answered, true],
] as const)('%s', (_, personalData, suspicion, held) => {
  expect(isHeldPersonal({ personalData }, suspicion)).toBe(held);
});

test('is open until there is a reason', () => {
  expect([null, asked, answered].map(isOpen)).toEqual([false, true, false]);
});

test('an answer holds for exactly what was found; another word is another question', () => {
  const same = { bulletinId: 'b', foundHash: 'một', found: 1 };
  const other = { bulletinId: 'b', foundHash: 'hai', found: 2 };
  expect(suspicionAfter(null, same)).toEqual(asked);
  expect(suspicionAfter(answered, same)).toBe(answered);
  expect(suspicionAfter(answered, other)).toEqual({ ...asked, ...other });
  expect(suspicionAfter(answered, { ...same, found: 0 })).toBeNull();
});

test.each([
  ['nothing found, not marked', false, null, false],
  ['answered by whoever wrote it alone', false, answered, true],
  ['answered, and seen by a second', false, { ...answered, settled: true }, false],
  ['marked whatever was seen', true, { ...answered, settled: true }, true],
] as const)('outside of the house: %s', (_, personalData, suspicion, held) => {
  expect(isHeldFromPublic({ personalData }, suspicion)).toBe(held);
});
