// A recording asked of a collaborator: its day, its links, who may judge it.
import { describe, expect, test } from 'vitest';
import {
  type Commission,
  type CommissionState,
  dueFits,
  endOfDayMs,
  isOpen,
  isOverdue,
  isSameName,
  judged,
  linkLives,
  notJudged,
  sendable,
  sent,
} from '../../../src/domain/languages/commission.ts';

const at = (text: string) => Date.parse(`${text}+07:00`);
const commission: Commission = {
  ...{ id: 'c1', tenantId: 'xa', bulletinId: 'b1', language: 'mww' },
  ...{ collaboratorName: 'Giàng A Páo', contactNote: null, dueDay: '2026-12-08' },
  ...{ feeNote: '150.000 đ', paidNote: null, tokenHash: 'h', listenerName: null },
  ...{ listenerHash: null, state: 'asked', openedAtMs: null, speakerName: null, clipId: null },
  ...{ sends: 0, contentHash: null, textHash: null, sentAtMs: null, remark: null, judgedBy: null },
  ...{ judgedById: null, judgedAtMs: null, remindedAtMs: null, dueToldAtMs: null },
  ...{ createdBy: 'a1', createdAtMs: at('2026-12-05T12:00') },
};
const recording = { speakerName: 'Páo', clipId: 'k', contentHash: 'x', textHash: 't' };

describe('its day', () => {
  test.each([
    ['2026-12-08', at('2026-12-09T00:00')],
    ['2028-02-29', at('2028-03-01T00:00')],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['8/12/2026', null],
    ['', null],
  ])('%s ends at midnight in Vietnam: %s', (day, endMs) => {
    expect(endOfDayMs(day)).toBe(endMs);
  });

  test.each([
    ['2026-12-05', true],
    ['2026-12-04', false],
    ['2027-05-30', true],
    ['2027-06-30', false],
    ['mai', false],
  ])('%s can be kept: %s', (day, fits) => {
    expect(dueFits(day, at('2026-12-05T23:59'))).toBe(fits);
  });

  test('is over for who has sent nothing, or was sent back, and for nobody else', () => {
    const late = at('2026-12-09T00:00');
    const overdue = (state: CommissionState) => isOverdue({ ...commission, state }, late);
    const states: CommissionState[] = ['asked', 'returned', 'sent', 'confirmed', 'revoked'];
    expect(states.map(overdue)).toEqual([true, true, false, false, false]);
    expect(isOverdue(commission, late - 1)).toBe(false);
    expect(isOverdue({ ...commission, dueDay: '?' }, late)).toBe(true);
  });

  test('leaves the link open for three days more, unless it was revoked', () => {
    expect(linkLives(commission, at('2026-12-11T23:59'))).toBe(true);
    expect(linkLives(commission, at('2026-12-12T00:00'))).toBe(false);
    expect(linkLives({ ...commission, state: 'revoked' }, at('2026-12-06T00:00'))).toBe(false);
    expect(linkLives({ ...commission, dueDay: '?' }, at('2026-12-06T00:00'))).toBe(false);
  });
});

test.each([
  ['asked', true],
  ['sent', true],
  ['returned', true],
  ['confirmed', false],
  ['revoked', false],
] as const)('%s is open, and may be sent: %s', (state, open) => {
  expect([isOpen({ state }), sendable({ state, sends: 29 })]).toEqual([open, open]);
  expect(sendable({ state, sends: 30 })).toBe(false);
});

test('what was said of an earlier recording is not said of the next one', () => {
  const before = { ...commission, state: 'returned' as const, remark: 'Nói nhỏ', judgedBy: 'Sua' };
  expect(sent(before, { ...recording, nowMs: 5 })).toMatchObject({
    ...recording,
    ...{ sends: 1, state: 'sent', sentAtMs: 5, remark: null, judgedBy: null },
  });
});

describe('a second speaker', () => {
  const there = sent(commission, { ...recording, nowMs: 5 });
  const by = (name: string, contentHash = 'x') => ({
    ...{ contentHash, nowMs: 9, listener: { name, accountId: null } },
  });

  test('confirms or returns what is there now', () => {
    expect(notJudged(there, by('Sùng Thị Sua'))).toBeNull();
    const of = by('Sùng Thị Sua');
    expect(judged(there, { ...of, verdict: 'confirmed', remark: null })).toMatchObject({
      ...{ state: 'confirmed', judgedBy: 'Sùng Thị Sua', judgedById: null, judgedAtMs: 9 },
    });
    expect(judged(there, { ...of, verdict: 'returned', remark: 'Thiếu câu cuối' })).toMatchObject({
      ...{ state: 'returned', remark: 'Thiếu câu cuối', clipId: 'k' },
    });
  });

  test.each([
    ['judges nothing that was not sent', commission, by('Sua'), 'nothing-to-judge'],
    [
      'judges nothing twice',
      { ...there, state: 'confirmed' as const },
      by('Sua'),
      'nothing-to-judge',
    ],
    ['judges no sound but the one that was heard', there, by('Sua', 'y'), 'another-sound'],
    ['is not who was asked', there, by('GIÀNG  a páo'), 'same-person'],
    ['is not who spoke', there, by(' páo.'), 'same-person'],
    [
      'is not who was asked, whoever spoke',
      { ...there, speakerName: null },
      by('Giàng A Páo'),
      'same-person',
    ],
  ])('%s', (_, of, judgement, why) => {
    expect(notJudged(of, judgement)).toBe(why);
  });
});

test.each([
  ['Giàng A Páo', 'giàng a páo', true],
  ['Giàng A Páo', 'Gia\u0300ng A Pa\u0301o', true],
  ['Giàng A Páo', 'Ｇiàng-A-Páo', true],
  ['Giàng A Páo', 'Giang A Pao', false],
  ['', '', false],
])('%j and %j are one person: %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
});
