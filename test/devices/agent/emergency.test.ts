// Two airings want the same minute: what is heard, in which order, and what is said about it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seal, topics } from '../../../devices/protocol/index.ts';
import { USUAL_AIR } from '../../../devices/rules/index.ts';
import { makeService, type TestService } from './service.ts';
import { difference, makeSound, onset, readWav, type TestSound } from './sound.ts';
import { makeSpeaker, until } from './speaker.ts';

let service: TestService;
let speaker: ReturnType<typeof makeSpeaker>;
let programme: TestSound;
let alarm: TestSound;
beforeEach(async () => {
  service = await makeService();
  programme = await makeSound({ packetCount: 70 });
  alarm = await makeSound({ packetCount: 30, packetsPerChunk: 30 });
  speaker = makeSpeaker(service);
  await speaker.ready();
});
afterEach(async () => {
  await speaker.stop();
  await service.stop();
  expect(service.faults).toEqual([]);
});
const finished = (streamId: string) =>
  until('the end', () => service.last('finished', streamId) !== undefined, 20_000);

test('an emergency interrupts, the programme goes on after it, and both are whole', async () => {
  const playAtMs = Math.round(service.planMs() + 2_000);
  const p = await service.air(programme, { playAtMs });
  const cutAtMs = playAtMs + 1_500;
  const e = await service.air(alarm, { playAtMs: cutAtMs, priority: 'emergency' });
  await finished(p.order.streamId);
  expect(service.last('finished', e.order.streamId)).toMatchObject({ shortOf: null });
  const receipt = service.last('finished', p.order.streamId);
  expect(receipt).toMatchObject({ shortOf: null, heardMs: programme.durationMs });
  expect(receipt?.interruptions).toEqual([
    {
      fromMs: cutAtMs,
      toMs: cutAtMs + alarm.durationMs,
      byStreamId: e.order.streamId,
      resumed: true,
    },
  ]);
  await speaker.stop();
  const { samples } = readWav(speaker.wav);
  const lead = onset(samples) - onset(programme.samples);
  expect(lead / 24).toBeLessThan(250);
  // The emergency is heard whole in the programme's file, between its two parts.
  const total = programme.samples.length + alarm.samples.length;
  expect(Math.abs(samples.length - lead - total) / 24).toBeLessThan(100);
  const first = programme.samples.subarray(0, 1_300 * 24);
  expect(difference(samples.subarray(lead, lead + first.length), first)).toBe(0);
  const last = programme.samples.subarray(-20_000);
  expect(difference(samples.subarray(-20_000), last)).toBe(0);
});

test('an airing of the same rank waits for its turn and gets a file of its own', async () => {
  const playAtMs = Math.round(service.planMs() + 2_000);
  const first = await service.air(alarm, { playAtMs });
  const second = await service.air(alarm, { playAtMs: playAtMs + 500 });
  await finished(second.order.streamId);
  for (const { order } of [first, second])
    expect(service.last('finished', order.streamId)).toMatchObject({ shortOf: null });
  expect(service.last('finished', second.order.streamId)?.startErrorMs).toBeLessThan(250);
  await speaker.stop();
  for (const file of [speaker.wav, speaker.wav.replace('.wav', '-2.wav')]) {
    const { samples } = readWav(file);
    const lead = samples.length - alarm.samples.length;
    expect(difference(samples.subarray(lead), alarm.samples)).toBe(0);
  }
});

test('what is cancelled while it sounds stops at once and says how much was heard', async () => {
  const { order } = await service.air(programme);
  await until('a start', () => service.last('started', order.streamId) !== undefined);
  const cancel = {
    kind: 'cancel',
    ...service.head(),
    streamId: order.streamId,
    reason: 'bãi bỏ',
  };
  await service.publish(topics.areaOrder('ban-mot'), seal(cancel, service.signer));
  await finished(order.streamId);
  const receipt = service.last('finished', order.streamId);
  expect(receipt?.shortOf).toBe('cancelled');
  expect(receipt?.heardMs).toBeGreaterThan(200);
  expect(receipt?.heardMs).toBeLessThan(programme.durationMs - 500);
});

test('the start offset of a speaker is silence in its file, and no delay in its receipt', async () => {
  service.policies.startOffsetMs = 400;
  service.policies.counter = 5;
  await service.sendPolicy('loa-mot');
  await until('the new policy', () => speaker.agent.state().policy?.startOffsetMs === 400);
  const { order } = await service.air(alarm);
  await finished(order.streamId);
  const startErrorMs = service.last('finished', order.streamId)?.startErrorMs ?? Number.NaN;
  expect(startErrorMs).toBeLessThan(200);
  await speaker.stop();
  const { samples } = readWav(speaker.wav);
  const leadMs = (onset(samples) - onset(alarm.samples)) / 24;
  expect(leadMs).toBeCloseTo(400 + startErrorMs, 0);
});

test('what runs on unheard is heard again where it would be, and tells what it lost', async () => {
  const playAtMs = Math.round(service.planMs() + 2_000);
  const air = { ...USUAL_AIR, under: 'silent' as const };
  const p = await service.air(programme, { playAtMs, air });
  const at = { playAtMs: playAtMs + 1_000, priority: 'emergency' as const };
  const e = await service.air(alarm, at);
  await finished(p.order.streamId);
  const receipt = service.last('finished', p.order.streamId);
  expect(receipt).toMatchObject({ shortOf: 'pre-empted', preemptedBy: e.order.streamId });
  const lostMs = programme.durationMs - (receipt?.heardMs ?? 0);
  expect(Math.abs(lostMs - alarm.durationMs)).toBeLessThan(300);
  await speaker.stop();
  const { samples } = readWav(speaker.wav);
  const last = programme.samples.subarray(-20_000);
  expect(difference(samples.subarray(-20_000), last)).toBe(0);
  const lead = onset(samples) - onset(programme.samples);
  // nothing was pushed back: it ends when it would have ended
  expect(Math.abs(samples.length - lead - programme.samples.length) / 24).toBeLessThan(100);
});

test('a more severe emergency interrupts a lesser one, and every layer resumes', async () => {
  const playAtMs = Math.round(service.planMs() + 2_000);
  const severity = (order: number) => ({
    priority: 'emergency' as const,
    air: { ...USUAL_AIR, order },
  });
  const p = await service.air(programme, { playAtMs });
  const lesser = await service.air(alarm, { playAtMs: playAtMs + 600, ...severity(2) });
  const worse = await service.air(alarm, { playAtMs: playAtMs + 1_200, ...severity(0) });
  await finished(p.order.streamId);
  for (const { order } of [p, lesser, worse])
    expect(service.last('finished', order.streamId)).toMatchObject({ shortOf: null });
  const by = (streamId: string) =>
    service.last('finished', streamId)?.interruptions.map((one) => one.byStreamId);
  expect(by(worse.order.streamId)).toEqual([]);
  expect(by(lesser.order.streamId)).toEqual([worse.order.streamId]);
  expect(by(p.order.streamId)).toEqual([lesser.order.streamId]);
});
