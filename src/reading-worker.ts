// The thread in which long texts are read, so that airings and their hours never wait for one.
// It must never touch rows, files or the network: texts in, scripts out.
import { parentPort } from 'node:worker_threads';
import { AppError, type Fault, type Sentence } from './domain/errors.ts';
import { makeReadingRoom, type Question, type Questions } from './reading-room.ts';
import { asAppError } from './room-errors.ts';

export type Asked = { id: number; question: Question; of: Questions[Question]['of'] };
export type Answered =
  | { id: number; answer: unknown }
  | { id: number; problem: { code: string; fault: Fault; say: Sentence } | { trace: string } };

const room = makeReadingRoom();

parentPort?.on('message', ({ id, question, of }: Asked) => {
  try {
    const ask = room[question] as (of: Questions[Question]['of']) => unknown;
    say({ id, answer: ask(of) });
  } catch (error) {
    say({ id, problem: problemOf(asAppError(error)) });
  }
});

function problemOf(error: unknown) {
  if (!(error instanceof AppError)) return { trace: String((error as Error).stack ?? error) };
  const { code, fault, say: words } = error;
  return { code, fault, say: words };
}

function say(answered: Answered): void {
  parentPort?.postMessage(answered);
}
