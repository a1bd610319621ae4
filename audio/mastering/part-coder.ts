// The second step of parts: gain, limiter, Opus; their packets, and the same as files in the making for whoever listens.
// It must never know what is a good level, or sentences.
import { SoundError } from '../errors.ts';
import { runFfmpeg } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { createOggDemuxer, readOpusHead } from './ogg.ts';
import { frameBytes, limiting, type Profile } from './profiles.ts';

/** A coder just started breathes once, 9 dB above the room: it starts 0.3 s early, and that is dropped. */
export const WARM_UP_FRAMES = 5;
export type CodeHow = { gainDb: number; ceilingDb: number; bitrateBps: number };
export type ToCode = {
  /** whole frames, the warm-up included */
  pcm: Uint8Array;
  how: CodeHow;
};
export type Coded = { packets: Uint8Array[]; preSkipSamples: number };

/** A coder each; @returns the packets after the warm-up */
export async function encodeParts(of: {
  parts: readonly ToCode[];
  profile: Profile;
  signal: AbortSignal;
  /** each part's file as it comes; null: its end */
  onBytes?(part: number, bytes: Uint8Array | null): void;
}): Promise<Coded[]> {
  const { parts, profile, signal, onBytes } = of;
  const from = ['-f', 's16le', '-ar', `${profile.rateHz}`, '-ac', '1', '-i'];
  const run = await runFfmpeg({
    inputs: parts.map(({ pcm }) => pcm),
    outputs: parts.length,
    args: ({ inputs, outputs }) => [
      ...inputs.flatMap((name) => [...from, name]),
      ...parts.flatMap(({ how }, at) => [
        ...['-map', `${at}:a`, '-af', limiting(how), ...horn.opus(how.bitrateBps, profile.rateHz)],
        // each page as it is ready, or half of it waits in a buffer for the end
        ...['-flush_packets', '1', '-f', 'ogg', outputs[at] ?? ''],
      ]),
    ],
    signal,
    ...(onBytes && { onBytes }),
  });
  return run.outputs.map((ogg, at) =>
    unpack(ogg, (parts[at]?.pcm.length ?? 0) / frameBytes(profile)),
  );
}

/** One alone. */
export async function encodePart(
  of: ToCode & { profile: Profile; signal: AbortSignal },
): Promise<Coded> {
  const { pcm, how, profile, signal } = of;
  const [coded] = await encodeParts({ parts: [{ pcm, how }], profile, signal });
  return coded as Coded;
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
