// What approving a bulletin at this moment would lead to: per schedule its next time, and what would still hinder it.
// It must never approve anything, nor know rows: it supposes an approval and asks the plan.

import type { Approval, Bulletin, Clip, Hindrance, Schedule } from '../model.ts';
import { timeOfNow } from './now-time.ts';
import { hoursFor, occurrencesOf, type PlanFacts } from './occurrences.ts';
import { hasNoMoreTimes } from './slots.ts';

/** past: all its times are behind it, so an approval leads to nothing */
export type Foreseen = Hindrance | 'past';
export type Outlook = { scheduleId: string; nextAtMs: number | null; hindrance: Foreseen | null };

export type OutlookFacts = {
  plan: PlanFacts;
  bulletin: Bulletin;
  clip: Clip | null;
  /** how long "now" takes to reach its speakers, plan milliseconds */
  leadMs: number;
};

/** One for each schedule that is open, or that ended before anybody approved what it was for. */
export function outlookOf(facts: OutlookFacts): Outlook[] {
  const approved = facts.bulletin.state === 'approved';
  const supposed = approved ? facts.plan : supposing(facts);
  return facts.plan.schedules.flatMap((schedule): Outlook[] => {
    const { id: scheduleId, endedAtMs } = schedule;
    const past = { scheduleId, nextAtMs: null, hindrance: 'past' } as const;
    if (endedAtMs !== null) return !approved && hasNoMoreTimes(schedule, endedAtMs) ? [past] : [];
    const timed = timedNow(schedule, facts);
    const coming = occurrencesOf({ ...supposed, schedules: [timed] });
    // what began before an approval is not made good by it
    const next = coming.find(({ playAtMs }) => approved || playAtMs >= facts.plan.nowMs);
    if (next) return [{ scheduleId, nextAtMs: next.playAtMs, hindrance: next.hindrance }];
    return approved ? [] : [past];
  });
}

function supposing({ plan, bulletin, clip }: OutlookFacts): PlanFacts {
  const { id: bulletinId, version } = bulletin;
  const approval: Approval | null = clip && {
    ...{ id: '', bulletinId, version, contentHash: clip.contentHash, approverId: '' },
    ...{ atMs: plan.nowMs, neededIds: [], standingId: null, slipHash: null, voidedAtMs: null },
  };
  return {
    ...plan,
    bulletin: () => ({ ...bulletin, state: 'approved' }),
    approvals: () => (approval ? [approval] : []),
  };
}

/** "Now" that waits gets the time that an approval would give it. */
function timedNow(schedule: Schedule, { plan, bulletin, clip, leadMs }: OutlookFacts): Schedule {
  if (schedule.rule.kind !== 'now' || schedule.rule.atMs !== null) return schedule;
  const { priority, drill, expiresAtMs } = bulletin;
  const playAtMs = plan.nowMs + leadMs;
  const slot = { priority, drill, playAtMs, durationMs: clip?.durationMs ?? 0 };
  const atMs = timeOfNow({ slot, hours: hoursFor(schedule, plan), expiresAtMs });
  return { ...schedule, rule: { kind: 'now', atMs } };
}
