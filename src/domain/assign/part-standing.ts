// How far one commune is with what the province gave it: a pure reduction of answers, plans and verdicts.
// It must never know whose part it is, nor count anything itself from rows.
import type {
  AiredOnce,
  Assignment,
  AssignmentPart,
  PartStanding,
  PartState,
} from './assign-model.ts';

/**
 * An airing counts when at least half of the speakers it was meant for played it whole: one dead pole
 * does not undo a commune's work, and one living pole is no commune (decided in issue #5, 5).
 */
export function counts({ speakers, whole }: Pick<AiredOnce, 'speakers' | 'whole'>): boolean {
  return speakers > 0 && whole * 2 >= speakers;
}

export function standingOfPart(of: {
  assignment: Pick<Assignment, 'leastAirings' | 'dueAtMs' | 'givenAtMs'>;
  part: Pick<AssignmentPart, 'answer'>;
  /** of the commune's own schedules of this bulletin */
  airings: readonly AiredOnce[];
  /** begins of what is still to come and nothing stands in the way of */
  plannedAtMs: readonly number[];
  nowMs: number;
}): PartStanding {
  const { assignment, part, nowMs } = of;
  const { leastAirings: least, dueAtMs, givenAtMs } = assignment;
  const counted = of.airings.filter((one) => one.playAtMs >= givenAtMs && counts(one));
  const aired = counted.filter(({ playAtMs }) => playAtMs <= dueAtMs).length;
  const planned = of.plannedAtMs.filter((atMs) => atMs >= nowMs && atMs <= dueAtMs).length;
  const facts = { aired, planned, least, late: counted.length - aired };
  const state = stateOf({ ...facts, answer: part.answer, isPast: nowMs > dueAtMs });
  const behind = state !== 'declined' && aired + planned < least;
  const lastAtMs = counted.reduce<number | null>(
    (last, { playAtMs }) => Math.max(last ?? playAtMs, playAtMs),
    null,
  );
  return { ...facts, state, behind, lastAtMs };
}

function stateOf(of: {
  answer: AssignmentPart['answer'];
  aired: number;
  planned: number;
  least: number;
  isPast: boolean;
}): PartState {
  // what was heard often enough is done, whatever was answered
  if (of.aired >= of.least) return 'aired';
  if (of.answer === 'declined') return 'declined';
  if (of.isPast) return 'overdue';
  if (of.aired + of.planned > 0) return 'placed';
  return of.answer;
}

export type PartCounts = Readonly<Record<PartState, number>> & { behind: number };

/** The board's line of figures, in one pass. */
export function countsOf(standings: Iterable<Pick<PartStanding, 'state' | 'behind'>>): PartCounts {
  const counted = {
    ...{ waiting: 0, accepted: 0, placed: 0, aired: 0, declined: 0, overdue: 0 },
    behind: 0,
  };
  for (const { state, behind } of standings) {
    counted[state] += 1;
    if (behind) counted.behind += 1;
  }
  return counted;
}

/** Once a day per commune: an officer who is told three times stops reading. */
export const REMIND_EVERY_MS = 86_400_000;

export function mayRemind(
  part: Pick<AssignmentPart, 'remindedAtMs'>,
  { behind }: Pick<PartStanding, 'behind'>,
  nowMs: number,
): boolean {
  const { remindedAtMs } = part;
  // a clock stepped back must not silence the button for a day
  const isFresh = remindedAtMs !== null && Math.abs(nowMs - remindedAtMs) < REMIND_EVERY_MS;
  return behind && !isFresh;
}
