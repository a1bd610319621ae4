// A fleet as the demonstration starts it: ready line, one WAV per speaker, an orderly end.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { makeFleet } from '../../../devices/simulator/fleet.ts';
import { parseFleetOptions } from '../../../devices/simulator/fleet-options.ts';
import { parseTrouble, type Trouble } from '../../../devices/simulator/trouble.ts';
import { programOf } from '../../program.ts';
import { makeService, type TestService } from '../agent/service.ts';
import { difference, makeSound, onset, readWav } from '../agent/sound.ts';
import { newFolder, until } from '../agent/speaker.ts';
import { bodies } from '../protocol/bodies.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const SPEAKERS = 12;
const SPEED = 8;
/** A folder with one enrolment in it. */
const GOOD = newFolder();
writeFileSync(join(GOOD, 'loa.json'), JSON.stringify(bodies.enrolment));
let service: TestService | null = null;
let child: ChildProcess | null = null;
afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  await service?.stop();
});

function startFleet(folder: string, made: TestService) {
  const enrolments = join(folder, 'enrolments');
  mkdirSync(enrolments);
  for (let n = 1; n <= SPEAKERS; n++)
    writeFileSync(join(enrolments, `loa-${n}.json`), JSON.stringify(made.enrolment(`loa-${n}`)));
  const words = [
    '--enrolments',
    enrolments,
    '--out',
    join(folder, 'out'),
    '--speed',
    String(SPEED),
  ];
  const started = spawn(process.execPath, [...programOf('devices/simulator/fleet'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = { text: '' };
  started.stdout.on('data', (bytes: Buffer) => {
    output.text += bytes.toString('utf8');
  });
  child = started;
  const lines = () =>
    output.text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { lines, started };
}

test('twelve loudspeakers at eight times real time play one clip, each whole and in time', async () => {
  const made = await makeService({ speed: SPEED });
  service = made;
  const folder = newFolder();
  const { lines, started } = startFleet(folder, made);
  await until('the ready line', () => lines().length > 0, 60_000);
  expect(lines()[0]).toMatchObject({ event: 'ready', speakers: SPEAKERS });
  expect(lines()[0]?.decodeRealtime).toBeGreaterThan(SPEED);
  const sound = await makeSound({ times: 3, packetsPerChunk: 133 });
  const { order } = await made.air(sound, { playAtMs: Math.round(made.planMs() + 4_000 * SPEED) });
  const finished = () => lines().filter(({ event }) => event === 'finished');
  await until('twelve ends', () => finished().length === SPEAKERS, 40_000);
  for (const receipt of finished())
    expect(receipt).toMatchObject({ streamId: order.streamId, shortOf: null });
  const errors = finished()
    .map((receipt) => Number(receipt.startErrorMs))
    .sort((a, b) => a - b);
  console.log(`start errors of ${SPEAKERS}: ${errors.join(' ')} ms`);
  const gone = new Promise((resolve) => started.once('exit', resolve));
  started.kill('SIGTERM');
  expect(await gone).toBe(0);
  for (let n = 1; n <= SPEAKERS; n++) {
    const { samples } = readWav(join(folder, 'out', `loa-${n}.wav`));
    const lead = samples.length - sound.samples.length;
    expect(onset(samples) - onset(sound.samples)).toBe(lead);
    expect(difference(samples.subarray(lead), sound.samples)).toBe(0);
  }
  expect(readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.wav'))).toHaveLength(
    SPEAKERS,
  );
}, 120_000);

test('a fleet that cannot start says why and ends, with nothing left running', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'e'));
  const enrolment = { ...bodies.enrolment, brokerUrl: 'http://no-broker' };
  writeFileSync(join(folder, 'e', 'loa.json'), JSON.stringify(enrolment));
  const words = ['--enrolments', join(folder, 'e'), '--out', join(folder, 'out')];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...programOf('devices/simulator/fleet'), ...words],
    { cwd: root, encoding: 'utf8', timeout: 40_000 },
  );
  expect(stderr).toContain('không đúng: http://no-broker');
  expect(status).toBe(2);
}, 60_000);

test('a fleet shows spares, a cut of the mains, an empty battery and a silent one', async () => {
  const made = await makeService();
  service = made;
  const folder = newFolder();
  const enrolments = ['loa-1', 'loa-2', 'loa-3'].map((id) => made.enrolment(id));
  made.spares.add('du-phong-1');
  const fleet = makeFleet(
    {
      ...{ enrolments, spares: [made.enrolment('du-phong-1')], seed: 1, speed: 1 },
      ...{ out: folder, state: join(folder, '.state'), broker: null, sink: 'null' as const },
      troubles: ['loa-1:power-cut@6', 'loa-2:low-battery', 'loa-3:silent@6-9'].map(
        (words) => parseTrouble(words) as Trouble,
      ),
    },
    () => {},
  );
  const last = (id: string) => made.statuses.findLast(({ speakerId }) => speakerId === id)?.status;
  fleet.start();
  try {
    await until('a ready fleet', () => fleet.ready(), 20_000);
    expect(fleet.size).toBe(4);
    expect(last('du-phong-1')).toMatchObject({ online: true, policyCounter: 0 });
    await until('a battery', () => last('loa-2')?.power?.batteryPercent === 15);
    await until('a cut', () => last('loa-1')?.power?.source === 'battery', 15_000);
    const silent = ({ speakerId, status }: (typeof made.statuses)[number]) =>
      speakerId === 'loa-3' && !status.online; // what the broker says of it: its last will
    await until('a silence', () => made.statuses.some(silent), 15_000);
    await until('its return', () => last('loa-3')?.online === true, 15_000);
  } finally {
    await fleet.stop();
  }
  expect(made.faults).toEqual([]);
}, 90_000);

test.each([
  [['--out', '/tmp'], '--enrolments'],
  [['--enrolments', GOOD, '--out', GOOD, '--trouble', 'loa-1:fire'], '--trouble'],
  [['--enrolments', GOOD, '--out', GOOD, '--seed', 'x'], '--seed'],
  [['--enrolments', GOOD, '--out', GOOD, '--spares', '/no/such/folder'], '--spares'],
  [['--enrolments', '/no/such/folder', '--out', newFolder()], '--enrolments'],
  [['--enrolments', newFolder(), '--out', newFolder()], '--enrolments'],
  [['--enrolments', '/tmp'], '--out'],
  [['--enrolments', '/tmp', '--out', '/tmp', '--sink', 'loud'], '--sink'],
  [['--colour', 'red'], 'fleet'],
])('%j is refused by name', (words, option) => {
  expect(() => parseFleetOptions(words)).toThrow(option);
});
