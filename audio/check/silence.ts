// Where a finished clip is silent: long rests within, silence at its ends, and an end that stops in the middle of a word. Pure.
// It must never know files, or what is said in the clip.
import { type Finding, finding } from './finding.ts';

/** Decibels of full scale, a window after the other. */
export type Loudness = { windowMs: number; db: readonly number[] };

/** A clip at −16 LUFS: its room tone stands near −55, its softest consonants near −40. */
const SILENT_DB = -45;
/** Issue #6: nobody on a road waits longer for the next word. */
const REST_MOST_MS = 2_000;
/** Over the rest that was asked for: the sentence itself begins and ends softly. */
const REST_SLACK_MS = 500;
const ENDS_MOST_MS = 200;
/** A window of measuring either way. */
const ENDS_SLACK_MS = 60;
/** Loud until here, as no word ends. */
const ABRUPT_DB = -25;
const ABRUPT_WINDOWS = 3;
/** What a coder and a short fade soften of the last word. */
const SOFTENED_WINDOWS = 2;

export function checkSilence(loud: Loudness, of: { longestRestMs: number }): Finding[] {
  const { windowMs, db } = loud;
  const most = Math.max(REST_MOST_MS, of.longestRestMs + REST_SLACK_MS);
  const silences = silencesOf(loud).map(({ from, until }) => ({
    ...{ atMs: from * windowMs, untilMs: until * windowMs },
    ...{ amount: ((until - from) * windowMs) / 1_000, isEnd: from === 0 || until === db.length },
  }));
  return silences.flatMap(({ isEnd, ...one }) => {
    const ms = one.untilMs - one.atMs;
    if (isEnd)
      return ms > ENDS_MOST_MS + ENDS_SLACK_MS ? [finding({ kind: 'silent-ends', ...one })] : [];
    return ms > most ? [finding({ kind: 'long-silence', ...one })] : [];
  });
}

export function checkEnd({ windowMs, db }: Loudness): Finding[] {
  const last = db.slice(-(ABRUPT_WINDOWS + SOFTENED_WINDOWS), -SOFTENED_WINDOWS);
  if (last.length < ABRUPT_WINDOWS || last.some((one) => one < ABRUPT_DB)) return [];
  const untilMs = db.length * windowMs;
  return [finding({ kind: 'end-cut', atMs: Math.max(0, untilMs - 1_000), untilMs })];
}

/** 0–1: how much of a stretch sounds. */
export function soundingShare(
  { windowMs, db }: Loudness,
  of: { atMs: number; untilMs: number },
): number {
  const part = db.slice(Math.floor(of.atMs / windowMs), Math.ceil(of.untilMs / windowMs));
  return part.length === 0 ? 0 : part.filter((one) => one >= SILENT_DB).length / part.length;
}

function silencesOf({ db }: Loudness): { from: number; until: number }[] {
  const found: { from: number; until: number }[] = [];
  let from = 0;
  for (let at = 0; at <= db.length; at += 1) {
    if (at < db.length && (db[at] ?? 0) < SILENT_DB) continue;
    if (at > from) found.push({ from, until: at });
    from = at + 1;
  }
  return found;
}
