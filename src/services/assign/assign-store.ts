// What giving and following up needs of rows: what was given to whom, and what became of it.
// It must never know SQL: src/db implements it.
import type { AiredOnce, Assignment, AssignmentPart } from '../../domain/assign/assign-model.ts';

/** By whose schedule it was aired. */
export type AiredOf = AiredOnce & { bulletinId: string; tenantId: string };

export type AssignmentStore = {
  assignments: {
    insert(assignment: Assignment, parts: readonly AssignmentPart[]): void;
    get(id: string): Assignment | null;
    /** given by these tenants, or to these communes; newest first */
    list(of: {
      tenantIds: readonly string[];
      beforeId: string | null;
      limit: number;
    }): Assignment[];
    /** by commune */
    parts(assignmentIds: readonly string[]): AssignmentPart[];
    part(assignmentId: string, communeId: string): AssignmentPart | null;
    /** whole row, by assignment and commune */
    putPart(part: AssignmentPart): void;
    setDue(id: string, dueAtMs: number): void;
    withdraw(id: string, atMs: number): void;
    /** not withdrawn */
    openOfBulletin(bulletinId: string): Assignment[];
    /** what this commune may place now: given, not withdrawn, not declined; newest first */
    givenTo(of: { bulletinId: string; communeId: string }): Assignment[];
    /** closed and running airings of these bulletins with their counts, in one pass */
    airedOf(of: { bulletinIds: readonly string[]; sinceMs: number }): AiredOf[];
    /** any part in these communes, withdrawn or not: who was given a bulletin may go on hearing it */
    hasPart(of: { bulletinId: string; communeIds: readonly string[] }): boolean;
  };
};
