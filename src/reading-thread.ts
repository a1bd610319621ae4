// The one thread that reads long texts: asked in turn, started with the first question, replaced when it dies.
// It must never know what is asked.
import { createHash } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { AppError } from './domain/errors.ts';
import { makeOneThread, startThread } from './one-thread.ts';
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

type Asking = Omit<Asked, 'id'>;

/** Tests give a worker that dies, or less time. */
export function makeReadingThread({
  start = () => startThread(new URL('./reading-worker.ts', import.meta.url), { heapMb: HEAP_MB }),
  answerMs = ANSWER_MS,
}: {
  start?: () => Worker;
  answerMs?: number;
} = {}): ReadingThread {
  const thread = makeOneThread<Asking, Answered>({
    ...{ start, tooSlow, dead: crashed, mostMs: () => answerMs },
  });
  const answers = new Map<string, Promise<unknown>>();
  return {
    ask(question, of, { forSound } = { forSound: false }) {
      const same = sameness(question, of);
      const known = answers.get(same);
      if (known !== undefined) return known as Promise<never>;
      const most = forSound ? WAITING_MAX : WAITING_OF_PAGES;
      if (answers.size >= most) return Promise.reject(tooMany(most));
      const answer = thread
        .do({ question, of })
        .finally(() => answers.delete(same))
        .then(answerOf);
      answers.set(same, answer);
      return answer as Promise<never>;
    },
    close: () => thread.close(),
  };
}

/** Equal for equal questions: a page opened twenty times is read once, and waits in one place. */
function sameness(question: Question, of: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([question, of]))
    .digest('base64');
}

function answerOf(answered: Answered): unknown {
  if ('answer' in answered) return answered.answer;
  throw errorOf(answered.problem);
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
