// A loudspeaker killed (−9) in the middle and started again: the same state folder, nothing lost.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeChild } from './child.ts';
import { makeService, type TestService } from './service.ts';
import { makeSound, nearDifference, readWav, type TestSound } from './sound.ts';
import { newFolder, until } from './speaker.ts';

const ID = 'loa-mot';
let service: TestService;
let sound: TestSound;
let folder: string;
let child: ReturnType<typeof makeChild>;
beforeEach(async () => {
  service = await makeService();
  sound = await makeSound({ packetsPerChunk: 8 });
  folder = newFolder();
  child = makeChild(service, ID, folder);
});
afterEach(async () => {
  await child.kill();
  await service.stop();
  expect(service.faults).toEqual([]);
});

const online = () =>
  service.statuses.findLast(({ status }) => status.online)?.status.policyCounter === 1;
const finished = (streamId: string) =>
  until('the end', () => service.last('finished', streamId) !== undefined, 50_000);

test('killed in mid-airing it rejoins at the right sample and tells both parts', async () => {
  // 42 s: longer than a crowded machine takes to start it again, so that something is left to rejoin
  sound = await makeSound({ packetsPerChunk: 8, times: 3 });
  child.start();
  await until('a speaker with a policy', online, 30_000);
  const playAtMs = Math.round(service.planMs() + 6_000);
  const { order } = await service.air(sound, { playAtMs });
  await until('a start', () => service.last('started', order.streamId) !== undefined, 15_000);
  await until('three seconds', () => service.planMs() > playAtMs + 3_000);
  await child.kill();
  const first = readWav(join(folder, 'out.wav'));
  expect(first.samples.length / 24).toBeGreaterThan(1_500);
  const startedMs = service.planMs();
  child.start();
  const second = join(folder, 'out-2.wav');
  await until('the second part', () => existsSync(second), 30_000);
  const rejoinMs = service.planMs() - startedMs;
  await finished(order.streamId);
  const receipt = service.last('finished', order.streamId);
  expect(receipt?.shortOf).toBe('restarted');
  expect(receipt?.heardMs).toBeLessThan(sound.durationMs);
  const [away] = receipt?.interruptions ?? [];
  expect(away).toMatchObject({ byStreamId: order.streamId, resumed: true });
  const silentMs = (away?.toMs ?? 0) - (away?.fromMs ?? 0);
  expect(receipt?.heardMs).toBeGreaterThan(sound.durationMs - silentMs - 3_000);
  console.log(`rejoined ${Math.round(rejoinMs)} ms after its start, from the sources`);
  // Aligned with the plan: T is the beginning of this file as well.
  await until('the file', () => readWav(second).samples.length / 24 > sound.durationMs - 500);
  const { samples } = readWav(second);
  const [from, to] = [(sound.durationMs - 2_500) * 24, (sound.durationMs - 1_500) * 24];
  expect(nearDifference(samples.subarray(from, to), sound.samples.subarray(from, to))).toBeLessThan(
    0.05,
  );
}, 180_000);

test('killed in the middle of a download it asks for the rest and plays the whole', async () => {
  child.start();
  await until('a speaker with a policy', online, 30_000);
  let passed = 0;
  service.path.chunk = (bytes) => (passed++ < 10 ? [bytes] : []);
  const { order } = await service.air(sound, { playAtMs: Math.round(service.planMs() + 16_000) });
  await until('a repair', () => service.repairs.length > 0, 10_000);
  await child.kill();
  service.path.chunk = (bytes) => [bytes];
  service.repairs.length = 0;
  child.start();
  await until('all chunks', () => service.last('stored', order.streamId) !== undefined, 18_000);
  const asked = service.repairs.flatMap(({ repair }) => repair.ranges);
  expect(asked[0]?.[0]).toBeGreaterThanOrEqual(9);
  await finished(order.streamId);
  expect(service.last('finished', order.streamId)).toMatchObject({
    heardMs: sound.durationMs,
    shortOf: null,
  });
}, 120_000);

test('without any service it keeps its plan, its time and its receipts over a restart', async () => {
  child.start();
  await until('a speaker with a policy', online, 30_000);
  const { order } = await service.air(sound, { playAtMs: Math.round(service.planMs() + 12_000) });
  await until('all chunks', () => service.last('stored', order.streamId) !== undefined, 8_000);
  const port = service.port();
  await service.stop();
  await child.kill();
  child.start();
  await until(
    'the end',
    () => service.planMs() > order.playAtMs + sound.durationMs + 1_500,
    60_000,
  );
  await service.start(port);
  await finished(order.streamId);
  const receipt = service.last('finished', order.streamId);
  expect(receipt).toMatchObject({ heardMs: sound.durationMs, shortOf: null });
  expect(Math.abs(receipt?.startErrorMs ?? 9_999)).toBeLessThan(250);
}, 120_000);
