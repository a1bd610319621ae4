// What priority asked for needs of rows.
// It must never know SQL: src/db/wants.ts implements it.
import type { PriorityWant } from '../../domain/approval/priority-want.ts';

export type WantStore = {
  wants: {
    insert(want: PriorityWant): void;
    get(id: string): PriorityWant | null;
    /** its state and answer, by id */
    answer(want: PriorityWant): void;
    /** the newest, newest first */
    open(tenantIds: readonly string[], limit: number): PriorityWant[];
    /** newest first */
    askedBy(accountId: string, limit: number): PriorityWant[];
    openOf(bulletinId: string): PriorityWant[];
  };
};
