// Headings in capitals as they are said, letter for letter in their places: "NỘI DUNG" becomes "Nội dung".
// It must never make a text longer or shorter.
import type { Script } from '../types.ts';

type Stretch = { sentenceFrom: number; sentenceTo: number };

/** "Bản" in the middle of a line is a word of its own, not part of a heading in capitals. */
const CAPITALS = /^[^\p{Ll}]{2,}$/u;

/** Words of these sentences that differ from their source only by capitals; `heads` keep their own. */
export function recased(
  text: string,
  of: { script: Script; stretches: readonly Stretch[]; heads: ReadonlySet<number> },
): string {
  const letters = text.split(''); // by UTF-16 units, as places are counted
  for (const { sentenceFrom, sentenceTo } of of.stretches)
    for (const { kind, trace } of of.script.sentences.slice(sentenceFrom, sentenceTo)) {
      // the head of a table is said with every row, some of it not at all: it stays as printed
      if (kind === 'table') continue;
      for (const { from, to, words } of trace) {
        const written = text.slice(from, to);
        if (!CAPITALS.test(written) || written.toLowerCase() !== words.toLowerCase()) continue;
        const kept = of.heads.has(from) ? 1 : 0;
        for (let at = kept; at < words.length; at += 1) letters[from + at] = words.charAt(at);
      }
    }
  return letters.join('');
}
