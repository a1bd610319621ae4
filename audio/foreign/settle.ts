// A stranger's file decoded once to a scratch file and judged; then its speech again, as one channel without its silences.
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
import { judgeSource, type SourceFault, type SourceVerdict } from './judge-source.ts';
import { createLevelMeter } from './levels.ts';

export type SettledSource = {
  /** one channel at FOREIGN_RATE_HZ, from the first word to the last */
  samples(): AsyncGenerator<Int16Array>;
  faults: readonly SourceFault[];
};

const FRAME_BYTES = 2 * FOREIGN_CHANNELS;
/** A second at a time: the whole half hour would be 170 MB. */
const BLOCK_FRAMES = FOREIGN_RATE_HZ;
/** So short that no word is softened, long enough that the cut does not click. */
const FADE_FRAMES = FOREIGN_RATE_HZ / 100;

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
  const verdict = judgeSource(meter.end());
  if (verdict === null) throw new SoundError('foreign-silent');
  return { faults: verdict.faults, samples: () => spoken(of.scratch, verdict) };
}

async function* spoken(path: string, verdict: SourceVerdict): AsyncGenerator<Int16Array> {
  const [from, until] = [framesOf(verdict.fromMs), framesOf(verdict.untilMs)];
  const file = await open(path, 'r');
  try {
    for (let at = from; at < until; ) {
      const wanted = Math.min(BLOCK_FRAMES, until - at);
      const bytes = Buffer.alloc(wanted * FRAME_BYTES);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, at * FRAME_BYTES);
      const frames = Math.floor(bytesRead / FRAME_BYTES);
      if (frames === 0) return; // the last window of the meter may be a short one
      const one = mixed(bytes.subarray(0, frames * FRAME_BYTES), verdict.channel);
      yield faded(one, { before: at - from, after: until - at - frames });
      at += frames;
    }
  } catch (cause) {
    throw diskError(cause);
  } finally {
    await file.close();
  }
}

function mixed(bytes: Buffer, channel: SourceVerdict['channel']): Int16Array {
  return Int16Array.from({ length: bytes.length / FRAME_BYTES }, (_, frame) => {
    const left = bytes.readInt16LE(frame * FRAME_BYTES);
    const right = bytes.readInt16LE(frame * FRAME_BYTES + 2);
    if (channel === 'both') return Math.round((left + right) / 2);
    return channel === 'left' ? left : right;
  });
}

/** In place: the cut ends rise from nothing and fall to it. */
function faded(samples: Int16Array, of: { before: number; after: number }): Int16Array {
  if (of.before > FADE_FRAMES && of.after > FADE_FRAMES) return samples;
  for (const [at, sample] of samples.entries()) {
    const edge = Math.min(of.before + at, of.after + samples.length - 1 - at);
    if (edge < FADE_FRAMES) samples[at] = Math.round((sample * edge) / FADE_FRAMES);
  }
  return samples;
}

const framesOf = (ms: number) => Math.round((ms * FOREIGN_RATE_HZ) / 1_000);
