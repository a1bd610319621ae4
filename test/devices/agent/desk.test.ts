// What the desks of a commune ask of a loudspeaker, over a real broker and measured in its WAV files.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BEEPS } from '../../../devices/agent/beep.ts';
import { type Power, topics } from '../../../devices/protocol/index.ts';
import { makeService, type TestService } from './service.ts';
import { makeSound, readWav, type TestSound } from './sound.ts';
import { makeSpeaker, until } from './speaker.ts';

const ID = 'loa-mot';
// Airings take their time, and a busy machine takes more.
vi.setConfig({ testTimeout: 60_000 });
let service: TestService;
let speaker: ReturnType<typeof makeSpeaker>;
let current: Power | null;
beforeEach(async () => {
  service = await makeService();
  current = { source: 'mains', batteryPercent: 98 };
  speaker = makeSpeaker(service, ID, { power: () => current });
  await speaker.ready();
});
afterEach(async () => {
  await speaker.stop();
  await service.stop();
  expect(service.faults).toEqual([]);
});

const finished = (streamId: string) =>
  until('the end', () => service.last('finished', streamId) !== undefined, 20_000);
const inSeconds = (seconds: number) => Math.round(service.planMs() + seconds * 1_000);
async function follow(part: Partial<TestService['policies']>): Promise<void> {
  Object.assign(service.policies, part, { counter: service.policies.counter + 1 });
  await service.sendPolicy(ID);
  const { counter } = service.policies;
  await until('the policy', () => speaker.agent.state().policy?.counter === counter);
}
function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}
/** What sounded of this, wherever it lies in the file. */
const heard = (wav: string, sound: TestSound) =>
  readWav(wav).samples.subarray(-sound.samples.length);
const command = (orderId: string, words: string) =>
  service.send(topics.speakerOrder(ID), {
    ...{ kind: 'command', orderId, speakerId: ID, unitId: `unit-${ID}`, command: words },
  });
const answer = async (orderId: string) => {
  await until('an answer', () => service.commanded(orderId) !== undefined);
  return service.commanded(orderId);
};

test('a stop is in the horn within a second: its WAV ends, and the receipt says cancelled', async () => {
  const sound = await makeSound();
  const { order } = await service.air(sound);
  await until('a start', () => service.last('started', order.streamId) !== undefined);
  await until('three seconds', () => service.planMs() > order.playAtMs + 3_000);
  const pressedMs = service.planMs() - order.playAtMs;
  const stop = { kind: 'stop', orderId: 'dung', tenant: 'xa-na-co', reason: 'phát nhầm' };
  for (const area of ['xa-na-co', 'ban-mot'])
    await service.send(topics.areaOrder(area), { ...stop, areas: ['xa-na-co', 'ban-mot'] });
  await finished(order.streamId);
  expect(service.last('finished', order.streamId)).toMatchObject({ shortOf: 'cancelled' });
  await speaker.stop();
  const endedMs = readWav(speaker.wav).samples.length / 24;
  console.log(`stopped ${Math.round(endedMs - pressedMs)} ms after the button, at the amplifier`);
  expect(endedMs - pressedMs).toBeLessThan(1_000);
  expect(endedMs).toBeGreaterThan(pressedMs - 50);
});

test('at fifty percent it is twelve decibels lower; a real emergency is as loud as ever', async () => {
  const sound = await makeSound({ packetCount: 30 });
  await follow({ volumePercent: 50 });
  const quiet = await service.air(sound);
  await finished(quiet.order.streamId);
  const alarm = await service.air(sound, { priority: 'emergency' });
  await finished(alarm.order.streamId);
  const drill = await service.air(sound, { priority: 'emergency', drill: true });
  await finished(drill.order.streamId);
  await speaker.stop();
  const full = rms(sound.samples);
  const ratios = ['', '-2', '-3'].map(
    (n) => rms(heard(speaker.wav.replace('.wav', `${n}.wav`), sound)) / full,
  );
  console.log(`of full RMS: ${ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`);
  expect(ratios[0]).toBeCloseTo(0.25, 2);
  expect(ratios[1]).toBeCloseTo(1, 2);
  expect(ratios[2]).toBeCloseTo(0.25, 2);
  // the goodbye, which is of now; the last will would be of the connection's beginning
  expect(service.statuses.at(-1)?.status).toMatchObject({ online: false, volumePercent: 50 });
});

