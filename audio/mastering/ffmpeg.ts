// The only file that starts ffmpeg: finds it, feeds it, reads it, stops it.
// It must never know what its arguments mean, nor take a file from people but through foreign.ts or measure.ts.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { Duplex, Readable, Writable } from 'node:stream';
import { SoundError } from '../errors.ts';

export type FfmpegRun = {
  input: Writable;
  output: Readable;
  /** what was asked for beside the three usual ones, as ffmpeg's pipe:3, pipe:4 … */
  pipes: readonly Duplex[];
  /** resolves with what ffmpeg reported. @throws SoundError ffmpeg-missing, ffmpeg-failed, stopped */
  ended: Promise<string>;
  /** for whoever no longer wants the result; harmless after the end */
  kill(): void;
};

/** As it stands in the error of a run that ended by no doing of its own. */
export const KILLED = 'killed from outside';

/** What ffmpeg says about a run fits in far less; only the end is kept. */
const REPORT_CHARS = 32_768;

export function startFfmpeg(args: readonly string[], signal?: AbortSignal): FfmpegRun {
  return startProgram({ program: findFfmpeg(), args, signal, env: process.env });
}

/** For bytes of strangers: the system's maintained build or none, and nothing of our environment. */
export function startSystemFfmpeg(args: readonly string[], signal: AbortSignal): FfmpegRun {
  const program = systemFfmpeg();
  if (program === null) throw new SoundError('ffmpeg-missing');
  return startProgram({ program, args, signal, env: { PATH: process.env.PATH, LC_ALL: 'C' } });
}

export type Streams = {
  outputs: number;
  /** told what its inputs and outputs are called */
  args(names: { inputs: readonly string[]; outputs: readonly string[] }): readonly string[];
  signal: AbortSignal;
  /** each piece of an output as it comes, null at its end: another program may work on it meanwhile */
  onBytes?(output: number, bytes: Uint8Array | null): void;
};
export type Streaming = {
  inputs: readonly Writable[];
  /** all of each output. @throws SoundError as a run's end does */
  done: Promise<{ outputs: Buffer[]; report: string }>;
  kill(): void;
};

/** Several inputs and outputs of one run, all in memory: starting ffmpeg costs as much as ten seconds of sound. */
export function startStreams(of: Streams & { inputs: number }): Streaming {
  const named = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => `pipe:${3 + from + at}`);
  const names = { inputs: named(of.inputs, 0), outputs: named(of.outputs, of.inputs) };
  const run = startProgram({
    ...{ program: findFfmpeg(), args: of.args(names), signal: of.signal, env: process.env },
    pipes: of.inputs + of.outputs,
  });
  run.input.end();
  run.output.resume();
  const taken = run.pipes.slice(of.inputs).map(async (output, at) => {
    const parts: Uint8Array[] = [];
    for await (const bytes of output) {
      parts.push(bytes as Uint8Array);
      of.onBytes?.(at, bytes as Uint8Array);
    }
    of.onBytes?.(at, null);
    return Buffer.concat(parts);
  });
  const all = Promise.all(taken);
  all.catch(() => {}); // why it broke off is what `ended` tells
  const done = run.ended.then(async (report) => ({ outputs: await all, report }));
  done.catch(() => {}); // whoever awaits it is told
  return { inputs: run.pipes.slice(0, of.inputs), done, kill: run.kill };
}

/** The same with all of its inputs there from the beginning. */
export function runFfmpeg(
  of: Streams & { inputs: readonly Uint8Array[] },
): Promise<{ outputs: Buffer[]; report: string }> {
  const run = startStreams({ ...of, inputs: of.inputs.length });
  for (const [at, input] of run.inputs.entries()) input.end(of.inputs[at]);
  return run.done;
}

type Start = {
  program: string;
  args: readonly string[];
  signal: AbortSignal | undefined;
  env: NodeJS.ProcessEnv;
  /** beside the three usual ones */
  pipes?: number;
};

function startProgram({ program, args, signal, env, pipes = 0 }: Start): FfmpegRun {
  if (signal?.aborted) throw new SoundError('stopped', signal.reason);
  const child = spawn(program, ['-hide_banner', '-nostats', '-nostdin', ...args], {
    ...{ stdio: ['pipe', 'pipe', 'pipe', ...Array<'pipe'>(pipes).fill('pipe')], env },
  }) as ChildProcessWithoutNullStreams;
  let report = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    report = (report + text).slice(-REPORT_CHARS);
  });
  // Writing to a process that died says EPIPE here; why it died is what `ended` tells.
  child.stdin.on('error', () => {});
  const others = child.stdio.slice(3) as unknown as Duplex[];
  for (const pipe of others) pipe.on('error', () => {});
  const kill = () => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill);
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', (cause) => reject(new SoundError('ffmpeg-missing', cause)));
    child.on('close', (code, killedBy) => {
      if (code === 0) resolve(report);
      else if (signal?.aborted) reject(new SoundError('stopped', signal.reason));
      else if (killedBy !== null) reject(new SoundError('ffmpeg-failed', new Error(KILLED)));
      else reject(new SoundError('ffmpeg-failed', new Error(report.slice(-600).trim())));
    });
  }).finally(() => signal?.removeEventListener('abort', kill));
  ended.catch(() => {}); // whoever awaits it is told; nobody is told twice
  return { input: child.stdin, output: child.stdout, pipes: others, ended, kill };
}

/** Writes with back-pressure. @returns false when the reader is gone; its own end says why */
export async function feed(input: Writable, bytes: Uint8Array): Promise<boolean> {
  if (input.destroyed || input.write(bytes)) return !input.destroyed;
  await new Promise<void>((resolve) => {
    const go = () => {
      input.off('drain', go);
      input.off('close', go);
      resolve();
    };
    input.on('drain', go);
    input.on('close', go);
  });
  return !input.destroyed;
}

/** Takes all a run puts out. Whoever cannot take it stops the run, and his reason is the one thrown. */
export async function drain(
  run: FfmpegRun,
  take: (bytes: Uint8Array) => Promise<void>,
): Promise<string> {
  try {
    for await (const bytes of run.output) await take(bytes as Uint8Array);
  } catch (failure) {
    run.kill();
    await run.ended.catch(() => {});
    throw failure;
  }
  return run.ended;
}

/** VANGXA_FFMPEG, else the system's maintained build, else the old one npm carries (our own PCM only). */
export function findFfmpeg(): string {
  const named = process.env.VANGXA_FFMPEG;
  if (named !== undefined && named !== '') return named;
  return systemFfmpeg() ?? npmFfmpeg() ?? PROGRAM;
}

const PROGRAM = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';

/** The first of the PATH, which the system keeps up to date; null: there is none. */
export function systemFfmpeg(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && isProgram(join(folder, PROGRAM))) return join(folder, PROGRAM);
  }
  return null;
}

/** The build of @ffmpeg-installer, or null where it has none for this platform. */
export function npmFfmpeg(): string | null {
  try {
    const found = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string };
    return found.path;
  } catch {
    return null; // it throws a string on platforms it does not know
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
