// From what sounded to exactly one `finished`, and the outbox that keeps it.
import { expect, test } from 'vitest';
import { wake } from '../../../../devices/agent/brain/start.ts';
import { statusOf } from '../../../../devices/agent/brain/step.ts';
import { OUTBOX_BATCH, OUTBOX_MAX } from '../../../../devices/agent/limits.ts';
import type { FinishedReceipt, Receipt } from '../../../../devices/protocol/index.ts';
import { bodies } from '../../protocol/bodies.ts';
import { type Bench, kinds, makeBench, manifest, PLAY_AT_MS, policy, said } from './brain.ts';

const { streamId } = bodies.play;
const MS = bodies.play.durationMs;
const started = { kind: 'started', streamId, startErrorMs: 0.4, atMs: PLAY_AT_MS } as const;
const heard = (heardMs: number) =>
  ({ kind: 'heard', streamId, heardMs, atMs: PLAY_AT_MS + heardMs }) as const;
const ended = (heardMs: number, whole = false) =>
  ({ kind: 'ended', streamId, heardMs, atMs: PLAY_AT_MS + heardMs, whole }) as const;
const sinkFailed = { kind: 'sink-failed', streamId, reason: 'no such card' } as const;
const finishedIn = (actions: Parameters<typeof said>[0]) =>
  said(actions).find((receipt): receipt is FinishedReceipt => receipt.event === 'finished');

/** A speaker with the stream in hand, at T. */
function onAir(): Bench {
  const bench = makeBench();
  bench.order(manifest());
  for (const seq of [0, 1, 2, 3]) bench.chunk(seq);
  bench.pass(1_800_000);
  return bench;
}

test('heard whole: started once, finished once, nothing short', () => {
  const bench = onAir();
  expect(said(bench.feed(started))).toMatchObject([{ event: 'started', startErrorMs: 0.4 }]);
  expect(said(bench.feed(started))).toEqual([]);
  bench.feed(heard(5_000));
  const actions = bench.feed(ended(MS - 1, true));
  expect(finishedIn(actions)).toMatchObject({
    heardMs: MS,
    durationMs: MS,
    startErrorMs: 0.4,
    shortOf: null,
    interruptions: [],
    preemptedBy: null,
  });
  for (const event of [started, heard(1), ended(1), sinkFailed])
    expect(said(bench.feed(event))).toEqual([]);
  expect(said(bench.pass(60_000)).filter(({ event }) => event === 'finished')).toEqual([]);
});

test('a sink that gave up is in the log with its own words', () => {
  expect(onAir().feed(sinkFailed)).toContainEqual({
    kind: 'log',
    level: 'warn',
    text: 'the sink failed',
    about: { airingId: streamId, reason: 'no such card' },
  });
});

test('the receipt is written before the stream counts as closed', () => {
  const bench = onAir();
  const actions = kinds(bench.feed(ended(MS, true)));
  expect(actions.indexOf('save-receipt')).toBeLessThan(actions.indexOf('save-facts'));
});

test.each<[string, FinishedReceipt['shortOf'], (bench: Bench) => void]>([
  ['no sound at all', 'missing-chunks', () => {}],
  ['a part of it', 'missing-chunks', (bench) => void bench.feed(heard(3_000))],
  ['a sink that gave up', 'sink-failed', (bench) => void bench.feed(sinkFailed)],
  [
    'a start two seconds late',
    'late',
    (bench) => void bench.feed({ ...started, startErrorMs: 2_000 }),
  ],
  [
    'a cancel in the middle',
    'cancelled',
    (bench) => {
      bench.feed(heard(2_000));
      bench.order({ ...bodies.cancel, orderId: 'c1' });
    },
  ],
])('%s closes as short of %s when nobody tells its end', (_name, shortOf, happens) => {
  const bench = onAir();
  happens(bench);
  const receipt = finishedIn(bench.pass(MS + 20_000));
  expect(receipt).toMatchObject({ shortOf });
  expect(receipt?.heardMs).toBeLessThan(MS);
});

