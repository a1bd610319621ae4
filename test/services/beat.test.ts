import { expect, test } from 'vitest';
import { makeBeat } from '../../src/services/beat.ts';
import type { Log } from '../../src/services/ports.ts';

test('every room is asked in its order, and one that stumbles keeps no other from its turn', async () => {
  const asked: string[] = [];
  const errors: unknown[] = [];
  const log = { error: (facts: unknown) => void errors.push(facts) } as unknown as Log;
  const full = new Error('database or disk is full');
  const beat = makeBeat(log, {
    source: () => {
      asked.push('source');
      throw full;
    },
    planning: () => void asked.push('planning'),
    sending: () => void asked.push('sending'),
  });
  await beat();
  await beat();
  expect(asked).toEqual(['source', 'planning', 'sending', 'source', 'planning', 'sending']);
  expect(errors).toEqual([
    { err: full, room: 'source' },
    { err: full, room: 'source' },
  ]);
});
