// How loud a sound is and how high it peaks: EBU R128 by ffmpeg's ebur128, for files and for streams.
// It must never know what is done about it.
import { SoundError } from '../errors.ts';
import { type FfmpegRun, startFfmpeg } from './ffmpeg.ts';

export type Loudness = {
  /** integrated, LUFS; null when nothing sounded or less than 400 ms did */
  lufs: number | null;
  /** dBTP; null when nothing sounded */
  truePeakDb: number | null;
  seconds: number;
};

/** No playlists, no scripts: with those a file could make ffmpeg read other files, or the network. */
const SOUND_FORMATS = 'wav,w64,aiff,flac,ogg,mp3,aac,mov,matroska';

/** A whole file of any format of sound. */
export async function measureFile(path: string, signal?: AbortSignal): Promise<Loudness> {
  const only = ['-protocol_whitelist', 'file', '-format_whitelist', SOUND_FORMATS];
  const run = startMeasuring([...only, '-i', `file:${path}`], signal);
  run.input.end();
  return run.result;
}

/** `from` says the format in ffmpeg's words. */
function startMeasuring(
  from: readonly string[],
  signal?: AbortSignal,
): FfmpegRun & { result: Promise<Loudness> } {
  const run = startFfmpeg(
    [
      ...from,
      '-vn',
      '-af',
      'ebur128=framelog=verbose:peak=true',
      '-progress',
      'pipe:1',
      '-f',
      'null',
      '-',
    ],
    signal,
  );
  let progress = '';
  run.output.setEncoding('utf8');
  run.output.on('data', (text: string) => {
    progress = (progress + text).slice(-2_000); // one report is about 300 characters
  });
  const result = run.ended.then((report) => {
    const [measured = { lufs: null, truePeakDb: null }] = readSummaries(report);
    return { ...measured, seconds: readSeconds(progress) };
  });
  result.catch(() => {});
  return { ...run, result };
}

/**
 * What each ebur128 of a chain said, in the chain's order. ffmpeg may build a graph twice and report the first,
 * unused one as well: the last report of each place counts.
 */
export function readSummaries(report: string): Omit<Loudness, 'seconds'>[] {
  const [, ...parts] = report.split(/^\[Parsed_ebur128_(\d+) @ [^\]]*\] Summary:/m);
  const byPlace = new Map<number, Omit<Loudness, 'seconds'>>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    byPlace.set(Number(parts[at]), readSummary(parts[at + 1] ?? ''));
  }
  if (byPlace.size === 0) throw new SoundError('ffmpeg-failed', new Error(report.slice(-600)));
  return [...byPlace].sort(([a], [b]) => a - b).map(([, summary]) => summary);
}

function readSummary(summary: string): Omit<Loudness, 'seconds'> {
  const lufs = decibels(/\bI:\s+(\S+) LUFS/.exec(summary)?.[1]);
  // ebur128 answers −70 where its gate never opened: nothing was measured.
  return {
    lufs: lufs !== null && lufs <= -70 ? null : lufs,
    truePeakDb: decibels(/\bPeak:\s+(\S+) dBFS/.exec(summary)?.[1]),
  };
}

function decibels(text: string | undefined): number | null {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : null;
}

/** The last `out_time_ms` of ffmpeg's progress: microseconds, in spite of its name. */
function readSeconds(progress: string): number {
  const last = [...progress.matchAll(/^out_time_ms=(\d+)$/gm)].at(-1)?.[1];
  return Number(last ?? 0) / 1e6;
}
