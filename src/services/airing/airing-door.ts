// The door of airings as types: what became of each, speaker by speaker, and why, fact by fact.
// It must never know routes or rows.
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, AiringBrief, Verdict } from '../../domain/model.ts';

export type AiringFacts = AiringBrief;
/** A verdict that no longer counts, because more was learnt. */
export type EarlierVerdict = { givenAtMs: number; sentence: Sentence };
export type AiringPart = {
  siteId: string;
  siteName: string;
  village: string;
  verdict: Verdict | null;
  /** the verdict, or its absence, as one sentence */
  sentence: Sentence;
  /** what was said before, oldest first */
  before: readonly EarlierVerdict[];
};
/** One link of the chain behind a verdict. */
export type ToldFact = { atMs: number; says: Sentence };
export type AiringChain = { siteId: string; facts: readonly ToldFact[] };

/** `cutAtMs`: null where all of the span is here; else what is earlier than that is asked for with it as `toMs`. */
export type AiringsListed = { airings: AiringFacts[]; cutAtMs: number | null };

export type Airings = {
  list(actor: Actor, input: { fromMs: number; toMs: number }): AiringsListed;
  /**
   * `readOnly`: the province's, on this commune's poles; only its own speakers are named.
   * `stillSaid`: in another language it sounds or is due, whatever became of this airing
   */
  get(
    actor: Actor,
    input: { airingId: string },
  ): { airing: AiringFacts; readOnly: boolean; stillSaid: boolean; speakers: AiringPart[] };
  /** all that is known of it at one speaker, by time */
  chain(actor: Actor, input: { airingId: string; siteId: string }): AiringChain;
  cancel(actor: Actor, input: { airingId: string }): Promise<AiringFacts>;
};
