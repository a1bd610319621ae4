// Sinks: what a WAV holds, how files are numbered, and what becomes of a sound card that is not there.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SpeakerError } from '../../../devices/agent/errors.ts';
import { makeAlsaSink } from '../../../devices/agent/sinks/alsa.ts';
import { chooseSink } from '../../../devices/agent/sinks/choose.ts';
import { makeNullSink } from '../../../devices/agent/sinks/null.ts';
import { probeSink } from '../../../devices/agent/sinks/probe.ts';
import { makeWavSink, numbered } from '../../../devices/agent/sinks/wav.ts';
import { readWav } from './sound.ts';
import { newFolder, until } from './speaker.ts';

const airing = { streamId: 's1', rejoins: false };
const onTime = { offsetMs: 0, lateMs: 0, skippedMs: 0 };
const tone = (length: number) => new Int16Array(length).fill(1_000);

test('a WAV begins at T: offset, lateness and what was skipped are silence in it', async () => {
  const file = join(newFolder(), 'a.wav');
  const sink = makeWavSink(file);
  const outlet = sink.open(airing);
  outlet.begin({ offsetMs: 100, lateMs: 5, skippedMs: 20 });
  outlet.write(tone(240));
  outlet.begin({ offsetMs: 100, lateMs: 2, skippedMs: 20 }); // after an interruption
  outlet.write(tone(24));
  await outlet.close();
  const wav = readWav(file);
  expect(wav).toMatchObject({ sampleRate: 24_000, channels: 1 });
  const loud = [...wav.samples].map(Boolean);
  expect(loud.indexOf(true)).toBe(125 * 24);
  expect(wav.samples.length).toBe((125 + 10 + 2 + 1) * 24);
});

test('a WAV can be read while it is written', async () => {
  const file = join(newFolder(), 'a.wav');
  const outlet = makeWavSink(file).open(airing);
  outlet.begin(onTime);
  outlet.write(tone(4_800));
  await until(
    'samples on disk',
    () =>
      (statSync(file, { throwIfNoEntry: false }) ?? { size: 0 }).size === 44 + 9_600 &&
      readWav(file).samples.length === 4_800,
  );
  await outlet.close();
});

test('every airing gets a file of its own; one that never began leaves none', async () => {
  const folder = newFolder();
  const sink = makeWavSink(join(folder, 'a.wav'));
  for (const begins of [true, false, true]) {
    const outlet = sink.open(airing);
    if (begins) {
      outlet.begin(onTime);
      outlet.write(tone(24));
    }
    await outlet.close();
  }
  expect(readdirSync(folder).sort()).toEqual(['a-2.wav', 'a.wav']);
  const second = makeWavSink(join(folder, 'a.wav'));
  const outlet = second.open({ ...airing, rejoins: true });
  outlet.begin(onTime);
  await second.close();
  expect(readdirSync(folder).sort()).toEqual(['a-2.wav', 'a-3.wav', 'a.wav']);
});

test('no recording is written over: not by who begins instead, nor after a restart', async () => {
  const folder = newFolder();
  const file = join(folder, 'a.wav');
  const record = async (sink: ReturnType<typeof makeWavSink>, length: number) => {
    const outlet = sink.open(airing);
    outlet.begin(onTime);
    outlet.write(tone(length));
    await outlet.close();
    return outlet.path;
  };
  const sink = makeWavSink(file);
  const cancelled = sink.open(airing);
  const instead = sink.open(airing);
  await cancelled.close();
  instead.begin(onTime);
  instead.write(tone(10));
  expect(await record(sink, 20)).toBe(file);
  await instead.close();
  expect(await record(sink, 30)).toBe(join(folder, 'a-3.wav'));
  expect(await record(makeWavSink(file), 40)).toBe(join(folder, 'a-4.wav'));
  const lengths = ['a', 'a-2', 'a-3', 'a-4'].map((name) => readWav(join(folder, `${name}.wav`)));
  expect(lengths.map(({ samples }) => samples.length)).toEqual([20, 10, 30, 40]);
});

test('a name is free at once when nothing began under it, or only a header was left', () => {
  const file = join(newFolder(), 'a.wav');
  writeFileSync(file, Buffer.alloc(44));
  const sink = makeWavSink(file);
  void sink.open(airing).close();
  expect(sink.open(airing).path).toBe(file);
});

