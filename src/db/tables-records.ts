// The rows behind verdicts and of reports as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: src/domain/airing/facts.ts and src/domain/records do.
import type { SiteTurn } from '../domain/airing/facts.ts';
import type { Deadline, Scheme } from '../domain/records/record-model.ts';
import type { VerdictGiven } from '../services/airing/verdict-store.ts';

type Json = string;

export type RecordTables = {
  airingFacts: { airingId: string; atMs: number; kind: string; fact: Json };
  siteTurns: SiteTurn;
  verdictHistory: Omit<VerdictGiven, 'facts'> & { facts: Json };
  schemes: Scheme;
  bulletinSchemes: { bulletinId: string; schemeId: string };
  reportDeadlines: Deadline & { tenantId: string };
  reportReminders: { tenantId: string; code: string; dueDay: string; toldAtMs: number };
};
