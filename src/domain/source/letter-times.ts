// When a letter to the source system goes again: at growing distances, spread by chance, then given up.
// It must never know a clock, chance or a network: each is an argument.
import type { OutboxLetter } from './source-model.ts';

/** After the first failure, the second, …: a restart, a night's maintenance, a line cut by a storm. */
const WAITS_MS = [5_000, 15_000, 60_000, 180_000, 600_000] as const;
/** A province's communes come back together: a fifth earlier or later keeps them from one second. */
const JITTER = 0.2;
/** What the other side could not be told of in a month stands in the reports. */
export const LETTER_MAX_AGE_MS = 30 * 86_400_000;
/** "I do not want this letter" said so often is meant; what comes after it must not wait for ever. */
export const REFUSED_MAX = 5;
/** A month of results of 75 communes with four airings a day, twice. */
export const LETTERS_MAX = 20_000;

/** @param chance from 0 to 1 */
export function nextTryMs(of: { nowMs: number; attempts: number; chance: number }): number {
  const { nowMs, attempts, chance } = of;
  const at = Math.max(0, Math.min(attempts, WAITS_MS.length) - 1);
  const waitMs = WAITS_MS[at] as number;
  return nowMs + Math.round(waitMs * (1 - JITTER + 2 * JITTER * chance));
}

/** What the letter is after it did not arrive. */
export function afterFailure(
  letter: OutboxLetter,
  of: { nowMs: number; chance: number; detail: string; unwanted: boolean },
): OutboxLetter {
  const { nowMs, chance, detail, unwanted } = of;
  const attempts = letter.attempts + 1;
  const over = unwanted ? attempts >= REFUSED_MAX : nowMs - letter.createdAtMs >= LETTER_MAX_AGE_MS;
  const dueAtMs = nextTryMs({ nowMs, attempts, chance });
  // an address may answer with anything: what is kept of it fits a line
  const lastError = detail.slice(0, 200);
  return { ...letter, attempts, dueAtMs, lastError, state: over ? 'dropped' : 'waiting' };
}