test.each([
  ['a.wav', 1, 'a.wav'],
  ['out/a.wav', 2, 'out/a-2.wav'],
  ['out.d/a', 3, 'out.d/a-3'],
])('%s, airing %i, is %s', (file, airingNumber, name) => {
  expect(numbered(file, airingNumber)).toBe(name);
});

test('a WAV that cannot be written is a failure, not a crash', async () => {
  const outlet = makeWavSink(join(newFolder(), 'no', 'such', 'folder.wav')).open(airing);
  outlet.begin(onTime);
  outlet.write(tone(10));
  await until('the failure', () => outlet.failure() !== null);
  await outlet.close();
});

test('a disk that does not keep up is a failure', async () => {
  const outlet = makeWavSink(join(newFolder(), 'a.wav')).open(airing);
  outlet.begin(onTime);
  for (let n = 0; n < 9; n++) outlet.write(tone(1_000_000));
  expect(outlet.failure()).toContain('keep up');
  await outlet.close();
});

/** A program that stands for aplay. */
function player(script: string): string {
  const path = join(newFolder(), 'aplay');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('aplay gets raw samples and is waited for', async () => {
  const file = join(newFolder(), 'heard');
  const sink = makeAlsaSink(player(`echo "$@" > ${file}.words; exec cat > ${file}.raw`));
  const outlet = sink.open(airing);
  outlet.begin(onTime);
  outlet.write(tone(480));
  await sink.close();
  expect(readFileSync(`${file}.words`, 'utf8')).toMatch(/-t raw -f S16_LE -r 24000 -c 1 .* -$/m);
  expect(readFileSync(`${file}.raw`)).toHaveLength(960);
  expect(outlet.failure()).toBeNull();
});

test.each([
  ['ends by itself', () => player('echo no such card >&2; exit 1'), /no such card/],
  ['is not there', () => '/no/such/aplay', /ENOENT/],
])('an aplay that %s is a failure with its reason', async (_name, program, reason) => {
  const outlet = makeAlsaSink(program()).open(airing);
  await until('the failure', () => outlet.failure() !== null);
  expect(outlet.failure()).toMatch(reason);
  outlet.write(tone(10));
  await outlet.close();
});

test('an aplay that hangs at its end is not waited for, and is killed', async () => {
  const file = join(newFolder(), 'pid');
  // a child of its own keeps the pipe open, as a stuck card's thread would
  const sink = makeAlsaSink(player(`trap '' TERM; echo $$ > ${file}; sleep 60; true`));
  sink.open(airing).begin(onTime);
  await until('its pid', () => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'));
  const startMs = performance.now();
  await sink.close();
  expect(performance.now() - startMs).toBeLessThan(8_000);
  const pid = Number(readFileSync(file, 'utf8'));
  await until('its end', () => !isAlive(pid));
}, 20_000);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each([
  ['alsa', '/no/such/aplay', 'aplay'],
  ['alsa', 'false', 'exit 1'],
  ['wav:/no/such/folder/a.wav', 'true', '/no/such/folder'],
  ['wav:/tmp', 'true', 'a folder'],
  ['wav:/dev/null/a.wav', 'true', '/dev/null'],
])(
  'at the start, --sink %s with the player %s is refused in both languages',
  (words, program, why) => {
    try {
      probeSink(words, program);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'sink-silent', fault: 'world' });
      const { say } = error as SpeakerError;
      expect(say.en).toContain(why);
      expect(say.vi).toMatch(/^Không/);
    }
  },
);

test('at the start, a sink that can be heard is left alone', () => {
  const folder = newFolder();
  for (const words of ['null', 'alsa', `wav:${join(folder, 'a.wav')}`]) probeSink(words, 'true');
  expect(readdirSync(folder)).toEqual([]);
});

test('a sink is chosen by its name', async () => {
  expect(() => chooseSink('loud')).toThrow(/not understood/);
  expect(() => chooseSink('wav:')).toThrow(/not understood/);
  for (const name of ['alsa', 'null', 'wav:/tmp/a.wav']) await chooseSink(name).close();
  const silent = makeNullSink();
  const outlet = silent.open(airing);
  outlet.begin(onTime);
  outlet.write(tone(7));
  await outlet.close();
  expect([outlet.failure(), outlet.path, silent.samples()]).toEqual([null, null, 7]);
});
