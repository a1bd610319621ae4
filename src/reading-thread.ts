// The one thread that reads long texts: asked in turn, started with the first question, replaced when it dies.
// It must never know what is asked.
import { Worker } from 'node:worker_threads';
import { AppError } from './domain/errors.ts';
import type { Question, Questions } from './reading-room.ts';
import type { Answered, Asked } from './reading-worker.ts';

/** Half a megabyte takes two seconds, four on a busy machine; what takes a minute never ends. */
const ANSWER_MS = 60_000;
/** A reading each for every open page of a commune's office; at two seconds each, a minute and a half. */
const WAITING_MAX = 40;
/** A script with its trace holds some thirty times its text, and eight are remembered. */
const HEAP_MB = 768;

export type ReadingThread = {
  ask<Q extends Question>(question: Q, of: Questions[Q]['of']): Promise<Questions[Q]['gives']>;
  close(): Promise<void>;
};

type Pending = { settle(answered: Answered): void; fail(error: Error): void };

/** Tests give a worker that dies, or less time. */
export function makeReadingThread({
  start = startWorker,
  answerMs = ANSWER_MS,
}: {
  start?: () => Worker;
  answerMs?: number;
} = {}): ReadingThread {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let last = 0;
  let watch: NodeJS.Timeout | undefined;
  const failAll = (error: Error) => {
    clearTimeout(watch);
    const lost = [...pending.values()];
    pending.clear();
    const dead = worker;
    worker = null;
    for (const { fail } of lost) fail(error);
    return dead?.terminate();
  };
  /** Questions are answered one after the other: the clock runs for the one whose turn it is. */
  const rewatch = () => {
    clearTimeout(watch);
    if (pending.size === 0) return worker?.unref();
    watch = setTimeout(() => void failAll(tooSlow()), answerMs);
  };
  const begin = () => {
    const fresh = start();
    fresh.on('message', (answered: Answered) => {
      const asked = pending.get(answered.id);
      pending.delete(answered.id);
      rewatch();
      asked?.settle(answered);
    });
    const died = (cause?: unknown) => {
      if (worker === fresh) void failAll(crashed(cause));
    };
    fresh.on('error', died).on('exit', () => died());
    return fresh;
  };
  return {
    ask(question, of) {
      if (pending.size >= WAITING_MAX) return Promise.reject(tooMany());
      worker ??= begin();
      worker.ref();
      last += 1;
      const asked: Asked = { id: last, question, of };
      return new Promise((resolve, reject) => {
        const settle = (answered: Answered) => {
          if ('answer' in answered) resolve(answered.answer as never);
          else reject(errorOf(answered.problem));
        };
        pending.set(asked.id, { settle, fail: reject });
        if (pending.size === 1) rewatch();
        worker?.postMessage(asked);
      });
    },
    close: async () => void (await failAll(crashed())),
  };
}

function startWorker(): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const file = new URL(`./reading-worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
  return new Worker(compiled ? file : fromSource(file), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
}

/** In development: Node 20 does not hand tsx on to worker threads, so the thread registers it by itself. */
function fromSource(file: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import{register}from${JSON.stringify(tsx)};register();await import(${JSON.stringify(file.href)})`;
  return new URL(`data:text/javascript,${encodeURIComponent(boot)}`);
}

function errorOf(problem: Extract<Answered, { problem: unknown }>['problem']): Error {
  return 'trace' in problem ? new Error(problem.trace) : new AppError(problem);
}

function crashed(cause?: unknown): AppError {
  return new AppError({
    code: 'reading-stopped',
    fault: 'ours',
    say: {
      vi: 'Việc đọc văn bản dừng giữa chừng. Hãy thử lại; nếu vẫn vậy, hãy tách văn bản.',
      en: 'Reading the text stopped half-way. Try again; if it stops again, split the text.',
    },
    cause,
  });
}

function tooSlow(): AppError {
  return new AppError({
    code: 'reading-too-slow',
    fault: 'world',
    say: {
      vi: 'Đọc văn bản này quá lâu nên đã dừng lại. Hãy tách thành nhiều văn bản.',
      en: 'Reading this text took too long and was stopped. Split it.',
    },
  });
}

function tooMany(): AppError {
  return new AppError({
    code: 'limit-reached',
    fault: 'world',
    say: {
      vi: `Đã có ${WAITING_MAX} văn bản đang chờ đọc, hãy thử lại sau ít phút.`,
      en: `${WAITING_MAX} texts are waiting to be read, try again in a few minutes.`,
    },
  });
}
