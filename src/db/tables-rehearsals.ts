// The rows of rehearsals as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: the shapes people think in are src/domain.
import type { Rehearsal } from '../services/rehearsal/rehearsal-store.ts';

export type RehearsalRow = Pick<
  Rehearsal,
  'id' | 'tenantId' | 'madeAtMs' | 'fromMs' | 'toMs' | 'byId'
> & { found: string };
export type RehearsalTables = {
  rehearsals: RehearsalRow;
  rehearsalTurns: { tenantId: string; dueAtMs: number };
};
