// From made to approved: every state against every step, and what an approval covers.
// It must never know roles.
import { expect, test } from 'vitest';
import {
  approvalStanding,
  approve,
  edit,
  failed,
  made,
  revoke,
  sendBack,
  submit,
  takeBack,
} from '../../src/domain/approval/approval.ts';
import { WHOEVER } from '../../src/domain/approval/approval-group.ts';
import { AppError, orThrow } from '../../src/domain/errors.ts';
import type { Bulletin, BulletinState } from '../../src/domain/model.ts';
import { approval, bulletin, clip, NOON, SOUND } from './samples.ts';

const inState = (state: BulletinState, of: Partial<Bulletin> = {}) => bulletin({ state, ...of });
const group = { rule: WHOEVER, ableIds: [] };
const seen = {
  ...{ approverId: 'nguoi-duyet', seenHash: SOUND.contentHash, clip: clip() },
  ...{ group, approvals: [] },
};
/** the state reached, or the code of the refusal */
const outcome = (of: Bulletin | { bulletin: Bulletin } | AppError) => {
  if (of instanceof AppError) return of.code;
  return 'bulletin' in of ? of.bulletin.state : of.state;
};

const STATES: BulletinState[] = ['making', 'failed', 'ready', 'pending', 'approved', 'returned'];

test.each([
  ['making', 'sound-under-way'],
  ['failed', 'sound-failed'],
  ['ready', 'pending'],
  ['pending', 'already-submitted'],
  ['approved', 'already-approved'],
  ['returned', 'pending'],
] as const)('submitting a bulletin that is %s: %s', (state, expected) => {
  expect(outcome(submit(inState(state)))).toBe(expected);
});

test.each(['ready', 'returned'] as const)(
  'a place still to be written keeps a bulletin that is %s from being sent; what stands in other brackets does not',
  (state) => {
    const text = (words: string) => inState(state, { text: `Bà con chú ý. ${words} Xin cảm ơn.` });
    expect(outcome(submit(text('[Viết ví dụ ở xã ta]')))).toBe('place-to-write');
    expect(outcome(submit(text('[sic] (Viết sau)')))).toBe('pending');
  },
);

test.each(STATES.map((state) => [state, state === 'pending' ? 'approved' : 'not-pending']))(
  'approving a bulletin that is %s: %s',
  (state, expected) => {
    expect(outcome(approve(inState(state as BulletinState), seen))).toBe(expected);
  },
);

test.each(STATES.map((state) => [state, state === 'pending' ? 'returned' : 'not-pending']))(
  'returning a bulletin that is %s: %s',
  (state, expected) => {
    expect(outcome(sendBack(inState(state as BulletinState), 'sai ngày'))).toBe(expected);
  },
);

test.each(STATES)('editing a bulletin that is %s makes a new version without sound', (state) => {
  const edited = edit(inState(state, { stateReason: 'cũ' }), { editorId: 'b', text: 'Mới.' });
  expect(edited).toMatchObject({
    state: 'making',
    stateReason: null,
    version: 2,
    clipId: null,
    text: 'Mới.',
    title: 'Lịch tiêm chủng',
    authorId: 'b',
  });
});

test('an edit may change the title and lift the limit of length', () => {
  const edited = edit(bulletin({ maxSeconds: 60 }), {
    editorId: 'tac-gia',
    title: 'Tiêm chủng',
    maxSeconds: null,
  });
  expect(edited).toMatchObject({ title: 'Tiêm chủng', maxSeconds: null, text: bulletin().text });
});

test('an edit that does not speak of length or language leaves them', () => {
  const before = bulletin({ maxSeconds: 60, language: 'blt' });
  expect(edit(before, { editorId: 'b' })).toMatchObject({ maxSeconds: 60, language: 'blt' });
  expect(edit(before, { editorId: 'b', language: 'tyz' }).language).toBe('tyz');
});

test('whoever changed the words last may not approve them', () => {
  const edited = edit(bulletin(), { editorId: 'nguoi-duyet', text: 'Mới.' });
  const result = approve({ ...edited, state: 'pending' }, seen);
  expect(outcome(result)).toBe('own-bulletin');
});

test('nor may whoever wrote it before somebody else touched up the title', () => {
  const edited = edit(bulletin({ state: 'ready' }), { editorId: 'b', title: 'Khác' });
  expect(edited.writerIds).toEqual(['tac-gia', 'b']);
  const pending = { ...edited, state: 'pending' as const };
  expect(outcome(approve(pending, { ...seen, approverId: 'tac-gia' }))).toBe('own-bulletin');
  expect(outcome(approve(pending, seen))).toBe('approved');
});

test('an approval frees the earlier writers: what they wrote was judged by another', () => {
  const edited = edit(inState('approved'), { editorId: 'b', text: 'Mới.' });
  expect(edited.writerIds).toEqual(['b']);
  expect(edit(edited, { editorId: 'b' }).writerIds).toEqual(['b']);
});

test('the author may not approve', () => {
  const result = approve(inState('pending'), { ...seen, approverId: 'tac-gia' });
  expect(result).toMatchObject({ code: 'own-bulletin', fault: 'forbidden' });
});

test.each([
  ['another sound than the one there', { ...seen, seenHash: 'b'.repeat(64) }],
  ['a sound that is gone', { ...seen, clip: null }],
])('approving %s is a conflict', (_, by) => {
  expect(approve(inState('pending'), by)).toMatchObject({
    code: 'changed-since-seen',
    fault: 'conflict',
  });
});

