// How loud sound files are, asked of the project's own meter; equal files are measured once.
// It must never know ffmpeg, nor who wrote the files.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { DemoFault } from './fault.ts';

export type Measure = { file: string; lufs: number | null; seconds: number };
export type Meter = (files: readonly string[]) => Promise<Measure[]>;

/** Twelve WAVs of two and a half hours each, at a hundred times real time. */
const METER_LIMIT_MS = 30 * 60_000;

/** `script` prints one JSON line for each file it is given. */
export function makeMeter(script: string): Meter {
  return async (files) => {
    const run = promisify(execFile)(process.execPath, [script, ...files], {
      timeout: METER_LIMIT_MS,
      maxBuffer: 1024 * 1024,
    });
    const { stdout } = await run.catch((cause: { stderr?: string }) => {
      const words = String(cause.stderr ?? cause)
        .trim()
        .slice(0, 500);
      throw new DemoFault({
        vi: `Không đo được độ to: ${words}`,
        en: `The loudness could not be measured: ${words}`,
      });
    });
    return stdout.split('\n').filter(Boolean).map(readMeasure);
  };
}

/**
 * Loudspeakers that sounded the same samples differ at most in the milliseconds of silence before
 * them, which no loudness counts (ITU-R BS.1770 gates at −70 LUFS): hours of sound need one look.
 */
export async function measureOnce(
  files: readonly string[],
  meter: Meter,
  told: (done: number, total: number) => void = () => {},
): Promise<Map<string, Measure>> {
  const same = new Map<string, string[]>();
  for (const file of files) {
    const digest = await digestOf(file);
    same.set(digest, [...(same.get(digest) ?? []), file]);
  }
  const found = new Map<string, Measure>();
  const waiting = [...same.values()];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let twins = waiting.pop(); twins; twins = waiting.pop()) {
      const [measure] = await meter(twins.slice(0, 1));
      if (measure) for (const file of twins) found.set(file, { ...measure, file });
      done += twins.length;
      told(done, files.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES_MAX, availableParallelism()) }, lane));
  return found;
}

/** One meter a core, and never so many that disks seek instead of reading. */
const LANES_MAX = 4;
const WAV_HEADER_BYTES = 44;

/** What sounds from the first sample that is not silence. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  let silent = true;
  for await (const bytes of createReadStream(file, { start: WAV_HEADER_BYTES })) {
    const block = bytes as Buffer;
    const first = silent ? block.findIndex((byte) => byte !== 0) : 0;
    if (first < 0) continue;
    silent = false;
    hash.update(block.subarray(first));
  }
  return hash.digest('hex');
}

function readMeasure(line: string): Measure {
  const { file, lufs, seconds } = JSON.parse(line) as Measure;
  return { file, lufs: typeof lufs === 'number' ? lufs : null, seconds };
}
