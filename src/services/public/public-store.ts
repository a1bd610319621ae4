// What the public page and villagers' reports need of rows.
// It must never know SQL: src/db implements it.
import type { AiredFacts, HeardThere, PublicSettings } from '../../domain/public/public-page.ts';
import type { Report, ReportKind, ReportState } from '../../domain/public/report.ts';

export type PublicStore = {
  publicPages: {
    get(areaId: string): PublicSettings | null;
    open(): PublicSettings[];
    put(settings: PublicSettings): void;
  };
  heard: {
    /** by airing and village: how it ended at this tenant's sites; 20,000 rows at most, the latest */
    places(filter: { tenantId: string; fromMs: number; toMs: number }): HeardThere[];
    /** the same of one airing */
    placesOf(filter: { tenantId: string; airingId: string }): HeardThere[];
    /** of those that are there, in no order */
    facts(airingIds: readonly string[]): AiredFacts[];
    /** the same with no `sentences`: what decides whether it may be heard, without what is heard */
    rules(airingIds: readonly string[]): AiredFacts[];
  };
  reports: {
    insert(report: Report): void;
    get(id: string): Report | null;
    byNumber(number: string): Report | null;
    /** said already since then, and not answered */
    alike(filter: Alike): Report | null;
    update(report: Report): void; // whole row, by id
    /** newest first */
    list(filter: {
      tenantIds: readonly string[];
      states: readonly ReportState[];
      beforeId: string | null;
      limit: number;
    }): Report[];
    /** in each state, of these tenants */
    counts(tenantIds: readonly string[]): Record<ReportState, number>;
    /** with an answer that stands on the page, newest first */
    answered(filter: { tenantId: string; sinceMs: number; limit: number }): Report[];
    /** takes the oldest that are answered or seen; how many went */
    forgetOldest(filter: { tenantId: string; limit: number }): number;
  };
};

export type Alike = Pick<Report, 'tenantId' | 'airingId' | 'areaId' | 'siteId' | 'text'> & {
  kind: ReportKind;
  sinceMs: number;
};
