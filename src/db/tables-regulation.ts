// The rows of exceptions from a regulation as they stand on disk.
// It must never know what an exception lifts.
import type { Override } from '../domain/regulation/override.ts';

export type RegulationTables = {
  overrides: Omit<Override, 'areaIds' | 'rule' | 'air' | 'faults'> & {
    areaIds: string;
    rule: string;
    air: string;
    faults: string;
  };
};
