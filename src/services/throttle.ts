// Slows down guessing: each failed sign-in of a name makes its next try wait longer.
// It must never know whether an account of that name exists, so both are treated alike.
import { AppError } from '../domain/errors.ts';

export type Throttle = {
  /** @throws AppError too-many-attempts when this name must wait */
  check(name: string): void;
  failed(name: string): void;
  succeeded(name: string): void;
};

/** Ten failures in a quarter of an hour and the name rests until it is over. */
const FAILURES_MAX = 10;
const WINDOW_MS = 15 * 60_000;
/** The first slips of a finger cost nothing; then 1, 2, 4 … seconds. */
const FREE_FAILURES = 3;
/** One entry per guessed name: 10,000 of them are about a megabyte. The oldest goes first. */
const NAMES_MAX = 10_000;

type Failures = { count: number; sinceMs: number; nextMs: number };

export function makeThrottle(monoMs: () => number): Throttle {
  const names = new Map<string, Failures>();
  const live = (name: string) => {
    const found = names.get(name);
    if (found && monoMs() - found.sinceMs < WINDOW_MS) return found;
    names.delete(name);
    return null;
  };
  return {
    check(name) {
      const waitMs = (live(name)?.nextMs ?? 0) - monoMs();
      if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000));
    },
    failed(name) {
      const found = live(name) ?? { count: 0, sinceMs: monoMs(), nextMs: 0 };
      const count = found.count + 1;
      const over = count - FREE_FAILURES;
      const nextMs =
        count >= FAILURES_MAX
          ? found.sinceMs + WINDOW_MS
          : over > 0
            ? monoMs() + 1000 * 2 ** (over - 1)
            : 0;
      names.delete(name);
      names.set(name, { count, sinceMs: found.sinceMs, nextMs });
      const oldest = names.keys().next().value;
      if (names.size > NAMES_MAX && oldest !== undefined) names.delete(oldest);
    },
    succeeded: (name) => void names.delete(name),
  };
}

function tooMany(seconds: number): AppError {
  return new AppError({
    code: 'too-many-attempts',
    fault: 'caller',
    say: {
      vi: `Sai mật khẩu nhiều lần. Xin thử lại sau ${seconds} giây.`,
      en: `Too many failed sign-ins. Please try again in ${seconds} seconds.`,
    },
  });
}
