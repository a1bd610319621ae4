// Orders in the brain: waiting, accepting, refusing, forgetting — without a network.
import { expect, test } from 'vitest';
import {
  ALARM_SPARE_BYTES,
  ALARM_STREAMS,
  FORGED_BURST,
  SEEN_MAX,
  STREAMS_MAX,
  WAITING_MAX,
} from '../../../../devices/agent/limits.ts';
import { seal, topics } from '../../../../devices/protocol/index.ts';
import { bodies, testSigner } from '../../protocol/bodies.ts';
import { ID, kinds, makeBench, manifest, PLAY_AT_MS, payloads, policy, said } from './brain.ts';

test('a connection listens, says what it holds, and asks for the time', () => {
  const bench = makeBench({ withPolicy: false });
  bench.feed({ kind: 'disconnected' });
  expect(kinds(bench.feed({ kind: 'connected' }))).toEqual([
    'subscribe',
    'send-status',
    'ask-clock',
  ]);
});

test('a policy brings new topics and gives up old ones', () => {
  const bench = makeBench();
  const actions = bench.order(policy({ counter: 8, areas: ['tinh-x', 'xa-na-co', 'ban-hai'] }));
  expect(actions).toContainEqual({ kind: 'unsubscribe', topics: [topics.areaOrder('ban-mot')] });
  const subscribe = actions.find((action) => action.kind === 'subscribe');
  expect(subscribe?.topics).toContain(topics.areaOrder('ban-hai'));
  expect(subscribe?.topics).toContain('vangxa/v1/stream/xa-na-co/+');
});

test('a manifest is accepted, saved before it is remembered, and planned', () => {
  const bench = makeBench();
  const actions = bench.order(manifest());
  expect(kinds(actions)).toEqual([
    'save-stream',
    'save-facts',
    'save-seen',
    'adopt',
    'log',
    'follow',
    'send-status',
  ]);
  expect(actions.find((action) => action.kind === 'follow')?.stretches).toEqual([
    {
      streamId: bodies.play.streamId,
      fromMs: PLAY_AT_MS,
      toMs: PLAY_AT_MS + 15_960,
      offsetMs: 0,
      ends: true,
    },
  ]);
});

test('the same manifest again is no replay while it is held', () => {
  const bench = makeBench();
  bench.order(manifest());
  expect(bench.order(manifest(), topics.areaOrder('ban-mot'))).toEqual([]);
  expect(bench.state().counts.duplicates).toBe(1);
});

test('another order for a stream that is held is a replay', () => {
  const bench = makeBench();
  bench.order(manifest());
  expect(said(bench.order(manifest({ orderId: 'other' })))).toMatchObject([{ reason: 'replayed' }]);
});

test('one order is refused for one reason once', () => {
  const bench = makeBench();
  const stray = manifest({ to: { areas: ['ban-khac'], speakers: [] } });
  expect(said(bench.order(stray))).toMatchObject([
    { event: 'refused', reason: 'misdirected', orderId: stray.orderId, streamId: stray.streamId },
  ]);
  expect(said(bench.order(stray))).toEqual([]);
});

test('an order to this speaker by name is obeyed', () => {
  const bench = makeBench();
  bench.order(manifest({ to: { areas: [], speakers: [ID] } }));
  expect(bench.stream()).toBeDefined();
});

test('messages on topics of others are counted and dropped', () => {
  const bench = makeBench();
  for (const topic of [topics.speakerOrder('loa-khac'), topics.areaOrder('ban-khac'), 'weather'])
    expect(bench.order(manifest(), topic)).toEqual([]);
  expect(bench.state().counts.strayTopics).toBe(3);
});

test('a speaker that does not know the time waits, asks, and then obeys', () => {
  const bench = makeBench({ withPolicy: false });
  const { planMs } = bench.now;
  bench.now.planMs = null;
  expect(kinds(bench.order(policy()))).toEqual(['ask-clock']);
  expect(bench.state().policy).toBeNull();
  bench.now.planMs = planMs;
  bench.feed({ kind: 'tick' });
  expect(bench.state().policy?.counter).toBe(7);
});

