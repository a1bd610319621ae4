// What is told when less is known than usual: rows of an older version, and several told as one.
import { expect, test } from 'vitest';
import type { HappeningKind } from '../../src/domain/told/happening.ts';
import { groupOf } from '../../src/domain/told/notification-group.ts';
import { saidOf } from '../../src/domain/told/notification-words.ts';
import { HAPPENINGS } from './happenings.ts';

const KNOWN = { authorId: null, writerIds: [], personal: false };
const title = (kind: HappeningKind, of: { count?: number; facts?: object }) => {
  const told = groupOf(HAPPENINGS[kind], KNOWN);
  const lacking = { ...told, count: of.count ?? 1, facts: { ...told.facts, ...of.facts } };
  const say = (language: 'vi' | 'en') =>
    saidOf({ told: lacking, place: 'Xã Mường La', language }).title;
  return [say('vi'), say('en')];
};

test('a rehearsal without a number, a report without its day, several reports: each is still a sentence', () => {
  expect(title('rehearsal-found', { facts: { amount: null } })).toEqual([
    'Chạy thử lịch ngày 5/12: 0 việc cần xử lý',
    'Rehearsal of 5/12: 0 things to see to',
  ]);
  expect(title('report-due', { facts: { reason: null } })).toEqual([
    'Báo cáo sắp đến hạn',
    'Report is due',
  ]);
  expect(title('report-due', { count: 2 })).toEqual(['2 báo cáo sắp đến hạn', '2 reports are due']);
});
