// The rows of programmes as they stand on disk.
// It must never know what is chosen, joined or held to its parts.
import type {
  EditionPart,
  ProgrammeEdition,
  ProgrammeTemplate,
} from '../domain/programmes/programme-model.ts';

export type ProgrammeTables = {
  programmeTemplates: Omit<ProgrammeTemplate, 'chime' | 'pauses' | 'choosing'> &
    Record<'chime' | 'pauses' | 'choosing', string>;
  programmeEditions: Omit<ProgrammeEdition, 'languages' | 'areaIds' | 'itemIds' | 'broken'> &
    Record<'languages' | 'areaIds' | 'itemIds', string> & { broken: string | null };
  programmeParts: EditionPart & { editionId: string };
};
