// How an airing ended: every combination of receipts and silence gives exactly one verdict.
// It must never know sentences.
import { expect, test } from 'vitest';
import type { FinishedReceipt, Interruption, Receipt } from '../../devices/protocol/index.ts';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import type { Fact } from '../../src/domain/airing/facts.ts';
import {
  type Presence,
  revised,
  type VerdictOf,
  verdictFrom,
  verdictOf,
  verdictOfSilence,
} from '../../src/domain/airing/verdicts.ts';
import { airing, at, finished, refused, started, stored, verdict } from './samples.ts';

const FIVE = at('2026-12-05', '17:00');
const CLOSE = FIVE + 180_000;
const of = (receipts: Receipt[], more: Partial<VerdictOf> = {}): VerdictOf => ({
  airing: airing(),
  siteId: 'loa-1',
  receipts,
  nowMs: CLOSE,
  ...more,
});
const pause: Interruption = {
  fromMs: FIVE + 10_000,
  toMs: FIVE + 20_000,
  byStreamId: 'khan-cap',
  resumed: true,
};

test('a verdict of a finished airing carries its figures', () => {
  expect(verdictOf(of([stored(), started(), finished()]))).toEqual(verdict({ givenAtMs: CLOSE }));
});

const FINISHED: [string, Partial<FinishedReceipt>, string, string, string | null][] = [
  ['the whole, on time', {}, 'played', 'whole', null],
  ['98 % of it', { heardMs: 58_800 }, 'played', 'whole', null],
  ['a second early', { startErrorMs: -1_000 }, 'played', 'whole', null],
  ['the whole, too late', { startErrorMs: 1_001 }, 'partly-played', 'late', null],
  ['the whole, but no start is known', { startErrorMs: null }, 'partly-played', 'late', null],
  ['the whole with a pause', { interruptions: [pause] }, 'played', 'interrupted', 'khan-cap'],
  [
    'a part: another took over',
    { heardMs: 30_000, shortOf: 'pre-empted', preemptedBy: 'khan-cap' },
    'partly-played',
    'interrupted',
    'khan-cap',
  ],
  [
    'nothing: another was on',
    { heardMs: 0, shortOf: 'pre-empted', preemptedBy: 'khan-cap' },
    'pre-empted',
    'other-airing',
    'khan-cap',
  ],
  [
    'less than a second: as good as nothing',
    { heardMs: 999, shortOf: 'pre-empted', preemptedBy: null },
    'pre-empted',
    'other-airing',
    null,
  ],
  [
    'a part, then hours ended',
    { heardMs: 30_000, shortOf: 'out-of-hours' },
    'partly-played',
    'out-of-hours',
    null,
  ],
  [
    'nothing, out of hours',
    { heardMs: 0, shortOf: 'out-of-hours' },
    'skipped-by-rule',
    'out-of-hours',
    null,
  ],
  [
    'a part, then cancelled',
    { heardMs: 30_000, shortOf: 'cancelled' },
    'partly-played',
    'cancelled',
    null,
  ],
  [
    'nothing, cancelled',
    { heardMs: 0, shortOf: 'cancelled' },
    'skipped-by-rule',
    'cancelled',
    null,
  ],
  [
    'a part after a restart',
    { heardMs: 30_000, shortOf: 'restarted' },
    'partly-played',
    'restarted',
    null,
  ],
  [
    'a part: chunks missing',
    { heardMs: 30_000, shortOf: 'missing-chunks' },
    'partly-played',
    'missing-chunks',
    null,
  ],
  [
    'nothing: chunks missing',
    { heardMs: 0, shortOf: 'missing-chunks' },
    'failed',
    'missing-chunks',
    null,
  ],
  ['a part: came late', { heardMs: 30_000, shortOf: 'late' }, 'partly-played', 'late', null],
  ['nothing: output broken', { heardMs: 0, shortOf: 'sink-failed' }, 'failed', 'sink-failed', null],
  ['too little, without a reason', { heardMs: 30_000 }, 'partly-played', 'missing-chunks', null],
  [
    'too little, with a pause for a reason',
    { heardMs: 30_000, interruptions: [pause] },
    'partly-played',
    'interrupted',
    'khan-cap',
  ],
];
test.each(FINISHED)('heard %s: %s', (...[, receipt, kind, reason, detail]) => {
  expect(verdictOf(of([finished(receipt)]))).toMatchObject({ kind, reason, detail });
});

test.each([
  ['out-of-hours', 'skipped-by-rule', 'out-of-hours', null],
  ['too-late', 'failed', 'late', 'too-late'],
  ['expired', 'failed', 'refused', 'expired'],
] as const)('a refusal %s decides at once', (reason, kind, why, detail) => {
  expect(verdictOf(of([refused(reason)]))).toMatchObject({ kind, reason: why, detail });
});

test('what its schedule says to skip once its beginning is missed is skipped by rule, and not failed', () => {
  const air = { ...USUAL_AIR, missed: { kind: 'skip' } as const };
  const skipped = { kind: 'skipped-by-rule', reason: 'missed-start', detail: null };
  const by = (receipt: Receipt) => verdictOf(of([receipt], { airing: airing({ air }) }));
  expect(by(finished({ heardMs: 0, shortOf: 'late' }))).toMatchObject(skipped);
  expect(by(refused('too-late'))).toMatchObject(skipped);
  // what was heard, or fell silent for another reason, keeps its own
  expect(by(finished({ heardMs: 30_000, shortOf: 'late' }))).toMatchObject({ reason: 'late' });
  expect(by(finished({ heardMs: 0, shortOf: 'sink-failed' }))?.kind).toBe('failed');
  expect(by(refused('expired'))?.kind).toBe('failed');
});

