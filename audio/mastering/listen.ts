// The third step of parts: decoded as listeners will, their blocks of loudness and their peaks.
// It must never know what is done about them.
import { SoundError } from '../errors.ts';
import { startStreams } from './ffmpeg.ts';
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

export type Listening = {
  /** of one of the files, as it is coded; null: that was all of it */
  take(file: number, bytes: Uint8Array | null): void;
  heard: Promise<Heard[]>;
  kill(): void;
};

const DECODERS = ['libopus', 'opus'];

/** Both decoders there are, in one process beside the coder's: a part must be good by either. */
export function startListening(files: number, signal: AbortSignal): Listening {
  const run = startStreams({
    inputs: files * DECODERS.length,
    outputs: files,
    args: ({ inputs, outputs }) => [
      ...inputs.flatMap((name, at) => [
        ...['-c:a', DECODERS[at % DECODERS.length] ?? '', '-f', 'ogg', '-i', name],
      ]),
      ...['-filter_complex', outputs.map((name, at) => graph(at, name)).join(';')],
      ...outputs.flatMap((_, at) => [
        ...['-map', `[plain${at}]`, '-f', 'null', '-', '-map', `[metered${at}]`, '-f', 'null', '-'],
      ]),
    ],
    signal,
  });
  const heard = run.done.then(heardIn);
  heard.catch(() => {}); // whoever awaits it is told
  return {
    take(file, bytes) {
      for (const [at] of DECODERS.entries()) {
        const input = run.inputs[file * DECODERS.length + at];
        // never waited for: one decoder may want all of its file before the other has any
        if (bytes === null) input?.end();
        else input?.write(bytes);
      }
    },
    heard,
    kill: run.kill,
  };
}

function heardIn({ outputs, report }: { outputs: readonly Buffer[]; report: string }): Heard[] {
  const summaries = readSummaries(report);
  const peaks = [...report.matchAll(PLAIN)].map(([, place, peak]) => ({ place, peak }));
  peaks.sort((a, b) => Number(a.place) - Number(b.place));
  return outputs.map((printed, at) => {
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
