// Whether a part of an edition may still be said, and is what was joined.
// It must never stop anything.
import { expect, test } from 'vitest';
import {
  faultNow,
  faultOf,
  hindranceBy,
  type PartFacts,
  takenBack,
} from '../../../src/domain/programmes/part-standing.ts';
import type { PartFault } from '../../../src/domain/programmes/programme-model.ts';
import { approval, bulletin, clip, facts, NOW } from './sample.ts';

test.each<[string, Partial<PartFacts>, PartFault | null]>([
  ['as it was', {}, null],
  ['gone', { bulletin: null }, 'gone'],
  ['taken back by the province', { theirs: false }, 'not-given'],
  ['an emergency since', { bulletin: { ...bulletin, priority: 'emergency' } }, 'emergency'],
  ['a drill', { bulletin: { ...bulletin, drill: true } }, 'drill'],
  ['repealed', { documentEndMs: NOW }, 'document-ended'],
  ['repealed tomorrow', { documentEndMs: NOW + 1 }, null],
  ['expired', { bulletin: { ...bulletin, expiresAtMs: NOW } }, 'expired'],
  ['good until later', { bulletin: { ...bulletin, expiresAtMs: NOW + 1 } }, null],
  ['returned', { bulletin: { ...bulletin, state: 'returned' } }, 'withdrawn'],
  ['never approved', { bulletin: { ...bulletin, state: 'pending' }, approvals: [] }, 'withdrawn'],
  ['being made anew', { bulletin: { ...bulletin, state: 'making', version: 3 } }, 'changed'],
  ['its approval void', { approvals: [{ ...approval, voidedAtMs: 5 }] }, 'withdrawn'],
  ['of older words', { bound: 'older-text' }, 'older-text'],
  ['without its original', { bound: 'original-not-approved' }, 'original-not-approved'],
])('%s', (_, of, wanted) => {
  expect(faultNow(facts(of))).toBe(wanted);
});

test('a part is its very version and its very sound', () => {
  const part = { version: 2, contentHash: 'h' };
  expect(faultOf(part, facts())).toBeNull();
  expect(faultOf({ ...part, version: 1 }, facts())).toBe('changed');
  expect(faultOf({ ...part, contentHash: 'x' }, facts())).toBe('changed');
  expect(faultOf(part, facts({ theirs: false }))).toBe('not-given');
  const again = { ...clip, contentHash: 'n' };
  const anew = { ...approval, contentHash: 'n' };
  expect(faultOf(part, facts({ clip: again, approvals: [anew] }))).toBe('changed');
});

test.each<[PartFault, string]>([
  ['changed', 'changed-since-approval'],
  ['expired', 'expired'],
  ['document-ended', 'document-ended'],
  ['older-text', 'older-text'],
  ['original-not-approved', 'original-not-approved'],
  ['withdrawn', 'not-approved'],
  ['not-given', 'not-approved'],
  ['emergency', 'not-approved'],
])('a part that is %s hinders the whole as %s', (fault, wanted) => {
  expect(hindranceBy(fault)).toBe(wanted);
});

test.each<[string, Partial<PartFacts>, PartFault | null]>([
  ['that ran out', { bulletin: { ...bulletin, expiresAtMs: NOW } }, null],
  ['whose document ended', { documentEndMs: NOW }, null],
  ['no longer given', { theirs: false }, null],
  ['gone', { bulletin: null }, 'gone'],
  [
    'withdrawn, though it had run out',
    { bulletin: { ...bulletin, expiresAtMs: NOW, state: 'returned' } },
    'withdrawn',
  ],
  ['with another sound', { clip: { ...clip, contentHash: 'n' } }, 'changed'],
])('of what was aired, a part %s', (_, of, wanted) => {
  expect(takenBack({ version: 2, contentHash: 'h' }, facts(of))).toBe(wanted);
});
