// The same words with another sound: nobody wrote, nothing stays approved.
// It must never know why it is made anew.
import { expect, test } from 'vitest';
import { madeAgain } from '../../src/domain/approval/again.ts';
import { bulletin } from './samples.ts';

test.each([
  ['approved', true],
  ['pending', true],
  ['ready', false],
  ['returned', false],
] as const)('%s: it goes to an approver again by itself: %s', (state, again) => {
  const before = bulletin({ state, clipId: 'clip', stateReason: 'x', version: 4 });
  expect(madeAgain(before)).toEqual({
    ...before,
    ...{ state: 'making', clipId: null, stateReason: null, version: 5, submitsItself: again },
  });
});

test('what submits itself goes on doing so', () => {
  expect(madeAgain(bulletin({ submitsItself: true, state: 'ready' })).submitsItself).toBe(true);
});
