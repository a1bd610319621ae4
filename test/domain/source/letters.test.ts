import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../src/domain/source/frame-text.ts';
import {
  afterFailure,
  LETTER_MAX_AGE_MS,
  nextTryMs,
  REFUSED_MAX,
} from '../../../src/domain/source/letter-times.ts';
import {
  type Ack,
  ackOf,
  type CommuneLine,
  countsOf,
  type GivenLine,
  isDone,
  lastMonth,
  monthOf,
  resultOf,
  type Sounded,
  saysMore,
  speakersOf,
  stateTold,
} from '../../../src/domain/source/letters.ts';
import type { OutboxLetter } from '../../../src/domain/source/source-model.ts';
import { builtInNotices } from '../../../src/notice-templates.ts';
import { NOON, row } from './source-samples.ts';

const letter: OutboxLetter = {
  ...{ id: 'l-1', kind: 'ack', subject: 'TTN-1', body: '{}', createdAtMs: NOON, dueAtMs: NOON },
  ...{ attempts: 0, lastError: null, state: 'waiting' },
};

describe('a letter that did not arrive', () => {
  test('waits longer each time, a fifth earlier or later by chance, ten minutes at most', () => {
    const waits = (chance: number) =>
      [0, 1, 2, 3, 4, 5, 60].map((attempts) => nextTryMs({ nowMs: 0, attempts, chance }) / 1_000);
    expect(waits(0.5)).toEqual([5, 5, 15, 60, 180, 600, 600]);
    expect([waits(0)[6], waits(1)[6]]).toEqual([480, 720]);
  });

  test('is given up after a month, or when the other side has said no five times', () => {
    const of = { nowMs: NOON, chance: 0.5, detail: 'x'.repeat(500), unwanted: false };
    const later = afterFailure(letter, of);
    expect(later).toMatchObject({ attempts: 1, state: 'waiting', dueAtMs: NOON + 5_000 });
    expect(later.lastError).toHaveLength(200);
    expect(afterFailure(letter, { ...of, nowMs: NOON + LETTER_MAX_AGE_MS }).state).toBe('dropped');
    const tried = { ...letter, attempts: REFUSED_MAX - 2 };
    expect(afterFailure(tried, { ...of, unwanted: true }).state).toBe('waiting');
    const last = { ...letter, attempts: REFUSED_MAX - 1 };
    expect(afterFailure(last, { ...of, unwanted: true }).state).toBe('dropped');
    expect(afterFailure(last, of).state).toBe('waiting');
  });
});

