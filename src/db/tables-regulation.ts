// The rows of exceptions from a regulation as they stand on disk.
// It must never know what an exception lifts.
import type { Override } from '../domain/regulation/override.ts';

export type RegulationTables = {
  overrides: Omit<Override, 'contentHashes' | 'areaIds' | 'rule' | 'air' | 'faults'> & {
    /** of a playlist each, by its place, with a space between */
    contentHash: string;
    areaIds: string;
    rule: string;
    air: string;
    faults: string;
  };
};
