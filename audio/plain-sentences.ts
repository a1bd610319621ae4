// A text in a language nobody reads by rule here, cut into sentences: as it is written, nothing spelt out. Pure.
// It must never know Vietnamese, engines or the law.
import { piecesOf } from './voices/pieces.ts';

export type PlainSentence = { words: string; sourceFrom: number };

/** A minute of speech: what has no full stop for longer is cut at a comma or a blank. */
const MAX_CHARS = 1_000;
/** After a full stop and a blank, at a new line, or after the stops of Khmer, Lao and Chinese. */
const ENDS = /(?<=[.!?…]["'”’)\]]*)\s+|[\r\n\u2028\u2029]+|(?<=[។៕。！？])/u;

export function plainSentences(text: string): PlainSentence[] {
  const sentences: PlainSentence[] = [];
  let from = 0;
  for (const one of text.split(ENDS)) {
    const at = text.indexOf(one, from);
    from = at + one.length;
    for (const words of piecesOf(spoken(one), MAX_CHARS))
      if (/[\p{L}\p{N}]/u.test(words)) sentences.push({ words, sourceFrom: at });
  }
  return sentences;
}

/** Marks that nobody hears; engines escape what is markup to them. */
function spoken(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
