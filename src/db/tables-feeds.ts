// The rows of links to the plan as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody.
import type { FeedRow } from '../services/feeds/feeds-store.ts';

export type FeedTables = { feeds: FeedRow };
