import { expect, test } from 'vitest';
import { type HindranceFacts, hindranceOf } from '../../src/domain/airing/hindrance.ts';
import { approval, bulletin, clip, DAYTIME, NOON, SITES } from './samples.ts';

const facts = (of: Partial<HindranceFacts> = {}): HindranceFacts => ({
  ...{ playAtMs: NOON, cancelled: false, bulletin: bulletin(), clip: clip() },
  ...{ approvals: [approval()], sites: SITES, hours: [DAYTIME], ...of },
});
const expired = bulletin({ expiresAtMs: NOON });

test.each<[string, Partial<HindranceFacts>, ReturnType<typeof hindranceOf>]>([
  ['nothing stands in its way', {}, null],
  ['its document ends a moment later', { documentEndMs: NOON + 1 }, null],
  ['its document has ended at that very moment', { documentEndMs: NOON }, 'document-ended'],
  ['it had no end', { documentEndMs: null }, null],
  ['its event is past', { bulletin: expired }, 'expired'],
  [
    'a draft’s last day was its event as well: the document is what is said',
    { bulletin: expired, documentEndMs: NOON },
    'document-ended',
  ],
  [
    'somebody cancelled that one time, whatever became of its document',
    { cancelled: true, documentEndMs: NOON },
    'cancelled-once',
  ],
  [
    'without a sound it is its document all the same',
    { clip: null, documentEndMs: 0 },
    'document-ended',
  ],
  [
    'nothing stands in the way of its original',
    { bound: { hindrance: null, expiresAtMs: null } },
    null,
  ],
  ['its original is past', { bound: { hindrance: null, expiresAtMs: NOON } }, 'expired'],
  [
    'its original has other words now, whatever became of its own approval',
    { bound: { hindrance: 'older-text', expiresAtMs: null }, approvals: [] },
    'older-text',
  ],
])('%s', (_, of, expected) => {
  expect(hindranceOf(facts(of))).toBe(expected);
});
