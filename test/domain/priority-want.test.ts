// Priority asked for: answered once, declined only with a reason, moot when nothing can change any more.
// It must never know rights.
import { expect, test } from 'vitest';
import {
  answered,
  answerFault,
  isWorthAnswering,
  type PriorityWant,
} from '../../src/domain/approval/priority-want.ts';
import { bulletin, NOON } from './samples.ts';

const want: PriorityWant = {
  ...{ id: 'xin-1', tenantId: 'xa-a', bulletinId: 'bt-1', areaIds: ['ban-1'], placeId: 'xa-a' },
  ...{ askedBy: 'lan', askedAtMs: NOON, state: 'open' },
  ...{ answeredBy: null, answeredAtMs: null, remark: null },
};

test.each([
  ['granted without a word', want, true, null, null],
  ['declined with a reason', want, false, 'Đã có bản khác', null],
  ['declined without one', want, false, null, 'remark-needed'],
  ['declined with less than one', want, false, 'thôi', 'remark-needed'],
  ['granted twice', { ...want, state: 'granted' as const }, true, null, 'answered-already'],
  ['granted after a no', { ...want, state: 'declined' as const }, true, null, 'answered-already'],
])('%s', (_, of, granted, remark, code) => {
  expect(answerFault(of, { granted, remark })?.code ?? null).toBe(code);
});

test('an answer keeps what was asked, and names who gave it and when', () => {
  const by = { accountId: 'an', nowMs: NOON + 1, remark: null };
  expect(answered(want, { ...by, granted: true })).toEqual({
    ...want,
    ...{ state: 'granted', answeredBy: 'an', answeredAtMs: NOON + 1 },
  });
  const no = answered(want, { ...by, granted: false, remark: 'Muộn rồi' });
  expect([no.state, no.remark]).toEqual(['declined', 'Muộn rồi']);
});

test.each([
  ['approved', {}, true],
  ['waiting for its approval', { state: 'pending' as const }, true],
  ['ending later', { expiresAtMs: NOON + 1 }, true],
  ['returned', { state: 'returned' as const }, false],
  ['with priority', { priority: 'priority' as const }, false],
  ['ended', { expiresAtMs: NOON }, false],
])('of a bulletin that is %s', (_, of, worth) => {
  const one = bulletin({ priority: 'normal', state: 'approved', expiresAtMs: null, ...of });
  expect(isWorthAnswering(one, NOON)).toBe(worth);
});
