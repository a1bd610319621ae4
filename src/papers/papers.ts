// The port of papers on a thread of its own: asked in turn, bounded in length and time, replaced when it dies.
// It must never know what a paper says.
import type { Worker } from 'node:worker_threads';
import { AppError } from '../domain/errors.ts';
import { makeOneThread, startThread } from '../one-thread.ts';
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

/** Tests give a worker that dies, or less time. */
export function makePapers({
  start = () => startThread(new URL('./papers-worker.ts', import.meta.url), { heapMb: HEAP_MB }),
  printMs = PRINT_MS,
}: {
  start?: () => Worker;
  printMs?: number;
} = {}): ClosablePapers {
  const thread = makeOneThread<{ paper: Paper }, Printed>({
    ...{ start, tooSlow, dead: stopped },
    mostMs: ({ paper }) => (paper.kind === 'record' ? printMs * RECORD_SHARE : printMs),
  });
  return {
    async make(paper) {
      if (JSON.stringify(paper).length > charsMax(paper)) throw tooLong(paper);
      if (thread.waiting >= WAITING_MAX) throw tooMany();
      const printed = await thread.do({ paper });
      if ('bytes' in printed) return printed.bytes;
      throw stopped(new Error(printed.trace));
    },
    close: () => thread.close(),
  };
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
