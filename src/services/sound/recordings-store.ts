// What recordings and findings need of rows.
// It must never know SQL: src/db implements it.
import type { Finding, Recording } from '../../domain/sound/recording.ts';

export type RecordingStore = {
  recordings: {
    of(bulletinId: string): Recording | null;
    /** whole row, by bulletin */
    put(recording: Recording): void;
    remove(bulletinId: string): void;
  };
  /** beside the row of the clip they are of */
  findings: {
    of(clipId: string): readonly Finding[] | null;
    put(clipId: string, findings: readonly Finding[]): void;
  };
};
