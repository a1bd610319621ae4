// The door of the reading room: bytes to text, text to a script, a fragment to spoken words.
// It must never know files, networks, voices, or anything else of this project.
import type { Lexicon } from './lexicon/lexicon.ts';
import { FULL } from './profile.ts';
import type { ReadingOrder } from './script/order.ts';
import { readText } from './script/read.ts';
import type { Script } from './types.ts';

export { decodeText, type Encoding, MAX_BYTES, settleLetters } from './bytes/decode.ts';
export { fromOldFont } from './bytes/tables.ts';
export { type Difference, differencesOf } from './compare/differences.ts';
export {
  type Known,
  type KnownFacts,
  knownOf,
  LIKE,
  type Relation,
  relationOf,
  relationSentence,
} from './compare/relation.ts';
export { likeness, type Sketch, sketchOf } from './compare/sketch.ts';
export { type Clause, clausesOf } from './compose/clauses.ts';
export {
  type Composed,
  type ComposedGenre,
  type ComposeOrder,
  compose,
} from './compose/compose.ts';
export type { Slice } from './compose/scroll.ts';
export { type Turn, turnsOf } from './compose/turns.ts';
export { digestOf } from './digest/digest.ts';
export {
  type DigestDocument,
  type DigestEntry,
  type DigestGroup,
  type DigestPlace,
  digestDocuments,
  digestGroups,
} from './digest/groups.ts';
export type { DigestItem, DigestKind } from './digest/items.ts';
export { type ReadingCode, ReadingError } from './errors.ts';
export { checkEntry, checkWords } from './lexicon/check.ts';
export type { Lexicon, LexiconFile } from './lexicon/lexicon.ts';
export { makeLexicon } from './lexicon/make.ts';
export { LexiconError, type Problem } from './lexicon/problem.ts';
export { settlementOf } from './lexicon/settled.ts';
export { entriesOf, type Use, usesOf } from './lexicon/uses.ts';
export { estimateSeconds, FULL, ON_AIR } from './profile.ts';
export { secondsOf } from './programmes/duration.ts';
export { type Programme, type ProgrammeOrder, programmesOf } from './programmes/programmes.ts';
export { checkFigures } from './proof/settling.ts';
export { type Span, spansOf } from './proof/spans.ts';
export type { ReadingOrder } from './script/order.ts';
export type {
  BlockSpan,
  Counts,
  DocumentFacts,
  Doubt,
  DoubtReason,
  LexiconEntry,
  LineKind,
  ReadingProfile,
  Repair,
  Role,
  Script,
  Sentence,
  Settlement,
  StatusFound,
  Trace,
} from './types.ts';
export { SPEAKABLE } from './words/respell.ts';

/** A document as it goes on air, unless the order's profile says otherwise. */
export function readLegalText(text: string, order: ReadingOrder): Script {
  return readText(text, order);
}

/** One fragment in the full form; '' where nothing is spoken. */
export function readLines(fragment: string, lexicon: Lexicon): string {
  return readText(fragment, { lexicon, profile: FULL })
    .sentences.map((sentence) => sentence.words)
    .join(' ');
}
