// The same words spoken once more: what the bulletin is once the new sound is there.
// It must never know voices.
import { expect, test } from 'vitest';
import type { Bulletin } from '../../../src/domain/model.ts';
import { hasSound, retaken } from '../../../src/domain/voices/retake.ts';
import { bulletin as sample } from '../samples.ts';

const of = (changes: Partial<Bulletin>) => sample({ clipId: 'cũ', ...changes });

test('whoever pressed it wrote it; where nobody did, nobody becomes its writer', () => {
  const before = of({ state: 'approved', writerIds: ['lan'], version: 3 });
  expect(retaken(before, { clipId: 'mới', byId: 'hoa' })).toMatchObject({
    ...{ state: 'ready', clipId: 'mới', version: 4, authorId: 'hoa', writerIds: ['hoa'] },
    submitsItself: true,
  });
  expect(retaken(before, { clipId: 'mới', byId: null })).toMatchObject({
    ...{ state: 'ready', clipId: 'mới', version: 4, writerIds: ['lan'], submitsItself: true },
  });
});

test('what nobody had sent yet is not sent by itself', () => {
  const before = of({ state: 'returned', submitsItself: false });
  expect(retaken(before, { clipId: 'mới', byId: 'hoa' }).submitsItself).toBe(false);
});

test('a sound holds where there is one', () => {
  expect(hasSound(of({ state: 'approved' }))).toBe(true);
  for (const state of ['making', 'failed'] as const) expect(hasSound(of({ state }))).toBe(false);
  expect(hasSound(of({ state: 'approved', clipId: null }))).toBe(false);
});
