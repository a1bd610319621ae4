// The state of reading one block: its text, the tokens made so far, and how to look around.
// It must never know a rule; rules live beside it and see the text only through here.
import type { Lexicon, Said } from '../lexicon/lexicon.ts';
import type { SettledHere } from '../lexicon/settled.ts';
import type { DoubtReason, ReadingProfile } from '../types.ts';

export type Kind =
  | 'word'
  | 'number'
  | 'quantity'
  | 'date'
  | 'roman'
  | 'point'
  | 'hotline'
  | 'per'
  | 'range'
  | 'pause'
  | 'silent';

/** `say` is words and pauses; [from, to) are characters of the block. */
export type Token = {
  from: number;
  to: number;
  rule: string;
  kind: Kind;
  say: string;
  entry?: string;
};

export type Reading = {
  readonly text: string;
  at: number;
  readonly tokens: Token[];
  readonly profile: ReadingProfile;
  readonly lexicon: Lexicon;
  /** Entries the rule at work has let speak. */
  spoke: string[];
  /** What this document has said, before character `at`, that an abbreviation means. */
  readonly local: (written: string, at: number) => string | undefined;
  /** What people settled in this block, in its order. */
  readonly settled: readonly SettledHere[];
  /** An all-capitals heading: capitals mean nothing here. */
  readonly caps: boolean;
  /** Of a lower-case word, whether the document's prose writes it with a capital. */
  readonly isName: (word: string) => boolean;
  readonly doubt: (found: Found) => void;
};

/** A doubt, in characters of the block. */
export type Found = { reason: DoubtReason; from: number; to: number; suggestion: string };

export type Rule = {
  name: string;
  kind: Kind;
  /** Sticky; never scans further than it can consume plus a bounded look. */
  pattern: RegExp;
  /** Words, '' for silence, or null where the rule does not apply after all. */
  say: (match: RegExpExecArray, reading: Reading) => string | null;
};

/** The farthest any rule looks back or ahead: one long noun phrase. */
const SIGHT = 48;

export function before(reading: Reading, sight = SIGHT): string {
  return written(reading, sight).toLowerCase();
}

/** As written, capitals and all. */
export function written(reading: Reading, sight = SIGHT): string {
  return reading.text.slice(Math.max(0, reading.at - sight), reading.at);
}

export function ahead(match: RegExpExecArray, reading: Reading): string {
  const end = match.index + match[0].length;
  return reading.text.slice(end, end + SIGHT);
}

/** The last token that was heard. */
export function lastToken(reading: Reading, back = 0): Token | undefined {
  let left = back;
  for (let at = reading.tokens.length - 1; at >= 0; at -= 1) {
    const token = reading.tokens[at] as Token;
    if (token.kind === 'silent') continue;
    if (left === 0) return token;
    left -= 1;
  }
  return undefined;
}

export function sourceOf(reading: Reading, token: Token): string {
  return reading.text.slice(token.from, token.to);
}

/** Does the last heard token end right here, or one space before? */
export function touches(reading: Reading, token: Token): boolean {
  const gap = reading.text.slice(token.to, reading.at);
  return gap === '' || gap === ' ';
}

/** A list goes on: "điểm a, b và c", "quý I, II", "30/4 và 1/5". */
export function goesOn(reading: Reading, kind: Kind): boolean {
  const last = lastToken(reading);
  if (last === undefined) return false;
  if (last.kind === kind || last.kind === 'range')
    return last.kind === kind || lastToken(reading, 1)?.kind === kind;
  const joins = /^(?:,|;|và|hoặc|đến)$/u.test(sourceOf(reading, last).trim().toLowerCase());
  return joins && lastToken(reading, 1)?.kind === kind;
}

/** The entry's words, remembered as having spoken here. */
export function speak(reading: Reading, said: Said): string {
  reading.spoke.push(said.id);
  return said.spoken;
}

export function doubtHere(
  reading: Reading,
  match: RegExpExecArray,
  reason: DoubtReason,
  suggestion: string,
): void {
  reading.doubt({ reason, from: match.index, to: match.index + match[0].length, suggestion });
}
