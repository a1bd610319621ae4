// The third step of parts: decoded as listeners will, their blocks of loudness and their peaks.
// It must never know what is done about them.
import { SoundError } from '../errors.ts';
import { runFfmpeg } from './ffmpeg.ts';
import * as horn from './horn.ts';
import { readSummaries } from './measure.ts';
import { WARM_UP_FRAMES } from './part-coder.ts';

export type Heard = {
  /** momentary loudness at each 100 ms, LUFS in hundredths */
  blocks: number[];
  /** dBTP; null when nothing sounded */
  truePeakDb: number | null;
  /** dBFS by libopus, as in browsers and in our agent, which click where ffmpeg's own decoder does not */
  samplePeakDb: number | null;
};

const BLOCK_MS = 100;

/** Both decoders there are, in one process: a part must be good by either. @param oggs a whole file each */
export async function listen(oggs: readonly Uint8Array[], signal: AbortSignal): Promise<Heard[]> {
  const decoders = ['libopus', 'opus'];
  const run = await runFfmpeg({
    inputs: oggs.flatMap((ogg) => decoders.map(() => ogg)),
    outputs: oggs.length,
    args: ({ inputs, outputs }) => [
      ...inputs.flatMap((name, at) => [
        ...['-c:a', decoders[at % decoders.length] ?? '', '-f', 'ogg', '-i', name],
      ]),
      ...['-filter_complex', oggs.map((_, at) => graph(at, outputs[at] ?? '')).join(';')],
      ...oggs.flatMap((_, at) => [
        ...['-map', `[plain${at}]`, '-f', 'null', '-', '-map', `[metered${at}]`, '-f', 'null', '-'],
      ]),
    ],
    signal,
  });
  const summaries = readSummaries(run.report);
  const peaks = [...run.report.matchAll(PLAIN)].map(([, place, peak]) => ({ place, peak }));
  peaks.sort((a, b) => Number(a.place) - Number(b.place));
  return run.outputs.map((printed, at) => {
    const summary = summaries[at];
    const peak = Number(peaks[at]?.peak);
    if (summary === undefined) throw new SoundError('ffmpeg-failed');
    return {
      blocks: blocksIn(printed.toString('latin1')),
      truePeakDb: summary.truePeakDb,
      samplePeakDb: Number.isFinite(peak) ? peak : null,
    };
  });
}
const PLAIN = /^\[Parsed_volumedetect_(\d+) @ [^\]]*\] max_volume: (\S+) dB/gm;

function graph(at: number, output: string): string {
  const printing = `ametadata=mode=print:key=lavfi.r128.M:file='${output.replace(':', '\\:')}'`;
  return [
    `[${2 * at}:a]volumedetect[plain${at}]`,
    `[${2 * at + 1}:a]ebur128=framelog=verbose:peak=true:metadata=1,${printing}[metered${at}]`,
  ].join(';');
}

/** The warm-up is not part of what will be heard. */
function blocksIn(printed: string): number[] {
  const blocks = [...printed.matchAll(/lavfi\.r128\.M=(\S+)/g)].map(([, lufs]) => Number(lufs));
  return blocks.slice((WARM_UP_FRAMES * horn.FRAME_MS) / BLOCK_MS).map(hundredths);
}

function hundredths(lufs: number): number {
  return Math.max(-120, Math.round(lufs * 100) / 100);
}
