// A fleet as the demonstration starts it: ready line, one WAV per speaker, an orderly end.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { parseFleetOptions } from '../../../devices/simulator/fleet-options.ts';
import { makeService, type TestService } from '../agent/service.ts';
import { difference, makeSound, onset, readWav } from '../agent/sound.ts';
import { newFolder, until } from '../agent/speaker.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const SPEAKERS = 12;
const SPEED = 8;
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
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', 'devices/simulator/fleet.ts', ...words],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
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

test.each([
  [['--out', '/tmp'], '--enrolments'],
  [['--enrolments', '/no/such/folder', '--out', newFolder()], '--enrolments'],
  [['--enrolments', newFolder(), '--out', newFolder()], '--enrolments'],
  [['--enrolments', '/tmp'], '--out'],
  [['--enrolments', '/tmp', '--out', '/tmp', '--sink', 'loud'], '--sink'],
  [['--colour', 'red'], 'fleet'],
])('%j is refused by name', (words, option) => {
  expect(() => parseFleetOptions(words)).toThrow(option);
});
