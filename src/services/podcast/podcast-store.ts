// What the podcast needs of rows.
// It must never know SQL: src/db implements it.
import type { Clip } from '../../domain/model.ts';

export type AiredSound = {
  bulletinId: string;
  clipId: string;
  tenantId: string;
  /** the first airing of it that sounded at these tenants' sites and was not stopped */
  airingId: string;
  airedAtMs: number;
};

export type PodcastStore = {
  airedSounds: {
    /** each sound of each bulletin once, newest first */
    list(of: {
      tenantIds: readonly string[];
      fromMs: number;
      limit: number;
      /** of this one alone */
      bulletinId?: string;
    }): AiredSound[];
    /** which file it is, and nothing of what is said in it */
    file(clipId: string): Pick<Clip, 'id' | 'path'> | null;
    /** ids of the clips of a bulletin that were heard there, whatever became of them */
    everHeard(of: { bulletinId: string; tenantIds: readonly string[] }): string[];
  };
};