test('chunks that come before the clock answers are not lost', () => {
  const bench = makeBench();
  bench.now.clockAgeMs = 20_000;
  expect(kinds(bench.order(manifest()))).toEqual(['ask-clock']);
  bench.chunk(0);
  bench.chunk(1);
  expect(bench.stream()).toBeUndefined();
  bench.now.clockAgeMs = 0;
  const actions = bench.feed({ kind: 'tick' });
  expect(kinds(actions).filter((kind) => kind === 'save-chunk')).toHaveLength(2);
  expect(bench.stream()?.heldCount).toBe(2);
});

test('a service deaf to clock questions does not silence anybody', () => {
  const bench = makeBench();
  bench.now.clockAgeMs = Number.POSITIVE_INFINITY;
  bench.order(manifest());
  expect(bench.stream()).toBeUndefined();
  bench.pass(3_100);
  expect(bench.stream()).toBeDefined();
});

test.each([
  ['no-clock', false],
  ['no-policy', true],
] as const)('who waits half a minute in vain is refused: %s', (reason, knowsTime) => {
  const bench = makeBench({ withPolicy: false });
  if (!knowsTime) bench.now.planMs = null;
  bench.order(manifest());
  expect(said(bench.pass(29_000))).toEqual([]);
  expect(said(bench.pass(2_000))).toMatchObject([{ reason, atMs: expect.any(Number) }]);
});

test('not more orders wait than there is room for', () => {
  const bench = makeBench({ withPolicy: false });
  for (let n = 0; n < WAITING_MAX + 5; n++)
    bench.order(manifest({ orderId: `o${n}`, streamId: `s${n}` }));
  expect(bench.state().waiting).toHaveLength(WAITING_MAX);
  expect(bench.state().counts.dropped).toBe(5);
});

test('early chunks are kept up to a few megabytes', () => {
  const bench = makeBench({ withPolicy: false });
  bench.order(manifest());
  for (let n = 0; n < 80; n++) bench.chunk(0, { payload: Buffer.alloc(64 * 1024) });
  expect(bench.state().early.length).toBe(63);
  expect(bench.state().counts.dropped).toBe(17);
});

test('forged messages are said five times and then once a minute', () => {
  const bench = makeBench();
  const forged = {
    kind: 'message',
    topic: topics.speakerOrder(ID),
    bytes: Buffer.alloc(90),
  } as const;
  const attack = () => {
    let receipts = 0;
    for (let n = 0; n < 50; n++) receipts += said(bench.feed(forged)).length;
    return receipts;
  };
  expect(attack()).toBe(FORGED_BURST);
  bench.pass(60_000);
  expect(attack()).toBe(1);
  bench.pass(3_600_000);
  expect(attack()).toBe(FORGED_BURST);
});

test('a cancel before its manifest is remembered until it expires', () => {
  const bench = makeBench();
  bench.order({ ...bodies.cancel, orderId: 'c1' });
  expect(said(bench.order(manifest()))).toMatchObject([{ reason: 'replayed' }]);
  bench.pass(bodies.cancel.expiresAtMs - PLAY_AT_MS + 1_800_000 + 1);
  expect(bench.state().cancelled.size).toBe(0);
  expect(bench.state().seen.size).toBe(0);
});

test('a cancel said twice is one cancel', () => {
  const bench = makeBench();
  bench.order(manifest());
  bench.order({ ...bodies.cancel, orderId: 'c1' });
  expect(bench.order({ ...bodies.cancel, orderId: 'c1' })).toEqual([]);
  expect(said(bench.pass(250))).toMatchObject([
    { event: 'finished', shortOf: 'cancelled', heardMs: 0, startErrorMs: null },
  ]);
});

