// The only file that starts pdftoppm and tesseract: finds them, feeds them, bounds them, stops them.
// It must never know pages or text, nor let a file choose an argument.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { bounded, findProgram, firstToGo } from '../bounds.ts';
import { IntakeError } from '../errors.ts';

export type Bounds = {
  timeoutMs: number;
  /** More than this on stdout and the program is stopped. */
  maxBytes: number;
  signal?: AbortSignal | undefined;
};

/** The program's stdout. @throws IntakeError stopped, too-slow, ocr-failed */
export function run(program: string, args: readonly string[], bounds: Bounds): Promise<string> {
  const { timeoutMs, maxBytes, signal } = bounds;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new IntakeError('stopped', {}, signal.reason));
    const [first, ...rest] = bounded([program, ...args], {
      cpuSeconds: CPU_SECONDS,
      addressBytes: ADDRESS_BYTES,
    });
    const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: quietEnv() });
    calm(child);
    firstToGo(child.pid);
    const said: Buffer[] = [];
    let size = 0;
    let complaint = '';
    let slow = false;
    const kill = () => void child.kill('SIGKILL');
    const alarm = setTimeout(() => {
      slow = true;
      kill();
    }, timeoutMs);
    signal?.addEventListener('abort', kill);
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > maxBytes) kill();
      else said.push(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString('latin1')).slice(-REPORT_CHARS);
    });
    const end = (settle: () => void) => {
      clearTimeout(alarm);
      signal?.removeEventListener('abort', kill);
      settle();
    };
    child.on('error', (cause) => end(() => reject(new IntakeError('ocr-failed', {}, cause))));
    child.on('close', (code, ended) =>
      end(() => {
        if (signal?.aborted) reject(new IntakeError('stopped', {}, signal.reason));
        else if (slow) reject(new IntakeError('too-slow'));
        else if (code === 0) resolve(Buffer.concat(said).toString('utf8'));
        else reject(new IntakeError(failure(ended), {}, new Error(complaint.trim())));
      }),
    );
  });
}

/** Refused more memory these programs fall over; a refusal of the picture itself they tell in words. */
function failure(ended: NodeJS.Signals | null): 'too-much-memory' | 'ocr-failed' {
  return ended === 'SIGSEGV' || ended === 'SIGABRT' ? 'too-much-memory' : 'ocr-failed';
}

const REPORT_CHARS = 600;
/**
 * The largest picture allowed (picture.ts) takes 700 MB, the program's own places in memory counted;
 * a picture made to fill the memory ends here. vangxa.service counts on it.
 */
const ADDRESS_BYTES = 1024 ** 3;
/** A page's time on the one core it has. */
const CPU_SECONDS = 120;

/** One core a page: two pages of two services must not starve a broadcast. */
function quietEnv(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LC_ALL: 'C.UTF-8',
    OMP_THREAD_LIMIT: '1',
  };
}

/** Reading a scan can wait; what goes on air cannot. */
function calm(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, 10);
  } catch {
    // it ended already
  }
}

export type OcrPrograms = { rasterise: string | null; recognise: string };

/** tesseract with Vietnamese, and pdftoppm where it is; null where no Vietnamese can be read. */
export function findOcr(path: string = process.env.PATH ?? ''): OcrPrograms | null {
  const recognise = findProgram('tesseract', path);
  if (recognise === null || !hasVietnamese(recognise)) return null;
  return { rasterise: findProgram('pdftoppm', path), recognise };
}

/** Debian keeps the languages in /usr/share/tesseract-ocr/5/tessdata; others in share/tessdata. */
function hasVietnamese(recognise: string): boolean {
  const share = join(dirname(dirname(recognise)), 'share');
  const debian = join(share, 'tesseract-ocr');
  const folders = [
    process.env.TESSDATA_PREFIX ?? '',
    join(share, 'tessdata'),
    ...list(debian).map((version) => join(debian, version, 'tessdata')),
  ];
  return folders.some((folder) => folder !== '' && list(folder).includes('vie.traineddata'));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
