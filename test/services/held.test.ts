// The same sound aired again: chunks go out only where somebody who is there lacks it.
import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { airings, approved, liveCommune, scheduled } from './steps.ts';
import { type Box, NOON, until, type World, world } from './world.ts';

/** Within the lead: made at the next beat. */
const SOON = 50_000;

const chunksOf = (at: World, streamId: string) =>
  at.wire.to(topics.stream('xa-a', streamId)).length;
const stored = async (at: World, box: Box | undefined, streamId: string) => {
  await box?.receipt({ event: 'stored', streamId });
  const { siteId = '' } = box ?? {};
  const taken = () => at.deps.store.receipts.of(streamId, siteId).length > 0;
  await until(taken, 'the receipt');
};
const inState = (at: World, streamId: string, state: string) =>
  until(() => {
    void at.house.beat();
    at.clock.move(50);
    return at.deps.store.airings.get(streamId)?.state === state;
  }, `${streamId} to be ${state}`);
const newest = (at: World, known: readonly string[]) => {
  const fresh = () => airings(at).find(({ id }) => !known.includes(id))?.id;
  return until(() => {
    void at.house.beat();
    at.clock.move(50);
    return fresh() !== undefined;
  }, 'an airing').then(() => fresh() ?? '');
};

/** Aired once, whole, to two loudspeakers; and again, as soon. */
async function airedOnce(at: World) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + SOON } });
  const first = await newest(at, []);
  await inState(at, first, 'sent');
  const again = (leftMs = SOON) => {
    const atMs = at.clock.planMs() + leftMs;
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
    return newest(at, [first]);
  };
  return { ...place, first, again };
}

describe('a sound that was aired before', () => {
  test('is not sent again when each speaker says that it holds it', async () => {
    const at = world();
    const { boxes, first, again } = await airedOnce(at);
    expect(chunksOf(at, first)).toBeGreaterThan(0);
    for (const box of boxes) await stored(at, box, first);
    const second = await again();
    await inState(at, second, 'sending');
    for (const box of boxes) await stored(at, box, second);
    await inState(at, second, 'sent');
    expect(chunksOf(at, second)).toBe(0);
  });

  test('who is away is not waited for: it asks when it is back', async () => {
    const at = world();
    const { boxes, first, again } = await airedOnce(at);
    await stored(at, boxes[0], first);
    await boxes[1]?.hello({ online: false });
    const second = await again();
    await inState(at, second, 'sending');
    await stored(at, boxes[0], second);
    await inState(at, second, 'sent');
    expect(chunksOf(at, second)).toBe(0);
  });

  test('goes out at once when nobody ever said that it was stored', async () => {
    const at = world();
    const { again } = await airedOnce(at);
    const second = await again();
    await inState(at, second, 'sent');
    expect(chunksOf(at, second)).toBeGreaterThan(0);
  });

  test('goes out when one that is there says nothing in a quarter of the time that is left', async () => {
    const at = world();
    const { boxes, first, again } = await airedOnce(at);
    for (const box of boxes) await stored(at, box, first);
    const second = await again(8_000);
    await inState(at, second, 'sending');
    await stored(at, boxes[0], second);
    await inState(at, second, 'sent');
    expect(chunksOf(at, second)).toBeGreaterThan(0);
  });

  test('stopped while speakers are asked, it is said to be cancelled after its manifest', async () => {
    const at = world();
    const { boxes, first, again, operator } = await airedOnce(at);
    for (const box of boxes) await stored(at, box, first);
    const second = await again();
    await inState(at, second, 'sending');
    await at.house.services.airings.cancel(operator, { airingId: second });
    for (const box of boxes) await stored(at, box, second);
    await at.house.stop();
    expect(at.deps.store.airings.get(second)?.state).toBe('cancelled');
    expect(chunksOf(at, second)).toBe(0);
  });
});

test('two airings of one sound are sent one after the other', async () => {
  const at = world();
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  const publish = at.wire.publish;
  let most = 0;
  at.wire.publish = async (...message) => {
    const going = airings(at).filter(({ state }) => state === 'sending').length;
    most = Math.max(most, going);
    return publish(...message);
  };
  for (const minutes of [0, 1])
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + SOON + minutes * 1_000 } });
  await until(() => {
    void at.house.beat();
    at.clock.move(50);
    return airings(at).filter(({ state }) => state === 'sent').length === 2;
  }, 'both to be sent');
  expect(most).toBe(1);
});