test('what sounds past its planned end is waited for', () => {
  const bench = onAir();
  bench.feed(started);
  expect(finishedIn(bench.pass(MS + 5_000))).toBeUndefined();
  expect(finishedIn(bench.pass(6_000))).toBeDefined();
});

test('an interruption stands in the receipt, with what interrupted', () => {
  const bench = onAir();
  bench.feed(started);
  const alarm = {
    orderId: 'e',
    streamId: 'alarm',
    priority: 'emergency' as const,
    durationMs: 4_000,
  };
  bench.pass(1_000);
  bench.order(manifest({ ...alarm, playAtMs: PLAY_AT_MS + 2_000 }));
  bench.pass(MS + 4_000);
  expect(finishedIn(bench.feed(ended(MS, true)))?.interruptions).toEqual([
    { fromMs: PLAY_AT_MS + 2_000, toMs: PLAY_AT_MS + 6_000, byStreamId: 'alarm', resumed: true },
  ]);
});

test('who waits in vain is pre-empted, and by whom', () => {
  const bench = makeBench();
  const hour = {
    ...bodies.policy.hours,
    windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
  };
  bench.order(policy({ counter: 8, hours: hour }));
  bench.order(
    manifest({
      orderId: 'l',
      streamId: 'long',
      durationMs: 1_200_000,
      playAtMs: PLAY_AT_MS - 1_000,
    }),
  );
  bench.order(manifest({ expiresAtMs: PLAY_AT_MS + 7_200_000 }));
  bench.pass(1_799_000);
  bench.feed({ ...started, streamId: 'long' });
  expect(finishedIn(bench.pass(601_000))).toMatchObject({
    streamId,
    shortOf: 'pre-empted',
    preemptedBy: 'long',
    heardMs: 0,
  });
});

test('closed streams are forgotten an hour later', () => {
  const bench = onAir();
  bench.feed(ended(MS, true));
  bench.pass(3_000_000);
  expect(bench.stream()).toBeDefined();
  expect(bench.pass(1_000_000)).toContainEqual({ kind: 'forget-stream', streamId });
  expect(bench.stream()).toBeUndefined();
});

test('a receipt is sent again until it is acknowledged', () => {
  const bench = onAir();
  const [receipt] = said(bench.feed(started)) as [Receipt];
  const again = (actions: Parameters<typeof kinds>[0]) =>
    actions
      .filter((action) => action.kind === 'send-receipt')
      .map((action) => action.receipt.receiptId);
  expect(again(bench.pass(29_000))).not.toContain(receipt.receiptId);
  expect(again(bench.pass(1_500))).toContain(receipt.receiptId);
  bench.feed({ kind: 'disconnected' });
  expect(again(bench.pass(60_000))).toEqual([]);
  expect(again(bench.feed({ kind: 'connected' }))).toContain(receipt.receiptId);
  const actions = bench.order({
    ...bodies.ack,
    receiptIds: [receipt.receiptId, 'unknown'],
    expiresAtMs: PLAY_AT_MS + 9_999_999,
  });
  expect(actions).toEqual([{ kind: 'forget-receipts', receiptIds: [receipt.receiptId] }]);
  expect(
    bench.order({ ...bodies.ack, receiptIds: ['unknown'], expiresAtMs: PLAY_AT_MS + 9_999_999 }),
  ).toEqual([]);
});

test('a finished stream sent again means that nobody heard its receipt: it is said again', () => {
  const bench = onAir();
  bench.feed(ended(MS, true));
  const actions = bench.order(manifest());
  expect(kinds(actions)).toContain('send-receipt');
  expect(said(actions)).toEqual([]);
});

