// Editorial groups: who is needed, and that nothing is approved before all of them agreed to one sound.
// It must never know rows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalStanding, approve, type Judging } from '../../src/domain/approval/approval.ts';
import {
  type ApprovalMode,
  agreed,
  type Group,
  mayJudge,
  neededIds,
  WHOEVER,
} from '../../src/domain/approval/approval-group.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Approval } from '../../src/domain/model.ts';
import { approval, bulletin, clip, NOON, SOUND } from './samples.ts';

const group = (mode: ApprovalMode, accountIds: string[], ableIds = accountIds): Group => ({
  rule: { mode, accountIds },
  ableIds,
});
const seenHash = SOUND.contentHash;
const pending = (writerIds: string[] = ['tac-gia']) => bulletin({ state: 'pending', writerIds });

/** Presses "approve" one after the other, as rows would be written; what each press came to. */
function presses(of: {
  people: string[];
  group: Group | ((press: number) => Group);
  writerIds?: string[];
}) {
  const approvals: Approval[] = [];
  let now = pending(of.writerIds);
  const outcomes = of.people.map((approverId, n) => {
    const grouped = typeof of.group === 'function' ? of.group(n) : of.group;
    const by: Judging = { approverId, seenHash, clip: clip(), group: grouped, approvals };
    const found = approve(now, by);
    if (found instanceof AppError) return found.code;
    now = found.bulletin;
    const { neededIds: needed } = found;
    approvals.push(approval({ id: `d${n}`, approverId, neededIds: needed, atMs: NOON - 100 + n }));
    return now.state;
  });
  return { outcomes, bulletin: now, approvals };
}

describe('who may judge', () => {
  test.each([
    ['one', [], 'a', true],
    ['any', ['a'], 'a', true],
    ['any', ['a'], 'b', false],
    ['all', ['a', 'b'], 'b', true],
    ['all', ['a', 'b'], 'c', false],
  ] as const)('%s of %j: %s', (mode, accountIds, id, may) => {
    expect(mayJudge({ mode, accountIds }, id)).toBe(may);
  });

  test('somebody outside the group is refused, whatever role they hold', () => {
    expect(presses({ people: ['c'], group: group('any', ['a']) }).outcomes).toEqual([
      'not-in-group',
    ]);
  });
});

describe('who is needed', () => {
  test.each([
    ['whoever', WHOEVER, [], []],
    ['any of two', { mode: 'any', accountIds: ['a', 'b'] }, ['a', 'b'], []],
    [
      'all of three',
      { mode: 'all', accountIds: ['a', 'b', 'c'] },
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ],
    ['all, one disabled', { mode: 'all', accountIds: ['a', 'b', 'c'] }, ['a', 'c'], ['a', 'c']],
    ['all, one the writer', { mode: 'all', accountIds: ['tac-gia', 'b'] }, ['tac-gia', 'b'], ['b']],
  ] as const)('%s', (_, rule, ableIds, expected) => {
    expect(neededIds({ rule, ableIds }, ['tac-gia'])).toEqual(expected);
  });

  test('of no approvals nothing is agreed', () => expect(agreed([])).toBe(false));
});

