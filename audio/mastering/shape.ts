// Pass one, as fast as the voice speaks: filters, 16 kHz, room tone, to a file; the loudness of that comes with it.
// It must never know Opus, containers, tags or sentences.
import { openDiskFile } from '../disk.ts';
import { drain, feed, startFfmpeg } from './ffmpeg.ts';
import { readSummaries } from './measure.ts';
import { frameBytes, levelling, type Profile } from './profiles.ts';
import { createRoomTone } from './room-tone.ts';

import type { Level } from './segment-coder.ts';

export type Shaping = {
  speech: AsyncIterable<Int16Array>;
  sampleRateHz: number;
  /** overwritten with raw mono samples at the profile's rate, padded to a whole frame */
  path: string;
  profile: Profile;
  signal: AbortSignal;
};
export type Shaped = {
  path: string;
  profile: Profile;
  lufs: number | null;
  samples: number;
  frames: number;
};

const METER = 'ebur128=framelog=verbose';
/** 400 ms of padding let ebur128 measure even a single word; on longer sound its gate drops them again. */
const padded = ({ rateHz }: Profile) => `apad=pad_len=${0.4 * rateHz},${METER}`;
const graph = (profile: Profile) =>
  [
    `[0:a]${profile.shape},aresample=${profile.rateHz},asplit[keep][meter]`,
    `[meter]${padded(profile)},anullsink`,
  ].join(';');

export async function shape(shaping: Shaping): Promise<Shaped> {
  const file = await openDiskFile(shaping.path);
  try {
    const run = startFfmpeg(
      [
        ...['-f', 's16le', '-ar', `${shaping.sampleRateHz}`, '-ac', '1', '-i', 'pipe:0'],
        ...['-filter_complex', graph(shaping.profile), '-map', '[keep]', '-f', 's16le', 'pipe:1'],
      ],
      shaping.signal,
    );
    const withTone = createRoomTone();
    const drained = drain(run, (bytes) => file.write(withTone(bytes)));
    drained.catch(() => {}); // awaited below, once the speech has ended
    try {
      for await (const samples of shaping.speech) {
        if (!(await feed(run.input, bytesOf(samples)))) break;
      }
    } catch (failure) {
      run.kill();
      await drained.catch(() => {});
      throw failure;
    }
    run.input.end();
    const [heard] = readSummaries(await drained);
    const samples = file.written() / 2;
    const frames = Math.ceil(file.written() / frameBytes(shaping.profile));
    await file.write(new Uint8Array(frames * frameBytes(shaping.profile) - file.written()));
    return {
      path: shaping.path,
      profile: shaping.profile,
      lufs: heard?.lufs ?? null,
      samples,
      frames,
    };
  } finally {
    await file.close();
  }
}

/** Long enough to know what the limiter takes away, short enough to cost a tenth of a second. */
const TRIAL_SECONDS = 120;

/** What compressor, gain and limiter do to the loudness of the beginning, in decibels. */
export async function trialDb(
  shaped: Shaped,
  how: Level & { signal: AbortSignal },
): Promise<number> {
  const run = startFfmpeg(
    [
      ...['-t', `${TRIAL_SECONDS}`, '-f', 's16le', '-ar', `${shaped.profile.rateHz}`, '-ac', '1'],
      ...['-i', `file:${shaped.path}`],
      ...[
        '-af',
        `${padded(shaped.profile)},${levelling(shaped.profile, how)},${METER}`,
        '-f',
        'null',
        '-',
      ],
    ],
    how.signal,
  );
  run.input.end();
  const [before, after] = readSummaries(await drain(run, async () => {}));
  return before?.lufs == null || after?.lufs == null
    ? how.driveDb + how.gainDb
    : after.lufs - before.lufs;
}

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
