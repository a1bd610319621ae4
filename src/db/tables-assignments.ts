// The rows of assignments, of documents that end and of chosen orders as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: the shapes people think in are src/domain.
import type { Assignment, AssignmentPart } from '../domain/assign/assign-model.ts';
import type { PrecedenceRow } from '../services/airing/precedence-store.ts';
import type { Correction, EndRow } from '../services/reading/ending-store.ts';

/** JSON kept as text, so that every database can hold it. */
type Json = string;

export type AssignmentTables = {
  assignments: Assignment;
  assignmentParts: Omit<AssignmentPart, 'areaIds'> & { areaIds: Json; bulletinId: string };
  documentEnds: EndRow;
  corrections: Omit<Correction, 'areaIds'> & { areaIds: Json };
  precedences: PrecedenceRow;
  hinderedLines: { occurrenceId: string; atMs: number };
};
