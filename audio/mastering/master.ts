// Speech as it was spoken becomes a levelled Opus file: shaped and measured in one pass, levelled and coded in the next.
// It must never know voices, sentences, ids or where clips are kept. (loudnorm would take ten times as long.)
import { openDiskFile } from '../disk.ts';
import { SoundError } from '../errors.ts';
import { drain, feed, startFfmpeg } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { type Loudness, readSummaries, startMeasuring } from './measure.ts';
import { createOggDemuxer } from './ogg.ts';

export type Mastering = {
  speech: AsyncIterable<Int16Array>;
  sampleRateHz: number;
  /** files of our own, overwritten: the shaped speech, and the clip */
  scratchPath: string;
  clipPath: string;
  tags: Readonly<Record<string, string>>;
  onProgress(seconds: number, ofSeconds: number): void;
  signal: AbortSignal;
};

/** One correction is the rule's; the second is for a peak that only the loudness correction brought up. */
const MAX_CORRECTIONS = 2;
/** Long enough to know what the limiter takes away, short enough to cost a tenth of a second. */
const TRIAL_SECONDS = 120;
/** Answers faster than the limiter takes: what it takes grows with the gain. */
const LIMITER_SLOPE = 1.25;

/** @returns what the finished file measures */
export async function master(mastering: Mastering): Promise<Loudness> {
  const shaped = await shape(mastering);
  if (shaped.lufs === null) throw new SoundError('nothing-to-say');
  const how = { gainDb: horn.TARGET_LUFS - shaped.lufs, ceilingDb: horn.CEILING_DB };
  how.gainDb += LIMITER_SLOPE * (await limiterLossDb(mastering, how));
  for (let corrections = 0; ; corrections += 1) {
    const heard = await encode(mastering, { ...how, ofSeconds: shaped.seconds });
    const offDb = heard.lufs === null ? 0 : horn.TARGET_LUFS - heard.lufs;
    const overDb = (heard.truePeakDb ?? horn.MAX_TRUE_PEAK_DB) - horn.MAX_TRUE_PEAK_DB;
    const good = Math.abs(offDb) <= horn.LUFS_TOLERANCE && overDb <= 0;
    if (good || corrections === MAX_CORRECTIONS) return heard;
    how.gainDb += LIMITER_SLOPE * offDb;
    if (overDb > 0) how.ceilingDb -= overDb + 0.3;
  }
}

/** Pass one, as fast as the voice speaks: filters, 16 kHz, to a file; the loudness of that comes for free. */
async function shape(mastering: Mastering): Promise<{ lufs: number | null; seconds: number }> {
  const run = startFfmpeg(
    [
      ...pcm(mastering.sampleRateHz, 'pipe:0'),
      ...['-filter_complex', SHAPE_GRAPH],
      ...['-map', '[keep]', '-f', 's16le', 'pipe:1'],
    ],
    mastering.signal,
  );
  const file = await openDiskFile(mastering.scratchPath).catch((failure: unknown) => {
    run.kill();
    throw failure;
  });
  try {
    const drained = drain(run, (bytes) => file.write(bytes));
    drained.catch(() => {});
    try {
      for await (const samples of mastering.speech) {
        if (!(await feed(run.input, bytesOf(samples)))) break;
      }
    } catch (failure) {
      run.kill();
      await drained.catch(() => {});
      throw failure;
    }
    run.input.end();
    const [heard] = readSummaries(await drained);
    return { lufs: heard?.lufs ?? null, seconds: file.written() / 2 / horn.MASTER_RATE_HZ };
  } finally {
    await file.close();
  }
}
const METER = 'ebur128=framelog=verbose';
/** 400 ms of padding let ebur128 measure even a single word; on longer sound its gate drops them again. */
const PADDED_METER = `apad=pad_len=${0.4 * horn.MASTER_RATE_HZ},${METER}`;
const SHAPE_GRAPH = [
  `[0:a]${horn.SHAPE},aresample=${horn.MASTER_RATE_HZ},asplit[keep][meter]`,
  `[meter]${PADDED_METER},anullsink`,
].join(';');

async function limiterLossDb(
  mastering: Mastering,
  how: { gainDb: number; ceilingDb: number },
): Promise<number> {
  const run = startFfmpeg(
    [
      ...['-t', `${TRIAL_SECONDS}`, ...pcm(horn.MASTER_RATE_HZ, `file:${mastering.scratchPath}`)],
      ...['-af', `${PADDED_METER},${horn.levelling(how)},${METER}`, '-f', 'null', '-'],
    ],
    mastering.signal,
  );
  run.input.end();
  const report = await drain(run, async () => {});
  const [before, after] = readSummaries(report).map((summary) => summary.lufs);
  return before == null || after == null ? 0 : Math.max(0, before + how.gainDb - after);
}

/** Pass two: gain, limiter, Opus to the file, and the same bytes at once to the measuring of what will be heard. */
async function encode(
  mastering: Mastering,
  how: { gainDb: number; ceilingDb: number; ofSeconds: number },
): Promise<Loudness> {
  const file = await openDiskFile(mastering.clipPath);
  const meter = startMeasuring(['-f', 'ogg', '-i', 'pipe:0'], mastering.signal);
  const pages = createOggDemuxer();
  try {
    const run = startFfmpeg(
      [
        ...pcm(horn.MASTER_RATE_HZ, `file:${mastering.scratchPath}`),
        ...['-af', horn.levelling(how), ...horn.OPUS, '-map_metadata', '-1'],
        ...Object.entries(mastering.tags).flatMap(([name, text]) => [
          '-metadata',
          `${name}=${text}`,
        ]),
        ...['-f', 'ogg', 'pipe:1'],
      ],
      mastering.signal,
    );
    await drain(run, async (bytes) => {
      await file.write(bytes);
      await feed(meter.input, bytes);
      const page = pages.push(bytes).at(-1);
      if (page !== undefined) mastering.onProgress(page.granule / 48_000, how.ofSeconds);
    });
    meter.input.end();
    await file.sync();
    return await meter.result;
  } finally {
    meter.kill();
    await file.close();
  }
}

function pcm(sampleRateHz: number, from: string): string[] {
  return ['-f', 's16le', '-ar', `${sampleRateHz}`, '-ac', '1', '-i', from];
}

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
