// A hushed speaker: silent for all but a real emergency, until the hush is over or lifted.
import { expect, test } from 'vitest';
import { wake } from '../../../../devices/agent/brain/start.ts';
import type { FinishedReceipt, Receipt } from '../../../../devices/protocol/index.ts';
import { makeBench, manifest, PLAY_AT_MS, policy, said } from './brain.ts';

const M = 60_000;
const until = PLAY_AT_MS + 30 * M;
const hush = (counter: number, issuedAtMs: number, untilMs = until) =>
  policy({ counter, issuedAtMs, orderId: `p${counter}`, hush: { untilMs } });
const play = (streamId: string, playAtMs: number, more = {}) =>
  manifest({ streamId, orderId: `o-${streamId}`, playAtMs, ...more });
const reasons = (receipts: Receipt[]) =>
  receipts.map((one) => (one.event === 'refused' ? one.reason : one.event));
const last = (bench: ReturnType<typeof makeBench>, streamId: string) =>
  [...bench.state().outbox.values()]
    .map(({ receipt }) => receipt)
    .findLast(
      (one): one is FinishedReceipt => one.event === 'finished' && one.streamId === streamId,
    );

function hushed() {
  const bench = makeBench();
  bench.order(hush(8, Number(bench.now.planMs)));
  return bench;
}

test('what would start in it is refused when it comes; an emergency and what starts later are not', () => {
  const bench = hushed();
  expect(reasons(said(bench.order(play('in', PLAY_AT_MS))))).toEqual(['hushed']);
  expect(reasons(said(bench.order(play('p', PLAY_AT_MS, { priority: 'priority' }))))).toEqual([
    'hushed',
  ]);
  const drill = { priority: 'emergency' as const, drill: true };
  expect(reasons(said(bench.order(play('drill', PLAY_AT_MS, drill))))).toEqual(['hushed']);
  expect(said(bench.order(play('alarm', PLAY_AT_MS, { priority: 'emergency' })))).toEqual([]);
  expect(said(bench.order(play('later', until)))).toEqual([]);
  expect([...bench.state().streams.keys()]).toEqual(['alarm', 'later']);
});

test('what was accepted before the hush came is refused when it comes, and only what starts in it', () => {
  const bench = makeBench();
  bench.order(play('in', PLAY_AT_MS));
  bench.order(play('later', until));
  const actions = bench.order(hush(8, Number(bench.now.planMs)));
  expect(said(actions)).toMatchObject([{ event: 'refused', reason: 'hushed', streamId: 'in' }]);
  expect(bench.stream('later')?.closedAtMs).toBeNull();
});

test('what sounds when it comes is cut at once, and tells how much was heard', () => {
  const bench = makeBench();
  bench.order(play('now', PLAY_AT_MS));
  bench.pass(30 * M + 5_000);
  bench.feed({ kind: 'started', streamId: 'now', startErrorMs: 0, atMs: PLAY_AT_MS });
  const actions = bench.order(hush(8, PLAY_AT_MS + 5_000));
  expect(said(actions)).toEqual([]);
  expect(actions.findLast((action) => action.kind === 'follow')?.stretches).toMatchObject([
    { streamId: 'now', toMs: PLAY_AT_MS + 5_000, ends: false },
  ]);
  bench.feed({
    ...{ kind: 'ended', streamId: 'now', heardMs: 5_200, whole: false },
    atMs: PLAY_AT_MS + 5_200,
  });
  expect(last(bench, 'now')).toMatchObject({ shortOf: 'hushed', heardMs: 5_200 });
});

test('a hush that was on its way while something began cuts that as well', () => {
  const bench = makeBench();
  bench.order(play('now', PLAY_AT_MS));
  bench.pass(30 * M + 5_000);
  bench.feed({ kind: 'started', streamId: 'now', startErrorMs: 0, atMs: PLAY_AT_MS });
  const actions = bench.order(hush(8, PLAY_AT_MS - M));
  expect(actions.findLast((action) => action.kind === 'follow')?.stretches).toEqual([]);
  bench.pass(20_000);
  expect(last(bench, 'now')).toMatchObject({ shortOf: 'hushed' });
});

test('a hush that is over is no hush, and one that is lifted neither', () => {
  const over = hushed();
  over.now.planMs = until;
  expect(said(over.order(play('after', until + M, { expiresAtMs: until + M })))).toEqual([]);
  const lifted = hushed();
  lifted.order(policy({ counter: 9, orderId: 'p9' }));
  expect(said(lifted.order(play('in', PLAY_AT_MS)))).toEqual([]);
});

test('woken without a link it is hushed still, and a refusal that was said stays said', () => {
  const bench = hushed();
  const found = {
    ...{ policy: bench.state().policy, seen: [], cancelled: [], stops: [] },
    streams: [
      {
        order: play('in', PLAY_AT_MS),
        facts: {
          arrivedAtMs: 1,
          cancelledAtMs: null,
          closedAtMs: null,
          account: bench.me as never,
        },
        chunks: [],
      },
    ],
    receipts: [
      {
        ...{ event: 'refused', receiptId: 'r', speakerId: 'loa-na-co-1', unitId: 'U1', atMs: 5 },
        ...{ streamId: 'in', orderId: 'o-in', reason: 'hushed' },
      } as Receipt,
    ],
  };
  const woken = makeBench({ withPolicy: false, from: wake(bench.me, found) });
  expect(woken.stream('in')?.closedAtMs).toBe(5);
  expect(reasons(said(woken.order(play('more', PLAY_AT_MS))))).toEqual(['hushed']);
});
