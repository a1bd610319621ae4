// The bench of sound: a provincial plan from text to finished clip, beside the bare pipe of the same engine and filters.
// It must never know how a clip is made.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { theLexicon } from '../../audio/lexicon.ts';
import { readLegalText } from '../../audio/reading/index.ts';
import { start } from './process.ts';
import { type Result, rounded } from './result.ts';

const HOUSE = new URL('../../', import.meta.url).pathname;
const PLAN = join(HOUSE, '../shared/corpus/son-la-ke-hoach-2026.txt');
/** Alternating, the better of each: a machine shared with others is measured at its quietest. */
const ROUNDS = 2;
const MAX_RATIO = 1.3;
const MAX_MB = 400;

type Run = { wallSeconds: number; seconds: number };
type ClipRun = Run & { peakMb: number; lufs: number; truePeakDb: number };

export async function sound(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-bench-'));
  try {
    const textMs = performance.now();
    const sentences = readLegalText(readPlan(), { lexicon: theLexicon() }).sentences.map(
      ({ words }) => words,
    );
    const readSeconds = (performance.now() - textMs) / 1_000;
    const script = join(folder, 'sentences.json');
    writeFileSync(script, JSON.stringify(sentences));
    compile();
    const bare: Run[] = [];
    const clip: ClipRun[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await run<Run>('sound-bare', [script, join(folder, 'bare.opus')]));
      clip.push(await run<ClipRun>('sound-clip', [script, join(folder, `clips-${round}`)]));
    }
    return results({ bare: best(bare), clip: best(clip), readSeconds });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Production runs compiled code; tsx beside it would add its own hundreds of megabytes. */
function compile(): void {
  const compiler = join(HOUSE, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(HOUSE, 'test/bench/tsconfig.json')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function run<T>(script: string, args: string[]): Promise<T> {
  const child = start(process.execPath, [
    join(HOUSE, `out/bench/test/bench/${script}.js`),
    ...args,
  ]);
  return (await child.event('done')) as T;
}

function best<T extends Run>(runs: readonly T[]): T {
  return runs.reduce((least, one) => (speed(one) > speed(least) ? one : least));
}

function speed({ seconds, wallSeconds }: Run): number {
  return seconds / wallSeconds;
}

function results(measured: { bare: Run; clip: ClipRun; readSeconds: number }): Result[] {
  const { bare, readSeconds } = measured;
  const clip = { ...measured.clip, wallSeconds: measured.clip.wallSeconds + readSeconds };
  const ratio = speed(bare) / speed(clip);
  const minutes = `${rounded(clip.seconds / 60, 1)} min of sound`;
  const own = existsSync(PLAN)
    ? ''
    : '; a text of our own of the same length, the plan is not here';
  return [
    {
      name: 'sound: a plan of 33 KB, text to clip',
      value: rounded(speed(clip), 1),
      unit: '× real time',
      aim: 'see the next line',
      met: null,
      peer: `bare pipe ${rounded(speed(bare), 1)} ×`,
      note: `${minutes} in ${rounded(clip.wallSeconds, 1)} s, better of ${ROUNDS} rounds${own}`,
    },
    {
      name: 'sound: time against the bare pipe',
      value: rounded(ratio),
      unit: '×',
      aim: `≤ ${MAX_RATIO}`,
      met: ratio <= MAX_RATIO,
      peer: 'one eSpeak thread into one ffmpeg, same filters and coder, same run',
      note: `the bare pipe measures no loudness, checks no peak, reads no text and marks nothing; ${busy()}`,
    },
    {
      name: 'sound: memory of the process',
      value: rounded(clip.peakMb, 0),
      unit: 'MB',
      aim: `< ${MAX_MB}`,
      met: clip.peakMb < MAX_MB,
      peer: 'peak resident, two voices included',
      note: 'the ffmpeg processes are left out: about 45 MB each, six at most on two cores',
    },
    {
      name: 'sound: loudness of the clip',
      value: clip.lufs,
      unit: 'LUFS',
      aim: '−16 ± 0.5, peak ≤ −1.5 dBTP',
      met: Math.abs(clip.lufs + 16) <= 0.5 && clip.truePeakDb <= -1.5,
      peer: `true peak ${clip.truePeakDb} dBTP`,
    },
  ];
}

/** Coding in segments wins time from idle cores; where there are none, checking costs what it costs. */
function busy(): string {
  const load = rounded(loadavg()[0] ?? 0, 1);
  return `load ${load} on ${availableParallelism()} cores, these runs included`;
}

function readPlan(): string {
  if (existsSync(PLAN)) return readFileSync(PLAN, 'utf8');
  const article = (n: number) =>
    `Điều ${n}. Ủy ban nhân dân các xã, phường có trách nhiệm tổ chức thực hiện Quyết định này; báo cáo kết quả về Sở Tư pháp trước ngày 10 tháng 11 năm 2026.\n\n`;
  return Array.from({ length: 150 }, (_, at) => article(at + 1)).join('');
}