describe('what is told', () => {
  test('an acknowledgement says what became of it, why, and when each commune airs it', () => {
    const communes = [
      { areaCode: 'xa-a', state: 'approved', reason: null, playAtMs: NOON },
      { areaCode: 'xa-b', state: 'returned', reason: 'x'.repeat(501), playAtMs: null },
    ] as const;
    const refused = { why: 'unknown-area' as const, place: 'xa-z' };
    expect(ackOf({ row: row({ state: 'refused', refused }), atMs: NOON, communes })).toEqual({
      ...{ externalId: 'TTN-1', revision: 1, messageId: 'TTN-1', sha256: 'a'.repeat(64) },
      ...{ sound: null, assigned: null },
      ...{ state: 'refused', at: '2026-12-05T05:00:00.000Z' },
      why: { ...refused, say: { vi: expect.stringContaining('xa-z'), en: expect.any(String) } },
      communes: [
        { areaCode: 'xa-a', state: 'approved', reason: null, playAt: '2026-12-05T05:00:00.000Z' },
        { areaCode: 'xa-b', state: 'returned', reason: 'x'.repeat(500), playAt: null },
      ],
    });
    expect(ackOf({ row: row(), atMs: NOON, communes: [] }).why).toBeNull();
  });

  test('an end without a sound is told again, with its reason, and so is that it goes on after all', () => {
    const told = (state: CommuneLine['state'], reason: string | null = null, playAtMs = NOON) =>
      ackOf({
        ...{ row: row(), atMs: NOON },
        communes: [{ areaCode: 'xa-a', state, reason, playAtMs }],
      });
    const pending = told('pending');
    for (const end of ['failed', 'returned', 'expired'] as const) {
      expect(saysMore(told(end, 'sai tên'), pending)).toBe(true);
      expect(saysMore(pending, told(end))).toBe(true);
      expect(saysMore(told(end, 'sai tên'), told(end, 'sai giờ'))).toBe(true);
      expect(saysMore(told(end, 'sai tên'), told(end, 'sai tên', 0))).toBe(false);
    }
    // each step of its way is told with the message's own state
    expect(saysMore(told('approved', null, 0), told('making', 'x'))).toBe(false);
    // a letter of an older version held no reason
    const older = { ...pending, communes: [{ areaCode: 'xa-a', state: 'failed', playAt: null }] };
    expect(saysMore(told('failed'), older as unknown as Ack)).toBe(false);
  });

  test.each([
    ['pending', NOON, false, 'expired'],
    ['approved', NOON, true, 'approved'],
    ['returned', NOON, false, 'returned'],
    ['ready', NOON + 1, false, 'ready'],
    ['ready', null, false, 'ready'],
  ] as const)('%s, valid until %s, aired %s: %s', (state, expiresAtMs, hasAirings, told) => {
    expect(stateTold({ bulletin: { state, expiresAtMs }, hasAirings, nowMs: NOON })).toBe(told);
  });

  const airing: Sounded = {
    ...{ id: 'p-1', title: 'Lũ', priority: 'emergency', drill: false, playAtMs: NOON },
    ...{ durationMs: 89_600, state: 'closed' },
  };
  const tenants = new Map([
    ['a', { code: 'xa-a' }],
    ['b', { code: 'xa-b' }],
  ]);
  const counts = (played: number, failed = 0) => ({
    ...{ played, failed, 'partly-played': 0, 'pre-empted': 0, 'skipped-by-rule': 0 },
  });

  test('a result counts the verdicts of each commune; one that is out, and a lost area, count nowhere', () => {
    const speakers = [
      { tenantId: 'a', kind: 'played' as const },
      { tenantId: 'a', kind: 'failed' as const },
      { tenantId: 'b', kind: null },
      { tenantId: 'gone', kind: 'played' as const },
    ];
    const communes = countsOf(speakers, tenants);
    expect(communes).toEqual([
      { areaCode: 'xa-a', counts: counts(1, 1) },
      { areaCode: 'xa-b', counts: counts(0) },
    ]);
    const of = { airing, externalId: 'TTN-1', revision: 2, areaCode: 'tinh', communes };
    expect(resultOf(of)).toMatchObject({ airingId: 'p-1', seconds: 90, externalId: 'TTN-1' });
  });

  test('a month is the sum of its results, commune by commune', () => {
    let made = 0;
    const result = (areaCode: string, played: number, id = `p-${made++}`) =>
      resultOf({
        ...{ airing: { ...airing, id }, externalId: null, revision: null, areaCode },
        communes: [{ areaCode, counts: counts(played, 1) }],
      });
    expect(
      monthOf([
        result('xa-b', 7, 'late'),
        result('xa-a', 2),
        result('xa-b', 4),
        result('xa-b', 1, 'late'),
      ]),
    ).toEqual([
      { areaCode: 'xa-a', airings: 1, minutes: 2, counts: counts(2, 1) },
      { areaCode: 'xa-b', airings: 2, minutes: 3, counts: counts(5, 2) },
    ]);
  });

  test.each([
    ['2026-12-01T00:00:00+07:00', '2026-11', '2026-11-01T00:00:00+07:00'],
    ['2027-01-31T23:59:00+07:00', '2026-12', '2026-12-01T00:00:00+07:00'],
    ['2028-03-01T00:00:00+07:00', '2028-02', '2028-02-01T00:00:00+07:00'],
  ])('the month before %s is %s', (now, name, from) => {
    const month = lastMonth(Date.parse(now));
    expect(month).toMatchObject({ name, fromMs: Date.parse(from) });
    expect(month.toMs).toBeGreaterThan(month.fromMs);
  });

  test('of the poles each commune’s number is told, and two hundred silent ones by name', () => {
    const many = Array.from({ length: 201 }, (_, n) => ({
      ...{ siteId: `b-${n}`, areaCode: 'xa-b', online: false },
    }));
    const [a, b] = speakersOf([
      ...many,
      { siteId: 'a-1', areaCode: 'xa-a', online: true },
      { siteId: 'a-2', areaCode: 'xa-a', online: false },
    ]);
    expect(a).toEqual({ areaCode: 'xa-a', speakers: 2, silent: ['a-2'] });
    expect([b?.speakers, b?.silent.length]).toEqual([201, 200]);
  });
});

