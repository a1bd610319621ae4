// A bulletin given priority by an approver: its words and its sound stay what was approved.
// It must never make an emergency: that is written as one, and approved as one.
import type { AppError } from '../errors.ts';
import type { Bulletin } from '../model.ts';
import * as problem from '../problems.ts';

/** Maker ≠ approver here too: nobody lifts what they wrote above what others wrote. */
export function prioritised(bulletin: Bulletin, approverId: string): Bulletin | AppError {
  if (bulletin.priority !== 'normal') return problem.hasPriority();
  if (bulletin.writerIds.includes(approverId)) return problem.ownBulletin();
  return { ...bulletin, priority: 'priority' };
}
