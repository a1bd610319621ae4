// What of a stranger's sound is used: which channel lives, where speech begins and ends, and what must be said of it.
// It must never know files, formats or how the sound is made louder.
import { decibels, type Levels, WINDOW_MS } from './levels.ts';

export type UsedChannel = 'both' | 'left' | 'right';
export type SourceFault = {
  kind: 'clipped' | 'dead-channel' | 'out-of-phase';
  /** within the clip that is made, not within the file */
  atMs: number;
  untilMs: number;
};
export type SourceVerdict = {
  channel: UsedChannel;
  /** of the file: what is outside is silence */
  fromMs: number;
  untilMs: number;
  faults: SourceFault[];
};

/** Fainter than the noise of a quiet room before a good microphone: nobody spoke. */
const HEARD_LEAST_DB = -60;
/** Shorter than a syllable: a click is no word. */
const HEARD_LEAST_MS = 200;
/** A channel so much fainter holds only what leaked into its cable. */
const DEAD_DB = 25;
/** Two voices side by side lose 3 dB together; a cable soldered the wrong way round loses all. */
const CANCELLED_DB = 10;
/** The softest consonant of a speaker, below the loud syllables. */
const SOFT_DB = 35;
/** Speech stands out of its own noise by this at least. */
const ABOVE_NOISE_DB = 6;
const BELOW_SPEECH_DB = 20;
/** Breath before the first word, the fading of the last; Opus fills its last frame with 60 ms more. */
const KEPT_MS = 120;
/** Three of five: a click of the button is not yet a word. */
const STEADY_OF = 5;
const STEADY_LEAST = 3;
/** Fewer flat tops are one hard consonant. */
const CLIPPED_LEAST = 5;
/** Nearer ones are one place to listen to. */
const PLACE_MS = 1_000;
/** More places say nothing more. */
const PLACES_MAX = 20;

/** Null: there is nothing to hear in it. */
export function judgeSource(levels: Levels): SourceVerdict | null {
  const channel = channelOf(levels);
  const used = (channel === 'both' ? levels.mid : levels[channel]).map(decibels);
  const span = spoken(used);
  if (span === null) return null;
  const fromMs = Math.max(0, span.from * WINDOW_MS - KEPT_MS);
  const untilMs = Math.min(used.length * WINDOW_MS, span.until * WINDOW_MS + KEPT_MS);
  const whole = { atMs: 0, untilMs: untilMs - fromMs };
  const why = channel === 'both' ? null : isDead(levels) ? 'dead-channel' : 'out-of-phase';
  const clipped = clippedPlaces(levels, { fromMs, untilMs });
  return {
    ...{ channel, fromMs, untilMs },
    faults: [...(why === null ? [] : [{ kind: why, ...whole } as const]), ...clipped],
  };
}

function channelOf(levels: Levels): UsedChannel {
  const [left, right, mid] = [sum(levels.left), sum(levels.right), sum(levels.mid)];
  const louder = left >= right ? 'left' : 'right';
  const cancelled = mid * 10 ** (CANCELLED_DB / 10) < Math.max(left, right);
  return isDead(levels) || cancelled ? louder : 'both';
}

function isDead({ left, right }: Levels): boolean {
  const [one, other] = [sum(left), sum(right)];
  return Math.min(one, other) * 10 ** (DEAD_DB / 10) < Math.max(one, other);
}

/** The first and the last window of speech, in decibels against their own noise. */
function spoken(db: readonly number[]): { from: number; until: number } | null {
  const sorted = [...db].sort((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? -Infinity;
  // of five minutes before an open microphone a few words are the hundredth part
  const speech = share(0.99);
  if (speech < HEARD_LEAST_DB) return null;
  const noise = share(0.1) + ABOVE_NOISE_DB;
  const least = Math.min(Math.max(noise, speech - SOFT_DB), speech - BELOW_SPEECH_DB);
  const sounds = (at: number) => (db[at] ?? -Infinity) >= least;
  const steady = (at: number, step: 1 | -1) =>
    sounds(at) && countOf(STEADY_OF, (n) => sounds(at + n * step)) >= STEADY_LEAST;
  const from = db.findIndex((_, at) => steady(at, 1));
  const last = db.findLastIndex((_, at) => steady(at, -1));
  return from < 0 || (last - from + 1) * WINDOW_MS < HEARD_LEAST_MS
    ? null
    : { from, until: last + 1 };
}

function clippedPlaces(
  { clipped }: Levels,
  { fromMs, untilMs }: Pick<SourceVerdict, 'fromMs' | 'untilMs'>,
): SourceFault[] {
  const heard = clipped.map((at) => at * WINDOW_MS).filter((ms) => ms >= fromMs && ms < untilMs);
  if (heard.length < CLIPPED_LEAST) return [];
  const places: SourceFault[] = [];
  for (const ms of heard) {
    const [atMs, last] = [ms - fromMs, places.at(-1)];
    if (last !== undefined && atMs - last.untilMs < PLACE_MS) last.untilMs = atMs + WINDOW_MS;
    else places.push({ kind: 'clipped', atMs, untilMs: atMs + WINDOW_MS });
  }
  return places.slice(0, PLACES_MAX);
}

const countOf = (times: number, holds: (n: number) => boolean) =>
  Array.from({ length: times }, (_, n) => n).filter(holds).length;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
