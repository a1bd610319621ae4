// A text as an eye reads it: letters in one form, every blank a blank, every dash a dash, and nothing that nobody sees.
// It must never lose the way back: each place in it is a place of the text as it was written.
import { composed } from '../composed.ts';

export type Plain = {
  text: string;
  /** what was written there, in UTF-16 units of the text given */
  written(of: { at: number; length: number }): { at: number; length: number };
};

/** Soft hyphens, joiners, marks of direction: "09\u200b12" is read as 0912. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** A letter with loose marks, what nobody sees, other blanks and dashes, other digits, full-width signs. */
const ODD =
  /\P{M}\p{M}+|[\p{Cf}\p{Default_Ignorable_Code_Point}_\uff01-\uff5e]|(?! )\p{Zs}|(?!-)\p{Pd}|(?!\d)\p{Nd}/gu;

export function readPlainly(text: string): Plain {
  const parts: string[] = [];
  const from: number[] = [];
  const until: number[] = [];
  const keep = (piece: string, span: { at: number; end: number; whole: boolean }) => {
    parts.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      from.push(span.whole ? span.at : span.at + unit);
      until.push(span.whole ? span.end : span.at + unit + 1);
    }
  };
  let done = 0;
  for (const { 0: odd, index: at } of text.matchAll(ODD)) {
    keep(text.slice(done, at), { at: done, end: at, whole: false });
    done = at + odd.length;
    keep(plain(odd), { at, end: done, whole: true });
  }
  if (done === 0) return { text, written: (span) => span };
  keep(text.slice(done), { at: done, end: text.length, whole: false });
  return {
    text: parts.join(''),
    written({ at, length }) {
      const [start, end] = [from[at] as number, until[at + length - 1] as number];
      return { at: start, length: end - start };
    },
  };
}

function plain(odd: string): string {
  const seen = composed(odd).replace(UNSEEN, '').normalize('NFKC');
  return seen.replace(/[\p{Zs}]/gu, ' ').replace(/[\p{Pd}_]/gu, '-');
}