test('a full outbox drops what says least, oldest first', () => {
  const bench = onAir();
  const finished = said(bench.feed(ended(MS, true)))[0] as Receipt;
  const refusal = { ...bodies.refused, receiptId: 'r0' } as Receipt;
  const rest = Array.from({ length: OUTBOX_MAX - 1 }, (_, n) => ({
    ...finished,
    receiptId: `f${n}`,
  }));
  const full = new Map(
    [...rest.slice(0, 1), refusal, ...rest.slice(1)].map((receipt) => [
      receipt.receiptId,
      { receipt, sentAtMs: null },
    ]),
  );
  const crowded = makeBench({ from: { ...bench.state(), outbox: full } });
  const actions = crowded.order(
    manifest({ orderId: 'z', streamId: 'z', to: { areas: ['xa-khac'], speakers: [] } }),
  );
  expect(actions).toContainEqual({ kind: 'forget-receipts', receiptIds: ['r0'] });
  expect(crowded.state().outbox.size).toBe(OUTBOX_MAX);
  const sent = kinds(crowded.feed({ kind: 'connected' })).filter((kind) => kind === 'send-receipt');
  expect(sent).toHaveLength(OUTBOX_BATCH);
});

test('woken in the middle of an airing it counts both parts and says it was away', () => {
  const before = onAir();
  before.feed(started);
  before.feed(heard(4_000));
  const stream = before.stream();
  const facts = {
    arrivedAtMs: stream?.arrivedAtMs ?? 0,
    cancelledAtMs: null,
    closedAtMs: null,
    account: stream?.account ?? ({} as never),
  };
  const chunks = [0, 1, 2, 3].map((seq) => ({ seq, repair: seq === 3 }));
  const order = manifest();
  const found = {
    policy: policy(),
    streams: [{ order, facts, chunks }],
    seen: [],
    cancelled: [],
    stops: [],
    receipts: [],
  };
  const bench = makeBench({ withPolicy: false, from: wake(before.me, found) });
  bench.now.planMs = PLAY_AT_MS + 6_000;
  bench.feed({ kind: 'tick' });
  bench.feed({ ...started, startErrorMs: 6_100, atMs: PLAY_AT_MS + 6_100 });
  bench.feed(heard(1_000));
  bench.pass(10_000);
  expect(finishedIn(bench.feed(ended(MS - 6_100)))).toMatchObject({
    shortOf: 'restarted',
    startErrorMs: 0.4,
    heardMs: MS - 2_100,
    chunksRepaired: 1,
    interruptions: [
      { fromMs: PLAY_AT_MS + 4_000, toMs: PLAY_AT_MS + 6_100, byStreamId: streamId, resumed: true },
    ],
  });
  const told = { ...found, receipts: [{ ...bodies.finished, streamId } as Receipt] };
  const closed = makeBench({ withPolicy: false, from: wake(before.me, told) });
  expect(closed.stream()?.closedAtMs).toBe(PLAY_AT_MS);
});

test('woken after it was all over it says so', () => {
  const order = manifest();
  const facts = {
    arrivedAtMs: 0,
    cancelledAtMs: null,
    closedAtMs: null,
    account: onAir().stream()?.account ?? ({} as never),
  };
  const found = {
    policy: policy(),
    streams: [{ order, facts, chunks: [] }],
    seen: [],
    cancelled: [],
    stops: [],
    receipts: [],
  };
  const bench = makeBench({ withPolicy: false, from: wake(makeBench().me, found) });
  expect(said(bench.feed({ kind: 'tick' }))).toEqual([]);
  const receipt = finishedIn(bench.pass(1_800_000 + MS + 1_000));
  expect(receipt).toMatchObject({ heardMs: 0, startErrorMs: null, shortOf: 'missing-chunks' });
});

test('the status tells what is held, and what was finished but not acknowledged', () => {
  const bench = onAir();
  const at = { online: true, planMs: 1.4, clockErrorMs: 2, bytesThisMonth: 9 };
  const status = () => statusOf(bench.state(), at);
  expect(status()).toMatchObject({
    online: true,
    atMs: 1,
    holds: [streamId],
    policyCounter: 7,
    clockErrorMs: 2,
    power: null,
    volumePercent: 100,
    bytesThisMonth: 9,
  });
  bench.feed(ended(MS, true));
  expect(status().holds).toEqual([streamId]);
  const receiptIds = [...bench.state().outbox.keys()];
  bench.order({ ...bodies.ack, receiptIds, expiresAtMs: PLAY_AT_MS + 9_999_999 });
  expect(status().holds).toEqual([]);
});