describe('all of a group', () => {
  test.each([
    ['one after the other', ['a', 'b', 'c'], ['pending', 'pending', 'approved']],
    ['one twice', ['a', 'a'], ['pending', 'already-yours']],
    ['once approved', ['a', 'b', 'c', 'a'], ['pending', 'pending', 'approved', 'not-pending']],
    ['an outsider between', ['a', 'x', 'b'], ['pending', 'not-in-group', 'pending']],
  ])('%s', (_, people, outcomes) => {
    expect(presses({ people, group: group('all', ['a', 'b', 'c']) }).outcomes).toEqual(outcomes);
  });

  test('the writer is left out, and of a group of writers alone nobody is left', () => {
    const writerIds = ['a'];
    const two = group('all', ['a', 'b']);
    expect(presses({ people: ['b'], group: two, writerIds }).outcomes).toEqual(['approved']);
    expect(presses({ people: ['a'], group: two, writerIds }).outcomes).toEqual(['own-bulletin']);
    const gone = group('all', ['a', 'b'], []);
    expect(presses({ people: ['b'], group: gone, writerIds }).outcomes).toEqual(['nobody-left']);
  });

  test('a group that grew between two approvals waits for the new one too', () => {
    const found = presses({
      people: ['a', 'b', 'c'],
      group: (press) => group('all', press === 0 ? ['a', 'b'] : ['a', 'b', 'c']),
    });
    expect(found.outcomes).toEqual(['pending', 'pending', 'approved']);
  });

  test('a group that shrank lets one who has agreed press again', () => {
    const found = presses({
      people: ['a', 'a'],
      group: (press) => group('all', press === 0 ? ['a', 'b'] : ['a']),
    });
    expect(found.outcomes).toEqual(['pending', 'approved']);
  });

  test('somebody disabled in between is waited for no longer', () => {
    const found = presses({
      people: ['a', 'c'],
      group: (press) => group('all', ['a', 'b', 'c'], press === 0 ? ['a', 'b', 'c'] : ['a', 'c']),
    });
    expect(found.outcomes).toEqual(['pending', 'approved']);
  });

  test.each([
    ['of another sound', { contentHash: 'b'.repeat(64) }],
    ['of an older version', { version: 0 }],
    ['given before a return', { voidedAtMs: NOON }],
  ])('an agreement %s does not count', (_, of) => {
    const approvals = [approval({ approverId: 'a', neededIds: ['a', 'b'], ...of })];
    const by = {
      approverId: 'b',
      seenHash,
      clip: clip(),
      group: group('all', ['a', 'b']),
      approvals,
    };
    expect(approve(pending(), by)).toMatchObject({ bulletin: { state: 'pending' } });
  });
});

describe('an emergency of a group', () => {
  const all = { neededIds: ['a', 'b'] };
  const urgent = bulletin({ priority: 'emergency' });
  const day = 24 * 3_600_000;

  test.each([
    ['both today', NOON - 2, NOON - 1, 'holds'],
    ['one of them the day before', NOON - day - 1, NOON - 1, 'too-old'],
    ['both the day before', NOON - day - 2, NOON - day - 1, 'too-old'],
  ])('%s', (_, first, second, standing) => {
    const approvals = [
      approval({ ...all, approverId: 'a', atMs: first }),
      approval({ ...all, approverId: 'b', atMs: second }),
    ];
    expect(approvalStanding({ bulletin: urgent, clip: clip(), approvals, byMs: NOON })).toBe(
      standing,
    );
  });
});

test('whatever is pressed by whomever: approved means all needed agreed, and no writer among them', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const ids = fc.uniqueArray(id, { maxLength: 5 });
  const press = fc.record({ person: id, group: ids, able: ids });
  fc.assert(
    fc.property(
      fc.constantFrom<ApprovalMode>('one', 'any', 'all'),
      ids,
      fc.array(press, { maxLength: 12 }),
      (mode, writerIds, steps) => {
        const found = presses({
          people: steps.map(({ person }) => person),
          group: (n) => group(mode, steps[n]?.group ?? [], steps[n]?.able ?? []),
          writerIds,
        });
        const given = found.approvals.map(({ approverId }) => approverId);
        expect(given.filter((one) => (writerIds as string[]).includes(one))).toEqual([]);
        const of = {
          bulletin: found.bulletin,
          clip: clip(),
          approvals: found.approvals,
          byMs: NOON,
        };
        const holds = approvalStanding(of) === 'holds';
        expect(holds).toBe(found.bulletin.state === 'approved');
        if (!holds) return;
        for (const one of found.approvals.at(-1)?.neededIds ?? []) expect(given).toContain(one);
        // half of it never airs: with any one press taken away, all must still be there for it to hold
        if (mode === 'all') expect(found.approvals.at(-1)?.neededIds.length).toBeGreaterThan(0);
      },
    ),
    { seed: 18, numRuns: 500 },
  );
});
