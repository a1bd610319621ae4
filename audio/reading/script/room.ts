// What one reading carries along: profile, lexicon, definitions, doubts; and text to traces with it.
// It must never know structure: it reads one run of text at a time.

import type { Definitions } from '../grammar/local.ts';
import type { Reading, Token } from '../grammar/reading.ts';
import { scan } from '../grammar/scan.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type SettledSpan, settledHere } from '../lexicon/settled.ts';
import { type Mapped, slice } from '../source/mapped.ts';
import type { Doubt, ReadingProfile, Trace } from '../types.ts';
import { pieces, type Shape } from './sentences.ts';

export type Room = {
  source: string;
  profile: ReadingProfile;
  lexicon: Lexicon;
  local: Definitions;
  settled: readonly SettledSpan[];
  isName: (word: string) => boolean;
  doubts: Doubt[];
};

type Said = { kind: string; say: string; source: string };

/** linh → lẻ and nghìn → ngàn, only in words that numbers made, never in words the source has (CONVENTIONS). */
export function regional<T extends Said>(token: T, profile: ReadingProfile): T {
  if (token.kind === 'word' || isNorthern(profile)) return token;
  const put = (say: string, word: string, meant: string): string => {
    const own = wordsIn(token.source, word);
    // The source's own words stand behind what its digits say: "1.105 nghìn đồng".
    let made = wordsIn(say, word) - own;
    return say.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'), (found) => {
      made -= 1;
      return made >= 0 ? meant : found;
    });
  };
  const say = put(put(token.say, 'linh', profile.linh), 'nghìn', profile.nghin);
  return { ...token, say };
}

function isNorthern({ linh, nghin }: ReadingProfile): boolean {
  return linh === 'linh' && nghin === 'nghìn';
}

function regionalTokens({ tokens, text }: Reading, { profile }: Room): Token[] {
  return tokens.map((token) =>
    regional({ ...token, source: text.slice(token.from, token.to) }, profile),
  );
}

function wordsIn(text: string, word: string): number {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((one) => one === word).length;
}

export function isCaps(text: string): boolean {
  const bare = text.replace(/\([^()]{0,200}\)/gu, '');
  return /\p{Lu}{2}/u.test(bare) && !/\p{Ll}/u.test(bare);
}

export function tracesOf(room: Room, body: Mapped, from: number, caps: boolean): Trace[] {
  const reading: Reading = {
    text: body.text,
    at: from,
    tokens: [],
    profile: room.profile,
    lexicon: room.lexicon,
    spoke: [],
    local: (written, at) => room.local(written, body.from[at] as number),
    settled: room.settled.length === 0 ? [] : settledHere(room.settled, body),
    caps,
    isName: room.isName,
    doubt: (found) => {
      const span = slice(body, found.from, found.to);
      const { start, end } = placeOf(room, span);
      room.doubts.push({
        reason: found.reason,
        source: room.source.slice(start, end),
        from: start,
        to: end,
        suggestion: found.suggestion,
        clause: null,
      });
    },
  };
  scan(reading);
  return pieces(isNorthern(room.profile) ? reading.tokens : regionalTokens(reading, room), body);
}

/** Composed words trace to a part of the head or to all of it; what is in doubt is the one writing in it. */
function placeOf({ source }: Room, span: Mapped): { start: number; end: number } {
  const start = Math.min(span.from[0] as number, span.from.at(-1) as number);
  const end = Math.max(span.to[0] as number, span.to.at(-1) as number);
  if (end - start <= span.text.length) return { start, end };
  const at = source.slice(start, end).indexOf(span.text);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + span.text.length };
}

export function shapeOf(room: Room, clause: string | null, kind: string): Shape {
  const { maxSyllables } = room.profile;
  return { maxSyllables, clause, kind, bound: room.lexicon.bound };
}
