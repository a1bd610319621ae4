// The door of what is foreseen: conflicts of a wish, coming times of a bulletin, where things are used, rehearsals.
// It must never know routes or rows, nor how any of it is found.
import type { AirRules } from '../../domain/calendar/calendar-model.ts';
import type { SpokenConflict, WayOut } from '../../domain/calendar/conflict-model.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Hindrance } from '../../domain/model.ts';
import type { Expected, SpokenFinding } from '../../domain/rehearsal/rehearsal-model.ts';
import type { Schedules } from '../door.ts';

export type ConflictWish = Pick<
  Parameters<Schedules['create']>[1],
  'bulletinId' | 'areaIds' | 'rule'
> & {
  air?: AirRules;
  /** the one that is being changed, or whose time is being moved */
  exceptScheduleId?: string;
};

/** One coming time in one village. */
export type Airtime = {
  occurrenceId: string;
  scheduleId: string;
  areaId: string;
  areaName: string;
  playAtMs: number;
  /** null: nothing of the plan stands in its way */
  hindrance: Hindrance | null;
  /** by what is known of them now; they add up to `all` */
  speakers: Readonly<Record<AirtimeState, number>> & { all: number };
};
export type AirtimeState =
  | 'ready'
  | 'hushed'
  | 'closed'
  | 'no-unit'
  | 'never'
  | 'silent'
  | 'faulty';

export type UseKind = 'clip' | 'bulletin' | 'lexicon' | 'template';
export type Use = {
  what: 'bulletin' | 'schedule' | 'replacement' | 'exception' | 'standing' | 'document' | 'notice';
  id: string;
  /** the bulletin or document to open; null: there is none to open */
  bulletinId: string | null;
  title: string;
  atMs: number | null;
  says: Sentence;
};

export type Foresight = {
  /** takes its time over a whole province, and keeps nobody else waiting */
  conflicts(
    actor: Actor,
    wish: ConflictWish,
  ): Promise<{ conflicts: SpokenConflict[]; ways: WayOut[] }>;
  airtimes(
    actor: Actor,
    input: { bulletinId: string; cursor: string | null; limit: number },
  ): { airtimes: Airtime[]; next: string | null };
  uses(
    actor: Actor,
    input: { kind: UseKind; id: string; areaId: string | null },
  ): Promise<{ uses: Use[]; whole: boolean }>;
};

export type RehearsalBrief = {
  id: string;
  tenantId: string;
  tenantName: string;
  madeAtMs: number;
  fromMs: number;
  toMs: number;
  /** null: of itself, in the evening */
  by: string | null;
  occurrences: number;
  speakers: number;
  pairs: number;
  expected: Expected;
  /** how many things are to be seen to */
  found: number;
};
/** What came of it: how much of what did not play was said before. */
export type CameTrue = { pairs: number; missed: number; foreseen: number; falseAlarms: number };
export type RehearsalView = RehearsalBrief & {
  findings: readonly SpokenFinding[];
  left: number;
  /** null: not over yet, or too much to be counted */
  came: CameTrue | null;
};
export type Rehearsals = {
  /** newest first, 30 at most */
  list(actor: Actor, input?: { tenantId?: string }): RehearsalBrief[];
  get(actor: Actor, input: { rehearsalId: string }): RehearsalView;
  /** @throws AppError when the span is empty, past or longer than seven days */
  make(
    actor: Actor,
    input: { tenantId: string; fromMs: number; toMs: number },
  ): Promise<RehearsalView>;
};
