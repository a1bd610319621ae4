// The rows of exceptions from a regulation as they stand on disk.
// It must never know what an exception lifts.
import type { Override } from '../domain/regulation/override.ts';

export type RegulationTables = {
  overrides: Omit<Override, 'areaIds' | 'rule' | 'faults'> & {
    areaIds: string;
    rule: string;
    faults: string;
  };
};
