import { expect, test } from 'vitest';
import { emergenciesFirst } from '../../../src/domain/source/page-order.ts';

const said = (
  messageId: string,
  priority: 'normal' | 'emergency' = 'normal',
  externalId = messageId,
) => ({ one: messageId, said: { messageId, externalId, priority } });

test('emergencies come first, each kind in the order it was laid, what cannot be read in its turn', () => {
  const broken = { one: 'broken', said: null };
  const page = [said('a'), broken, said('b', 'emergency'), said('c'), said('d', 'emergency')];
  expect(emergenciesFirst(page)).toEqual(['b', 'd', 'a', 'broken', 'c']);
  expect(emergenciesFirst([])).toEqual([]);
});

test('what an emergency refers to goes before it, and what that refers to', () => {
  const page = [
    said('other'),
    said('alert'),
    said('update-1', 'normal', 'alert'),
    said('update-2', 'emergency', 'update-1'),
  ];
  expect(emergenciesFirst(page)).toEqual(['alert', 'update-1', 'update-2', 'other']);
});
