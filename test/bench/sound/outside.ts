// Clips measured by a tool that did not set them: ffmpeg's ebur128 and silencedetect on the finished file.
// It must never know how a clip is made, nor ask it.
import { execFileSync } from 'node:child_process';
import { type Result, rounded } from '../result.ts';
import { type ClipRun, clip } from './run.ts';
import { cutInto, type Text } from './scripts.ts';

export type Outside = { lufs: number; truePeakDb: number; leadMs: number; tailMs: number };
/** Above the floor of room tone (−52 dBFS), far below speech. */
const SILENT_DB = -40;
const MAX_SILENCE_MS = 200;
const MINUTES = 15;

export function fromOutside(path: string, seconds: number): Outside {
  const filters = `ebur128=peak=true:framelog=verbose,silencedetect=noise=${SILENT_DB}dB:d=0.02`;
  const args = ['-hide_banner', '-nostats', '-c:a', 'libopus', '-i', path];
  const all = [...args, '-af', filters, '-f', 'null', '-'];
  const report = execFileSync('sh', ['-c', '"$0" "$@" 2>&1', 'ffmpeg', ...all], {
    ...{ encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  });
  const starts = numbers(report, /silence_start: (\S+)/g);
  const ends = numbers(report, /silence_end: (\S+)/g);
  // ffmpeg closes the last silence at the end of the file
  const last = starts.at(-1) ?? seconds;
  const open = (ends.at(-1) ?? 0) >= seconds - 0.05 || ends.length < starts.length;
  return {
    lufs: numbers(report, /\bI:\s+(\S+) LUFS/g).at(-1) ?? Number.NaN,
    truePeakDb: numbers(report, /\bPeak:\s+(\S+) dBFS/g).at(-1) ?? Number.NaN,
    leadMs: (starts[0] ?? 1) < 0.01 ? 1_000 * (ends[0] ?? seconds) : 0,
    tailMs: open ? 1_000 * (seconds - last) : 0,
  };
}

/** @param of.every each text to its end; else the first quarter of an hour of each */
export async function measuredOutside(of: {
  folder: string;
  texts: readonly Text[];
  every: boolean;
}): Promise<Result[]> {
  const results: Result[] = [];
  for (const { name, sentences } of of.texts) {
    const runs = cutInto(MINUTES, sentences);
    for (const [at, script] of (of.every ? runs : runs.slice(0, 1)).entries()) {
      const made = await clip({ script, folder: of.folder, clips: 'outside' });
      results.push(row(`${name}, ${at + 1} of ${runs.length}`, made));
    }
  }
  return results;
}

function row(name: string, made: ClipRun): Result {
  const heard = fromOutside(made.path, made.seconds);
  const met =
    Math.abs(heard.lufs + 16) <= 0.5 &&
    heard.truePeakDb <= -1.5 &&
    Math.max(heard.leadMs, heard.tailMs) <= MAX_SILENCE_MS;
  return {
    ...{ name: `sound: loudness, ${name}`, value: heard.lufs, unit: 'LUFS', met },
    aim: `−16 ± 0.5, peak ≤ −1.5 dBTP, ends ≤ ${MAX_SILENCE_MS} ms`,
    peer: `true peak ${heard.truePeakDb} dBTP, silence ${rounded(heard.leadMs, 0)} ms before, ${rounded(heard.tailMs, 0)} ms after`,
    note: `measured by ebur128 and silencedetect (${SILENT_DB} dB) on the file; the clip itself says ${made.lufs} LUFS, ${made.truePeakDb} dBTP; ${rounded(made.seconds / 60, 1)} min`,
  };
}

function numbers(report: string, pattern: RegExp): number[] {
  return [...report.matchAll(pattern)].map(([, value]) => Number(value));
}
