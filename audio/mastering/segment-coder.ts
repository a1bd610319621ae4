// One segment of shaped speech becomes Opus packets whose decoded peak was checked, coded again where it was not good.
// It must never know the rest of the clip, containers on disk or tags.
import { createReadStream } from 'node:fs';
import { diskError, SoundError } from '../errors.ts';
import { drain, type FfmpegRun, feed, startFfmpeg } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { createOggDemuxer, readOpusHead } from './ogg.ts';
import { frameBytes, levelling, type Profile } from './profiles.ts';
import type { Segment } from './segments.ts';

export type Level = { driveDb: number; gainDb: number; ceilingDb: number };
export type CodedSegment = { packets: Uint8Array[]; preSkipSamples: number };
export type SegmentOrder = {
  path: string;
  profile: Profile;
  segment: Segment;
  level: Level;
  signal: AbortSignal;
};

/**
 * SILK answers some stops of machine speech with a burst to full scale (room-tone.ts); which ones changes with the
 * slightest change of level or rate. About one minute in fifteen needs a second try, hardly one a third.
 */
const MAX_TRIES = 6;
/** A coder just started breathes once, 9 dB above the room: it starts 0.3 s early, and that part is dropped. */
const WARM_UP_FRAMES = 5;
const NUDGE = { gainDb: -0.1, ceilingDb: -0.2, bitrateBps: 700 };

export async function codeSegment(order: SegmentOrder): Promise<CodedSegment> {
  let best: { ogg: Buffer; peakDb: number } | null = null;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const ogg = await codeOnce(order, tries);
    const peakDb = await decodedPeakDb(ogg, order.signal);
    if (best === null || peakDb < best.peakDb) best = { ogg, peakDb };
    if (peakDb <= horn.MAX_SAMPLE_PEAK_DB) break;
  }
  if (best === null) throw new SoundError('ffmpeg-failed');
  return unpack(best.ogg, { skip: warmUp(order.segment), count: order.segment.count });
}

async function codeOnce({ path, profile, segment, level, signal }: SegmentOrder, tries: number) {
  const nudged = {
    ...level,
    gainDb: level.gainDb + tries * NUDGE.gainDb,
    ceilingDb: level.ceilingDb + tries * NUDGE.ceilingDb,
  };
  const bitrateBps = horn.BITRATE_BPS + tries * NUDGE.bitrateBps;
  const run = startFfmpeg(
    [
      ...['-f', 's16le', '-ar', `${profile.rateHz}`, '-ac', '1', '-i', 'pipe:0'],
      ...['-af', levelling(profile, nudged), ...horn.opus(bitrateBps, profile.rateHz)],
      ...['-f', 'ogg', 'pipe:1'],
    ],
    signal,
  );
  const start = (segment.first - warmUp(segment)) * frameBytes(profile);
  const end = (segment.first + segment.count) * frameBytes(profile) - 1;
  const [ogg] = await Promise.all([
    collect(run),
    pour(createReadStream(path, { start, end }), run),
  ]);
  return ogg;
}

function warmUp(segment: Segment): number {
  return Math.min(segment.first, WARM_UP_FRAMES);
}

/** The highest sample of what a listener's decoder will make of it: libopus, as in browsers and in our agent. */
async function decodedPeakDb(ogg: Uint8Array, signal: AbortSignal): Promise<number> {
  const run = startFfmpeg(
    ['-c:a', 'libopus', '-f', 'ogg', '-i', 'pipe:0', '-af', 'volumedetect', '-f', 'null', '-'],
    signal,
  );
  const ended = drain(run, async () => {});
  await feed(run.input, ogg);
  run.input.end();
  const peak = /max_volume: (\S+) dB/.exec(await ended)?.[1];
  if (peak === undefined) throw new SoundError('ffmpeg-failed');
  return Number(peak);
}

/** The packets of the segment's own frames: what the coder adds to flush itself is a rest's last 6 ms. */
function unpack(ogg: Buffer, wanted: { skip: number; count: number }): CodedSegment {
  const [head, , ...packets] = createOggDemuxer()
    .push(ogg)
    .flatMap((page) => page.packets);
  const end = wanted.skip + wanted.count;
  if (head === undefined || packets.length < end) throw new SoundError('ffmpeg-failed');
  return {
    packets: packets.slice(wanted.skip, end),
    preSkipSamples: readOpusHead(head).preSkipSamples,
  };
}

async function collect(run: FfmpegRun): Promise<Buffer> {
  const parts: Uint8Array[] = []; // 180 KB a minute
  await drain(run, async (bytes) => {
    parts.push(bytes);
  });
  return Buffer.concat(parts);
}

async function pour(from: AsyncIterable<unknown>, run: FfmpegRun): Promise<void> {
  try {
    for await (const bytes of from) {
      if (!(await feed(run.input, bytes as Uint8Array))) break;
    }
    run.input.end();
  } catch (cause) {
    run.kill();
    throw diskError(cause);
  }
}
