// The door of "Giao và đôn đốc" as types: what src/http may ask of giving out and following up.
// It must never know routes or rows.
import type { Assignment, AssignmentPart, PartStanding } from '../../domain/assign/assign-model.ts';
import type { PartCounts } from '../../domain/assign/part-standing.ts';
import type { Actor, Bulletin, Clip } from '../../domain/model.ts';

/** One commune's line on the board. */
export type PartView = Omit<AssignmentPart, 'assignmentId' | 'answeredBy'> & {
  communeName: string;
  standing: PartStanding;
  /** the asker may answer for this commune and place it */
  answers: boolean;
};
export type AssignmentLine = Assignment & {
  /** of the communes the asker sees */
  counts: PartCounts;
  communes: number;
  /** the asker gave it, or may follow it up */
  gives: boolean;
  /** where the asker answers for one commune alone: its line */
  own: PartView | null;
};
export type AssignmentView = AssignmentLine & {
  parts: readonly PartView[];
  bulletin: Pick<Bulletin, 'id' | 'title' | 'text' | 'priority' | 'genre' | 'state'>;
  clip: Clip | null;
};
type OfPart = { assignmentId: string; communeId?: string | undefined };

export type Assignments = {
  give(
    actor: Actor,
    input: {
      bulletinId: string;
      /** the province, communes, villages or groups */
      areaIds: readonly string[];
      leastAirings: number;
      dueAtMs: number;
      note?: string | null;
    },
  ): AssignmentView;
  /** newest first */
  list(actor: Actor, input: { beforeId: string | null; limit: number }): AssignmentLine[];
  get(actor: Actor, input: { assignmentId: string }): AssignmentView;
  /** `communeId`: for whoever answers for several */
  accept(actor: Actor, input: OfPart): AssignmentView;
  decline(actor: Actor, input: OfPart & { reason: string }): AssignmentView;
  /** those who are behind, each at most once a day */
  remind(actor: Actor, input: { assignmentId: string }): { reminded: number; behind: number };
  withdraw(actor: Actor, input: { assignmentId: string }): AssignmentView;
  extend(actor: Actor, input: { assignmentId: string; dueAtMs: number }): AssignmentView;
};
