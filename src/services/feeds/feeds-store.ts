// What links to the plan need of rows, and how airings ended, counted.
// It must never know SQL: src/db implements it. A token has no field here: only its hash.
import type { VerdictKind } from '../../domain/model.ts';

export type FeedKind = 'commune' | 'speaker';
export type FeedRow = {
  id: string;
  tenantId: string;
  kind: FeedKind;
  /** the commune's area, or the site */
  subjectId: string;
  tokenHash: string;
  madeBy: string;
  madeAtMs: number;
  readAtMs: number | null;
};

export type AiringEnd = { airingId: string; kind: VerdictKind | null; speakers: number };

export type FeedStore = {
  feeds: {
    insert(feed: FeedRow): void;
    get(id: string): FeedRow | null;
    byHash(tokenHash: string): FeedRow | null;
    /** newest first */
    ofTenants(tenantIds: readonly string[], limit: number): FeedRow[];
    count(tenantId: string): number;
    read(id: string, atMs: number): void;
    remove(id: string): void;
  };
  airingEnds: {
    /** by airing and verdict, at the sites of these tenants; kind null: none yet */
    counted(of: { airingIds: readonly string[]; tenantIds: readonly string[] }): AiringEnd[];
    /** of each airing that was not heard everywhere, one speaker where it was not */
    unheard(of: {
      airingIds: readonly string[];
      tenantIds: readonly string[];
    }): { airingId: string; siteId: string }[];
  };
};
