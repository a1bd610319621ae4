// Speech as it was spoken becomes a levelled Opus file: shaped and measured first, then levelled and coded in segments.
// It must never know voices, sentences, ids or where clips are kept. (loudnorm would take ten times as long.)
import { availableParallelism } from 'node:os';
import { openDiskFile } from '../disk.ts';
import { SoundError } from '../errors.ts';
import { inOrder } from '../in-order.ts';
import { feed } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { type Loudness, startMeasuring } from './measure.ts';
import { createOggWriter } from './ogg-writer.ts';
import { DEFAULT_PROFILE, PROFILES, type Profile } from './profiles.ts';
import { type CodedSegment, codeSegment, type Level } from './segment-coder.ts';
import { planSegments, type Segment } from './segments.ts';
import { type Shaped, type Shaping, shape, trialDb } from './shape.ts';

export type Mastering = Omit<Shaping, 'path' | 'profile'> & {
  /** left out: for a horn */
  profile?: Profile;
  /** files of our own, overwritten: the shaped speech, and the clip */
  scratchPath: string;
  clipPath: string;
  /** once the speech has ended: instants inside its rests */
  restsAtMs(): readonly number[];
  tags: Readonly<Record<string, string>>;
  onProgress(seconds: number, ofSeconds: number): void;
};

const MAX_CORRECTIONS = 1;
/** Machine speech takes three, a source of clicks five; each is a tenth of a second. */
const MAX_TRIALS = 5;
/** The meter reports tenths. */
const GOOD_TRIAL_DB = 0.15;
/** What the limiter takes grows with the gain, so a correction asks for a little more than it wants. */
const LIMITER_SLOPE = 1.25;
/** 90 s: a burst (segment-coder.ts) costs that much again, and starting ffmpeg twice a fifth of a second. */
const SEGMENT_FRAMES = 90_000 / horn.FRAME_MS;
/** More coders would only starve whatever else this machine does. */
const MAX_CODERS = 4;

/** @returns what the finished file measures */
export async function master(mastering: Mastering): Promise<Loudness> {
  const { profile = PROFILES[DEFAULT_PROFILE], scratchPath: path } = mastering;
  const shaped = await shape({ ...mastering, profile, path });
  if (shaped.lufs === null) throw new SoundError('nothing-to-say');
  const level = await findLevel(shaped, shaped.lufs, mastering.signal);
  for (let corrections = 0; ; corrections += 1) {
    const heard = await encode(mastering, shaped, level);
    const offDb = heard.lufs === null ? 0 : horn.TARGET_LUFS - heard.lufs;
    const overDb = (heard.truePeakDb ?? horn.MAX_TRUE_PEAK_DB) - horn.MAX_TRUE_PEAK_DB;
    const good = Math.abs(offDb) <= horn.LUFS_TOLERANCE && overDb <= 0;
    if (good || corrections === MAX_CORRECTIONS) return heard;
    level.gainDb += LIMITER_SLOPE * offDb;
    level.ceilingDb -= Math.max(0, overDb);
  }
}

/** The gain that brings the beginning to the target, as far from the beginning's own loudness as the whole is. */
async function findLevel(shaped: Shaped, lufs: number, signal: AbortSignal): Promise<Level> {
  const wantedDb = horn.TARGET_LUFS + horn.CODER_LOSS_DB - lufs;
  const driveDb = horn.DRIVE_LUFS - lufs;
  const level = { driveDb, gainDb: wantedDb - driveDb, ceilingDb: shaped.profile.ceilingDb };
  for (let trial = 0; trial < MAX_TRIALS; trial += 1) {
    const missingDb = wantedDb - (await trialDb(shaped, { ...level, signal }));
    if (Math.abs(missingDb) < GOOD_TRIAL_DB) break;
    level.gainDb += LIMITER_SLOPE * missingDb;
  }
  return level;
}

/** Every coder busy, packets to the file in order, and the same bytes at once to the measuring of what will be heard. */
async function encode(mastering: Mastering, shaped: Shaped, level: Level): Promise<Loudness> {
  const stop = new AbortController();
  const signal = AbortSignal.any([mastering.signal, stop.signal]);
  const file = await openDiskFile(mastering.clipPath);
  try {
    const meter = startMeasuring(['-f', 'ogg', '-i', 'pipe:0'], signal);
    const put = async (bytes: Uint8Array) => {
      await file.write(bytes);
      await feed(meter.input, bytes);
    };
    const segments = planSegments({
      frames: shaped.frames,
      restsAtMs: mastering.restsAtMs(),
      wanted: SEGMENT_FRAMES,
      frameMs: horn.FRAME_MS,
    });
    await writeOgg({
      mastering,
      shaped,
      segments,
      put,
      coded: code({ shaped, segments, level, signal }),
    });
    meter.input.end();
    await file.sync();
    return await meter.result;
  } finally {
    stop.abort(); // after a failure: nobody wants the rest
    await file.close();
  }
}

type Coding = { shaped: Shaped; segments: Segment[]; level: Level; signal: AbortSignal };

function code({ shaped, segments, level, signal }: Coding): AsyncGenerator<CodedSegment> {
  return inOrder({
    count: segments.length,
    ahead: Math.min(MAX_CODERS, availableParallelism()) + 1, // one done and waiting idles no core
    work: (index) => codeSegment({ ...shaped, segment: segments[index] as Segment, level, signal }),
  });
}

type Writing = {
  mastering: Mastering;
  shaped: Shaped;
  segments: Segment[];
  coded: AsyncIterable<CodedSegment>;
  put(bytes: Uint8Array): Promise<void>;
};

async function writeOgg({ mastering, shaped, coded, put }: Writing): Promise<void> {
  let writer: ReturnType<typeof createOggWriter> | null = null;
  let packets = 0;
  for await (const segment of coded) {
    if (writer === null) {
      writer = createOggWriter({
        serial: SERIAL,
        preSkipSamples: segment.preSkipSamples,
        inputRateHz: shaped.profile.rateHz,
        samplesPerPacket: 48 * horn.FRAME_MS,
        totalSamples: (shaped.samples * 48_000) / shaped.profile.rateHz,
        tags: mastering.tags,
      });
      await put(writer.head());
    }
    await put(writer.add(segment.packets));
    packets += segment.packets.length;
    mastering.onProgress((packets * horn.FRAME_MS) / 1_000, shaped.samples / shaped.profile.rateHz);
  }
  if (writer !== null) await put(writer.end());
}
/** One stream a file: nothing to tell apart, and the same file every time. */
const SERIAL = 0x56580001;
