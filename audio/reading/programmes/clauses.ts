// Where a script may be cut: at the borders of its documents and of their clauses, and how good each border is.
// It must never know how long a programme is.
import type { Script, Sentence } from '../types.ts';

/** Sentences [from, to) that stay together. */
export type Piece = {
  from: number;
  to: number;
  seconds: number;
  /** The border before it: 0 a document or the widest clause, then narrower ones; SENTENCE inside a clause. */
  depth: number;
};
export const SENTENCE = 25;

/** Sentences of each document; what stands before the first one goes with it. */
export function documentPieces(script: Script, seconds: readonly number[]): Piece[] {
  const end = script.sentences.length;
  const starts = script.documents.map(({ sentenceFrom }) => sentenceFrom).slice(1);
  const bounds = [0, ...starts, end];
  return bounds
    .slice(1)
    .map((to, at) => pieceOf(seconds, { from: bounds[at] as number, to, depth: 0 }))
    .filter(({ from, to }) => to > from);
}

/** The clauses of a stretch of sentences; one longer than `limit` falls into its sentences. */
export function clausePieces(
  sentences: readonly Sentence[],
  seconds: readonly number[],
  stretch: { from: number; to: number; limit: number },
): Piece[] {
  const pieces: Piece[] = [];
  let [from, depth] = [stretch.from, 0];
  for (let at = stretch.from + 1; at <= stretch.to; at += 1) {
    const here = at === stretch.to ? 0 : borderDepth(sentences, seconds, { from, at });
    if (here === null) continue;
    pieces.push(pieceOf(seconds, { from, to: at, depth }));
    [from, depth] = [at, here];
  }
  return pieces.flatMap((piece) =>
    piece.seconds <= stretch.limit ? [piece] : sentencePieces(seconds, piece),
  );
}

function sentencePieces(seconds: readonly number[], { from, to, depth }: Piece): Piece[] {
  return Array.from({ length: to - from }, (_, at) =>
    pieceOf(seconds, { from: from + at, to: from + at + 1, depth: at === 0 ? depth : SENTENCE }),
  );
}

function pieceOf(seconds: readonly number[], piece: Omit<Piece, 'seconds'>): Piece {
  let sum = 0;
  for (let at = piece.from; at < piece.to; at += 1) sum += seconds[at] as number;
  return { ...piece, seconds: sum };
}

/** A heading, or a lead-in as short as one, is not cut off from the first clause beneath it. */
const SHORT_SECONDS = 20;

/** How deep the border before sentence `at` lies, or null where there is none. */
function borderDepth(
  sentences: readonly Sentence[],
  seconds: readonly number[],
  { from, at }: { from: number; at: number },
): number | null {
  const [before, after] = [sentences[at - 1] as Sentence, sentences[at] as Sentence];
  if (before.kind === 'opening' || after.kind === 'closing' || after.kind === 'signature')
    return null;
  // Who signed ends what was signed; what is attached to it begins anew.
  if (before.kind === 'signature') return 0;
  if (before.clause === after.clause) return null;
  const [above, below] = [labelsOf(before.clause), labelsOf(after.clause)];
  const common = below.findIndex((label, index) => label !== above[index]);
  if (common === above.length) {
    const lead = pieceOf(seconds, { from, to: at, depth: 0 });
    if (before.words.endsWith(':') || lead.seconds < SHORT_SECONDS) return null;
  }
  return common < 0 ? below.length : common;
}

export function labelsOf(clause: string | null): string[] {
  return clause === null ? [] : clause.split(', ');
}
