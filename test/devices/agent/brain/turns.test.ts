// What a manifest says of its turn: kept by the loudspeaker through interruptions, absence and restarts.
// It must never know how the arbiter decides: devices/rules has its own tests.
import { expect, test } from 'vitest';
import { wake } from '../../../../devices/agent/brain/start.ts';
import type { Action, StreamFacts } from '../../../../devices/agent/brain/state.ts';
import {
  type AirTerms,
  type FinishedReceipt,
  type PlayOrder,
  seal,
} from '../../../../devices/protocol/index.ts';
import { USUAL_AIR } from '../../../../devices/rules/index.ts';
import { testSigner } from '../../protocol/bodies.ts';
import { type Bench, makeBench, manifest, PLAY_AT_MS, policy, said } from './brain.ts';

const M = 60_000;
const air = (of: Partial<AirTerms>): AirTerms => ({ ...USUAL_AIR, ...of });
const play = (streamId: string, of: Partial<PlayOrder> = {}) =>
  manifest({ streamId, orderId: `o-${streamId}`, durationMs: 5 * M, ...of });
const stretches = (actions: readonly Action[]) =>
  actions
    .findLast((action) => action.kind === 'follow')
    ?.stretches.map(
      (one) =>
        `${one.streamId} ${(one.fromMs - PLAY_AT_MS) / M}-${(one.toMs - PLAY_AT_MS) / M}@${one.offsetMs / M}${one.ends ? ' ends' : ''}`,
    );
const finished = (actions: readonly Action[]) =>
  said(actions).filter((one): one is FinishedReceipt => one.event === 'finished');
const factsIn = (actions: readonly Action[]) =>
  actions.findLast((action) => action.kind === 'save-facts')?.facts as StreamFacts;

test('a manifest without terms is arranged as ever, one with terms by them', () => {
  const bench = makeBench();
  bench.order(play('a'));
  bench.order(play('b', { playAtMs: PLAY_AT_MS + 2 * M, durationMs: M }));
  const exact = air({ start: { kind: 'exact' } });
  const actions = bench.order(play('x', { playAtMs: PLAY_AT_MS + M, durationMs: M, air: exact }));
  expect(stretches(actions)).toEqual(['a 0-1@0', 'x 1-2@0 ends', 'a 2-6@1 ends', 'b 6-7@0 ends']);
});

test('terms that are no terms are refused unread, like everything of another schema', () => {
  const bench = makeBench();
  for (const bad of [
    { ...USUAL_AIR, under: 'louder' },
    { ...USUAL_AIR, order: -1 },
    { ...USUAL_AIR, start: { kind: 'within' } },
    { ...USUAL_AIR, missed: { kind: 'late', untilMs: 2 * 86_400_000 } },
    { ...USUAL_AIR, loud: true },
    { filler: true },
  ])
    bench.order({ ...play('a'), air: bad });
  expect(bench.stream('a')).toBeUndefined();
  expect(bench.state().counts.forged).toBe(6);
});

test('what may begin late is accepted after its own end, and no longer', () => {
  const late = air({ missed: { kind: 'late', untilMs: 10 * M } });
  const bench = makeBench();
  const order = (streamId: string) =>
    play(streamId, { air: late, expiresAtMs: PLAY_AT_MS + 60 * M });
  bench.now.planMs = PLAY_AT_MS + 10 * M;
  const actions = bench.order(order('a'));
  expect(stretches(actions)).toEqual(['a 10-15@0 ends']);
  bench.now.planMs += 1;
  expect(said(bench.order(order('b')))).toMatchObject([{ reason: 'too-late' }]);
});

/** Held since long before its time, switched off then, and on again so many minutes after it. */
function backAfter(minutes: number, of: Partial<PlayOrder>, facts: Partial<StreamFacts> = {}) {
  const first = makeBench();
  const kept = { ...factsIn(first.order(play('a', of))), ...facts };
  const order = first.stream('a')?.order as PlayOrder;
  const streams = [{ order, facts: kept, chunks: [] }];
  const found = { policy: policy(), streams, seen: [], cancelled: [], stops: [], receipts: [] };
  const bench = makeBench({ withPolicy: false, from: wake(first.me, found) });
  bench.now.planMs = PLAY_AT_MS + minutes * M;
  return { bench, actions: bench.pass(0) };
}

test.each<[string, AirTerms['missed'], string[]]>([
  ['joins where the others are', { kind: 'join' }, ['a 0-5@0 ends']],
  ['joins and leaves the telling to the service', { kind: 'escalate' }, ['a 0-5@0 ends']],
  ['begins from its beginning', { kind: 'late', untilMs: 3 * M }, ['a 3-8@0 ends']],
  ['stays silent when that is too late', { kind: 'late', untilMs: 2 * M }, []],
  ['stays silent', { kind: 'skip' }, []],
])('switched off at its time and back three minutes later it %s', (_name, missed, expected) => {
  const { actions } = backAfter(3, { air: air({ missed }) });
  expect(stretches(actions)).toEqual(expected);
});

test('beginning late it is whole, and was interrupted by nobody', () => {
  const late = air({ missed: { kind: 'late', untilMs: 10 * M } });
  const { bench, actions } = backAfter(3, { air: late });
  expect(factsIn(actions).arrivedAtMs).toBe(PLAY_AT_MS + 3 * M);
  bench.feed({ kind: 'started', streamId: 'a', startErrorMs: 0, atMs: PLAY_AT_MS + 3 * M });
  const heardMs = 5 * M;
  const atMs = PLAY_AT_MS + 8 * M;
  const ended = bench.feed({ kind: 'ended', streamId: 'a', heardMs, atMs, whole: true });
  expect(finished(ended)).toMatchObject([{ heardMs, shortOf: null, interruptions: [] }]);
});

