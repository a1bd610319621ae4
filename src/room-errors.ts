// What the rooms of audio/ refuse, as the one error of the service.
// It must never know what was asked of them.
import { SoundError } from '../audio/errors.ts';
import { IntakeError } from '../audio/intake/index.ts';
import { LexiconError, ReadingError } from '../audio/reading/index.ts';
import { AppError } from './domain/errors.ts';

export function adapted<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asAppError(error);
  }
}

export async function adaptedLater<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw asAppError(error);
  }
}

export function asAppError(error: unknown): unknown {
  if (!isTheirs(error)) return error;
  const { code, fault, say } = error;
  return new AppError({ code, fault, say, cause: error });
}

function isTheirs(error: unknown): error is SoundError | ReadingError | IntakeError | LexiconError {
  return [SoundError, ReadingError, IntakeError, LexiconError].some(
    (room) => error instanceof room,
  );
}
