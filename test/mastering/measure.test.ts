// Loudness by EBU R128: a tone of known level, silence, and files that are not sound.
// It must never know clips.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureFile, readSummaries } from '../../audio/mastering/measure.ts';
import { makeFolder } from '../audio/fixture.ts';
import { programOf } from '../program.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

function wav(name: string, samples: Int16Array, rateHz = 48_000): string {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rateHz, 24);
  head.writeUInt32LE(rateHz * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  const path = join(folder.path, name);
  writeFileSync(path, Buffer.concat([head, Buffer.from(samples.buffer)]));
  return path;
}

function tone(seconds: number, peakDb: number, hz = 997): Int16Array {
  const peak = 32_768 * 10 ** (peakDb / 20);
  return Int16Array.from(
    { length: 48_000 * seconds },
    (_, at) => peak * Math.sin((at * 2 * Math.PI * hz) / 48_000),
  );
}

test.each([-3, -20, -36])(
  'a sine of 997 Hz with a peak of %i dBFS reads 3 dB below it (BS.1770)',
  async (peakDb) => {
    const measured = await measureFile(wav(`tone${peakDb}.wav`, tone(5, peakDb)));
    expect(measured.lufs).toBeCloseTo(peakDb - 3, 0);
    expect(Math.abs((measured.truePeakDb ?? 0) - peakDb)).toBeLessThanOrEqual(0.2);
    expect(measured.seconds).toBeCloseTo(5, 2);
  },
);

test('silence has no loudness and no peak, but a length', async () => {
  const measured = await measureFile(wav('silence.wav', new Int16Array(48_000 * 2)));
  expect(measured).toEqual({ lufs: null, truePeakDb: null, seconds: 2 });
});

test.each([
  ['a text', 'Quyết định\n'],
  ['a playlist that names another file', '#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n'],
  ['a concat script', "ffconcat version 1.0\nfile 'tone-3.wav'\n"],
])('%s is not sound', async (name, text) => {
  const path = join(folder.path, `${name}.wav`);
  writeFileSync(path, text);
  await expect(measureFile(path)).rejects.toMatchObject({ code: 'ffmpeg-failed' });
});

test('the last report of each place counts, in the chain’s order', () => {
  const part = (place: number, lufs: number) =>
    `[Parsed_ebur128_${place} @ 0x1] Summary:\n\n  Integrated loudness:\n    I: ${lufs} LUFS\n    Threshold: -40 LUFS\n  True peak:\n    Peak:       -1.5 dBFS\n`;
  const report = `noise\n${part(4, -70)}${part(4, -20.5)}${part(1, -30.1)}`;
  expect(readSummaries(report)).toEqual([
    { lufs: -30.1, truePeakDb: -1.5 },
    { lufs: -20.5, truePeakDb: -1.5 },
  ]);
  expect(() => readSummaries('Conversion failed!')).toThrow(/Conversion failed/);
});

test('the command prints one JSON line a file and fails when one of them did', () => {
  const good = wav('command.wav', tone(1, -10));
  const run = (files: string[]) =>
    execFileSync(process.execPath, [...programOf('audio/measure'), ...files], {
      encoding: 'utf8',
    });
  const line = JSON.parse(run([good])) as Record<string, unknown>;
  expect(Object.keys(line)).toEqual(['file', 'lufs', 'truePeakDb', 'seconds']);
  expect(line).toMatchObject({ file: good, seconds: 1 });
  const failure = (() => {
    try {
      return run(['/nowhere.wav']);
    } catch (thrown) {
      return thrown as { status: number; stdout: string };
    }
  })();
  expect(failure).toMatchObject({ status: 1 });
  expect((failure as { stdout: string }).stdout).toContain('"error":"ffmpeg-failed');
});
