// What the rooms of audio/ refuse, as the one error of the service.
// It must never know what was asked of them.
import { SoundError } from '../audio/errors.ts';
import { ReadingError } from '../audio/reading/index.ts';
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

function asAppError(error: unknown): unknown {
  if (!(error instanceof SoundError || error instanceof ReadingError)) return error;
  const { code, fault, say } = error;
  return new AppError({ code, fault, say, cause: error });
}
