// The one thread that reads long texts: asked in turn, started with the first question, replaced when it dies.
// It must never know what is asked.
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { AppError } from './domain/errors.ts';
import type { Question, Questions } from './reading-room.ts';
import type { Answered, Asked } from './reading-worker.ts';

/** Half a megabyte takes two seconds, four on a busy machine; what takes a minute never ends. */
const ANSWER_MS = 60_000;
/** A reading each for every open page of a commune's office; at two seconds each, a minute and a half. */
const WAITING_MAX = 40;
/** The last ten are kept for making sound: no page that somebody reloads may hold up an announcement. */
const WAITING_OF_PAGES = 30;
/** A script with its trace holds some thirty times its text, and eight are remembered. */
const HEAP_MB = 768;

export type ReadingThread = {
  ask<Q extends Question>(
    question: Q,
    of: Questions[Q]['of'],
    how?: { forSound: boolean },
  ): Promise<Questions[Q]['gives']>;
  close(): Promise<void>;
};

type Waiting = {
  asked: Asked;
  same: string;
  answer: Promise<unknown>;
  settle(answered: Answered): void;
  fail(error: Error): void;
};

/** Tests give a worker that dies, or less time. */
export function makeReadingThread({
  start = startWorker,
  answerMs = ANSWER_MS,
}: {
  start?: () => Worker;
  answerMs?: number;
} = {}): ReadingThread {
  /** The first one is being read; a worker is never handed more, so that its death costs one answer. */
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
    watch = setTimeout(() => giveUp(tooSlow()), answerMs);
    worker.postMessage(first.asked);
  };
  const drop = () => {
    const dead = worker;
    worker = null;
    return dead?.terminate();
  };
  /** Only the one that ran is refused: the others are asked again in a fresh worker. */
  const giveUp = (error: Error) => {
    void drop();
    queue.shift()?.fail(error);
    next();
  };
  const begin = () => {
    const fresh = start();
    fresh.on('message', (answered: Answered) => {
      if (worker !== fresh || queue[0]?.asked.id !== answered.id) return;
      const first = queue.shift();
      next();
      first?.settle(answered);
    });
    const died = (cause?: unknown) => {
      if (worker === fresh) giveUp(crashed(cause));
    };
    fresh.on('error', died).on('exit', () => died());
    return fresh;
  };
  return {
    ask(question, of, { forSound } = { forSound: false }) {
      const same = sameness(question, of);
      const asked = queue.find((one) => one.same === same);
      if (asked !== undefined) return asked.answer as Promise<never>;
      const most = forSound ? WAITING_MAX : WAITING_OF_PAGES;
      if (queue.length >= most) return Promise.reject(tooMany(most));
      last += 1;
      const waiting = waitingFor({ id: last, question, of }, same);
      queue.push(waiting);
      if (queue.length === 1) next();
      return waiting.answer as Promise<never>;
    },
    async close() {
      clearTimeout(watch);
      for (const { fail } of queue.splice(0)) fail(crashed());
      await drop();
    },
  };
}

/** Equal for equal questions: a page opened twenty times is read once, and waits in one place. */
function sameness(question: Question, of: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([question, of]))
    .digest('base64');
}

function waitingFor(asked: Asked, same: string): Waiting {
  const answers: Pick<Waiting, 'settle' | 'fail'>[] = [];
  const answer = new Promise((resolve, reject) => {
    const settle = (answered: Answered) => {
      if ('answer' in answered) resolve(answered.answer);
      else reject(errorOf(answered.problem));
    };
    answers.push({ settle, fail: reject });
  });
  const [ends] = answers as [Pick<Waiting, 'settle' | 'fail'>];
  return { asked, same, answer, ...ends };
}

function startWorker(): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const file = new URL(`./reading-worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
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

function tooMany(most: number): AppError {
  return new AppError({
    code: 'limit-reached',
    fault: 'world',
    say: {
      vi: `Đã có ${most} văn bản đang chờ đọc, hãy thử lại sau ít phút.`,
      en: `${most} texts are waiting to be read, try again in a few minutes.`,
    },
  });
}
