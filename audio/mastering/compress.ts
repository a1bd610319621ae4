// The first of three steps of a part: filters, one level for all voices, compression; and how loud each gain would make it.
// It must never know Opus, packets or files.
import { SoundError } from '../errors.ts';
import { drain, feed, startFfmpeg } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { loudnessOf } from './k-weighting.ts';
import { readSummaries } from './measure.ts';
import { limiting, type Profile } from './profiles.ts';

export type Compressed = {
  /** raw samples at the profile's rate */
  pcm: Uint8Array;
  /** softest first; those too soft to be measured are left out */
  trials: { gainDb: number; lufs: number }[];
};

/** A whisper turned up more than this is hiss. */
const MAX_DRIVE_DB = 40;

export async function compress(of: {
  samples: Int16Array;
  sampleRateHz: number;
  profile: Profile;
  signal: AbortSignal;
}): Promise<Compressed> {
  const { samples, sampleRateHz, profile, signal } = of;
  const lufs = loudnessOf(samples, sampleRateHz);
  if (lufs === null) throw new SoundError('nothing-to-say');
  const driveDb = Math.min(MAX_DRIVE_DB, horn.DRIVE_LUFS - lufs);
  const run = startFfmpeg(
    [
      ...['-f', 's16le', '-ar', `${sampleRateHz}`, '-ac', '1', '-i', 'pipe:0'],
      ...['-filter_complex', graph(profile, driveDb), '-map', '[keep]', '-f', 's16le', 'pipe:1'],
    ],
    signal,
  );
  const parts: Uint8Array[] = []; // two megabytes a minute
  const drained = drain(run, async (bytes) => void parts.push(bytes));
  drained.catch(() => {}); // awaited below, once it was fed
  await feed(run.input, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  run.input.end();
  const heard = readSummaries(await drained);
  const trials = profile.gainsDb.flatMap((gainDb, at) => {
    const measured = heard[at]?.lufs;
    return measured == null ? [] : [{ gainDb, lufs: measured }];
  });
  return { pcm: Buffer.concat(parts), trials };
}

/**
 * All gains tried at once in one ffmpeg: starting it costs more than measuring. 400 ms of padding let ebur128
 * measure even a single word; on longer sound its gate drops them again.
 */
function graph(profile: Profile, driveDb: number): string {
  const chain = [
    ...[profile.shape, `aresample=${profile.rateHz}`, `volume=${driveDb.toFixed(2)}dB`],
    ...(profile.compressor === null ? [] : [profile.compressor]),
  ].join(',');
  const trials = profile.gainsDb.map(
    (gainDb, at) =>
      `[t${at}]${limiting({ gainDb, ceilingDb: profile.ceilingDb })},` +
      `apad=pad_len=${0.4 * profile.rateHz},ebur128=framelog=verbose,anullsink`,
  );
  const taps = profile.gainsDb.map((_, at) => `[t${at}]`).join('');
  return [`[0:a]${chain},asplit=${trials.length + 1}[keep]${taps}`, ...trials].join(';');
}
