// A sentence of a frame as what is fixed in it and what is a gap, in the order it is said.
// It must never know what fills a gap.
import { plain } from './slot-values.ts';

export type SentencePart = { kind: 'words'; text: string } | { kind: 'slot'; name: string };

const SLOT = /\{([a-z][a-z0-9-]{0,23})\}/gu;
/** Punctuation around a piece says nothing by itself. */
const ENDS = /^[\s.,;:!?…–-]+|[\s.,;:!?…–-]+$/gu;
const GAP = '___';

export function partsOf(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  const fixed = (text: string) => {
    const words = plain(text.replace(ENDS, ''));
    if (words !== '') parts.push({ kind: 'words', text: words });
  };
  for (const found of sentence.matchAll(SLOT)) {
    fixed(sentence.slice(at, found.index));
    parts.push({ kind: 'slot', name: found[1] as string });
    at = found.index + found[0].length;
  }
  fixed(sentence.slice(at));
  return parts;
}

export function slotsOf(sentence: string): string[] {
  return partsOf(sentence).flatMap((part) => (part.kind === 'slot' ? [part.name] : []));
}

/** "Hồ xả nước lúc ___": where a piece stands, for whoever says it. */
export function withGaps(sentence: string): string {
  return sentence.replace(SLOT, GAP);
}

/** One word, one piece: however it begins, whatever stands after it. */
export const wordsKey = (text: string): string => `words:${text.toLowerCase()}`;
