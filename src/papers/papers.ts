// The port of papers on a thread of its own: asked in turn, bounded in length and time, replaced when it dies.
// It must never know what a paper says.
import { Worker } from 'node:worker_threads';
import { AppError } from '../domain/errors.ts';
import type { Paper, Papers } from '../services/approval/papers-port.ts';
import type { Printed } from './papers-worker.ts';

/** A slip of ten pages takes half a second, a first one with its fonts one; what takes more never ends. */
const PRINT_MS = 20_000;
/** Half a minute of patience at a second each; whoever comes later is told so. */
const WAITING_MAX = 30;
/** Two hours of speech are some 90,000 letters; beyond, a sheet is a book and the thread runs out of room. */
export const PAPER_MAX_CHARS = 200_000;
/** A thousand lines of a log with twelve villages each are 400,000, take 3 s of a core and 90 MB. */
export const RECORD_MAX_CHARS = 600_000;
/** Of the time of other papers: the same on a core that many others want as well. */
const RECORD_SHARE = 3;
const HEAP_MB = 384;
const charsMax = ({ kind }: Paper) => (kind === 'record' ? RECORD_MAX_CHARS : PAPER_MAX_CHARS);

export type ClosablePapers = Papers & { close(): Promise<void> };

type Waiting = {
  id: number;
  paper: Paper;
  settle(bytes: Uint8Array): void;
  fail(error: Error): void;
};

/** Tests give a worker that dies, or less time. */
export function makePapers({
  start = startWorker,
  printMs = PRINT_MS,
}: {
  start?: () => Worker;
  printMs?: number;
} = {}): ClosablePapers {
  /** The first one is being printed; the worker is never handed more, so that its death costs one paper. */
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let last = 0;
  let watch: NodeJS.Timeout | undefined;
  const next = () => {
    clearTimeout(watch);
    const [first] = queue;
    if (first === undefined) return worker?.unref();
    worker ??= begin();
    worker.ref();
    const mostMs = first.paper.kind === 'record' ? printMs * RECORD_SHARE : printMs;
    watch = setTimeout(() => giveUp(tooSlow()), mostMs);
    worker.postMessage({ id: first.id, paper: first.paper });
  };
  const drop = () => {
    const dead = worker;
    worker = null;
    return dead?.terminate();
  };
  const giveUp = (error: Error) => {
    void drop();
    queue.shift()?.fail(error);
    next();
  };
  const begin = () => {
    const fresh = start();
    fresh.on('message', (printed: Printed) => {
      if (worker !== fresh || queue[0]?.id !== printed.id) return;
      const first = queue.shift();
      next();
      if ('bytes' in printed) first?.settle(printed.bytes);
      else first?.fail(stopped(new Error(printed.trace)));
    });
    const died = (cause?: unknown) => {
      if (worker === fresh) giveUp(stopped(cause));
    };
    fresh.on('error', died).on('exit', () => died());
    return fresh;
  };
  return {
    make(paper) {
      if (JSON.stringify(paper).length > charsMax(paper)) return Promise.reject(tooLong(paper));
      if (queue.length >= WAITING_MAX) return Promise.reject(tooMany());
      last += 1;
      const id = last;
      return new Promise((settle, fail) => {
        queue.push({ id, paper, settle, fail });
        if (queue.length === 1) next();
      });
    },
    async close() {
      clearTimeout(watch);
      for (const { fail } of queue.splice(0)) fail(stopped());
      await drop();
    },
  };
}

function startWorker(): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const file = new URL(`./papers-worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
  const worker = new Worker(compiled ? file : fromSource(file), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  });
  // this process's own lines are read by others; whatever a library says in there is let run out
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

/** In development: Node 20 does not hand tsx on to worker threads, so the thread registers it by itself. */
function fromSource(file: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import{register}from${JSON.stringify(tsx)};register();await import(${JSON.stringify(file.href)})`;
  return new URL(`data:text/javascript,${encodeURIComponent(boot)}`);
}

function stopped(cause?: unknown): AppError {
  return new AppError({
    code: 'paper-stopped',
    fault: 'ours',
    say: {
      vi: 'Việc tạo tệp PDF dừng giữa chừng. Hãy thử lại.',
      en: 'Making the PDF stopped half-way. Try again.',
    },
    cause,
  });
}

function tooSlow(): AppError {
  return new AppError({
    code: 'paper-too-slow',
    fault: 'world',
    say: {
      vi: 'Tạo tệp PDF này quá lâu nên đã dừng lại. Hãy thử lại sau ít phút.',
      en: 'Making this PDF took too long and was stopped. Try again in a few minutes.',
    },
  });
}

function tooLong(paper: Paper) {
  const most = charsMax(paper);
  const [vi, en] =
    paper.kind === 'record'
      ? ['tải tệp CSV', 'Take the CSV']
      : ['tách bản tin', 'Split the bulletin'];
  return new AppError({
    code: 'paper-too-long',
    fault: 'caller',
    say: {
      vi: `Nội dung dài quá ${most.toLocaleString('vi-VN')} ký tự, không in thành phiếu được. Hãy ${vi}.`,
      en: `There are more than ${most.toLocaleString('en-US')} characters, too many for a sheet. ${en}.`,
    },
  });
}

function tooMany(): AppError {
  return new AppError({
    code: 'limit-reached',
    fault: 'world',
    say: {
      vi: `Đã có ${WAITING_MAX} tệp PDF đang chờ tạo, hãy thử lại sau ít phút.`,
      en: `${WAITING_MAX} PDFs are waiting to be made, try again in a few minutes.`,
    },
  });
}
