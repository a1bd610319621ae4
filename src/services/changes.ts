// Tells whoever watches that something changed; nothing is kept for those who were away.
// It must never know who watches, nor what they may see.
import { AppError } from '../domain/errors.ts';
import type { Changes, Log } from './ports.ts';

/** Screens open at once in a province of 75 communes, several each; above that the page polls. */
const LISTENERS_MAX = 1_000;

export function makeChanges(log: Log): Changes {
  const listeners = new Set<Parameters<Changes['listen']>[0]>();
  return {
    tell(change) {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          log.warn({ err: error, kind: change.kind }, 'a watcher of changes failed');
        }
      }
    },
    listen(listener) {
      if (listeners.size >= LISTENERS_MAX) throw tooManyWatch();
      // a wrapper, so that the same function may listen twice and leave once
      const own = (change: Parameters<typeof listener>[0]) => listener(change);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}

function tooManyWatch(): AppError {
  return new AppError({
    code: 'too-many-watchers',
    fault: 'world',
    say: {
      vi: 'Đang có quá nhiều màn hình cùng theo dõi. Trang vẫn dùng được, hãy tải lại để xem mới.',
      en: 'Too many screens are watching at once. The page still works; reload it to see news.',
    },
  });
}
