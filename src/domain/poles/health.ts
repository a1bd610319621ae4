// Whether a speaker is there: from when it was heard, by how often its class says so (issue #4, 5).
// It must never know clocks, rows or networks: instants in, a state out.
import type { DeviceClass } from './pole-model.ts';

/** REAL milliseconds between two words of a speaker: a plan paid by the megabyte, a battery by the minute. */
export const BEAT_MS: Readonly<Record<DeviceClass, number>> = {
  'mains-wired': 60_000,
  'mains-4g': 120_000,
  'solar-4g': 300_000,
};

/** All instants are REAL milliseconds of one monotonic clock. */
export type Link = {
  state: 'never' | 'online' | 'late' | 'silent';
  heardMs: number | null;
  /** its last will, not followed by a word of its own yet */
  goneMs: number | null;
  /** since when it has been back without a gap, while it is still called silent */
  backMs: number | null;
  /** how often it fell silent lately: each time it has to stay longer before it is believed */
  falls: number;
  /** since when it has been online without falling silent */
  steadyMs: number | null;
};

export const NEVER: Link = {
  ...{ state: 'never', heardMs: null, goneMs: null, backMs: null, falls: 0, steadyMs: null },
};

/** One lost word is no news (Zigbee2MQTT #5330: one failed ping was "offline"). */
const LATE_BEATS = 2;
const SILENT_BEATS = 5;
/** A will is the broker's word, not the speaker's: a cell handover makes one, and a hello follows. */
const GONE_BEATS = 2;
/** A word may come so much after its beat. */
const SLACK_BEATS = 0.5;
/** A hello and one beat; what comes in one burst (a hello, five clock questions) is one word. */
const BACK_BEATS = 0.5;
/** Doubled at each fall, up to an hour of a wired speaker or five of a solar one. */
const BACK_BEATS_MAX = 60;
/** After so long without a fall the earlier ones are forgiven: three hours wired, fifteen solar. */
const STEADY_BEATS = 180;

/** Anything it said itself: a status, a receipt, a question about the time (not a will, nothing retained). */
export function heard(link: Link, at: { nowMs: number; beatMs: number }): Link {
  const { nowMs, beatMs } = at;
  const now = { ...link, heardMs: nowMs, goneMs: null };
  if (link.state !== 'silent') {
    const steadyMs = link.steadyMs ?? nowMs;
    const forgiven = nowMs - steadyMs >= STEADY_BEATS * beatMs;
    return { ...now, state: 'online', backMs: null, steadyMs, falls: forgiven ? 0 : link.falls };
  }
  const gap = link.heardMs === null || nowMs - link.heardMs > (LATE_BEATS + SLACK_BEATS) * beatMs;
  const backMs = link.backMs === null || gap ? nowMs : link.backMs;
  if (nowMs - backMs < backAfterMs(link.falls, beatMs)) return { ...now, backMs };
  return { ...now, state: 'online', backMs: null, steadyMs: nowMs };
}

/** How long it has to be heard without a gap before it is no longer called silent. */
export function backAfterMs(falls: number, beatMs: number): number {
  return Math.min(BACK_BEATS * 2 ** Math.max(0, falls - 1), BACK_BEATS_MAX) * beatMs;
}

/** The broker says its connection is gone. */
export function gone(link: Link, nowMs: number): Link {
  if (link.state === 'never') return link;
  return { ...link, goneMs: link.goneMs ?? nowMs, backMs: null };
}

/**
 * What silence has become by now. `listeningMs`: since when we can hear at all; nobody is blamed for
 * what the broker or the service itself was away for.
 */
export function looked(
  link: Link,
  at: { nowMs: number; beatMs: number; listeningMs: number },
): Link {
  if (link.state === 'never' || link.state === 'silent') return link;
  const { nowMs, beatMs, listeningMs } = at;
  const sinceMs = (instantMs: number) => nowMs - Math.max(instantMs, listeningMs);
  const missed = sinceMs(link.heardMs ?? listeningMs) / beatMs - SLACK_BEATS;
  const isGone = link.goneMs !== null && sinceMs(link.goneMs) > GONE_BEATS * beatMs;
  if (missed >= SILENT_BEATS || isGone)
    return { ...link, state: 'silent', backMs: null, steadyMs: null, falls: link.falls + 1 };
  return missed >= LATE_BEATS ? { ...link, state: 'late' } : link;
}
