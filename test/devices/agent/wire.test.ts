// What a bad link, a broker's death and a late order do to an airing, over a real broker.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFaults } from '../../../devices/simulator/faults.ts';
import { makeService, type TestService } from './service.ts';
import { difference, makeSound, nearDifference, readWav, type TestSound } from './sound.ts';
import { makeSpeaker, until } from './speaker.ts';

const seed = Number(process.env.SEED ?? 20_261_102);
console.log(`wire faults: SEED=${seed}`);
let service: TestService;
let sound: TestSound;
let speaker: ReturnType<typeof makeSpeaker>;
beforeEach(async () => {
  service = await makeService();
  sound = await makeSound({ packetCount: 60, packetsPerChunk: 6 });
  speaker = makeSpeaker(service);
  await speaker.ready();
});
afterEach(async () => {
  await speaker.stop();
  await service.stop();
  expect(service.faults).toEqual([]);
});
const inSeconds = (seconds: number) => Math.round(service.planMs() + seconds * 1_000);
const finished = (streamId: string) =>
  until('the end', () => service.last('finished', streamId) !== undefined, 20_000);

test('chunks lost, flipped, cut, doubled and out of order are repaired, and heard once', async () => {
  const faults = makeFaults(seed, {
    drop: 0.2,
    corrupt: 0.15,
    truncate: 0.1,
    duplicate: 0.2,
    reorder: 0.2,
  });
  service.path.chunk = (bytes) => faults.pass(bytes);
  const { order } = await service.air(sound, { playAtMs: inSeconds(9) });
  await until('all chunks', () => service.last('stored', order.streamId) !== undefined, 9_000);
  expect(service.repairs.length).toBeGreaterThan(0);
  const stored = service.last('stored', order.streamId);
  expect(stored?.chunksReceived).toBe(10);
  expect(stored?.chunksRepaired).toBeGreaterThan(0);
  await finished(order.streamId);
  expect(service.last('finished', order.streamId)).toMatchObject({
    heardMs: sound.durationMs,
    shortOf: null,
  });
  const { counts } = speaker.agent.state();
  expect(counts.badChunks + counts.duplicates).toBeGreaterThan(0);
});

test('a chunk that never comes is silence, the rest is heard, and the receipt says so', async () => {
  const lost = 4;
  service.path.chunk = (bytes) => (Buffer.from(bytes).readUInt32BE(8) === lost ? [] : [bytes]);
  const { order } = await service.air(sound);
  await finished(order.streamId);
  const chunkMs = 360;
  expect(service.last('finished', order.streamId)).toMatchObject({
    shortOf: 'missing-chunks',
    heardMs: sound.durationMs - chunkMs,
    chunksReceived: 9,
  });
  await speaker.stop();
  const { samples } = readWav(speaker.wav);
  const lead = samples.length - sound.samples.length;
  const from = lost * chunkMs * 24 - sound.facts.preSkipSamples / 2 + lead;
  const hole = samples.subarray(from, from + chunkMs * 24);
  expect(Math.max(...hole)).toBe(0);
  const before = samples.subarray(lead, from - 300);
  expect(difference(before, sound.samples.subarray(0, before.length))).toBe(0);
  const after = samples.subarray(from + hole.length + 300);
  expect(difference(after, sound.samples.subarray(-after.length))).toBeLessThan(0.5);
});

test('the broker dies while it sounds: nobody hears it, and the receipts come after', async () => {
  const port = service.port();
  const { order } = await service.air(sound);
  await until('a start', () => service.last('started', order.streamId) !== undefined);
  await service.stop();
  await until('the end, alone', () => speaker.agent.state().outbox.size > 0, 8_000);
  await service.start(port);
  await finished(order.streamId);
  expect(service.last('finished', order.streamId)).toMatchObject({ shortOf: null });
  await until('a quiet outbox', () => speaker.agent.state().outbox.size === 0);
});

test('the broker dies in the middle of sending: the rest is repaired after its return', async () => {
  const port = service.port();
  let passed = 0;
  service.path.chunk = (bytes) => (passed++ < 4 ? [bytes] : []);
  const { order } = await service.air(sound, { playAtMs: inSeconds(12) });
  await until('four chunks', () => held(order.streamId) === 4);
  await service.stop();
  await until('a lonely speaker', () => !speaker.agent.ready());
  service.path.chunk = (bytes) => [bytes];
  await service.start(port);
  await until('all chunks', () => service.last('stored', order.streamId) !== undefined, 11_000);
  await finished(order.streamId);
  expect(service.last('finished', order.streamId)).toMatchObject({
    shortOf: null,
    chunksReceived: 10,
    chunksRepaired: 6,
  });
});

test('an order that comes late is joined where the others are', async () => {
  const { order } = await service.air(sound, { playAtMs: inSeconds(-1) });
  await finished(order.streamId);
  const receipt = service.last('finished', order.streamId);
  expect(receipt?.shortOf).toBe('late');
  expect(receipt?.startErrorMs).toBeGreaterThan(900);
  expect(receipt?.heardMs).toBeLessThan(sound.durationMs - 900);
  await speaker.stop();
  const { samples } = readWav(speaker.wav);
  // The WAV starts at T: what was missed is silence in it, what follows is in its place.
  const tail = samples.subarray(Math.round(2.8 * 24_000), Math.round(3.3 * 24_000));
  const wanted = sound.samples.subarray(Math.round(2.8 * 24_000), Math.round(3.3 * 24_000));
  expect(Math.max(...samples.subarray(0, 24_000 * 0.9))).toBe(0);
  expect(nearDifference(tail, wanted)).toBeLessThan(0.05);
});

function held(streamId: string): number {
  return speaker.agent.state().streams.get(streamId)?.heldCount ?? 0;
}