describe('the frame of an emergency template', () => {
  const template = (id: string) => builtInNotices().find((one) => one.id === id);

  test('holds every sentence that waits for no slot, said for the province', () => {
    const flood = template('xa-lu');
    const frame = flood && frameOf(flood, 'tỉnh Mường Thử');
    expect(frame?.title).toBe('Xả lũ');
    expect(frame?.text).toMatch(
      /^Đây là tin khẩn cấp từ .* tỉnh Mường Thử\. Thông báo khẩn về xả lũ\. /,
    );
    expect(frame?.text).toContain('rời ngay khỏi lòng sông');
    expect(frame?.text).not.toMatch(/[{}[\]]/);
  });

  test('is none where the template is no emergency, or every sentence has a slot', () => {
    const meeting = template('hop-ban');
    const flood = template('xa-lu');
    expect(meeting && frameOf(meeting, 'tỉnh')).toBeNull();
    expect(
      flood && frameOf({ ...flood, body: ['{ho} xả lũ.', 'Lưu ý[ {gio}].'] }, 'tỉnh'),
    ).toBeNull();
    const bare = flood && {
      ...flood,
      opening: '',
      closing: 'Gọi {dien-thoai}.',
      body: ['Chạy ngay.'],
    };
    expect(bare && frameOf(bare, 'tỉnh')?.text).toBe(
      'Đây là tin khẩn cấp từ hệ thống thông tin nguồn tỉnh. Chạy ngay. Xin bà con lắng nghe, nội dung chi tiết phát ngay sau đây.',
    );
  });
});

describe('what is told again', () => {
  const given: GivenLine[] = [
    { areaCode: 'xa-a', state: 'aired', reason: null, aired: 3, late: 0, least: 3, dueAtMs: NOON },
    {
      ...{ areaCode: 'xa-b', state: 'declined', reason: 'Loa hỏng', aired: 0, late: 0, least: 3 },
      dueAtMs: NOON,
    },
  ];
  const ack = (of: Partial<Parameters<typeof ackOf>[0]> = {}) =>
    ackOf({ row: row(), atMs: NOON, communes: [], ...of });

  test('each commune’s answer, how often it aired, and by when it was to', () => {
    expect(ack({ given }).assigned).toMatchObject([
      { areaCode: 'xa-a', state: 'aired', aired: 3, deadline: '2026-12-05T05:00:00.000Z' },
      { areaCode: 'xa-b', state: 'declined', reason: 'Loa hỏng' },
    ]);
    expect(isDone(given)).toBe(true);
    expect(isDone([...given, { state: 'placed' }])).toBe(false);
  });

  test('what became of its recording, with the reason as a sentence', () => {
    const why = { why: 'sound-too-large', place: null } as const;
    expect(ack({ sound: { state: 'refused', why } }).sound).toMatchObject({
      why: { say: { vi: expect.stringContaining('16 MB') } },
    });
    expect(ack({ sound: { state: 'made', why: null } }).sound).toEqual({
      state: 'made',
      why: null,
    });
  });

  test('only what the other side does not know yet, and of this revision', () => {
    expect(saysMore(ack({ atMs: NOON + 1 }), ack())).toBe(false);
    expect(saysMore(ack({ given }), ack())).toBe(true);
    expect(saysMore(ack({ given, row: row({ revision: 2 }) }), ack())).toBe(false);
  });
});
