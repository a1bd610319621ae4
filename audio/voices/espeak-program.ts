// The only file that starts the system's espeak-ng: one sentence, one process, bounded and killed on abort.
// It must never know pace in syllables or languages, nor let words become arguments.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SoundError } from '../errors.ts';

const PROGRAM = process.platform === 'win32' ? 'espeak-ng.exe' : 'espeak-ng';

/** The first of the PATH, which the system keeps up to date; null: there is none. */
export function findEspeak(path: string = process.env.PATH ?? ''): string | null {
  const places = path.split(delimiter).filter((folder) => folder !== '');
  return places.map((folder) => join(folder, PROGRAM)).find(isProgram) ?? null;
}

export type EspeakRun = {
  program: string;
  args: readonly string[];
  /** goes to its stdin */
  words: string;
  maxBytes: number;
  limitMs: number;
  signal?: AbortSignal | undefined;
};

/** What it put out. @throws SoundError voice-missing, voice-failed, voice-slow, stopped */
export function runEspeak(run: EspeakRun): Promise<Buffer> {
  const { program, args, words, signal } = run;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new SoundError('stopped', signal.reason));
    // No shell, and nothing of the service's own settings.
    const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env });
    const said: Buffer[] = [];
    let size = 0;
    let complaint = '';
    const end = (tell: () => void) => {
      clearTimeout(alarm);
      signal?.removeEventListener('abort', onAbort);
      tell();
    };
    // Whoever stops it does not wait for it, nor for what it may have started itself.
    const stop = (error: SoundError) => {
      child.kill('SIGKILL');
      child.stdout.destroy();
      end(() => reject(error));
    };
    const onAbort = () => stop(new SoundError('stopped', signal?.reason));
    const alarm = setTimeout(() => stop(new SoundError('voice-slow')), run.limitMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > run.maxBytes) stop(new SoundError('voice-failed', new Error('endless sound')));
      else said.push(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString('latin1')).slice(-COMPLAINT_CHARS);
    });
    child.stdin.on('error', () => {}); // why it took no words is told by its end
    child.on('error', (cause) => end(() => reject(new SoundError('voice-missing', cause))));
    child.on('close', (code, killed) => {
      const ending = new Error(`ended with ${killed ?? code}: ${complaint.trim()}`);
      if (code === 0) end(() => resolve(Buffer.concat(said, size)));
      else end(() => reject(new SoundError('voice-failed', ending)));
    });
    child.stdin.end(words);
  });
}

const COMPLAINT_CHARS = 600;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
