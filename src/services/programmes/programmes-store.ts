// What programmes need of rows: templates, editions and the parts each was joined from.
// It must never know SQL: src/db implements it.
import type {
  BrokenPart,
  EditionPart,
  ProgrammeEdition,
  ProgrammeTemplate,
} from '../../domain/programmes/programme-model.ts';

export type ProgrammeStore = {
  programmeTemplates: {
    /** not removed, by name */
    ofTenants(tenantIds: readonly string[]): ProgrammeTemplate[];
    get(id: string): ProgrammeTemplate | null;
    insert(template: ProgrammeTemplate): void;
    /** whole row, by id */
    update(template: ProgrammeTemplate): void;
  };
  programmeEditions: {
    get(bulletinId: string): ProgrammeEdition | null;
    /** the edition and all its parts, in place of what stood there */
    put(edition: ProgrammeEdition, parts: readonly EditionPart[]): void;
    parts(bulletinId: string): EditionPart[];
    setBroken(bulletinId: string, broken: BrokenPart): void;
    /** newest first */
    ofTenants(
      tenantIds: readonly string[],
      page: { limit: number; beforeId: string | null },
    ): ProgrammeEdition[];
    /** of these bulletins, those that are editions and hold so far */
    holding(bulletinIds: readonly string[]): ProgrammeEdition[];
    /** approved, and never found broken, with a part that is not what was joined: whoever asks judges each */
    outOfStep(): string[];
    /** editions in which this bulletin is said */
    saying(bulletinId: string): string[];
    /** how often each of these was aired here, alone or within an edition */
    timesAired(of: { tenantId: string; bulletinIds: readonly string[] }): Map<string, number>;
  };
};
