// Slows down guessing: each try of a name from one address makes the next one from there wait longer.
// It must never know whether an account of that name exists, so both are treated alike.
import { AppError } from '../../domain/errors.ts';

/** Who tries: a stranger elsewhere must not be able to lock somebody out by failing under their name. */
export type Attempt = { name: string; address: string };
export type Throttle = {
  /** Counts the try before it is judged, so that a hundred at once are a hundred. @throws AppError too-many-attempts */
  enter(attempt: Attempt): void;
  /** what was tried from there before is forgiven */
  succeeded(attempt: Attempt): void;
};

/** Ten tries in a quarter of an hour and the name rests for this address until it is over. */
const TRIES_MAX = 10;
const WINDOW_MS = 15 * 60_000;
/** The first slips of a finger cost nothing; then 1, 2, 4 … seconds. */
const FREE_TRIES = 3;
/** From so many tries on, many addresses are guessing together: each gets one, not ten. */
const NAME_TRIES_MAX = 100;
/** One entry per guessed name and address: 10,000 of them are about a megabyte. The oldest goes first. */
const ENTRIES_MAX = 10_000;

type Tries = { count: number; sinceMs: number; nextMs: number };

export function makeThrottle(monoMs: () => number): Throttle {
  const pairs = kept(monoMs);
  const names = kept(monoMs);
  return {
    enter({ name, address }) {
      const nowMs = monoMs();
      const pair = pairs.live(pairOf(name, address));
      const all = names.live(name);
      const crowded = pair !== null && all !== null && all.count >= NAME_TRIES_MAX;
      const untilMs = crowded ? all.sinceMs + WINDOW_MS : (pair?.nextMs ?? nowMs);
      if (untilMs > nowMs) throw tooMany(Math.ceil((untilMs - nowMs) / 1000));
      pairs.put(pairOf(name, address), oneMore(pair, nowMs));
      names.put(name, oneMore(all, nowMs));
    },
    succeeded({ name, address }) {
      const pair = pairs.live(pairOf(name, address));
      const all = names.live(name);
      pairs.drop(pairOf(name, address));
      if (all) names.put(name, { ...all, count: Math.max(0, all.count - (pair?.count ?? 0)) });
    },
  };
}

function oneMore(before: Tries | null, nowMs: number): Tries {
  const sinceMs = before?.sinceMs ?? nowMs;
  const count = (before?.count ?? 0) + 1;
  const over = count - FREE_TRIES;
  if (count >= TRIES_MAX) return { count, sinceMs, nextMs: sinceMs + WINDOW_MS };
  return { count, sinceMs, nextMs: over > 0 ? nowMs + 1000 * 2 ** (over - 1) : nowMs };
}

/** One household of IPv6 has 2^64 addresses: its network (/64) is what counts. */
function pairOf(name: string, address: string): string {
  const [network = ''] = address.split('::');
  const from = address.includes(':') && !address.includes('.') ? network : address;
  return `${name}\n${from.includes(':') ? from.split(':').slice(0, 4).join(':') : from}`;
}

function kept(monoMs: () => number) {
  const entries = new Map<string, Tries>();
  return {
    live(key: string): Tries | null {
      const found = entries.get(key);
      if (found && monoMs() - found.sinceMs < WINDOW_MS) return found;
      entries.delete(key);
      return null;
    },
    put(key: string, tries: Tries): void {
      entries.delete(key);
      entries.set(key, tries);
      const oldest = entries.keys().next().value;
      if (entries.size > ENTRIES_MAX && oldest !== undefined) entries.delete(oldest);
    },
    drop: (key: string) => void entries.delete(key),
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
