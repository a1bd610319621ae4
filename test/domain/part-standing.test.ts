import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AiredOnce, Answer } from '../../src/domain/assign/assign-model.ts';
import {
  counts,
  countsOf,
  mayRemind,
  REMIND_EVERY_MS,
  standingOfPart,
} from '../../src/domain/assign/part-standing.ts';

const at = (clock: string) => Date.parse(`2026-12-05T${clock}:00+07:00`);
const GIVEN = at('08:00');
const DUE = at('20:00');
const assignment = { leastAirings: 2, dueAtMs: DUE, givenAtMs: GIVEN };
const whole = (atMs: number): AiredOnce => ({ playAtMs: atMs, speakers: 4, whole: 4 });
const poor = (atMs: number): AiredOnce => ({ playAtMs: atMs, speakers: 4, whole: 1 });

type Case = { answer?: Answer; airings?: AiredOnce[]; planned?: number[]; nowMs?: number };
const standing = ({ answer = 'accepted', airings = [], planned = [], nowMs = at('12:00') }: Case) =>
  standingOfPart({ assignment, part: { answer }, airings, plannedAtMs: planned, nowMs });

test.each([
  [0, 0, false],
  [1, 0, false],
  [1, 1, true],
  [2, 1, true],
  [3, 1, false],
  [30, 15, true],
])('of %i speakers %i played it whole: counts is %s', (speakers, played, counted) => {
  expect(counts({ speakers, whole: played })).toBe(counted);
});

describe('a commune’s part', () => {
  test.each<[string, Case, object]>([
    ['waits for an answer', { answer: 'waiting' }, { state: 'waiting', behind: true }],
    ['is accepted', {}, { state: 'accepted', behind: true }],
    [
      'is placed once of twice',
      { planned: [at('17:00')] },
      { state: 'placed', planned: 1, behind: true },
    ],
    [
      'is placed as often as asked',
      { planned: [at('17:00'), at('18:00')] },
      { state: 'placed', planned: 2, behind: false },
    ],
    [
      'is placed without an answer: the schedule is one',
      { answer: 'waiting', planned: [at('17:00')] },
      { state: 'placed' },
    ],
    [
      'is aired once and planned once',
      { airings: [whole(at('09:00'))], planned: [at('17:00')] },
      { state: 'placed', aired: 1, planned: 1, behind: false, lastAtMs: at('09:00') },
    ],
    [
      'is aired',
      { airings: [whole(at('11:00')), whole(at('09:00'))] },
      { state: 'aired', aired: 2, behind: false, lastAtMs: at('11:00') },
    ],
    [
      'does not count what a quarter of the poles played',
      { airings: [poor(at('09:00')), poor(at('10:00'))] },
      { state: 'accepted', aired: 0, lastAtMs: null },
    ],
    [
      'does not count what sounded before it was given',
      { airings: [whole(at('07:00'))] },
      { state: 'accepted', aired: 0 },
    ],
    ['is declined', { answer: 'declined' }, { state: 'declined', behind: false }],
    [
      'is declined, and yet was heard often enough',
      { answer: 'declined', airings: [whole(at('09:00')), whole(at('10:00'))] },
      { state: 'aired' },
    ],
    ['is overdue', { nowMs: DUE + 1 }, { state: 'overdue', behind: true }],
    [
      'is overdue though it aired late: that is counted apart',
      { airings: [whole(DUE), whole(DUE + 1)], nowMs: DUE + 2 },
      { state: 'overdue', aired: 1, late: 1, behind: true },
    ],
    [
      'does not plan for after the deadline, nor in the past',
      { planned: [at('09:00'), DUE + 1] },
      { state: 'accepted', planned: 0 },
    ],
  ])('%s', (_, given, expected) => {
    expect(standing(given)).toMatchObject(expected);
  });

  test('never goes back from aired by what is added', () => {
    const airing = fc.record({
      playAtMs: fc.integer({ min: GIVEN - 3_600_000, max: DUE + 3_600_000 }),
      speakers: fc.integer({ min: 0, max: 5 }),
      whole: fc.integer({ min: 0, max: 5 }),
    });
    const answer = fc.constantFrom<Answer>('waiting', 'accepted', 'declined');
    fc.assert(
      fc.property(fc.array(airing), airing, answer, (airings, more, given) => {
        const before = standing({ airings, answer: given });
        const after = standing({ airings: [...airings, more], answer: given });
        expect(after.aired + after.late).toBeGreaterThanOrEqual(before.aired + before.late);
        if (before.state === 'aired') expect(after.state).toBe('aired');
        expect(before.behind).toBe(
          before.state !== 'declined' && before.aired + before.planned < before.least,
        );
      }),
    );
  });
});

test('a board counts every state once, and who is behind beside it', () => {
  const counted = countsOf([
    { state: 'waiting', behind: true },
    { state: 'aired', behind: false },
    { state: 'aired', behind: false },
    { state: 'overdue', behind: true },
  ]);
  expect(counted).toEqual({
    ...{ waiting: 1, accepted: 0, placed: 0, aired: 2, declined: 0, overdue: 1, behind: 2 },
  });
});

test.each([
  ['never reminded', null, true, true],
  ['not behind', null, false, false],
  ['an hour ago', at('11:00'), true, false],
  ['a day ago', at('12:00') - REMIND_EVERY_MS, true, true],
  ['tomorrow, because the clock was put back', at('12:00') + 2 * REMIND_EVERY_MS, true, true],
])('%s: may be reminded %s', (_, remindedAtMs, behind, expected) => {
  expect(mayRemind({ remindedAtMs }, { behind }, at('12:00'))).toBe(expected);
});