test('identify is three beeps in the WAV; in a hush it is none, and says so', async () => {
  await command('tim', 'identify');
  expect(await answer('tim')).toMatchObject({ command: 'identify', ok: true, facts: {} });
  await follow({ hush: { untilMs: inSeconds(3_600) } });
  await command('tim-2', 'identify');
  expect(await answer('tim-2')).toMatchObject({ ok: false, facts: { reason: 'hushed' } });
  await until('a quiet outbox', () => speaker.agent.state().outbox.size === 0);
  await speaker.stop();
  const { samples } = readWav(speaker.wav);
  expect(samples.length / 24).toBeLessThanOrEqual(2_000);
  expect(bursts(samples)).toBe(BEEPS);
  expect(Math.max(...samples) / 32_768).toBeCloseTo(0.1, 2);
});

test('identify waits for nobody: refused while something sounds, cut by an emergency', async () => {
  const sound = await makeSound({ packetCount: 30 });
  await command('tim', 'identify');
  const alarm = await service.air(sound, { priority: 'emergency', playAtMs: inSeconds(0.1) });
  expect(await answer('tim')).toMatchObject({ ok: false, facts: { reason: 'busy' } });
  await until('a start', () => service.last('started', alarm.order.streamId) !== undefined);
  await command('tim-2', 'identify');
  expect(await answer('tim-2')).toMatchObject({ ok: false, facts: { reason: 'busy' } });
  await finished(alarm.order.streamId);
  await speaker.stop();
  expect(bursts(readWav(speaker.wav).samples)).toBeLessThan(BEEPS);
});

test('a self-test says what it found, without a sound', async () => {
  await command('thu', 'self-test');
  const receipt = await answer('thu');
  expect(receipt).toMatchObject({ event: 'commanded', command: 'self-test', ok: true });
  expect(receipt?.event === 'commanded' && receipt.facts).toMatchObject({
    ...{ storageWritable: true, sinkOpens: true, decodes: true, signs: true, clockKnown: true },
    ...{ power: 'mains', batteryPercent: 98, streamsHeld: 0 },
  });
  await speaker.stop();
  expect(() => readWav(speaker.wav)).toThrow('ENOENT');
});

test('it beats as its policy says, tells its bytes, and a pulled plug at once', async () => {
  await follow({ beatMs: 5_000 });
  const told = () => service.statuses.length;
  const before = told();
  await until('two beats', () => told() >= before + 2, 15_000);
  const [first, second] = service.statuses.slice(-2).map(({ status }) => status);
  const apartMs = (second?.atMs ?? 0) - (first?.atMs ?? 0);
  expect(apartMs).toBeGreaterThan(4_500);
  expect(apartMs).toBeLessThan(6_000);
  expect(second?.bytesThisMonth).toBeGreaterThan(first?.bytesThisMonth ?? 0);
  expect(second?.power).toEqual(current);
  const size = JSON.stringify(second).length;
  const cost = (second?.bytesThisMonth ?? 0) - (first?.bytesThisMonth ?? 0);
  console.log(`a beat: ${size} B of JSON, ${cost} B over the link`);
  current = { source: 'battery', batteryPercent: 97 };
  await until('the battery', () => service.statuses.at(-1)?.status.power?.source === 'battery');
});

function bursts(samples: Int16Array): number {
  let found = 0;
  let quietFor = 9_000;
  for (const sample of samples) {
    if (sample !== 0 && quietFor > 1_000) found++;
    quietFor = sample === 0 ? quietFor + 1 : 0;
  }
  return found;
}
