// What exceptions from a regulation need of rows.
// It must never know SQL: src/db/overrides.ts implements it.
import type { Override } from '../../domain/regulation/override.ts';

export type OverridePage = {
  tenantIds: readonly string[];
  open: boolean;
  beforeId: string | null;
  limit: number;
};

export type OverrideStore = {
  overrides: {
    insert(override: Override): void;
    get(id: string): Override | null;
    /** state, decision and schedule, by id */
    update(override: Override): void;
    /** newest first */
    list(page: OverridePage): Override[];
    /** confirmed, and binding beyond that moment */
    confirmedSince(atMs: number): Override[];
  };
};
