// How long a sound takes yet, and what becomes of a bulletin whose making was stopped.
// It must never know clocks or queues.
import { expect, test } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { makeAgain, stopMaking, timeLeft } from '../../../src/domain/sound/making-progress.ts';
import { bulletin } from '../samples.ts';

test.each([
  ['nothing can be said while the text is read', 'script', 0, 1, 900, null],
  ['nor of nothing', 'speech', 0, 0, 900, null],
  ['nor of the first sentence of a hundred', 'speech', 1, 100, 900, null],
  ['a quarter said: three more, and the levelling', 'speech', 25, 100, 1_000, 7_000],
  ['half levelled: as long again', 'mastering', 30, 60, 4_000, 4_000],
  ['the end', 'mastering', 60, 60, 4_000, 0],
])('%s', (_, step, done, total, stepMs, leftMs) => {
  expect(timeLeft({ step, done, total, stepMs })).toBe(leftMs);
});

test('who stopped it is named, in both languages; its version and its words stay', () => {
  const making = bulletin({ state: 'making', clipId: null, version: 3 });
  const stopped = stopMaking(making, { name: 'Lò Văn Ba' });
  if (stopped instanceof AppError) throw stopped;
  expect(stopped).toMatchObject({ state: 'failed', version: 3, text: making.text });
  expect(stopped.stateReason).toMatch(/Lò Văn Ba đã dừng .*Lò Văn Ba stopped/u);
  expect(makeAgain(stopped)).toEqual({ ...making, stateReason: null });
});

test.each(['failed', 'ready', 'pending', 'approved', 'returned'] as const)(
  '%s is not stopped: nothing is being made',
  (state) => {
    expect(stopMaking(bulletin({ state }), { name: 'Ba' })).toMatchObject({ code: 'not-making' });
  },
);

test.each([
  ['what is there', { state: 'ready' }],
  ['what has no words', { state: 'failed', text: ' \n' }],
] as const)('%s is not made again', (_, fields) => {
  expect(makeAgain(bulletin(fields))).toMatchObject({ code: 'not-failed' });
});
