// What a self-test says when something does not work, and a move that must not be made.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wake } from '../../../devices/agent/brain/start.ts';
import { makeDecoding } from '../../../devices/agent/decode.ts';
import { makeLog } from '../../../devices/agent/log.ts';
import { decodesSample } from '../../../devices/agent/sample-sound.ts';
import { selfTest } from '../../../devices/agent/self-test.ts';
import { makeNullSink } from '../../../devices/agent/sinks/null.ts';
import type { Outlet, Sink } from '../../../devices/agent/sinks/port.ts';
import { openStore } from '../../../devices/agent/store.ts';
import { makeUnit } from '../../../devices/agent/unit.ts';
import { makeWheel } from '../../../devices/agent/wheel.ts';
import { topics } from '../../../devices/protocol/index.ts';
import { makeBench, trusted } from './brain/brain.ts';
import { makeService } from './service.ts';
import { newFolder, until } from './speaker.ts';

type Core = Parameters<typeof selfTest>[0];

/** A unit on which all is well but what a test breaks. */
function healthy(broken: object = {}): Core {
  const store = openStore(newFolder(), trusted);
  return {
    store,
    clock: { errorMs: () => 1.5 },
    decoding: { test: async () => true },
    sink: makeNullSink(),
    state: wake({ ...makeBench().me, publicKey: store.key.publicKey }),
    power: () => ({ source: 'battery', batteryPercent: 40 }),
    player: { sounds: () => false },
    ...broken,
  } as unknown as Core;
}
const silent: Outlet = {
  ...{ begin: () => {}, write: () => {}, path: null },
  ...{ failure: () => 'no such card', close: async () => {} },
};
const sinkOf = (open: () => Outlet): Sink => ({ open, close: async () => {}, settleMs: 1 });

test('all is well, and said in figures', async () => {
  const { ok, facts } = await selfTest(healthy());
  expect(ok).toBe(true);
  expect(facts).toMatchObject({ clockErrorMs: 1.5, power: 'battery', batteryPercent: 40 });
  expect(facts.freeBytes).toBeGreaterThan(0);
});

test.each<[string, object, string]>([
  ['a card that is not there', { sink: sinkOf(() => silent) }, 'sinkOpens'],
  [
    'a sink that cannot be opened at all',
    {
      sink: sinkOf(() => {
        throw new Error('busy');
      }),
    },
    'sinkOpens',
  ],
  [
    'a card that hangs when it is closed',
    { sink: sinkOf(() => ({ ...silent, close: () => new Promise(() => {}) })) },
    'sinkOpens',
  ],
  ['a decoder that is broken', { decoding: { test: async () => false } }, 'decodes'],
  ['a clock nobody told', { clock: { errorMs: () => null } }, 'clockKnown'],
  ['another key than the one it is known by', { state: makeBench().state() }, 'signs'],
])('%s is found', async (_name, broken, fact) => {
  const { ok, facts } = await selfTest(healthy(broken));
  expect(ok).toBe(false);
  expect(facts[fact]).toBe(false);
});

test('what sounds needs no further proof, and what cannot be told is left out', async () => {
  const core = healthy({
    ...{ player: { sounds: () => true }, sink: sinkOf(() => silent) },
    ...{ power: () => null, clock: { errorMs: () => null } },
  });
  const { facts } = await selfTest(core);
  expect(facts).toMatchObject({ sinkOpens: true, power: 'unknown' });
  expect(Object.keys(facts)).not.toContain('batteryPercent');
  expect(Object.keys(facts)).not.toContain('clockErrorMs');
});

test('a bit of Opus is sound only when the decoder made a tone of it', async () => {
  const folder = newFolder();
  const worker = (pcm: Buffer | null) => ({
    async decode({ path }: { path: string }) {
      if (pcm) writeFileSync(path, pcm);
      return pcm ? ('good' as const) : ('bad' as const);
    },
  });
  expect(await decodesSample(worker(null), folder)).toBe(false);
  expect(await decodesSample(worker(Buffer.alloc(100)), folder)).toBe(false);
  expect(await decodesSample(worker(Buffer.from([0, 0x40])), folder)).toBe(true);
  expect(await decodesSample(worker(Buffer.alloc(2)), '/no/such/folder')).toBe(false);
});

test('a spare is not moved to a broker that is none: it stays a spare and hears the next order', async () => {
  const service = await makeService();
  service.spares.add('du-phong-1');
  const folder = newFolder();
  const log = makeLog('silent');
  const wheel = makeWheel();
  const decoding = makeDecoding({ folder: join(folder, 'pcm'), log, speed: 1 });
  const unit = makeUnit({
    ...{ carried: service.enrolment('du-phong-1'), broker: null, speed: 1, wheel, decoding },
    ...{ stateFolder: join(folder, 'state'), sink: () => makeNullSink() },
    ...{ log: () => log, said: () => {} },
  });
  unit.start();
  await until('the spare', () => unit.agent().joined() && service.statuses.length > 0);
  const install = (more: object) =>
    service.send(topics.speakerOrder('du-phong-1'), {
      ...{ kind: 'install', spareId: 'du-phong-1' },
      enrolment: { ...service.enrolment('loa-moi'), ...more },
    });
  await install({ brokerUrl: 'http://nobody' });
  await install({ password: 'too short' });
  await until('a refusal', () => service.receipts.length > 0);
  expect(unit.agent().speakerId).toBe('du-phong-1');
  expect(existsSync(join(folder, 'state', 'installed.json'))).toBe(false);
  await install({});
  await until('the site', () => unit.agent().speakerId === 'loa-moi' && unit.agent().ready());
  await unit.stop();
  await decoding.stop();
  wheel.stop();
  await service.stop();
});