test('skipped it is finished at once, short of late', () => {
  const { bench, actions } = backAfter(3, { air: air({ missed: { kind: 'skip' } }) });
  const all = [...actions, ...bench.pass(20_000)];
  expect(finished(all)).toMatchObject([{ heardMs: 0, shortOf: 'late' }]);
});

test('what had begun before it was switched off is past such a question', () => {
  const account = {
    ...{ startErrorMs: 0, heardBeforeMs: 0, heardMs: M, whole: false, lastAtMs: PLAY_AT_MS + M },
    ...{ sinkFailed: false, restart: null },
  };
  const skip = air({ missed: { kind: 'skip' } });
  const { bench, actions } = backAfter(3, { air: skip }, { account });
  expect(stretches(actions)).toEqual(['a 0-5@0 ends']);
  expect(bench.stream('a')?.account.restart).toMatchObject({ fromMs: PLAY_AT_MS + M });
});

/** A programme that runs on unheard, under an emergency as long as what is left of it. */
function beneath(): Bench {
  const bench = makeBench();
  bench.order(play('a', { air: air({ under: 'silent' }) }));
  bench.now.planMs = PLAY_AT_MS;
  bench.pass(2 * M);
  bench.feed({ kind: 'started', streamId: 'a', startErrorMs: 0, atMs: PLAY_AT_MS });
  const emergency = { priority: 'emergency' as const, playAtMs: PLAY_AT_MS + 2 * M };
  const actions = bench.order(play('e', { ...emergency, durationMs: 4 * M }));
  expect(stretches(actions)).toEqual(['a 0-2@0', 'e 2-6@0 ends']);
  return bench;
}
const cut = { kind: 'ended', streamId: 'a', heardMs: 2 * M, atMs: 0, whole: false } as const;

test('what runs on unheard stays open until its end, and says who was heard instead', () => {
  const bench = beneath();
  expect(finished(bench.feed(cut))).toEqual([]);
  const actions = bench.pass(3 * M + 20_000);
  expect(finished(actions)).toMatchObject([
    { streamId: 'a', heardMs: 2 * M, shortOf: 'pre-empted', preemptedBy: 'e' },
  ]);
});

test('and is heard again where it would be, when what lay over it is withdrawn', () => {
  const bench = beneath();
  bench.feed(cut);
  bench.pass(M);
  const cancel = { kind: 'cancel', orderId: 'c', counter: 9, streamId: 'e', reason: 'all-clear' };
  const at = { issuedAtMs: 0, expiresAtMs: PLAY_AT_MS + 60 * M };
  expect(stretches(bench.order({ ...cancel, ...at }))).toEqual([
    'a 0-2@0',
    'e 2-3@0',
    'a 3-5@3 ends',
  ]);
});

test('withdrawn itself it is closed, whatever lies over it', () => {
  const bench = beneath();
  const cancel = { kind: 'cancel', orderId: 'c', counter: 9, streamId: 'a', reason: 'wrong' };
  bench.order({ ...cancel, issuedAtMs: 0, expiresAtMs: PLAY_AT_MS + 60 * M });
  expect(finished(bench.feed(cut))).toMatchObject([{ shortOf: 'cancelled' }]);
});

const inOrder = (order: number, counter: number, of: Partial<PlayOrder> = {}) =>
  play('b', { ...of, orderId: `o-b-${counter}`, counter, air: air({ order }) });

test('the commune’s answer moves what is held, its sound untouched', () => {
  const bench = makeBench();
  bench.order(play('a', { priority: 'priority', air: air({ order: 1 }) }));
  const before = bench.order(inOrder(2, 7, { priority: 'priority' }));
  expect(stretches(before)).toEqual(['a 0-5@0 ends', 'b 5-10@0 ends']);
  bench.chunk(0, {}, 'b');
  const order = inOrder(0, 8, { priority: 'priority' });
  const actions = bench.order(order);
  expect(stretches(actions)).toEqual(['b 0-5@0 ends', 'a 5-10@0 ends']);
  expect(bench.stream('b')).toMatchObject({ heldCount: 1 });
  const bytes = Buffer.from(seal(order, testSigner));
  const saved = actions.find((action) => action.kind === 'save-manifest');
  expect(saved?.streamId).toBe('b');
  expect(bytes.equals(Buffer.from(saved?.bytes ?? []))).toBe(true);
  bench.order(order);
  expect(bench.state().counts.duplicates).toBe(1);
});

test('the usual place, said or unsaid, is a place like any other', () => {
  const bench = makeBench();
  bench.order(play('b', { counter: 7 }));
  expect(said(bench.order(inOrder(3, 8)))).toEqual([]);
  expect(bench.stream('b')?.order.air?.order).toBe(3);
});

test.each<[string, PlayOrder, (bench: Bench) => void]>([
  ['an older counter', inOrder(0, 6), () => {}],
  ['another title', inOrder(0, 8, { title: 'khác' }), () => {}],
  ['another time', inOrder(0, 8, { playAtMs: PLAY_AT_MS + M }), () => {}],
  ['other terms', { ...inOrder(0, 8), air: air({ order: 0, under: 'drop' }) }, () => {}],
  ['its time has come', inOrder(0, 8), (bench) => void bench.pass(30 * M)],
])('nothing is moved when it comes with %s', (_name, order, happens) => {
  const bench = makeBench();
  bench.order(inOrder(2, 7));
  happens(bench);
  expect(said(bench.order(order))).toMatchObject([{ event: 'refused', reason: 'replayed' }]);
  expect(bench.stream('b')?.order.air?.order).toBe(2);
});
