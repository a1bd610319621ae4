// When an airing that was heard whole really began, and why that was not at its time.
// It must never judge: its own turn may lawfully come later, and a verdict says so.

import type { Sentence } from '../errors.ts';
import type { Airing } from '../model.ts';
import { toldTime } from './fact-times.ts';
import { type Fact, receiptsIn } from './facts.ts';

/** made-up: the speaker was away or had no sound at its time (rule "late") · waited: another was on. */
type How = 'made-up' | 'waited';

/** So much after its time it is no longer said to be on time. */
const BEGAN_LATE_MS = 1_000;

/** What a speaker adds to every time on purpose, so that echoing valleys hear one voice, and the clock's pace. */
export type Pace = {
  startOffsetMs: number;
  /** plan milliseconds per real one: a speaker measures how far off its turn it was in real ones */
  speed: number;
};
export type Beginning = {
  airing: Pick<Airing, 'playAtMs' | 'air'>;
  facts: readonly Fact[];
  pace: Pace;
  /** asked where it matters: when its turn came for whoever held the sound by its time; null: unknown */
  turnMs?: (() => number | null) | undefined;
};

/**
 * A speaker's `startErrorMs` is measured from the turn it was given, which may be much later than
 * the time of the schedule: only when it began says which.
 * @returns what a verdict keeps of it, or null when it began at its time, or nothing says when
 */
export function lateBeginning(of: Beginning): string | null {
  const { airing, facts, pace } = of;
  const started = receiptsIn(facts).find(({ event }) => event === 'started');
  if (started?.event !== 'started') return null;
  const lateMs = started.atMs - airing.playAtMs - pace.startOffsetMs;
  const ownMs = (BEGAN_LATE_MS + Math.abs(started.startErrorMs)) * pace.speed;
  if (lateMs <= ownMs) return null;
  const how = howOf(of, { startedMs: started.atMs, ownMs });
  return [how, started.atMs, lateMs].join(':');
}

/** Only by the rule "late" is anything said from its beginning that was not there at its time. */
function howOf(of: Beginning, { startedMs, ownMs }: { startedMs: number; ownMs: number }): How {
  const { airing, facts, pace } = of;
  if (airing.air.missed.kind !== 'late') return 'waited';
  const came = facts.some((fact) => {
    const isBack = fact.kind === 'link-back' || fact.kind === 'mains-back';
    const isStored = fact.kind === 'receipt' && fact.receipt.event === 'stored';
    const atMs = fact.kind === 'receipt' ? fact.receipt.atMs : fact.atMs;
    return (isBack || isStored) && atMs > airing.playAtMs && atMs <= startedMs;
  });
  if (!came) return 'waited';
  // a link that flapped while it waited delayed nothing: it began when its turn came
  const turnMs = of.turnMs?.() ?? airing.playAtMs;
  const isInTurn = Math.abs(startedMs - pace.startOffsetMs - turnMs) <= ownMs;
  return isInTurn ? 'waited' : 'made-up';
}

const WRITTEN = /^(made-up|waited):(\d+):(\d+)$/;

/** "bắt đầu 17:25 (phát bù, muộn 25 phút)" @param detail as `lateBeginning` wrote it */
export function spokenBeginning(detail: string | null): Sentence | null {
  const [, how, at, late] = WRITTEN.exec(detail ?? '') ?? [];
  if (how === undefined) return null;
  const [startedMs, lateMs] = [Number(at), Number(late)];
  const clock = toldTime(startedMs, startedMs - lateMs);
  const span = spanOf(lateMs);
  const why: Sentence =
    how === 'made-up'
      ? { vi: `phát bù, muộn ${span.vi}`, en: `made up for, ${span.en} late` }
      : { vi: `đợi lượt ${span.vi}`, en: `it waited ${span.en} for its turn` };
  return { vi: `bắt đầu ${clock.vi} (${why.vi})`, en: `begun at ${clock.en} (${why.en})` };
}

function spanOf(ms: number): Sentence {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return { vi: `${seconds} giây`, en: `${seconds} s` };
  const minutes = Math.round(seconds / 60);
  return { vi: `${minutes} phút`, en: `${minutes} min` };
}
