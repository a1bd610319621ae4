// One worker for one file: limits of memory and time, progress, cancelling; whatever happens becomes a sentence.
// It must never know a container.
import { Worker } from 'node:worker_threads';
import { IntakeError } from './errors.ts';
import type { FileGiven, Opened } from './opening.ts';
import type { WorkerSays } from './worker.ts';

export type ThreadOptions = {
  onPage: (done: number, total: number) => void;
  signal: AbortSignal | undefined;
  /** Tests give a worker that dies, or less time. */
  start?: (file: FileGiven) => Worker;
  silenceMs?: number;
  growthBytes?: number;
};

/** The largest .docx allowed needs about 400 MB as mammoth's tree; two at once fit a machine of 2 GB. */
const HEAP_MB = 512;
/** V8's limit does not see bytes a library unpacks outside its heap: a 1 MB PDF can ask for 10 GB. */
const GROWN_BYTES = 1024 ** 3;
/** pdf.js unpacks some 60 MB a second, so a tenth of a second is no memory to speak of. */
const WATCH_EVERY_MS = 100;
/** A page of a PDF takes milliseconds and the largest .docx some 20 s: a minute of silence is a trap. */
const SILENCE_MS = 60_000;
/** 2,000 pages take about a minute. */
const WHOLE_MS = 600_000;

export function openInThread(file: FileGiven, options: ThreadOptions): Promise<Opened> {
  const { onPage, signal, start = startWorker } = options;
  const { silenceMs = SILENCE_MS, growthBytes = GROWN_BYTES } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new IntakeError('stopped'));
    const worker = start(file);
    let over = false;
    const settle = (act: () => void) => {
      over = true;
      clearTimeout(silence);
      clearTimeout(whole);
      clearInterval(watch);
      signal?.removeEventListener('abort', stop);
      act();
      void worker.terminate();
    };
    const fail = (error: IntakeError) => settle(() => reject(error));
    const stop = () => fail(new IntakeError('stopped'));
    const tooSlow = () => fail(new IntakeError('too-slow'));
    let silence = setTimeout(tooSlow, silenceMs);
    const whole = setTimeout(tooSlow, WHOLE_MS);
    const floor = process.memoryUsage.rss();
    const watch = setInterval(() => {
      const grown = process.memoryUsage.rss() - floor;
      if (grown > growthBytes) fail(new IntakeError('too-much-memory'));
    }, WATCH_EVERY_MS);
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (said: WorkerSays) => {
      // What it said before it was ended may still arrive.
      if (over) return;
      if ('page' in said) {
        clearTimeout(silence);
        silence = setTimeout(tooSlow, silenceMs);
        onPage(said.page.done, said.page.total);
      } else if ('opened' in said) settle(() => resolve(said.opened));
      else fail(new IntakeError(said.refused.code, said.refused.place, said.refused.said));
    });
    worker.on('error', (error: Error & { code?: string }) =>
      fail(
        new IntakeError(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'crashed',
          {},
          error,
        ),
      ),
    );
    worker.on('exit', () => fail(new IntakeError('crashed')));
  });
}

function startWorker(file: FileGiven): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const script = new URL(`./worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
  // A copy of its own: a view would carry all of the memory it stands in, and the caller keeps its bytes.
  const own = new Uint8Array(file.bytes);
  return new Worker(compiled ? script : fromSource(script), {
    execArgv: [],
    // Nothing of the service's own settings goes where a stranger's file is opened.
    env: {},
    workerData: { bytes: own, name: file.name } satisfies FileGiven,
    transferList: [own.buffer],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: HEAP_MB,
      maxYoungGenerationSizeMb: 64,
      stackSizeMb: 4,
    },
  });
}

/** In development: Node 20 does not hand tsx on to worker threads, so the thread registers it by itself. */
function fromSource(script: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import{register}from${JSON.stringify(tsx)};register();await import(${JSON.stringify(script.href)})`;
  return new URL(`data:text/javascript,${encodeURIComponent(boot)}`);
}
