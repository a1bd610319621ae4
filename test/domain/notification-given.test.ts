// What is said of documents that ended, of what the province gives, and of an order that is wanted.
// It must never know channels or people.
import { expect, test } from 'vitest';
import type { HappeningKind } from '../../src/domain/told/happening.ts';
import { groupOf, merged } from '../../src/domain/told/notification-group.ts';
import { saidOf } from '../../src/domain/told/notification-words.ts';
import { HAPPENINGS } from './happenings.ts';

const KNOWN = { authorId: null, writerIds: [], personal: false };
const one = (kind: HappeningKind, of: object = {}) =>
  groupOf({ ...HAPPENINGS[kind], ...of } as never, KNOWN);
const said = (told: ReturnType<typeof one>, language: 'vi' | 'en' = 'vi') =>
  saidOf({ told, place: 'Xã Mường La', language });
const two = (kind: HappeningKind, of: object) => merged(one(kind), one(kind, of));

test.each([
  [
    'assignment-given',
    '2 bản tin tỉnh giao cho xã phát',
    '2 bulletins the province gives you to air',
    '#/assign',
  ],
  [
    'assignment-reminder',
    '2 bản tin tỉnh giao chưa phát đủ',
    '2 bulletins given to you are not aired often enough',
    '#/assign',
  ],
] as const)('two of %s have no deadline in common', (kind, vi, en, link) => {
  const both = two(kind, { assignmentId: 'giao-2', title: 'Tiêm phòng' });
  expect(said(both)).toEqual({ title: vi, body: 'Họp bản; Tiêm phòng · Xã Mường La', link });
  expect(said(both, 'en').title).toBe(en);
});

test('an older row without a deadline is said without one', () => {
  const told = one('assignment-given');
  const facts = { ...told.facts, atMs: null };
  expect(said({ ...told, facts }).title).toBe('Bản tin tỉnh giao cho xã phát');
  expect(said(told, 'en').title).toBe(
    'Bulletin the province gives you to air, due 12:00 on 5/12/2026',
  );
});

test('a document that ended says how many airings stopped, of several the sum', () => {
  const several = two('document-ended', { documentId: 'vb-2', title: '10/QĐ', airings: 2 });
  expect(said(several).title).toBe('2 văn bản không còn được phát: đã dừng 6 lượt phát');
  expect(said(several, 'en').title).toBe('2 documents may no longer be aired: 6 airings stopped');
  expect(said(one('document-ended', { airings: 0 })).title).toBe('Văn bản không còn được phát');
  const without = one('document-ended');
  const facts = { ...without.facts, amount: null };
  expect(said({ ...without, facts }, 'en').title).toBe('Document may no longer be aired');
});

test('a document of the province leads a commune to its plan, not to a page it may not open', () => {
  expect(said(one('document-ended', { documentId: null })).link).toBe('#/plan');
  expect(said(one('document-ended')).link).toBe('#/documents/vb-1');
});

test('an order that is wanted names what collides and says until when', () => {
  const told = one('order-wanted', { titles: ['Họp bản', '\u202e', 'Tiêm phòng'] });
  expect(said(told).body).toBe('Họp bản; Tiêm phòng · Xã Mường La');
  expect(said(told, 'en').title).toBe(
    'Priority bulletins at the same time: say which is first, before 12:00 on 5/12/2026',
  );
  const many = two('order-wanted', { titles: ['Ngập lụt'] });
  expect(said(many).title).toBe('Bản tin ưu tiên trùng giờ: bạn chọn bản nào trước');
});

test('whoever asked for an exception hears what was decided of it', () => {
  const confirmed = one('override-decided');
  expect(confirmed).toMatchObject({ authorId: 'lan', facts: { reason: 'confirmed' } });
  expect(said(confirmed)).toMatchObject({
    ...{ title: 'Ngoại lệ quy chế bạn xin đã được xác nhận', link: '#/overrides' },
  });
  const refused = one('override-decided', { confirmed: false });
  expect(said(refused, 'en').title).toBe('Exception you asked for is refused');
  expect(said(merged(confirmed, refused)).title).toBe(
    '2 ngoại lệ quy chế bạn xin đã có quyết định',
  );
});

test('a commune that declines is named, its words are not', () => {
  const told = one('assignment-declined', { reason: 'Loa hỏng' });
  expect(told.authorId).toBe('lan');
  expect(said(told)).toEqual({
    title: 'Lời không nhận phát bản tin tỉnh giao',
    body: 'Xã Nậm Mu: Họp bản · Xã Mường La',
    link: '#/assign/giao-1',
  });
  expect(said(one('assignment-declined', { title: '' })).body).toBe('Xã Nậm Mu · Xã Mường La');
});
