// What one reading carries along: profile, lexicon, definitions, doubts; and text to traces with it.
// It must never know structure: it reads one run of text at a time.
import type { Reading } from '../grammar/reading.ts';
import { scan } from '../grammar/scan.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Mapped, slice } from '../source/mapped.ts';
import type { Doubt, ReadingProfile, Trace } from '../types.ts';
import { pieces, type Shape } from './sentences.ts';

export type Room = {
  source: string;
  profile: ReadingProfile;
  lexicon: Lexicon;
  local: ReadonlyMap<string, string>;
  isName: (word: string) => boolean;
  doubts: Doubt[];
};

/** linh → lẻ and nghìn → ngàn, only in words that numbers made (CONVENTIONS). */
export function regional<T extends { kind: string; say: string }>(
  token: T,
  profile: ReadingProfile,
): T {
  if (token.kind === 'word' || (profile.linh === 'linh' && profile.nghin === 'nghìn')) return token;
  const say = token.say
    .replace(/(?<!\p{L})linh(?!\p{L})/gu, profile.linh)
    .replace(/(?<!\p{L})nghìn(?!\p{L})/gu, profile.nghin);
  return { ...token, say };
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
    local: room.local,
    caps,
    isName: room.isName,
    doubt: (found) => {
      const span = slice(body, found.from, found.to);
      const [start, end] = [span.from[0] as number, span.to.at(-1) as number];
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
  return pieces(
    reading.tokens.map((token) => regional(token, room.profile)),
    body,
  );
}

export function shapeOf(room: Room, clause: string | null, kind: string): Shape {
  const { maxSyllables } = room.profile;
  return { maxSyllables, clause, kind, bound: room.lexicon.bound };
}
