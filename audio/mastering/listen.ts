// The third step of a part: decoded as listeners will, its blocks of loudness and its peaks.
// It must never know what is done about them.
import { SoundError } from '../errors.ts';
import { drain, startFfmpeg } from './ffmpeg.ts';
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
const GRAPH = [
  '[0:a]volumedetect[plain]',
  "[1:a]ebur128=framelog=verbose:peak=true:metadata=1,ametadata=mode=print:key=lavfi.r128.M:file='pipe\\:1'[metered]",
].join(';');

/** Both decoders there are, in one process: a part must be good by either. */
export async function listen(path: string, signal: AbortSignal): Promise<Heard> {
  const from = (decoder: string) => ['-c:a', decoder, '-f', 'ogg', '-i', `file:${path}`];
  const run = startFfmpeg(
    [
      ...[...from('libopus'), ...from('opus'), '-filter_complex', GRAPH],
      ...['-map', '[plain]', '-f', 'null', '-', '-map', '[metered]', '-f', 'null', '-'],
    ],
    signal,
  );
  run.input.end();
  let printed = '';
  const report = await drain(run, async (bytes) => {
    printed += Buffer.from(bytes).toString('latin1'); // 60 bytes a block: 36 KB a minute
  });
  const [summary] = readSummaries(report);
  const peak = Number(/max_volume: (\S+) dB/.exec(report)?.[1]);
  if (summary === undefined) throw new SoundError('ffmpeg-failed');
  const blocks = [...printed.matchAll(/lavfi\.r128\.M=(\S+)/g)].map(([, lufs]) => Number(lufs));
  return {
    // the warm-up is not part of what will be heard
    blocks: blocks.slice((WARM_UP_FRAMES * horn.FRAME_MS) / BLOCK_MS).map(hundredths),
    truePeakDb: summary.truePeakDb,
    samplePeakDb: Number.isFinite(peak) ? peak : null,
  };
}

function hundredths(lufs: number): number {
  return Math.max(-120, Math.round(lufs * 100) / 100);
}
