// Whether a loudspeaker missed the beginning of an airing, as far as can be known half a minute after it.
// It must never wait for more: who has to be told is told while something can still be done.
import type { Receipt } from '../../../devices/protocol/index.ts';
import { MISSED_AFTER_MS } from '../../../devices/rules/index.ts';

/** REAL milliseconds: a word about its first second takes as long to come over a poor link. */
export const LOOKED_AT_MS = 30_000;

/**
 * Its own word counts. Without one, who has the sound and is there waits for its turn among others
 * (devices/PROTOCOL.md §10), and its end will be told by its verdict; who is away or has nothing, missed it.
 */
export function missedBeginning(of: { receipts: readonly Receipt[]; online: boolean }): boolean {
  const { receipts, online } = of;
  const started = receipts.find((receipt) => receipt.event === 'started');
  if (started) return started.startErrorMs > MISSED_AFTER_MS;
  if (receipts.some(({ event }) => event === 'refused')) return true;
  const ended = receipts.find((receipt) => receipt.event === 'finished');
  // ended by a person, by the hours or by a hush is no beginning anybody missed
  if (ended) return ended.shortOf === null ? false : MISSED_BY.has(ended.shortOf);
  return !(online && receipts.some(({ event }) => event === 'stored'));
}

const MISSED_BY: ReadonlySet<string> = new Set([
  'late',
  'missing-chunks',
  'restarted',
  'sink-failed',
  'pre-empted',
]);
