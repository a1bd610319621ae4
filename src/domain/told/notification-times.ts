// When a message goes: not in a person's quiet hours, tried again at growing distances, then given up.
// It must never know a clock, a channel or a message.

import { DAY_MS, dayNumber, midnightMs } from '../vietnam-time.ts';
import type { Quiet, ToldSettings } from './notification-model.ts';

const MINUTE_MS = 60_000;

/** 21:00 to 6:00: the night of QCVN 26:2010, for a phone as for a loudspeaker. */
const FIRST_QUIET: Quiet = { fromMinute: 1_260, toMinute: 360 };

export function firstSettings(accountId: string): ToldSettings {
  return { accountId, choices: {}, quiet: FIRST_QUIET, language: 'vi', plainSms: true };
}

/** Now, or the end of the quiet hours that now lies in; what is urgent does not wait. */
export function afterQuiet(of: { nowMs: number; quiet: Quiet | null; urgent: boolean }): number {
  const { nowMs, quiet, urgent } = of;
  if (urgent || quiet === null || quiet.fromMinute === quiet.toMinute) return nowMs;
  const midnight = midnightMs(dayNumber(nowMs));
  const from = midnight + quiet.fromMinute * MINUTE_MS;
  const to = midnight + quiet.toMinute * MINUTE_MS;
  if (from < to) return nowMs >= from && nowMs < to ? to : nowMs;
  if (nowMs < to) return to;
  return nowMs >= from ? to + DAY_MS : nowMs;
}

/** Above this a phone is put away unread; what is urgent is never held back. */
export const PER_HOUR_MAX = 20;

/** After the first failure, the second, …: a server's restart, its night, and a line cut in a storm. */
const WAITS_MS = [10_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, 7_200_000] as const;
export const TRIES_MAX = WAITS_MS.length + 1;
/** What nobody could be told of for half a day is old; of an emergency after two hours. */
const KEPT_MS = 12 * 3_600_000;
const KEPT_URGENT_MS = 2 * 3_600_000;

export function lifeMs(urgent: boolean): number {
  return urgent ? KEPT_URGENT_MS : KEPT_MS;
}

/** When to try again after so many tries; null: no more. A receiver may ask for more patience. */
export function nextTryMs(of: {
  nowMs: number;
  tries: number;
  /** first due then */
  sinceMs: number;
  urgent: boolean;
  askedMs: number;
}): number | null {
  const waitMs = WAITS_MS[of.tries - 1];
  if (waitMs === undefined) return null;
  const atMs = of.nowMs + Math.max(waitMs, of.askedMs);
  return atMs - of.sinceMs > lifeMs(of.urgent) ? null : atMs;
}
