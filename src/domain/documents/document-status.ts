// The status of a document on a given day: what its text proposes, what a person may confirm, what it is now.
// It must never know a clock or who is asking: the day is an argument, rights are rights.ts.

import type { AppError } from '../errors.ts';
import type { ConfirmedStatus, IsoDay, Status, StatusFound, StatusKind } from './document-model.ts';
import * as problem from './document-problems.ts';

/** What a person is asked to confirm; null where the text says nothing of it. */
export function proposedStatus(found: StatusFound, day: IsoDay): Status | null {
  const kind = proposedKind(found, day);
  if (kind === null) return null;
  const { commentUntil, inForceFrom, endedOn, by } = found;
  return { kind, commentUntil, inForceFrom, endedOn, by };
}

/** 'not-yet-in-force' is never written in a text: it follows from the day. */
function proposedKind({ kind, inForceFrom, endedOn }: StatusFound, day: IsoDay): StatusKind | null {
  if (kind === 'draft') return 'draft';
  if (kind === 'repealed' || hasCome(endedOn, day)) return 'repealed';
  if (inForceFrom !== null && inForceFrom > day) return 'not-yet-in-force';
  if (kind === null && inForceFrom !== null) return 'in-force';
  return kind;
}

export type Standing = { kind: StatusKind | null; lapsed: boolean };

/** What it is today: time goes on after a person has confirmed, and nobody comes back to say so. */
export function standingOn(status: Status | null, day: IsoDay): Standing {
  if (status === null) return { kind: null, lapsed: false };
  const { kind, commentUntil, inForceFrom, endedOn } = status;
  if (kind === 'draft') return { kind, lapsed: commentUntil !== null && commentUntil < day };
  if (kind === 'repealed') return { kind, lapsed: false };
  if (hasCome(endedOn, day)) return { kind: 'repealed', lapsed: true };
  if (kind === 'not-yet-in-force' && hasCome(inForceFrom, day))
    return { kind: 'in-force', lapsed: false };
  return { kind, lapsed: false };
}

/** Where a document goes by itself. Anything else is the correction of a mistake, and says why. */
const ONWARD: Readonly<Record<StatusKind, readonly StatusKind[]>> = {
  draft: ['draft', 'not-yet-in-force', 'in-force'],
  'not-yet-in-force': ['not-yet-in-force', 'in-force', 'amended', 'repealed'],
  'in-force': ['in-force', 'amended', 'repealed'],
  amended: ['amended', 'repealed'],
  repealed: ['repealed'],
};

/** The status as it may be kept, or the sentence that says what is missing or out of order. */
export function confirmStatus(of: {
  before: ConfirmedStatus | null;
  wish: Status;
  remark: string | null;
  day: IsoDay;
}): Status | AppError {
  const { before, wish, day } = of;
  return (
    badDay(wish) ??
    missingDate(wish) ??
    outOfOrder(wish) ??
    notOfToday(wish, day) ??
    (before && isBackwards(before, wish) && !of.remark?.trim() ? problem.backWithoutReason() : wish)
  );
}

function isBackwards(before: Status, wish: Status): boolean {
  return !ONWARD[before.kind].includes(wish.kind);
}

const DAYS = ['commentUntil', 'inForceFrom', 'endedOn'] as const;

function badDay(wish: Status): AppError | null {
  const bad = DAYS.find((name) => wish[name] !== null && !isDay(wish[name]));
  return bad === undefined ? null : problem.noSuchDay(bad);
}

function missingDate({ kind, commentUntil, inForceFrom, endedOn, by }: Status): AppError | null {
  if (kind === 'draft' && commentUntil === null) return problem.deadlineMissing();
  if (kind === 'not-yet-in-force' && inForceFrom === null) return problem.beginningMissing();
  if (kind === 'repealed' && endedOn === null) return problem.endMissing();
  if (kind === 'amended' && !by?.trim()) return problem.amenderMissing();
  return null;
}

function outOfOrder(wish: Status): AppError | null {
  const given = DAYS.map((name) => wish[name]).filter((day) => day !== null);
  return given.every((day, n) => n === 0 || (given[n - 1] as IsoDay) <= day)
    ? null
    : problem.datesOutOfOrder();
}

function notOfToday({ kind, inForceFrom, endedOn }: Status, day: IsoDay): AppError | null {
  const begun = inForceFrom === null || hasCome(inForceFrom, day);
  if (kind === 'not-yet-in-force' && begun) return problem.alreadyInForce();
  if ((kind === 'in-force' || kind === 'amended') && !begun) return problem.notInForceYet();
  if (kind === 'repealed' && !hasCome(endedOn, day)) return problem.endNotCome();
  return null;
}

function hasCome(day: IsoDay | null, today: IsoDay): boolean {
  return day !== null && day <= today;
}

/** A day of the calendar: no 30 February. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
