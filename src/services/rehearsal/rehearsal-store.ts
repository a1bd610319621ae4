// What rehearsals need of rows: what was found when, and whose turn comes next.
// It must never know SQL: src/db implements it.
import type { Rehearsed, SpokenFinding } from '../../domain/rehearsal/rehearsal-model.ts';

export type Rehearsal = Omit<Rehearsed, 'findings'> & {
  id: string;
  tenantId: string;
  madeAtMs: number;
  fromMs: number;
  toMs: number;
  /** null: the service itself, in the evening */
  byId: string | null;
  findings: readonly SpokenFinding[];
};

export type RehearsalStore = {
  rehearsals: {
    /** the oldest beyond `keep` of its tenant go */
    insert(rehearsal: Rehearsal, keep: number): void;
    get(id: string): Rehearsal | null;
    /** newest first */
    list(filter: { tenantIds: readonly string[]; limit: number }): Rehearsal[];
    /** tenants whose evening has come, longest overdue first */
    due(nowMs: number, limit: number): { tenantId: string; dueAtMs: number }[];
    /** of every tenant that has one, the next first */
    turns(): { tenantId: string; dueAtMs: number }[];
    putTurn(tenantId: string, dueAtMs: number): void;
  };
};
