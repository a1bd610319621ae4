// One sentence for each verdict, in two languages, that a villager could read.
// It must never know how verdicts are reached.
import { expect, test } from 'vitest';
import type { RefusalReason } from '../../devices/protocol/index.ts';
import { sentenceOf } from '../../src/domain/airing/verdict-sentences.ts';
import type { Verdict, VerdictKind, VerdictReason } from '../../src/domain/model.ts';
import { verdict } from './samples.ts';

const say = (of: Partial<Verdict>, byTitle?: string) =>
  sentenceOf(verdict(of), byTitle === undefined ? {} : { byTitle });

test.each<[string, Partial<Verdict>, string]>([
  ['played', {}, 'Đã phát: phát trọn vẹn, đúng giờ (lệch 12 mili giây).'],
  [
    'played, start unknown',
    { startErrorMs: null },
    'Đã phát: phát trọn vẹn, đúng giờ (lệch 0 mili giây).',
  ],
  [
    'late',
    { kind: 'partly-played', reason: 'late', startErrorMs: 4_600, heardMs: 55_400 },
    'Phát một phần: bắt đầu lệch giờ 5 giây, nghe được 55 giây.',
  ],
  [
    'late, start unknown',
    { kind: 'partly-played', reason: 'late', startErrorMs: null },
    'Phát một phần: bắt đầu lệch giờ 1 giây, nghe được 60 giây.',
  ],
  [
    'too late',
    { kind: 'failed', reason: 'late', heardMs: 0 },
    'Không phát được: bản tin đến loa khi giờ phát đã qua.',
  ],
  [
    'never sent: the service was away',
    { kind: 'failed', reason: 'late', detail: 'not-sent', heardMs: 0 },
    'Không phát được: hệ thống chưa kịp gửi bản tin trước khi hết giờ phát.',
  ],
  [
    'night',
    { kind: 'skipped-by-rule', reason: 'out-of-hours' },
    'Không phát theo quy chế: ngoài khung giờ được phép của xã.',
  ],
  [
    'cancelled before',
    { kind: 'skipped-by-rule', reason: 'cancelled' },
    'Không phát: lượt phát đã bị hủy.',
  ],
  [
    'cut at the end of hours',
    { kind: 'partly-played', reason: 'out-of-hours', heardMs: 30_400 },
    'Phát một phần: ngoài khung giờ được phép của xã, nghe được 30 giây.',
  ],
  [
    'offline',
    { kind: 'failed', reason: 'offline', detail: 'before' },
    'Chưa xác nhận được là đã phát: cụm loa đã mất kết nối từ trước giờ phát.',
  ],
  [
    'offline, unknown since',
    { kind: 'failed', reason: 'offline', detail: null },
    'Chưa xác nhận được là đã phát: cụm loa mất kết nối.',
  ],
  [
    'refused for a reason unknown here',
    { kind: 'failed', reason: 'refused', detail: null },
    'Không phát được: loa từ chối lệnh phát.',
  ],
])('%s', (_, of, vi) => {
  expect(say(of).vi).toBe(vi);
});

test.each<[string, Partial<Verdict>, RegExp]>([
  ['paused', { reason: 'interrupted' }, /tạm dừng cho bản tin “Lũ về”/],
  ['cut', { kind: 'partly-played', reason: 'interrupted' }, /bị bản tin “Lũ về” ngắt/],
  ['not on', { kind: 'pre-empted', reason: 'other-airing' }, /thì bản tin “Lũ về” đang phát/],
])('%s: the bulletin that took the turn is named by its title', (_, of, expected) => {
  expect(say({ ...of, detail: '01HSTREAM' }, 'Lũ về').vi).toMatch(expected);
});

test('a bulletin nobody can name is called one of higher priority, never by its id', () => {
  const { vi, en } = say({ kind: 'pre-empted', reason: 'other-airing', detail: '01HSTREAM' });
  expect(vi + en).not.toMatch(/01HSTREAM/);
  expect(vi).toMatch(/được ưu tiên hơn/);
});

test('no verdict yet is a sentence too', () => {
  expect(sentenceOf(null).vi).toBe('Chưa có kết quả phát từ cụm loa này.');
});

const KINDS: VerdictKind[] = ['played', 'partly-played', 'pre-empted', 'skipped-by-rule', 'failed'];
const REASONS: VerdictReason[] = [
  'whole',
  'interrupted',
  'cancelled',
  'out-of-hours',
  'offline',
  'no-receipt',
  'restarted',
  'missing-chunks',
  'late',
  'sink-failed',
  'refused',
  'other-airing',
  'unit-removed',
  'not-approved',
  'changed-since-approval',
  'approval-too-old',
];
const REFUSALS: RefusalReason[] = [
  'bad-signature',
  'bad-message',
  'replayed',
  'expired',
  'misdirected',
  'out-of-hours',
  'no-policy',
  'no-clock',
  'no-room',
  'bad-content',
  'too-late',
];
const DETAILS = [null, 'never', 'before', 'after', 'stored', 'not-sent', '01HSTREAM', ...REFUSALS];

test('no code leaks into any sentence, of any kind, reason and detail', () => {
  const codes = [...KINDS, ...REASONS, ...REFUSALS, 'not-sent'].filter((code) =>
    code.includes('-'),
  );
  for (const kind of KINDS)
    for (const reason of REASONS)
      for (const detail of DETAILS) {
        const { vi, en } = say({ kind, reason, detail });
        expect(codes.filter((code) => `${vi} ${en}`.includes(code))).toEqual([]);
        expect(`${vi} ${en}`).not.toMatch(/undefined|null|NaN|01H/);
        expect([vi.endsWith('.'), en.endsWith('.')]).toEqual([true, true]);
      }
});

test('each refusal and each silence has its own sentence', () => {
  const refusals = REFUSALS.filter((reason) => reason !== 'out-of-hours' && reason !== 'too-late');
  const spoken = refusals.map((detail) => say({ kind: 'failed', reason: 'refused', detail }).vi);
  expect(new Set(spoken).size).toBe(refusals.length);
  const silences = ['never', 'before', 'after', 'stored'].map(
    (detail) => say({ kind: 'failed', reason: 'offline', detail }).en,
  );
  expect(new Set(silences).size).toBe(4);
  expect(say({ kind: 'failed', reason: 'no-receipt', detail: 'stored' }).vi).not.toBe(
    say({ kind: 'failed', reason: 'no-receipt' }).vi,
  );
});
