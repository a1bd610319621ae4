// A verdict as a reduction of facts, and each fact as one line.
// It must never know rows.
import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../devices/protocol/index.ts';
import { spokenFact } from '../../src/domain/airing/fact-words.ts';
import {
  type Fact,
  lastFact,
  lostSince,
  SAID_MAX,
  saidFacts,
} from '../../src/domain/airing/facts.ts';
import { verdictFrom } from '../../src/domain/airing/verdicts.ts';
import type { Airing } from '../../src/domain/model.ts';
import { airing, finished, NOON } from './samples.ts';

const receipt = (of: Partial<Receipt> & Pick<Receipt, 'event'>): Receipt =>
  ({
    ...{ receiptId: 'r', speakerId: 'loa-1', unitId: 'u', atMs: NOON, streamId: 's' },
    ...{ chunksReceived: 3, chunksRepaired: 0, startErrorMs: -4.4, reason: 'too-late', ...of },
  }) as Receipt;
const said = (one: Receipt, takenAtMs = one.atMs): Fact => ({
  ...{ kind: 'receipt', atMs: one.atMs, receipt: one, takenAtMs },
});
const judge = (facts: Fact[], of: { state?: Airing['state']; isOver?: boolean } = {}) => {
  const { state = 'sent', isOver = true } = of;
  const found = verdictFrom({
    airing: airing({ state }),
    siteId: 'loa-1',
    facts,
    nowMs: NOON,
    isOver,
  });
  return found && [found.kind, found.reason, found.detail];
};
const heard = (online: boolean, atMs = NOON): Fact => ({ kind: 'heard', online, atMs });
const turn = (kind: 'link-lost' | 'link-back', atMs: number): Fact => ({ kind, atMs });

describe('A verdict from facts', () => {
  test.each<[string, Fact[], Parameters<typeof judge>[1], unknown]>([
    [
      'hindered',
      [{ kind: 'hindered', atMs: NOON, why: 'not-approved' }],
      { state: 'planned' },
      ['skipped-by-rule', 'not-approved', null],
    ],
    ['played', [said(finished())], { isOver: false }, ['played', 'whole', null]],
    [
      'nothing yet, and still waited for',
      [said(receipt({ event: 'stored' }))],
      { isOver: false },
      null,
    ],
    [
      'silence of one that is there',
      [heard(true), { kind: 'sent', atMs: NOON }],
      {},
      ['failed', 'no-receipt', null],
    ],
    ['silence of one that is away', [heard(false, 0)], {}, ['failed', 'offline', 'before']],
    ['never heard of', [], {}, ['failed', 'offline', 'never']],
    ['never sent', [heard(true)], { state: 'planned' }, ['failed', 'late', 'not-sent']],
    [
      'sent as the state was written',
      [{ kind: 'sent', atMs: 1 }, heard(true)],
      { state: 'planned' },
      ['failed', 'no-receipt', null],
    ],
    [
      'taken down',
      [{ kind: 'unit-removed', atMs: 1 }, heard(true)],
      {},
      ['failed', 'unit-removed', null],
    ],
    ['cancelled', [heard(true)], { state: 'cancelled' }, ['skipped-by-rule', 'cancelled', null]],
    [
      'never sent, and taken down',
      [{ kind: 'unit-removed', atMs: 1 }],
      { state: 'planned' },
      ['failed', 'unit-removed', null],
    ],
  ])('%s', (_, facts, of, expected) => {
    expect(judge(facts, of)).toEqual(expected);
  });

  test('is the same in whatever order the facts came', () => {
    const facts = [
      heard(false, 0),
      said(receipt({ event: 'stored' })),
      turn('link-lost', 5),
      { kind: 'sent', atMs: 1 } as Fact,
    ];
    expect(judge([...facts].reverse())).toEqual(judge(facts));
  });
});

describe('Of facts', () => {
  test('a loss holds until it came back, and begins anew after that', () => {
    const facts = [
      turn('link-back', 30),
      turn('link-lost', 10),
      turn('link-lost', 20),
      turn('link-lost', 40),
    ];
    const since = (atMs: number) =>
      lostSince(facts, { lost: 'link-lost', back: 'link-back', atMs });
    expect([since(5), since(25), since(35), since(45)]).toEqual([null, 10, null, 40]);
  });

  test('the last of a kind is told by its time, and none is none', () => {
    const facts = [turn('link-lost', 20), turn('link-lost', 10)];
    expect([lastFact(facts, 'link-lost')?.atMs, lastFact(facts, 'hush')]).toEqual([20, null]);
  });

  test('what a sentence needs is kept, the latest of very many, and no raw receipt', () => {
    const many = Array.from({ length: 40 }, (_, n) => turn('link-lost', 40 - n));
    const kept = saidFacts([...many, said(finished())]);
    expect([kept.length, kept.at(-1)?.atMs, kept.at(0)?.atMs]).toEqual([SAID_MAX, 40, 17]);
  });
});

