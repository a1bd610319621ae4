// A pole whose turn comes late is not called silent: closing waits for whoever still waits, and for nobody else.
// It must never know SQL.
import { expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import type { Airing } from '../../src/domain/model.ts';
import { approved, liveCommune, scheduled } from './steps.ts';
import { NOON, ordersOn, until, type World, world } from './world.ts';

const START = NOON + 10 * 60_000;
/** as the fake studio makes it */
const LONG_MS = 24_000;

async function beatUntil(at: World, planMs: number) {
  while (at.clock.planMs() < planMs) {
    at.clock.move(Math.min(1_000, planMs - at.clock.planMs()));
    await at.house.beat();
  }
}

/** The second of two bulletins of one minute, both stored by both poles; the first sounds now. */
async function queued(at: World) {
  const place = await liveCommune(at);
  const rule = { kind: 'once', atMs: START } as const;
  const plan = async () => {
    const bulletin = await approved(at, place);
    return scheduled(at, place, { bulletin, rule }).id;
  };
  const ids = [await plan(), await plan()];
  await beatUntil(at, START - 30_000);
  const sent = () => ids.map((id) => at.deps.store.airings.ofSchedule(id)[0] as Airing);
  await until(() => sent().every(({ state }) => state === 'sent'), 'the sending');
  const [first, second] = sent().sort((a, b) => (a.id < b.id ? -1 : 1)) as [Airing, Airing];
  for (const each of place.boxes)
    for (const { id: streamId } of [first, second])
      await each.receipt({ event: 'stored', streamId });
  await until(() => told(at, second.id, 'loa-2') > 0, 'the receipts');
  return { ...place, first, second };
}

/** They are gathered for a tenth of a second before they are written. */
const told = (at: World, airingId: string, siteId: string) =>
  at.deps.store.receipts.of(airingId, siteId).length;

const verdicts = (at: World, airingId: string) =>
  at.deps.store.airings.speakers(airingId).map(({ verdict }) => verdict?.kind ?? null);

test('who waits its turn is judged when its turn is over; who is out of reach at once', async () => {
  const at = world();
  const { first, second, boxes } = await queued(at);
  const [near, far] = boxes;
  await far?.hello({ online: false });
  await beatUntil(at, START + LONG_MS);
  await near?.receipt({ event: 'finished', streamId: first.id });
  await beatUntil(at, second.closeAtMs + 2_000);
  expect(verdicts(at, second.id)).toEqual([null, 'failed']);
  expect(at.deps.store.airings.get(second.id)?.state).toBe('sent');
  await near?.receipt({ event: 'finished', streamId: second.id });
  await until(() => verdicts(at, second.id)[0] !== null, 'its word');
  expect(verdicts(at, second.id)).toEqual(['played', 'failed']);
  expect(at.deps.store.airings.get(second.id)?.state).toBe('closed');
  expect(at.deps.store.airings.speaker(second.id, 'loa-1')?.verdict?.revision).toBe(0);
});

test('silence after its turn is silence, told within the grace of that end', async () => {
  const at = world();
  const { second } = await queued(at);
  await beatUntil(at, second.closeAtMs + LONG_MS + 1_000);
  expect(verdicts(at, second.id)).toEqual(['failed', 'failed']);
  expect(at.deps.store.airings.get(second.id)?.state).toBe('closed');
});

test('who waits can still be stopped, and the order outlives its turn', async () => {
  const at = world();
  const { second, operator } = await queued(at);
  await beatUntil(at, second.playAtMs + LONG_MS + 5_000);
  at.house.services.airings.cancel(operator, { airingId: second.id });
  expect(at.deps.store.airings.get(second.id)?.state).toBe('cancelled');
  await until(() => cancels(at, second.id).length > 0, 'the order');
  const [order] = cancels(at, second.id);
  expect(order?.expiresAtMs).toBeGreaterThan(second.playAtMs + 2 * LONG_MS);
});

const cancels = (at: World, streamId: string) =>
  ordersOn(at, topics.areaOrder('xa-a-ban-1')).filter(
    (order) => order.kind === 'cancel' && order.streamId === streamId,
  );
