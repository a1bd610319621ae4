// Clips measured by a tool that did not set them: ffmpeg's ebur128, astats and silencedetect on the finished file.
// It must never know how a clip is made, nor ask it; nothing of our own meters may enter.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, rounded } from '../result.ts';
import { type ClipRun, clip } from './run.ts';
import { cutInto, type Text } from './scripts.ts';

export type Outside = {
  lufs: number;
  truePeakDb: number;
  /** samples in a row at the very peak, as astats counts them: above 10 somebody clipped */
  flatFactor: number;
  leadMs: number;
  tailMs: number;
  longestRestMs: number;
};
export type Measured = Outside & { name: string; minutes: number; engine: string };
export type MeasuredClip = { run: ClipRun; script: readonly string[] };
/** Above the floor of room tone (−52 dBFS), far below speech. */
const SILENT_DB = -40;
const MAX_SILENCE_MS = 200;
/** Every clip is made for a horn; each text's last piece for the other two as well. */
const OTHERS = ['indoor', 'flat'] as const;
const HOUSE = new URL('../../../', import.meta.url).pathname;

export function fromOutside(path: string, seconds: number): Outside {
  const astats = 'astats=measure_perchannel=none:measure_overall=Peak_level+Flat_factor';
  const silence = `silencedetect=noise=${SILENT_DB}dB:d=0.02`;
  const filters = `ebur128=peak=true:framelog=verbose,${astats},${silence}`;
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
    flatFactor: numbers(report, /Flat factor: (\S+)/g).at(-1) ?? Number.NaN,
    leadMs: (starts[0] ?? 1) < 0.01 ? 1_000 * (ends[0] ?? seconds) : 0,
    tailMs: open ? 1_000 * (seconds - last) : 0,
    longestRestMs: 1_000 * Math.max(0, ...numbers(report, /silence_duration: (\S+)/g)),
  };
}

/** @param of.first only the first piece of each text */
export async function measuredOutside(of: {
  folder: string;
  texts: readonly Text[];
  minutes: number;
  first: boolean;
}): Promise<{ results: Result[]; clips: MeasuredClip[] }> {
  const clips: MeasuredClip[] = [];
  const table: Measured[] = [];
  const results: Result[] = [];
  for (const { name, sentences } of of.texts) {
    const pieces = cutInto(of.minutes, sentences);
    for (const [at, script] of (of.first ? pieces.slice(0, 1) : pieces).entries()) {
      const run = await clip({ script, folder: of.folder, clips: 'outside' });
      const heard = fromOutside(run.path, run.seconds);
      const { engine } = run;
      const piece = `${name}, ${at + 1} of ${pieces.length}`;
      clips.push({ run, script });
      table.push({ ...heard, name: piece, minutes: rounded(run.seconds / 60, 1), engine });
      results.push(row(piece, { run, heard }));
    }
    for (const profile of of.first ? [] : OTHERS) {
      const run = await clip({
        script: pieces.at(-1) ?? [],
        folder: of.folder,
        clips: 'outside',
        profile,
      });
      const heard = fromOutside(run.path, run.seconds);
      const piece = `${name}, the last of it for ${profile}`;
      table.push({
        ...heard,
        name: piece,
        minutes: rounded(run.seconds / 60, 1),
        engine: run.engine,
      });
      results.push(row(piece, { run, heard }));
    }
  }
  return { results: [...results, ...worst(table)], clips };
}

const good = (heard: Outside): boolean =>
  Math.abs(heard.lufs + 16) <= 0.5 &&
  heard.truePeakDb <= -1.5 &&
  Math.max(heard.leadMs, heard.tailMs) <= MAX_SILENCE_MS;
const AIM = `−16 ± 0.5, peak ≤ −1.5 dBTP, ends ≤ ${MAX_SILENCE_MS} ms`;

function row(name: string, { run, heard }: { run: ClipRun; heard: Outside }): Result {
  const ends = `silence ${rounded(heard.leadMs, 0)} ms before, ${rounded(heard.tailMs, 0)} ms after`;
  const inside = `longest rest ${rounded(heard.longestRestMs, 0)} ms, flat factor ${rounded(heard.flatFactor, 1)}`;
  return {
    ...{ name: `sound: loudness, ${name}`, value: heard.lufs, unit: 'LUFS', met: good(heard) },
    aim: AIM,
    peer: `true peak ${heard.truePeakDb} dBTP, ${ends}`,
    note: `${inside}; the clip itself says ${run.lufs} LUFS, ${run.truePeakDb} dBTP; ${rounded(run.seconds / 60, 1)} min`,
  };
}

/** The furthest off of each, over all; the whole table as JSON beside. */
function worst(table: readonly Measured[]): Result[] {
  const folder = join(HOUSE, 'out/bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'clips.json'), JSON.stringify(table, null, 2));
  const most = (of: (one: Measured) => number) => Math.max(...table.map(of));
  const offDb = most(({ lufs }) => Math.abs(lufs + 16));
  const peak = most(({ truePeakDb }) => truePeakDb);
  const ends = most(({ leadMs, tailMs }) => Math.max(leadMs, tailMs));
  const minutes = table.reduce((sum, one) => sum + one.minutes, 0);
  return [
    {
      ...{ name: `sound: worst of ${table.length} clips, off −16 LUFS`, value: rounded(offDb, 1) },
      ...{ unit: 'LU', aim: AIM, met: table.every(good) },
      peer: `highest true peak ${peak} dBTP, longest silence at an end ${rounded(ends, 0)} ms, longest rest within ${rounded(
        most(({ longestRestMs }) => longestRestMs),
        0,
      )} ms, flat factor ${rounded(
        most(({ flatFactor }) => flatFactor),
        1,
      )}`,
      note: `${rounded(minutes, 0)} min; measured by ffmpeg's ebur128, astats and silencedetect (${SILENT_DB} dB) on the finished files; as JSON in out/bench/clips.json`,
    },
  ];
}

function numbers(report: string, pattern: RegExp): number[] {
  return [...report.matchAll(pattern)].map(([, value]) => Number(value));
}
