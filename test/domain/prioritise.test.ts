// A bulletin given priority: only an ordinary one, and never by whoever wrote it.
// It must never know rights.
import { expect, test } from 'vitest';
import { prioritised } from '../../src/domain/approval/prioritise.ts';
import { bulletin } from './samples.ts';

const written = bulletin({ priority: 'normal', writerIds: ['lan'], state: 'approved' });

test('priority changes nothing else: words, sound and approval stay', () => {
  expect(prioritised(written, 'an')).toEqual({ ...written, priority: 'priority' });
});

test.each([
  ['its own writer', written, 'lan', 'own-bulletin'],
  ['what has it', { ...written, priority: 'priority' as const }, 'an', 'has-priority'],
  ['an emergency', { ...written, priority: 'emergency' as const }, 'an', 'has-priority'],
])('%s is refused by name', (_, of, by, code) => {
  expect(prioritised(of, by)).toMatchObject({ code });
});
