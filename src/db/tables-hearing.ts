// The rows of suspected personal data and of the spoken mark as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody.
import type { Suspicion } from '../domain/personal/suspicion.ts';

export type HearingTables = {
  suspicions: Omit<Suspicion, 'settled'> & { settled: number };
  /** 0 or 1, as everywhere on disk */
  spokenMarks: { areaId: string; spoken: number };
};
