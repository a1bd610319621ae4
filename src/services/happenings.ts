// Says that something happened to whoever turns it into a notification; nothing is kept here.
// It must never know channels or people.
import type { Happening } from '../domain/told/happening.ts';
import type { Log } from './ports.ts';

export type Happenings = {
  /** after the commit of what happened, never before */
  tell(happening: Happening): void;
  listen(listener: (happening: Happening) => void): () => void;
};

export function makeHappenings(log: Log): Happenings {
  const listeners = new Set<(happening: Happening) => void>();
  return {
    tell(happening) {
      for (const listener of listeners) {
        try {
          listener(happening);
        } catch (error) {
          // what happened has happened: telling it must not undo it
          log.error({ err: error, kind: happening.kind }, 'a happening could not be told');
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
