// The bench's own processes of sound: compiled as production is, one clip or one bare pipe each.
// It must never know which figures are made of them.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileId } from '../../../audio/mastering/profiles.ts';
import { start } from '../process.ts';

const HOUSE = new URL('../../../', import.meta.url).pathname;

export type Run = { wallSeconds: number; seconds: number };
export type ClipRun = Run & {
  peakMb: number;
  /** of all it started, added up */
  childrenPeakMb: number;
  engine: string;
  lufs: number;
  truePeakDb: number;
  path: string;
  parts: number;
};

/** Production runs compiled code; tsx beside it would add its own hundreds of megabytes. */
export function compile(): void {
  const compiler = join(HOUSE, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(HOUSE, 'test/bench/tsconfig.json')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

export async function bare(script: readonly string[], folder: string): Promise<Run> {
  const path = scriptIn(folder, script);
  return run<Run>('sound-bare', [path, join(folder, 'bare.opus')]);
}

/** @param of.clips a folder in `folder`: one that was used before has sentences and parts kept */
export async function clip(of: {
  script: readonly string[];
  folder: string;
  clips: string;
  /** left out: the embedded one; 'system': the one that is installed, else the embedded one */
  engine?: 'system';
  /** left out: for a horn */
  profile?: ProfileId;
}): Promise<ClipRun> {
  const path = scriptIn(of.folder, of.script);
  const { engine = 'embedded', profile = 'horn' } = of;
  return run<ClipRun>('sound-clip', [path, join(of.folder, of.clips), engine, profile]);
}

/** The quickest of several: a machine shared with others is measured at its quietest. */
export function best<T extends Run>(runs: readonly T[]): T {
  return runs.reduce((least, one) => (speed(one) > speed(least) ? one : least));
}

export function speed({ seconds, wallSeconds }: Run): number {
  return seconds / wallSeconds;
}

function scriptIn(folder: string, script: readonly string[]): string {
  const path = join(folder, 'sentences.json');
  writeFileSync(path, JSON.stringify(script));
  return path;
}

async function run<T>(script: string, args: string[]): Promise<T> {
  const program = join(HOUSE, `out/bench/test/bench/${script}.js`);
  const child = start(process.execPath, [program, ...args]);
  return (await child.event('done')) as T;
}
