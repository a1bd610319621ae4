// How loud a clip is from its beginning to its end, in few enough values to draw: a phone need not decode it for that.
// It must never know how they are drawn.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openClip } from './clip-file.ts';
import { openDiskFile, putInPlace, removeQuietly } from './disk.ts';
import { drain, startFfmpeg } from './mastering/ffmpeg.ts';

/** Two to a pixel of a phone; in a bulletin of a minute one stands for a syllable's third. */
export const PEAKS_MAX = 1_200;
/** No shorter than this, or a notice of five seconds is a picture of its voice's own tremble. */
const LEAST_MS = 40;
const LOUDEST = 127;
/** Peaks alone are wanted, not music. */
const RATE_HZ = 8_000;

/** 0–127 each. Kept beside the clip, which never changes. @throws SoundError when there is no such clip */
export async function peaksOf(clipPath: string): Promise<number[]> {
  const path = clipPath.replace(/\.opus$/u, '.peaks.json');
  const kept = await readFile(path, 'utf8').then(parsed, () => null);
  if (kept !== null) return kept;
  const peaks = await measured(clipPath);
  await keep(path, peaks);
  return peaks;
}

/** Half-written, or of another time: measured again. */
function parsed(text: string): number[] | null {
  try {
    const peaks: unknown = JSON.parse(text);
    const fine = Array.isArray(peaks) && peaks.length > 0 && peaks.every(Number.isInteger);
    return fine ? (peaks as number[]) : null;
  } catch {
    return null;
  }
}

async function measured(clipPath: string): Promise<number[]> {
  const { sound } = await openClip(clipPath);
  const durationMs = sound.totalSamples / 48;
  const count = Math.max(1, Math.min(PEAKS_MAX, Math.floor(durationMs / LEAST_MS)));
  const each = (durationMs * RATE_HZ) / 1_000 / count;
  const loudest = new Array<number>(count).fill(0);
  const run = startFfmpeg([
    ...['-i', `file:${clipPath}`],
    ...['-f', 's16le', '-ar', String(RATE_HZ), '-ac', '1', 'pipe:1'],
  ]);
  run.input.end();
  let at = 0;
  let odd: Uint8Array = new Uint8Array();
  await drain(run, async (bytes) => {
    const whole = Buffer.concat([odd, bytes]);
    const samples = whole.length >> 1;
    for (let n = 0; n < samples; n += 1, at += 1) {
      const slot = Math.min(count - 1, Math.floor(at / each));
      loudest[slot] = Math.max(loudest[slot] as number, Math.abs(whole.readInt16LE(2 * n)));
    }
    odd = whole.subarray(2 * samples);
  });
  return loudest.map((sample) => Math.min(LOUDEST, Math.round((sample / 32_768) * LOUDEST)));
}

/** A disk that is full costs only the next asking. */
async function keep(path: string, peaks: readonly number[]): Promise<void> {
  const part = path.replace(/[^/]*$/u, `.${randomUUID()}.peaks.part`);
  try {
    const file = await openDiskFile(part);
    try {
      await file.write(Buffer.from(JSON.stringify(peaks)));
    } finally {
      await file.close();
    }
    await putInPlace(part, path);
  } catch {
    await removeQuietly(part);
  }
}
