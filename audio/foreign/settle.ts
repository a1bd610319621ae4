// A stranger's file decoded once to a scratch file and judged; then its speech again by parts, as one channel without its ends.
// It must never know whose it is, nor how it is levelled.
import { open } from 'node:fs/promises';
import { openDiskFile } from '../disk.ts';
import { diskError, SoundError } from '../errors.ts';
import {
  decodeForeign,
  FOREIGN_CHANNELS,
  FOREIGN_RATE_HZ,
  type ForeignLimits,
} from '../mastering/foreign.ts';
import { FRAME_MS } from '../packets.ts';
import { type Cut, cutsOf } from './cuts.ts';
import { judgeSource, type SourceFault, type SourceVerdict } from './judge-source.ts';
import { createLevelMeter, WINDOW_MS } from './levels.ts';

export type SettledSource = {
  durationMs: number;
  parts: readonly Cut[];
  /** one channel at FOREIGN_RATE_HZ; of the last part no more than there is */
  samplesOf(part: Cut): Promise<Int16Array>;
  faults: readonly SourceFault[];
};

const FRAME_BYTES = 2 * FOREIGN_CHANNELS;
/** So short that no word is softened, long enough that the cut does not click. */
const FADE_SAMPLES = FOREIGN_RATE_HZ / 100;

/**
 * @param of.scratch a file of ours, overwritten: 96 KB a second; whoever asked removes it
 * @throws SoundError foreign-…, ffmpeg-…, stopped, or of the disk
 */
export async function settleSource(of: {
  path: string;
  scratch: string;
  limits: ForeignLimits;
  signal: AbortSignal;
}): Promise<SettledSource> {
  const meter = createLevelMeter(FOREIGN_RATE_HZ);
  const scratch = await openDiskFile(of.scratch);
  try {
    for await (const frames of decodeForeign(of)) {
      meter.take(frames);
      await scratch.write(new Uint8Array(frames.buffer, frames.byteOffset, frames.byteLength));
    }
  } finally {
    await scratch.close();
  }
  const levels = meter.end();
  const verdict = judgeSource(levels);
  if (verdict === null) throw new SoundError('foreign-silent');
  const { channel, fromMs, untilMs, faults } = verdict;
  const used = channel === 'both' ? levels.mid : levels[channel];
  return {
    ...{ faults, durationMs: untilMs - fromMs },
    parts: cutsOf(used.slice(fromMs / WINDOW_MS, untilMs / WINDOW_MS)),
    samplesOf: (part) => samplesOf(of.scratch, { part, verdict }),
  };
}

async function samplesOf(
  path: string,
  { part, verdict }: { part: Cut; verdict: SourceVerdict },
): Promise<Int16Array> {
  const fromMs = verdict.fromMs + part.atFrame * FRAME_MS;
  const untilMs = Math.min(verdict.untilMs, fromMs + part.frames * FRAME_MS);
  const bytes = Buffer.alloc(samplesIn(untilMs - fromMs) * FRAME_BYTES);
  try {
    const file = await open(path, 'r');
    // the last window of the meter may be a short one: what is not there stays silent
    await file
      .read(bytes, 0, bytes.length, samplesIn(fromMs) * FRAME_BYTES)
      .finally(() => file.close());
  } catch (cause) {
    throw diskError(cause);
  }
  const samples = mixed(bytes, verdict.channel);
  if (fromMs === verdict.fromMs) fade(samples, (at) => at);
  if (untilMs === verdict.untilMs) fade(samples, (at) => samples.length - 1 - at);
  return samples;
}

function mixed(bytes: Buffer, channel: SourceVerdict['channel']): Int16Array {
  return Int16Array.from({ length: bytes.length / FRAME_BYTES }, (_, frame) => {
    const left = bytes.readInt16LE(frame * FRAME_BYTES);
    const right = bytes.readInt16LE(frame * FRAME_BYTES + 2);
    if (channel === 'both') return Math.round((left + right) / 2);
    return channel === 'left' ? left : right;
  });
}

/** In place, from nothing: `place` counts from the end that is cut. */
function fade(samples: Int16Array, place: (at: number) => number): void {
  for (let at = 0; at < Math.min(FADE_SAMPLES, samples.length); at += 1)
    samples[place(at)] = Math.round(((samples[place(at)] ?? 0) * at) / FADE_SAMPLES);
}

const samplesIn = (ms: number) => Math.round((ms * FOREIGN_RATE_HZ) / 1_000);