test('approving clears the remark of an earlier return', () => {
  expect(approve(inState('pending', { stateReason: 'cũ' }), seen)).toMatchObject({
    bulletin: { state: 'approved', stateReason: null },
    neededIds: [],
  });
});

test('a return keeps the remark and needs one', () => {
  expect(sendBack(inState('pending'), '  sai ngày ')).toMatchObject({ stateReason: 'sai ngày' });
  expect(sendBack(inState('pending'), '  ')).toMatchObject({ code: 'remark-missing' });
});

test.each(STATES.map((state) => [state, state === 'pending' ? 'ready' : 'not-pending']))(
  'taking back a bulletin that is %s: %s',
  (state, expected) => {
    expect(outcome(takeBack(inState(state as BulletinState)))).toBe(expected);
  },
);

test.each(STATES.map((state) => [state, state === 'approved' ? 'returned' : 'not-approved']))(
  'withdrawing the approval of a bulletin that is %s: %s',
  (state, expected) => {
    expect(outcome(revoke(inState(state as BulletinState), 'sai ngày'))).toBe(expected);
  },
);

test('an approval is withdrawn with a reason', () => {
  expect(revoke(inState('approved'), ' sai ngày ')).toMatchObject({ stateReason: 'sai ngày' });
  expect(revoke(inState('approved'), ' ')).toMatchObject({ code: 'remark-missing' });
});

test('sound that was made makes the bulletin ready', () => {
  const ready = made(inState('making', { clipId: null }), { version: 1, clipId: 'clip-9' });
  expect(ready).toMatchObject({ state: 'ready', clipId: 'clip-9', stateReason: null });
});

test('sound that could not be made says why', () => {
  const broken = failed(inState('making'), { version: 1, reason: 'văn bản trống' });
  expect(broken).toMatchObject({ state: 'failed', clipId: null, stateReason: 'văn bản trống' });
});

test.each([
  ['of an older version', inState('making', { version: 2 })],
  ['nobody waits for', inState('ready')],
])('the result of a making %s changes nothing', (_, of) => {
  expect(made(of, { version: 1, clipId: 'x' })).toBe(of);
  expect(failed(of, { version: 1, reason: 'x' })).toBe(of);
});

test.each([
  ['covers version and sound', {}, 'holds'],
  ['is of an older version', { version: 0 }, 'changed'],
  ['is of another sound', { contentHash: 'b'.repeat(64) }, 'changed'],
  ['came after the time asked about', { atMs: NOON + 1 }, 'none'],
  ['was voided by a return', { voidedAtMs: NOON - 1 }, 'none'],
  ['is half of a group', { neededIds: ['nguoi-duyet', 'nguoi-thu-hai'] }, 'none'],
] as const)('an approval that %s: %s', (_, of, standing) => {
  const approvals = [approval(of)];
  expect(approvalStanding({ bulletin: bulletin(), clip: clip(), approvals, byMs: NOON })).toBe(
    standing,
  );
});

test('no approval, no standing; and an approval without the sound it was for does not hold', () => {
  const of = { bulletin: bulletin(), byMs: NOON };
  expect(approvalStanding({ ...of, clip: clip(), approvals: [] })).toBe('none');
  expect(approvalStanding({ ...of, clip: null, approvals: [approval()] })).toBe('changed');
});

test.each([
  ['an emergency', { priority: 'emergency' }, [24, 24 * 3_600 + 1], ['holds', 'too-old']],
  ['a drill', { priority: 'emergency', drill: true }, [24 * 3_600 + 1], ['holds']],
  ['a notice', { priority: 'normal' }, [365 * 24 * 3_600], ['holds']],
] as const)('the approval of %s holds for a day, or for ever', (_, of, seconds, standings) => {
  const given = { bulletin: bulletin(of), clip: clip(), approvals: [approval({ atMs: NOON })] };
  const found = seconds.map((s) => approvalStanding({ ...given, byMs: NOON + s * 1_000 }));
  expect(found).toEqual(standings);
});

test('an emergency approved again holds from then on', () => {
  const approvals = [approval({ atMs: NOON - 48 * 3_600_000 }), approval({ atMs: NOON })];
  const of = { bulletin: bulletin({ priority: 'emergency' }), clip: clip(), approvals };
  expect(approvalStanding({ ...of, byMs: NOON })).toBe('holds');
});

test('an approval does not outlive the approved state', () => {
  const edited = inState('pending');
  const of = { bulletin: edited, clip: clip(), approvals: [approval()], byMs: NOON };
  expect(approvalStanding(of)).toBe('changed');
});

test('a refusal is thrown by whoever acts on it, and a result passes through', () => {
  expect(() => orThrow(submit(inState('making')))).toThrow(/sound-under-way/);
  expect(orThrow(submit(inState('ready'))).state).toBe('pending');
});

test('every refusal speaks Vietnamese and English', () => {
  const refusals = STATES.flatMap((state) => [
    submit(inState(state)),
    approve(inState(state), { ...seen, seenHash: '' }),
    approve(inState(state), { ...seen, approverId: 'tac-gia' }),
    sendBack(inState(state), ''),
    takeBack(inState(state)),
    revoke(inState(state), ''),
  ]).filter((result) => result instanceof AppError);
  for (const { say } of refusals) {
    expect(say.vi).toMatch(/[àáảãạăâđêôơưắ]/i);
    expect(say.en).not.toBe('');
  }
  expect(new Set(refusals.map(({ code }) => code)).size).toBe(9);
});
