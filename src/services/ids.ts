// New ids: ULIDs that sort in the order they were made, even within one millisecond.
// It must never know what an id is for.
import { monotonicFactory } from 'ulid';
import type { Ids } from './ports.ts';

export function makeIds(): Ids {
  const next = monotonicFactory();
  return { next: () => next() };
}