test('new hours refuse what they no longer allow and had not begun', () => {
  const bench = makeBench();
  bench.order(manifest());
  const closed = { utcOffsetMin: 420, windows: [] };
  const actions = bench.order(policy({ counter: 8, hours: closed }));
  expect(said(actions)).toMatchObject([{ event: 'refused', reason: 'out-of-hours' }]);
  expect(kinds(actions)).toContain('drop-sound');
  expect(actions.findLast((action) => action.kind === 'follow')?.stretches).toEqual([]);
});

test('no more streams are held than there is room for', () => {
  const bench = makeBench();
  const sound = { ...manifest().sound, bytes: 1_000 };
  for (let n = 0; n < STREAMS_MAX; n++)
    bench.order(manifest({ orderId: `o${n}`, streamId: `s${n}`, sound }));
  expect(bench.state().streams.size).toBe(STREAMS_MAX);
  expect(said(bench.order(manifest({ orderId: 'one-more', streamId: 'x' })))).toMatchObject([
    { reason: 'no-room' },
  ]);
  bench.order({ ...bodies.cancel, orderId: 'c1', streamId: 's3' });
  bench.pass(250);
  const actions = bench.order(manifest({ orderId: 'o-x', streamId: 'x', sound }));
  expect(actions).toContainEqual({ kind: 'forget-stream', streamId: 's3' });
  expect(bench.state().streams.size).toBe(STREAMS_MAX);
});

test('a speaker full of ordinary plans still takes an alarm, and not without end', () => {
  const bench = makeBench();
  const sound = { ...manifest().sound, bytes: 1_000 };
  for (let n = 0; n < STREAMS_MAX; n++)
    bench.order(manifest({ orderId: `o${n}`, streamId: `s${n}`, sound }));
  const alarm = (n: number, of: object = {}) =>
    said(
      bench.order(
        manifest({ orderId: `a${n}`, streamId: `k${n}`, sound, priority: 'emergency', ...of }),
      ),
    );
  expect(alarm(0, { drill: true })).toMatchObject([{ reason: 'no-room' }]);
  for (let n = 1; n <= ALARM_STREAMS; n++) expect(alarm(n)).toEqual([]);
  expect(alarm(99)).toMatchObject([{ reason: 'no-room' }]);
});

test('of a nearly full disk an alarm has the last megabytes', () => {
  const bench = makeBench();
  const { bytes } = manifest().sound;
  bench.feed({ kind: 'room', freeBytes: bytes + ALARM_SPARE_BYTES });
  expect(said(bench.order(manifest()))).toMatchObject([{ reason: 'no-room' }]);
  const alarm = manifest({ orderId: 'a', streamId: 'k', priority: 'emergency' });
  expect(said(bench.order(alarm))).toEqual([]);
});

test('a full disk refuses by name', () => {
  const bench = makeBench();
  bench.feed({ kind: 'room', freeBytes: 1_000_000 });
  expect(said(bench.order(manifest()))).toMatchObject([{ reason: 'no-room' }]);
});

test('not more orders are remembered than the limit says', () => {
  const bench = makeBench();
  const seen = new Map(Array.from({ length: SEEN_MAX }, (_, n) => [`o${n}`, PLAY_AT_MS] as const));
  const full = makeBench({ from: { ...bench.state(), seen } });
  full.order(manifest({ orderId: 'new' }));
  expect(full.state().seen.size).toBe(SEEN_MAX);
  expect(full.state().seen.has('o0')).toBe(false);
  expect(full.state().seen.has('new')).toBe(true);
});

test('an envelope of the right key that is no order is a bad message', () => {
  const bench = makeBench();
  const bytes = seal({ kind: 'dance' }, testSigner);
  const actions = bench.feed({ kind: 'message', topic: topics.speakerOrder(ID), bytes });
  expect(said(actions)).toMatchObject([{ reason: 'bad-message', orderId: null }]);
  expect(payloads).toHaveLength(4);
});
