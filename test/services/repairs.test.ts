import { expect, test } from 'vitest';
import { decodeFrame, topics } from '../../devices/protocol/index.ts';
import { makePacer } from '../../src/services/wire/pacing.ts';
import { makeRepairs } from '../../src/services/wire/repairs.ts';
import { handClock } from './fakes.ts';
import { approved, liveCommune, scheduled, sentAiring } from './steps.ts';
import { box, NOON, until, type World, world } from './world.ts';

const MINUTE = 60_000;

/** An airing on its way to three speakers, and repairs whose pauses are told. */
async function onAir(at: World) {
  const place = await liveCommune(at);
  const areaId = place.villages[0] ?? '';
  await box(at, { siteId: 'loa-3', areaId, by: place.technician }).hello();
  const bulletin = await approved(at, place);
  scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
  at.clock.move(MINUTE);
  const streamId = await sentAiring(at);
  at.wire.said.length = 0;
  const pauses: number[] = [];
  const repairs = makeRepairs({
    deps: at.deps,
    sending: { nextSeq: () => null },
    wait: async (ms) => {
      pauses.push(ms);
      at.clock.move(ms);
    },
  });
  const said = () =>
    at.wire.to(topics.stream('xa-a', streamId)).map(({ payload }) => {
      const found = decodeFrame(streamId, payload);
      return found.ok ? found.chunk.seq : -1;
    });
  const ask = (siteId: string) => repairs.ask(siteId, { streamId, ranges: [[0, 2]] });
  return { repairs, pauses, said, ask, streamId };
}

test('a stream is said again four times a minute, however many ask for it', async () => {
  const at = world();
  const { repairs, said, ask, pauses } = await onAir(at);
  let rounds = 0;
  for (const siteId of ['loa-1', 'loa-2', 'loa-3', 'loa-1']) {
    rounds += 1;
    await ask(siteId);
    await until(() => said().length === rounds * 3, 'a round');
  }
  const merged = () => pauses.filter((ms) => ms === 200).length;
  await ask('loa-2');
  await until(() => merged() === 5, 'the fifth round');
  await repairs.stop();
  expect(said()).toHaveLength(12);
});

test('asked for ever by one speaker, two whole streams are said again, and others still have theirs', async () => {
  const at = world();
  const { repairs, said, ask } = await onAir(at);
  for (let round = 1; round <= 5; round += 1) {
    at.clock.move(5_000);
    await ask('loa-1');
    if (round <= 2) await until(() => said().length === round * 3, 'a round');
  }
  await ask('loa-2');
  await until(() => said().length === 9, 'the other speaker’s round');
  await repairs.stop();
  expect(said()).toHaveLength(9);
});

test('what is said again is said at the pace of weak links', async () => {
  const at = world();
  const { repairs, said, ask, pauses } = await onAir(at);
  await ask('loa-1');
  await until(() => said().length === 3, 'the repair');
  await repairs.stop();
  const bytes = at.wire.said.reduce((sum, { payload }) => sum + payload.length, 0);
  expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(200 + bytes / 250 - 2);
});

test('stopped, it breaks off after the chunk under way', async () => {
  const at = world();
  const { repairs, said, ask } = await onAir(at);
  await ask('loa-1');
  await repairs.stop();
  expect(said().length).toBeLessThan(3);
});

test('a pacer waits for what is ahead of its pace, and not for what is behind', async () => {
  const clock = handClock(0);
  const waits: number[] = [];
  const pace = makePacer({ bytesPerMs: 10, clock, wait: async (ms) => void waits.push(ms) });
  await pace(100);
  clock.move(100);
  await pace(100);
  await pace(1_000);
  expect(waits).toEqual([10, 20]);
});
