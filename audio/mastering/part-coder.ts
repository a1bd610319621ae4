// The second step of a part: gain, limiter, Opus; its packets, and the same as a file for whoever listens to it.
// It must never know what is a good level, or sentences.
import { openDiskFile } from '../disk.ts';
import { SoundError } from '../errors.ts';
import { drain, feed, startFfmpeg } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { createOggDemuxer, readOpusHead } from './ogg.ts';
import { frameBytes, limiting, type Profile } from './profiles.ts';

/** A coder just started breathes once, 9 dB above the room: it starts 0.3 s early, and that is dropped. */
export const WARM_UP_FRAMES = 5;
export type CodeHow = { gainDb: number; ceilingDb: number; bitrateBps: number };

/** @param of.pcm whole frames, the warm-up included @returns the packets after it */
export async function encodePart(of: {
  pcm: Uint8Array;
  how: CodeHow;
  profile: Profile;
  scratchPath: string;
  signal: AbortSignal;
}): Promise<{ packets: Uint8Array[]; preSkipSamples: number }> {
  const { pcm, how, profile, scratchPath, signal } = of;
  const run = startFfmpeg(
    [
      ...['-f', 's16le', '-ar', `${profile.rateHz}`, '-ac', '1', '-i', 'pipe:0'],
      ...['-af', limiting(how), ...horn.opus(how.bitrateBps, profile.rateHz)],
      ...['-f', 'ogg', 'pipe:1'],
    ],
    signal,
  );
  const parts: Uint8Array[] = []; // 180 KB a minute
  const drained = drain(run, async (bytes) => void parts.push(bytes));
  drained.catch(() => {}); // awaited below, once it was fed
  await feed(run.input, pcm);
  run.input.end();
  await drained;
  const ogg = Buffer.concat(parts);
  const file = await openDiskFile(scratchPath);
  await file.write(ogg).finally(() => file.close());
  return unpack(ogg, pcm.length / frameBytes(profile));
}

/** The packets of the part's own frames: what the coder adds to flush itself is a rest's last 6 ms. */
function unpack(ogg: Buffer, frames: number): { packets: Uint8Array[]; preSkipSamples: number } {
  const [head, , ...packets] = createOggDemuxer()
    .push(ogg)
    .flatMap((page) => page.packets);
  if (head === undefined || packets.length < frames) throw new SoundError('ffmpeg-failed');
  return {
    packets: packets.slice(WARM_UP_FRAMES, frames),
    preSkipSamples: readOpusHead(head).preSkipSamples,
  };
}
