// The process in which a stranger's file is opened: bytes in, progress and one answer out.
// It must never know files on a disk, OCR, or any other file than its own.
import { ReadingError } from '../reading/errors.ts';
import { type IntakeCode, IntakeError, type IntakePlace } from './errors.ts';
import { type FileGiven, type Opened, openFile } from './opening.ts';

export type WorkerSays =
  | { page: { done: number; total: number } }
  | { resident: number }
  | { opened: Opened }
  | { refused: { code: IntakeCode; place: IntakePlace; said: string } };

/** A page of a large PDF takes some milliseconds: more messages than this tell a person nothing. */
const SAY_EVERY_MS = 100;

/** Where no /proc tells the service how much memory this process takes, it tells by itself. */
const WEIGH_EVERY_MS = 100;

const say = (message: WorkerSays) => void process.send?.(message);

if (process.send !== undefined) {
  // pdf.js drops promises of its own on broken files; what we wait for is what counts.
  process.on('unhandledRejection', () => {});
  // Whoever asked is gone; until then it is he who ends this process, once he has the answer.
  process.once('disconnect', () => process.exit());
  process.once('message', (file: FileGiven) => void answer(file));
  if (process.platform !== 'linux')
    setInterval(() => say({ resident: process.memoryUsage.rss() }), WEIGH_EVERY_MS);
}

async function answer(file: FileGiven): Promise<void> {
  let saidAtMs = 0;
  const onPage = (done: number, total: number) => {
    if (performance.now() - saidAtMs < SAY_EVERY_MS && done < total) return;
    saidAtMs = performance.now();
    say({ page: { done, total } });
  };
  try {
    say({ opened: await openFile(file, onPage) });
  } catch (error) {
    say({ refused: asRefusal(error) });
  }
}

function asRefusal(error: unknown): { code: IntakeCode; place: IntakePlace; said: string } {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof IntakeError) return { code: error.code, place: error.place, said };
  if (error instanceof ReadingError) return { code: error.code, place: {}, said };
  // Deep nesting ends a library's recursion: that is the file's doing, not ours.
  const broken = error instanceof RangeError;
  return { code: broken ? 'broken' : 'crashed', place: {}, said };
}
