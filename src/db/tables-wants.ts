// The rows of priority asked for as they stand on disk.
// It must never know what an answer does.
import type { PriorityWant } from '../domain/approval/priority-want.ts';

export type WantTables = { wants: Omit<PriorityWant, 'areaIds'> & { areaIds: string } };
