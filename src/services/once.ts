// A request that was sent twice is done once: the second gets the first one's answer (issue #4, 8).
// It must never know routes; what a request was is a fingerprint, what it answered is a line of text.
import type { Deps } from './deps.ts';
import { limitReached, refusal } from './refusals.ts';

/** `answer` null: it was done, and what it answered may be shown only once (a secret) or is too long. */
export type Outcome = { status: number; answer: string | null };
export type Wish = { accountId: string; key: string; fingerprint: string };

export type Once = {
  /**
   * null: it is new and now ours to do; otherwise what came of it.
   * @throws AppError `key-reused` for another request under this key, `outcome-unknown` when the
   *   service was cut off in the middle of the first
   */
  begin(wish: Wish): Promise<Outcome | null>;
  /** null: it was refused or failed, nothing was done, and the same key may try again */
  finish(wish: Wish, outcome: Outcome | null): void;
};

export type RequestKeyRow = Wish & {
  status: number | null;
  answer: string | null;
  atMs: number;
};
export type RequestKeyStore = {
  requestKeys: {
    get(accountId: string, key: string): RequestKeyRow | null;
    put(row: RequestKeyRow): void;
    drop(accountId: string, key: string): void;
    dropBefore(atMs: number): void;
    count(accountId: string): number;
    /** how much of this account's answers is kept, in characters */
    kept(accountId: string): number;
  };
};

/** A phone that was out of reach for a night and asks again in the morning is still understood. */
export const KEPT_MS = 24 * 3_600_000;
/** An officer presses some hundred buttons on a busy day; more is a script gone mad. */
const PER_ACCOUNT_MAX = 5_000;
/** What a button makes answers in some kilobytes; a longer answer is not kept, only that it was done. */
export const ANSWER_MAX_CHARS = 64 * 1_024;
/** Some two thousand ordinary answers; beyond it a day's pages are filled on purpose: only that it was done. */
export const KEPT_MAX_CHARS = 5 * 1_024 * 1_024;
const SWEEP_MS = 600_000;

export function makeOnce({ store, clock }: Pick<Deps, 'store' | 'clock'>): Once {
  const keys = store.requestKeys;
  const running = new Map<string, { ended: Promise<void>; end(): void }>();
  let sweptAtMs = Number.NEGATIVE_INFINITY;
  const sweep = () => {
    if (clock.monoMs() - sweptAtMs < SWEEP_MS) return;
    sweptAtMs = clock.monoMs();
    keys.dropBefore(clock.wallMs() - KEPT_MS);
  };
  const fits = ({ accountId }: Wish, answer: string | null) =>
    answer !== null &&
    answer.length <= ANSWER_MAX_CHARS &&
    keys.kept(accountId) + answer.length <= KEPT_MAX_CHARS;
  return {
    async begin(wish) {
      const name = nameOf(wish);
      await running.get(name)?.ended;
      sweep();
      const known = keys.get(wish.accountId, wish.key);
      if (known) return outcomeOf(known, wish);
      if (keys.count(wish.accountId) >= PER_ACCOUNT_MAX) throw tooMany();
      keys.put({ ...wish, status: null, answer: null, atMs: clock.wallMs() });
      running.set(name, promise());
      return null;
    },
    finish(wish, outcome) {
      if (outcome === null) keys.drop(wish.accountId, wish.key);
      else {
        const answer = fits(wish, outcome.answer) ? outcome.answer : null;
        keys.put({ ...wish, ...outcome, answer, atMs: clock.wallMs() });
      }
      running.get(nameOf(wish))?.end();
      running.delete(nameOf(wish));
    },
  };
}

const nameOf = ({ accountId, key }: Wish) => `${accountId} ${key}`;

function promise() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}

function outcomeOf(known: RequestKeyRow, wish: Wish): Outcome {
  if (known.fingerprint !== wish.fingerprint)
    throw refusal('caller', 'key-reused', {
      vi: 'Khóa của yêu cầu này đã dùng cho một yêu cầu khác. Hãy tải lại trang rồi thử lại.',
      en: "This request's key was used for another request. Reload the page and try again.",
    });
  if (known.status === null)
    throw refusal('conflict', 'outcome-unknown', {
      vi: 'Hệ thống bị ngắt giữa chừng khi làm việc này. Hãy xem danh sách để biết đã xong chưa, rồi mới làm lại.',
      en: 'The service was cut off while doing this. Look at the list to see whether it was done before doing it again.',
    });
  return { status: known.status, answer: known.answer };
}

function tooMany() {
  return limitReached({
    vi: `tài khoản này đã gửi ${PER_ACCOUNT_MAX} yêu cầu trong 24 giờ`,
    en: `this account has sent ${PER_ACCOUNT_MAX} requests within 24 hours`,
  });
}
