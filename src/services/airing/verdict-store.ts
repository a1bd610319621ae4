// What verdicts need of rows: facts of airings, turns of sites, every verdict that was ever given.
// It must never know SQL: src/db implements it.
import type { Fact, KeptFact, SiteTurn, TurnKind } from '../../domain/airing/facts.ts';
import type { Verdict } from '../../domain/model.ts';

/** One verdict of a chain of them: the last is the one that counts. */
export type VerdictGiven = Pick<
  Verdict,
  | 'airingId'
  | 'siteId'
  | 'revision'
  | 'kind'
  | 'reason'
  | 'detail'
  | 'startErrorMs'
  | 'heardMs'
  | 'givenAtMs'
> & { facts: readonly Fact[] };

export type VerdictStore = {
  /** only ever added to: the database refuses changes */
  airingFacts: {
    append(airingId: string, fact: KeptFact): void;
    of(airingId: string): KeptFact[];
  };
  siteTurns: {
    append(turns: readonly SiteTurn[]): void;
    /** of one site in a span, by time; 200 at most, the latest of them */
    of(siteId: string, span: { fromMs: number; toMs: number }): SiteTurn[];
    last(siteId: string, kinds: readonly TurnKind[]): SiteTurn | null;
    /** what is older than TURNS_KEPT_MS before the newest goes, about so many at once */
    prune(limit: number): number;
  };
  verdictHistory: {
    /** by revision */
    of(airingId: string, siteId: string): VerdictGiven[];
    /** of every speaker of it, by site and revision */
    ofAiring(airingId: string): VerdictGiven[];
  };
};