test('what was heard whole keeps when it began, unless that was its time', () => {
  const facts = (startedMs: number): Fact[] =>
    [{ ...started(), atMs: startedMs }, finished()].map((receipt) => ({
      ...{ kind: 'receipt', atMs: receipt.atMs, receipt, takenAtMs: CLOSE },
    }));
  const judge = (startedMs: number, isOver: boolean, speed?: number) =>
    verdictFrom({
      ...{ airing: airing(), siteId: 'loa-1', facts: facts(startedMs), nowMs: CLOSE, isOver },
      ...(speed === undefined ? {} : { pace: { startOffsetMs: 0, speed } }),
    });
  expect(judge(FIVE, false)).toMatchObject({ reason: 'whole', detail: null });
  const late = { kind: 'played', reason: 'whole', detail: `waited:${FIVE + 480_000}:480000` };
  for (const isOver of [true, false]) expect(judge(FIVE + 480_000, isOver)).toMatchObject(late);
  expect(judge(FIVE + 10_000, false, 60)).toMatchObject({ detail: null });
});

test.each([
  'no-policy',
  'no-clock',
  'no-room',
  'bad-signature',
  'bad-message',
  'bad-content',
  'misdirected',
  'replayed',
] as const)('a refusal %s may still heal, and decides only at closing', (reason) => {
  expect(verdictOf(of([refused(reason)]))).toBeNull();
  expect(verdictOfSilence({ ...of([refused(reason)]), ...online })).toMatchObject({
    kind: 'failed',
    reason: 'refused',
    detail: reason,
  });
});

test('having stored or started it decides nothing yet', () => {
  expect(verdictOf(of([]))).toBeNull();
  expect(verdictOf(of([stored(), started()]))).toBeNull();
});

test('what was heard counts for more than a refusal of a second copy', () => {
  const both = [finished(), { ...refused('expired'), atMs: CLOSE }];
  expect(verdictOf(of(both))?.kind).toBe('played');
});

test('of two ends the later by the speaker’s clock counts, in whatever order they come', () => {
  const early = finished({ heardMs: 20_000, shortOf: 'restarted' });
  const late = finished({ receiptId: 'bn-het-2', atMs: early.atMs + 1_000, heardMs: 40_000 });
  for (const receipts of [
    [early, late],
    [late, early],
  ]) {
    expect(verdictOf(of(receipts))?.heardMs).toBe(40_000);
  }
});

const online: Presence = { status: { online: true, heardAtMs: FIVE }, unitRemoved: false };
const gone = (heardAtMs: number): Presence => ({
  status: { online: false, heardAtMs },
  unitRemoved: false,
});

const SILENCES: [string, Receipt[], Presence, string, string | null][] = [
  ['one that was never heard', [], { status: null, unitRemoved: false }, 'offline', 'never'],
  ['one offline before its time', [], gone(FIVE - 1), 'offline', 'before'],
  ['one offline after its time', [], gone(FIVE), 'offline', 'after'],
  ['one that stored it and went offline', [stored()], gone(FIVE), 'offline', 'stored'],
  ['one that is online', [], online, 'no-receipt', null],
  ['one that started and is online', [started()], online, 'no-receipt', 'stored'],
  [
    'one that was taken down',
    [stored()],
    { ...gone(FIVE), unitRemoved: true },
    'unit-removed',
    null,
  ],
];
test.each(SILENCES)('silence of %s', (...[, receipts, presence, reason, detail]) => {
  expect(verdictOfSilence({ ...of(receipts), ...presence })).toMatchObject({
    kind: 'failed',
    reason,
    detail,
    heardMs: 0,
    interruptions: [],
  });
});

test('silence after a cancelling is the cancelling’s work', () => {
  const cancelled = of([stored()], { airing: airing({ state: 'cancelled' }) });
  expect(verdictOfSilence({ ...cancelled, ...online })).toMatchObject({
    kind: 'skipped-by-rule',
    reason: 'cancelled',
  });
});

test('silence keeps the figures that did arrive', () => {
  expect(verdictOfSilence({ ...of([stored(), started()]), ...online })).toMatchObject({
    chunksReceived: 8,
    chunksRepaired: 1,
    startErrorMs: 7.5,
  });
});

test('at closing, a word that decides is still the word', () => {
  expect(verdictOfSilence({ ...of([finished()]), ...gone(FIVE) }).kind).toBe('played');
});

test('the first verdict is written as it is', () => {
  expect(revised(null, verdict())).toEqual(verdict());
});

test('a late receipt replaces what silence said, counted', () => {
  const silence = verdict({ kind: 'failed', reason: 'offline', revision: 1 });
  expect(revised(silence, verdict({ givenAtMs: CLOSE + 9 }))).toEqual(
    verdict({ givenAtMs: CLOSE + 9, revision: 2 }),
  );
});

test('the same said again later is nothing new', () => {
  const { airingId, siteId, ...rest } = verdict({ revision: 3 });
  expect(revised({ ...rest, siteId, airingId }, verdict({ givenAtMs: CLOSE + 9 }))).toBeNull();
});
