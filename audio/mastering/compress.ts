// The first of three steps of parts: filters, one level for all voices, compression; and how loud each gain would make them.
// It must never know Opus, packets or files.
import { SoundError } from '../errors.ts';
import { runFfmpeg } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { loudnessOf } from './k-weighting.ts';
import { readSummaries } from './measure.ts';
import { limiting, type Profile } from './profiles.ts';

export type Raw = { samples: Int16Array; sampleRateHz: number };
export type Compressed = {
  /** raw samples at the profile's rate */
  pcm: Uint8Array;
  /** softest first; those too soft to be measured are left out */
  trials: { gainDb: number; lufs: number }[];
};

/** A whisper turned up more than this is hiss. */
const MAX_DRIVE_DB = 40;

/** Each by itself, as if it were alone: only the program that does it is shared. */
export async function compress(of: {
  parts: readonly Raw[];
  profile: Profile;
  signal: AbortSignal;
}): Promise<Compressed[]> {
  const { parts, profile, signal } = of;
  const graphs = parts.map((part, at) => graph(profile, { at, driveDb: driveOf(part) }));
  const run = await runFfmpeg({
    inputs: parts.map(({ samples }) => bytesOf(samples)),
    outputs: parts.length,
    args: ({ inputs, outputs }) => [
      ...inputs.flatMap((name, at) => [
        ...['-f', 's16le', '-ar', `${parts[at]?.sampleRateHz}`, '-ac', '1', '-i', name],
      ]),
      ...['-filter_complex', graphs.join(';')],
      ...outputs.flatMap((name, at) => ['-map', `[keep${at}]`, '-f', 's16le', name]),
    ],
    signal,
  });
  const heard = readSummaries(run.report);
  return run.outputs.map((pcm, part) => ({
    pcm,
    trials: profile.gainsDb.flatMap((gainDb, at) => {
      const measured = heard[part * profile.gainsDb.length + at]?.lufs;
      return measured == null ? [] : [{ gainDb, lufs: measured }];
    }),
  }));
}

function driveOf({ samples, sampleRateHz }: Raw): number {
  const lufs = loudnessOf(samples, sampleRateHz);
  if (lufs === null) throw new SoundError('nothing-to-say');
  return Math.min(MAX_DRIVE_DB, horn.DRIVE_LUFS - lufs);
}

/**
 * All gains tried at once in one ffmpeg: starting it costs more than measuring. 400 ms of padding let ebur128
 * measure even a single word; on longer sound its gate drops them again.
 */
function graph(profile: Profile, { at, driveDb }: { at: number; driveDb: number }): string {
  const chain = [
    ...[profile.shape, `aresample=${profile.rateHz}`, `volume=${driveDb.toFixed(2)}dB`],
    ...(profile.compressor === null ? [] : [profile.compressor]),
  ].join(',');
  const trials = profile.gainsDb.map(
    (gainDb, trial) =>
      `[t${at}_${trial}]${limiting({ gainDb, ceilingDb: profile.ceilingDb })},` +
      `apad=pad_len=${0.4 * profile.rateHz},ebur128=framelog=verbose,anullsink`,
  );
  const taps = profile.gainsDb.map((_, trial) => `[t${at}_${trial}]`).join('');
  const split = `[${at}:a]${chain},asplit=${trials.length + 1}[keep${at}]${taps}`;
  return [split, ...trials].join(';');
}

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
