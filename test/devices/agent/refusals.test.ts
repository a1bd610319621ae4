// Every order that must not be obeyed: refused, with a receipt that says why, and nothing sounds.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type PlayOrder,
  type RefusalReason,
  type Signer,
  seal,
  topics,
} from '../../../devices/protocol/index.ts';
import { makeService, newSigner, PLAN_START_MS, type TestService } from './service.ts';
import { makeSound, type TestSound } from './sound.ts';
import { makeSpeaker, until } from './speaker.ts';

/** Monday 17:00 to 18:00, which is now. */
const hours = {
  utcOffsetMin: 420,
  windows: [{ days: [1], fromMinute: 17 * 60, toMinute: 18 * 60 }],
};
let service: TestService;
let sound: TestSound;
let speaker: ReturnType<typeof makeSpeaker>;
beforeAll(async () => {
  service = await makeService({ hours });
  sound = await makeSound({ packetCount: 30 });
  speaker = makeSpeaker(service);
  await speaker.ready();
});
afterAll(async () => {
  await speaker.stop();
  await service.stop();
  expect(service.faults).toEqual([]);
  expect(existsSync(speaker.wav)).toBe(false);
});

const send = (bytes: Uint8Array) => service.publish(topics.areaOrder('ban-mot'), bytes);
const refusals = () => service.receipts.filter((receipt) => receipt.event === 'refused');
const refused = (reason: RefusalReason, streamId: string | null) =>
  until(`refused: ${reason}`, () =>
    refusals().some((receipt) => receipt.reason === reason && receipt.streamId === streamId),
  );

test.each<[string, RefusalReason, () => Partial<PlayOrder>]>([
  ['expired', 'expired', () => ({ issuedAtMs: 1, expiresAtMs: PLAN_START_MS - 1 })],
  ['for another village', 'misdirected', () => ({ to: { areas: ['ban-hai'], speakers: [] } })],
  ['for another speaker', 'misdirected', () => ({ to: { areas: [], speakers: ['loa-hai'] } })],
  ['of another commune', 'misdirected', () => ({ tenant: 'xa-khac' })],
  ['outside allowed hours', 'out-of-hours', () => ({ playAtMs: PLAN_START_MS + 2 * 3_600_000 })],
  [
    'a priority bulletin outside allowed hours',
    'out-of-hours',
    () => ({ priority: 'priority', playAtMs: PLAN_START_MS - 14 * 3_600_000 }),
  ],
  [
    'a drill outside allowed hours',
    'out-of-hours',
    () => ({ priority: 'emergency', drill: true, playAtMs: PLAN_START_MS + 2 * 3_600_000 }),
  ],
  [
    'longer than the window has left',
    'out-of-hours',
    () => ({ durationMs: 3_700_000, playAtMs: PLAN_START_MS + 60_000 }),
  ],
  ['over already', 'too-late', () => ({ playAtMs: PLAN_START_MS, durationMs: 1 })],
  [
    'larger than the store',
    'no-room',
    () => ({ sound: { ...sound.facts, bytes: 256 * 1024 * 1024 } }),
  ],
])('an order %s is refused: %s', async (name, reason, more) => {
  if (name === 'larger than the store') {
    // Two of these fit into 512 MB, a third does not.
    const large = () => service.manifest(sound, { ...more(), playAtMs: PLAN_START_MS + 900_000 });
    for (const order of [large(), large()]) {
      await send(seal(order, service.signer));
      await until('held', () => speaker.agent.state().streams.has(order.streamId));
    }
  }
  const order = service.manifest(sound, more());
  await send(seal(order, service.signer));
  await refused(reason, order.streamId);
  expect(speaker.agent.state().streams.has(order.streamId)).toBe(false);
});

test('forged orders are refused, but not more often than a link can bear', async () => {
  const forger: Signer = newSigner();
  const before = refusals().length;
  const forged = service.manifest(sound, { streamId: 'forged' });
  const spoilt = seal(service.manifest(sound), service.signer);
  spoilt[100] = (spoilt[100] as number) ^ 1;
  for (let n = 0; n < 20; n++) {
    await send(seal(forged, forger));
    await send(seal(forged, { ...forger, keyId: service.signer.keyId }));
    await send(spoilt);
    await send(Buffer.from('{"kind":"play"}'));
    await send(seal({ kind: 'play', nonsense: true }, service.signer));
  }
  await until('all counted', () => speaker.agent.state().counts.forged === 100);
  await refused('bad-signature', null);
  const said = refusals().length - before;
  expect(said).toBeGreaterThan(0);
  expect(said).toBeLessThanOrEqual(6);
  expect(speaker.agent.state().streams.has('forged')).toBe(false);
});

test('an order for another unit of the same site is refused', async () => {
  const other = { ...service.policy('loa-mot'), unitId: 'unit-before', counter: 50 };
  await service.publish(topics.speakerOrder('loa-mot'), seal(other, service.signer));
  await refused('misdirected', null);
  expect(speaker.agent.state().policy?.counter).toBe(1);
});

test('an older policy is refused as a replay', async () => {
  const older = service.policy('loa-mot');
  service.policies.counter = 9;
  await service.sendPolicy('loa-mot');
  await until('the new policy', () => speaker.agent.state().policy?.counter === 9);
  await service.publish(topics.speakerOrder('loa-mot'), seal(older, service.signer));
  await refused('replayed', null);
  expect(speaker.agent.state().policy?.counter).toBe(9);
});

test('an emergency passes at any hour; played once it is not played again', async () => {
  const shut = { utcOffsetMin: 420, windows: [] };
  service.policies.hours = shut;
  service.policies.counter = 10;
  await service.sendPolicy('loa-mot');
  await until('no hours at all', () => speaker.agent.state().policy?.counter === 10);
  const { order, bytes } = await service.air(sound, { priority: 'emergency' });
  await until('the end', () => service.last('finished', order.streamId) !== undefined, 15_000);
  expect(service.last('finished', order.streamId)).toMatchObject({ shortOf: null });
  await until('acknowledged', () => speaker.agent.state().outbox.size === 0);
  await send(bytes);
  await refused('replayed', order.streamId);
  const spoken = service.receipts.filter((receipt) => receipt.event === 'started');
  expect(spoken).toHaveLength(1);
  const { rm } = await import('node:fs/promises');
  await speaker.stop();
  await rm(speaker.wav);
});
