// One order that ends all of a tenant: what sounds, what waits, what is about to, and nothing later.
import { expect, test } from 'vitest';
import { wake } from '../../../../devices/agent/brain/start.ts';
import type { StopOrder } from '../../../../devices/protocol/index.ts';
import { topics } from '../../../../devices/protocol/index.ts';
import { bodies } from '../../protocol/bodies.ts';
import { makeBench, manifest, PLAY_AT_MS, policy, said } from './brain.ts';

const M = 60_000;
const stop = (more: Partial<StopOrder> = {}): StopOrder => ({
  ...(bodies.stop as StopOrder),
  orderId: 'stop-1',
  counter: 100,
  expiresAtMs: PLAY_AT_MS + 9_999_999,
  ...more,
});
const play = (streamId: string, playAtMs: number, more = {}) =>
  manifest({ streamId, orderId: `o-${streamId}`, playAtMs, ...more });

/** At 17:00: one sounds, one waits for its turn, one is nine minutes off, one eleven; one is the province's. */
function evening() {
  const bench = makeBench();
  bench.order(play('now', PLAY_AT_MS));
  bench.order(play('waits', PLAY_AT_MS + 1_000));
  bench.order(play('soon', PLAY_AT_MS + 9 * M));
  bench.order(play('later', PLAY_AT_MS + 11 * M));
  bench.order(play('province', PLAY_AT_MS + 5 * M, { tenant: 'tinh-x' }));
  bench.pass(1_800_000 + 2_000);
  bench.feed({ kind: 'started', streamId: 'now', startErrorMs: 0, atMs: PLAY_AT_MS });
  return bench;
}
const cancelled = (bench: ReturnType<typeof makeBench>) =>
  [...bench.state().streams.values()]
    .filter((stream) => stream.cancelledAtMs !== null)
    .map((stream) => stream.order.streamId);

test('what sounds, waits or begins within ten minutes is cancelled; later ones and others stay', () => {
  const bench = evening();
  const actions = bench.order(stop(), topics.areaOrder('xa-na-co'));
  expect(cancelled(bench)).toEqual(['now', 'waits', 'soon']);
  const follow = actions.findLast((action) => action.kind === 'follow');
  const left = follow?.stretches.filter(({ toMs }) => toMs > PLAY_AT_MS + 2_000);
  expect(left?.map(({ streamId }) => streamId)).toEqual(['province', 'later']);
  expect(actions).toContainEqual(expect.objectContaining({ kind: 'save-seen' }));
  bench.feed({
    ...{ kind: 'ended', streamId: 'now', heardMs: 2_200, whole: false },
    atMs: PLAY_AT_MS + 2_200,
  });
  bench.pass(20 * M);
  const finished = [...bench.state().outbox.values()]
    .map(({ receipt }) => receipt)
    .filter((receipt) => receipt.event === 'finished');
  const short = Object.fromEntries(finished.map((one) => [one.streamId, one.shortOf]));
  expect(short).toMatchObject({ now: 'cancelled', waits: 'cancelled', soon: 'cancelled' });
  expect(short.later).toBe('missing-chunks'); // it had its turn: nothing was sent for it here
  expect(finished.find(({ streamId }) => streamId === 'now')?.heardMs).toBe(2_200);
});

test('it comes once for every area of the chain: the second is a duplicate, not a refusal', () => {
  const bench = evening();
  bench.order(stop(), topics.areaOrder('xa-na-co'));
  expect(said(bench.order(stop(), topics.areaOrder('tinh-x')))).toEqual([]);
  expect(bench.state().counts.duplicates).toBe(1);
});

test('an emergency of that tenant is stopped as well: a person pressed the large button', () => {
  const bench = makeBench();
  bench.order(play('alarm', PLAY_AT_MS, { priority: 'emergency' }));
  bench.pass(1_800_000 + 1_000);
  bench.order(stop());
  expect(cancelled(bench)).toEqual(['alarm']);
});

test('what was ordered after the stop sounds, even if the stop comes later', () => {
  const bench = makeBench();
  bench.order(play('new', PLAY_AT_MS, { counter: 101, priority: 'emergency' }));
  bench.pass(1_800_000 + 1_000);
  bench.order(stop());
  expect(cancelled(bench)).toEqual([]);
});

test('a manifest from before the stop that comes after it is refused, a later programme is not', () => {
  const bench = evening();
  bench.order(stop());
  const [receipt] = said(bench.order(play('slow', PLAY_AT_MS + 8 * M)));
  expect(receipt).toMatchObject({ event: 'refused', reason: 'replayed', streamId: 'slow' });
  expect(said(bench.order(play('slow-later', PLAY_AT_MS + 30 * M)))).toEqual([]);
  expect(said(bench.order(play('new', PLAY_AT_MS + 8 * M, { counter: 102 })))).toEqual([]);
});

test.each<[string, Partial<StopOrder>, string]>([
  ['of a tenant that is none of ours', { tenant: 'xa-khac' }, 'misdirected'],
  ['for areas that are none of ours', { areas: ['xa-khac', 'ban-khac'] }, 'misdirected'],
  ['that has expired', { expiresAtMs: PLAY_AT_MS - 1 }, 'expired'],
])('a stop %s stops nothing', (_name, more, reason) => {
  const bench = evening();
  expect(said(bench.order(stop(more)))).toMatchObject([{ event: 'refused', reason }]);
  expect(cancelled(bench)).toEqual([]);
});

test('an older stop than the newest seen is a replay, over a restart too', () => {
  const bench = evening();
  bench.order(stop());
  const { stops, seen } = bench.state();
  const woken = makeBench({
    from: wake(bench.me, {
      ...{ policy: policy(), streams: [], cancelled: [], receipts: [] },
      ...{ seen: [...seen], stops: [...stops] },
    }),
  });
  woken.now.planMs = PLAY_AT_MS;
  for (const one of [bench, woken]) {
    const [receipt] = said(one.order(stop({ orderId: 'stop-0', counter: 99 })));
    expect(receipt).toMatchObject({ event: 'refused', reason: 'replayed', orderId: 'stop-0' });
  }
  expect(said(woken.order(play('slow', PLAY_AT_MS + M)))).toMatchObject([{ reason: 'replayed' }]);
});

test('without a policy it waits for one, and then takes what waited with it', () => {
  const bench = makeBench({ withPolicy: false });
  bench.now.planMs = PLAY_AT_MS + 100;
  bench.order(play('now', PLAY_AT_MS));
  expect(said(bench.order(stop()))).toEqual([]);
  bench.order(policy());
  expect([...bench.state().stops.keys()]).toEqual(['xa-na-co']);
  expect(cancelled(bench)).toEqual(['now']);
});

test('a stop does not wait for a fresh clock, as a programme would', () => {
  const bench = evening();
  bench.now.clockAgeMs = 60_000;
  bench.order(stop());
  expect(cancelled(bench)).toEqual(['now', 'waits', 'soon']);
});
