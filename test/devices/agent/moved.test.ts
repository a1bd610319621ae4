// A spare that an order makes the loudspeaker of a site, and a hushed one: both killed and started again.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeDecoding } from '../../../devices/agent/decode.ts';
import { makeLog } from '../../../devices/agent/log.ts';
import { makeWavSink } from '../../../devices/agent/sinks/wav.ts';
import { makeUnit } from '../../../devices/agent/unit.ts';
import { makeWheel } from '../../../devices/agent/wheel.ts';
import { topics } from '../../../devices/protocol/index.ts';
import { makeChild } from './child.ts';
import { makeService, type TestService } from './service.ts';
import { difference, makeSound, readWav } from './sound.ts';
import { newFolder, until } from './speaker.ts';

// Processes are started and killed, and a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });
const SPARE = 'du-phong-1';
const SITE = 'loa-moi';
let service: TestService;
let child: ReturnType<typeof makeChild> | null = null;
beforeEach(async () => {
  service = await makeService();
  service.spares.add(SPARE);
});
afterEach(async () => {
  await child?.kill();
  child = null;
  await service.stop();
  expect(service.faults).toEqual([]);
});

const online = (speakerId: string, policyCounter: number) =>
  service.statuses.findLast(
    (one) =>
      one.speakerId === speakerId &&
      one.status.online &&
      one.status.policyCounter === policyCounter,
  )?.status;
const lastOf = (speakerId: string) =>
  service.statuses.findLast((one) => one.speakerId === speakerId)?.status;
const install = (more = {}) =>
  service.send(topics.speakerOrder(SPARE), {
    ...{ kind: 'install', spareId: SPARE, enrolment: service.enrolment(SITE) },
    ...more,
  });

test('told its site a spare says goodbye, comes back under the new name, and is heard there', async () => {
  const folder = newFolder();
  const log = makeLog('silent');
  const wheel = makeWheel();
  const decoding = makeDecoding({ folder: join(folder, 'pcm'), log, speed: 1 });
  const unit = makeUnit({
    ...{ carried: service.enrolment(SPARE), broker: service.url(), speed: 1, wheel, decoding },
    stateFolder: join(folder, 'state'),
    sink: (speakerId) => makeWavSink(join(folder, `${speakerId}.wav`)),
    log: () => log,
    said: () => {},
  });
  unit.start();
  await until('the spare', () => unit.agent().joined() && online(SPARE, 0) !== undefined);
  const sound = await makeSound({ packetCount: 30 });
  await service.air(sound, { priority: 'emergency', to: { areas: ['tinh'], speakers: [SPARE] } });
  const { bytes } = await service.air(sound, { to: { areas: ['tinh'], speakers: [SPARE] } });
  await service.publish(topics.speakerOrder(SPARE), bytes);
  expect(unit.agent().ready()).toBe(false);
  expect(unit.agent().state().streams.size).toBe(0);
  const strange = { ...service.enrolment(SITE), keys: [{ keyId: 'x', publicKey: 'AAAA' }] };
  await install({ enrolment: strange });
  await install({ spareId: 'du-phong-2' });
  await until('a refusal', () => service.receipts.some((one) => one.event === 'refused'));
  expect(unit.agent().speakerId).toBe(SPARE);
  await install();
  await until('the site', () => online(SITE, 1) !== undefined);
  expect(lastOf(SPARE)).toMatchObject({ online: false, unitId: `unit-${SPARE}` });
  expect(lastOf(SITE)?.publicKey).toBe(lastOf(SPARE)?.publicKey);
  await until('a ready speaker', () => unit.agent().ready());
  await install(); // an old order, said again: nobody listens to the spare's topic any more
  const { order } = await service.air(sound);
  await until('the end', () => service.last('finished', order.streamId) !== undefined);
  expect(service.last('finished', order.streamId)).toMatchObject({
    shortOf: null,
    speakerId: SITE,
  });
  expect(unit.agent().speakerId).toBe(SITE);
  await unit.stop();
  await decoding.stop();
  wheel.stop();
  const { samples } = readWav(join(folder, `${SITE}.wav`));
  expect(difference(samples.subarray(-sound.samples.length), sound.samples)).toBe(0);
});

test.each([10, 100, 400])(
  'killed %i ms into its move it is the spare or the site, whole, and the order works again',
  async (delayMs) => {
    child = makeChild(service, SPARE, newFolder());
    child.start();
    await until('the spare', () => online(SPARE, 0) !== undefined, 30_000);
    await install();
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await child.kill();
    service.statuses.length = 0;
    child.start();
    const said = () => online(SPARE, 0) ?? online(SITE, 1);
    await until('a word of it', () => said() !== undefined, 30_000);
    console.log(`killed after ${delayMs} ms: ${online(SITE, 1) ? 'the site' : 'the spare still'}`);
    if (!online(SITE, 1)) await install();
    await until('the site', () => online(SITE, 1) !== undefined, 30_000);
  },
);

test('a hushed speaker plays an emergency and nothing else, and so it does killed and alone', async () => {
  const sound = await makeSound({ packetCount: 30 });
  const speaker = makeChild(service, 'loa-mot', newFolder());
  child = speaker;
  service.policies.hush = { untilMs: Math.round(service.planMs() + 3_600_000) };
  speaker.start();
  const hushedOnce = async (n: number) => {
    // alone it waits 3 s for a fresher clock, and decodes on a busy machine
    const playAtMs = Math.round(service.planMs() + 15_000);
    const normal = await service.air(sound, { playAtMs });
    const alarm = await service.air(sound, { playAtMs, priority: 'emergency' });
    const { streamId } = normal.order;
    await until('a refusal', () => service.last('refused', streamId) !== undefined, 40_000);
    expect(service.last('refused', streamId)?.reason).toBe('hushed');
    await until(
      'the end',
      () => service.last('finished', alarm.order.streamId) !== undefined,
      20_000,
    );
    expect(service.last('finished', alarm.order.streamId)).toMatchObject({ shortOf: null });
    const heard = () => readWav(speaker.wav(n)).samples.subarray(-sound.samples.length);
    await until('the file', () => difference(heard(), sound.samples) === 0);
  };
  await until('a policy', () => online('loa-mot', 1) !== undefined, 30_000);
  await hushedOnce(1);
  await speaker.kill();
  service.policies.silent = true; // no policy, no time: what it does now it knows by itself
  service.statuses.length = 0;
  speaker.start();
  await until('its return', () => online('loa-mot', 1) !== undefined, 30_000);
  await hushedOnce(2);
});