test.each<[Fact, string]>([
  [{ kind: 'planned', atMs: NOON }, 'đã vào lịch phát'],
  [
    { kind: 'hindered', atMs: NOON, why: 'not-approved' },
    'bản tin chưa được duyệt khi đến giờ phát',
  ],
  [{ kind: 'sent', atMs: NOON }, 'lệnh phát đã ký và gửi tới loa'],
  [said(receipt({ event: 'stored' })), 'cụm loa báo đã nhận đủ âm thanh'],
  [
    said(receipt({ event: 'started' })),
    'cụm loa bắt đầu phát, lệch 4 mili giây so với lượt của nó',
  ],
  [said(finished()), 'cụm loa kết thúc, nghe được 60 giây'],
  [said(receipt({ event: 'refused' })), 'bản tin đến loa khi giờ phát đã qua'],
  [
    said({ ...receipt({ event: 'refused' }), reason: 'unheard-of' } as never),
    'loa từ chối lệnh phát',
  ],
  [
    said(receipt({ event: 'refused', reason: 'replayed' } as never)),
    'loa từ chối vì lệnh phát này đã được dùng',
  ],
  [said(receipt({ event: 'commanded' })), 'cụm loa trả lời một lệnh'],
  [
    said(receipt({ event: 'stored' }), NOON + 3_600_000),
    'cụm loa báo đã nhận đủ âm thanh (báo nhận muộn, đến lúc 13:00)',
  ],
  [turn('link-lost', NOON), 'cụm loa mất liên lạc'],
  [turn('link-back', NOON), 'cụm loa nối lại'],
  [{ kind: 'mains-lost', atMs: NOON }, 'cụm loa mất điện lưới'],
  [{ kind: 'mains-back', atMs: NOON }, 'có điện lưới trở lại'],
  [{ kind: 'unit-removed', atMs: NOON }, 'thiết bị được tháo khỏi điểm loa'],
  [heard(true), 'lần gần nhất nghe tin từ cụm loa'],
  [heard(false), 'được biết cụm loa đã ngắt kết nối'],
  [
    { kind: 'hush', atMs: NOON, untilMs: NOON + 3_600_000, reason: 'đám tang' },
    'điểm loa tạm im đến 13:00: đám tang',
  ],
  [
    { kind: 'ended', atMs: NOON, how: 'stop', by: 'Lò Mai', reason: 'có tang' },
    'Lò Mai bấm Dừng phát (có tang)',
  ],
  [
    { kind: 'ended', atMs: NOON, how: 'changed', by: null, reason: null },
    'hệ thống sửa hoặc rút bản tin',
  ],
  [
    { kind: 'displaced', atMs: NOON, byTitle: 'Lũ về', untilMs: null },
    'bản tin “Lũ về” giành lượt',
  ],
  [
    { kind: 'order', atMs: NOON, chosenBy: null, untilMs: NOON },
    'không ai chọn thứ tự: theo thứ tự đến',
  ],
  [{ kind: 'order', atMs: NOON, chosenBy: 'Lò Mai', untilMs: NOON }, 'Lò Mai chọn thứ tự phát'],
  [{ kind: 'clock-off', atMs: NOON, errorMs: 4_600 }, 'đồng hồ của loa lệch 5 giây'],
  [{ kind: 'clock-off', atMs: NOON, errorMs: null }, 'đồng hồ của loa lệch 0 giây'],
])('%o is told as a line', (fact, vi) => {
  const told = spokenFact(fact);
  expect(told.vi).toContain(vi);
  expect(told.en.length).toBeGreaterThan(5);
});

test('what an all-clear ended was not cancelled, whether a loudspeaker said so or was silent', () => {
  const ended = (how: 'all-clear' | 'cancel'): Fact => ({
    ...{ kind: 'ended', atMs: NOON, how, by: null, reason: null },
  });
  const cut = said(finished({ heardMs: 5_000, shortOf: 'cancelled' }));
  const over = { state: 'cancelled', isOver: true } as const;
  expect(judge([ended('all-clear')], over)).toEqual(['skipped-by-rule', 'all-clear', null]);
  expect(judge([ended('cancel')], over)).toEqual(['skipped-by-rule', 'cancelled', null]);
  expect(judge([cut, ended('all-clear')], { isOver: false })?.[1]).toBe('all-clear');
  expect(judge([], { isOver: false })).toBeNull();
});
