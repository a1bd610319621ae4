// One airing, from manifest to WAV, over a real broker.
// It must never know the agent's insides: only what it says and what can be heard.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeService, type TestService } from './service.ts';
import { difference, makeSound, onset, readWav, type TestSound } from './sound.ts';
import { makeSpeaker, until } from './speaker.ts';

let service: TestService;
let sound: TestSound;
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  service = await makeService();
  sound = await makeSound({ packetCount: 60 });
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await service.stop();
  expect(service.faults).toEqual([]);
});

test('a stored stream is heard whole, on time, sample by sample', async () => {
  const speaker = makeSpeaker(service);
  stops.push(speaker.stop);
  await speaker.ready();
  const { order } = await service.air(sound);
  await until('the end', () => service.last('finished', order.streamId) !== undefined);
  const stored = service.last('stored', order.streamId);
  expect(stored).toMatchObject({ chunksReceived: sound.payloads.length, chunksRepaired: 0 });
  const finished = service.last('finished', order.streamId);
  expect(finished).toMatchObject({
    heardMs: sound.durationMs,
    durationMs: sound.durationMs,
    shortOf: null,
    interruptions: [],
  });
  const startErrorMs = finished?.startErrorMs ?? Number.NaN;
  expect(startErrorMs).toBeGreaterThanOrEqual(0);
  expect(startErrorMs).toBeLessThan(20);
  await speaker.stop();
  stops.length = 0;
  const wav = readWav(speaker.wav);
  expect(wav).toMatchObject({ sampleRate: 24_000, channels: 1 });
  const lead = wav.samples.length - sound.samples.length;
  expect(lead / 24).toBeCloseTo(startErrorMs, 0);
  expect(difference(wav.samples.subarray(lead), sound.samples)).toBe(0);
  expect(onset(wav.samples) - onset(sound.samples)).toBe(lead);
});
