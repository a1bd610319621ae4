// A clip's clauses in one row, each with the seconds that say it, and whether those are estimated.
// It must never know how a clip is made or drawn.
import type { ClipSentence } from '../model.ts';

export type TimedClause = ClipSentence & {
  /** its place among the clip's sentences */
  sentence: number;
  /** a sentence begins where its sound was put; a clause within it is found by its pauses */
  estimated: boolean;
};
/** As clips made since issue #6 keep them; older ones have sentences only. */
export type HeardSentence = ClipSentence & { clausesEstimated?: readonly ClipSentence[] };

/** The longest clip has 20,000 sentences; beyond so many clauses a page shows sentences. */
const CLAUSES_MAX = 6_000;

export function timedClauses(sentences: readonly HeardSentence[]): TimedClause[] {
  const clauses = sentences.flatMap((one, sentence) => clausesOf(one, sentence));
  if (clauses.length <= CLAUSES_MAX) return clauses;
  return sentences.map(({ words, startMs, endMs }, sentence) => ({
    ...{ words, startMs, endMs, sentence, estimated: false },
  }));
}

function clausesOf(one: HeardSentence, sentence: number): TimedClause[] {
  const { words, startMs, endMs, clausesEstimated = [] } = one;
  if (clausesEstimated.length < 2) return [{ words, startMs, endMs, sentence, estimated: false }];
  return clausesEstimated.map((clause, n) => ({
    ...{ words: clause.words, startMs: clause.startMs, endMs: clause.endMs, sentence },
    // the first begins where its sentence was put
    estimated: n > 0,
  }));
}

/** As many as a small screen draws, each the loudest of those it stands for. */
export function fewer(peaks: readonly number[], count: number): number[] {
  if (peaks.length <= count) return [...peaks];
  return Array.from({ length: count }, (_, n) => {
    const from = Math.floor((n * peaks.length) / count);
    return Math.max(...peaks.slice(from, Math.floor(((n + 1) * peaks.length) / count)));
  });
}
