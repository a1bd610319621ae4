// The same sound a second time, over a real broker: heard whole without one chunk on the wire.
// It must never know the agent's insides: only what it says and what can be heard.
import { afterEach, expect, test } from 'vitest';
import { makeService } from './service.ts';
import { makeSound } from './sound.ts';
import { makeSpeaker, until } from './speaker.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

test('said again tomorrow it costs a manifest, and is heard as whole as the first time', async () => {
  const service = await makeService();
  stops.push(service.stop);
  const sound = await makeSound({ packetCount: 40 });
  const speaker = makeSpeaker(service);
  stops.unshift(speaker.stop);
  await speaker.ready();
  const first = await service.air(sound);
  const ended = (streamId: string) =>
    until('the end', () => service.last('finished', streamId) !== undefined);
  await ended(first.order.streamId);
  const second = await service.air(sound, {}, { chunks: false });
  const { streamId } = second.order;
  await ended(streamId);
  expect(service.last('stored', streamId)).toMatchObject({ chunksReceived: sound.payloads.length });
  expect(service.last('finished', streamId)).toMatchObject({
    heardMs: sound.durationMs,
    shortOf: null,
  });
  expect(service.repairs.filter(({ repair }) => repair.streamId === streamId)).toEqual([]);
  expect(service.faults).toEqual([]);
});
