// One process for one file: limits of memory and time, progress, cancelling; whatever happens becomes a sentence.
// It must never know a container.
import { type ChildProcess, fork } from 'node:child_process';
import { bounded, firstToGo, residentBytes } from './bounds.ts';
import { IntakeError } from './errors.ts';
import type { FileGiven, Opened } from './opening.ts';
import type { WorkerSays } from './worker.ts';

export type ProcessOptions = {
  onPage: (done: number, total: number) => void;
  signal: AbortSignal | undefined;
  /** Tests give a process that dies, or less time and memory. */
  start?: () => ChildProcess;
  silenceMs?: number;
  residentMax?: number;
};

/** The largest .docx allowed needs about 400 MB as mammoth's tree. */
const HEAP_MB = 512;
/**
 * All of the process: the heap above, the program itself (60 MB) and what a library unpacks outside
 * the heap, which V8's limit does not see: a 1 MB PDF can ask for 10 GB. vangxa.service counts on it.
 */
const RESIDENT_BYTES = 700 * 1024 ** 2;
/** pdf.js unpacks some 60 MB a second, so a tenth of a second is no memory to speak of. */
const WATCH_EVERY_MS = 100;
/** The kernel's own end where the service is too busy to watch; threads' stacks count here as well. */
const DATA_BYTES = 1024 ** 3;
/** A page of a PDF takes milliseconds and the largest .docx some 20 s: a minute of silence is a trap. */
const SILENCE_MS = 60_000;
/** 2,000 pages take about a minute. */
const WHOLE_MS = 600_000;
/** The whole time above on the two cores V8's collector may use. */
const CPU_SECONDS = 1200;

export function openInProcess(file: FileGiven, options: ProcessOptions): Promise<Opened> {
  const { onPage, signal, start = startWorker } = options;
  const { silenceMs = SILENCE_MS, residentMax = RESIDENT_BYTES } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new IntakeError('stopped'));
    const child = start();
    firstToGo(child.pid);
    let over = false;
    const settle = (act: () => void) => {
      over = true;
      clearTimeout(silence);
      clearTimeout(whole);
      clearInterval(watch);
      signal?.removeEventListener('abort', stop);
      child.kill('SIGKILL');
      act();
    };
    const fail = (error: IntakeError) => settle(() => reject(error));
    const stop = () => fail(new IntakeError('stopped'));
    const tooSlow = () => fail(new IntakeError('too-slow'));
    const weigh = (bytes: number | null) => {
      if (bytes !== null && bytes > residentMax) fail(new IntakeError('too-much-memory'));
    };
    let silence = setTimeout(tooSlow, silenceMs);
    const whole = setTimeout(tooSlow, WHOLE_MS);
    const watch = setInterval(() => weigh(residentBytes(child.pid)), WATCH_EVERY_MS);
    signal?.addEventListener('abort', stop, { once: true });
    child.on('message', (said: WorkerSays) => {
      // What it said before it was ended may still arrive.
      if (over) return;
      if ('resident' in said) return weigh(said.resident);
      if ('page' in said) {
        clearTimeout(silence);
        silence = setTimeout(tooSlow, silenceMs);
        onPage(said.page.done, said.page.total);
      } else if ('opened' in said) settle(() => resolve(said.opened));
      else fail(new IntakeError(said.refused.code, said.refused.place, said.refused.said));
    });
    child.on('error', (cause) => fail(new IntakeError('crashed', {}, cause)));
    child.on('exit', (code, ended) => fail(endedBy(code, ended)));
    // Whoever is gone before it has its file has ended, which is told above.
    child.send(file, () => {});
  });
}

/** V8 aborts when its heap is full, and so does a library the kernel gives no more; the kernel itself kills. */
function endedBy(code: number | null, ended: NodeJS.Signals | null): IntakeError {
  const full = ended === 'SIGABRT' || ended === 'SIGKILL';
  const cause = new Error(`ended with ${ended ?? code}`);
  return new IntakeError(full ? 'too-much-memory' : 'crashed', {}, cause);
}

function startWorker(): ChildProcess {
  const compiled = !import.meta.url.endsWith('.ts');
  const script = new URL(`./worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
  const fromSource = compiled ? [] : ['--import', import.meta.resolve('tsx')];
  const node: [string, ...string[]] = [
    process.execPath,
    `--max-old-space-size=${HEAP_MB}`,
    ...fromSource,
  ];
  const [program, ...args] = bounded(node, { cpuSeconds: CPU_SECONDS, dataBytes: DATA_BYTES });
  return fork(script, {
    execPath: program,
    execArgv: args,
    // Nothing of the service's own settings goes where a stranger's file is opened.
    env: { PATH: process.env.PATH },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
