// Headings in capitals as they are said, letter for letter in their places: "NỘI DUNG" becomes "Nội dung".
// It must never make a text longer or shorter.
import type { Script } from '../types.ts';

/** "Bản" in a table's head is a word of its own, not part of a heading in capitals. */
const CAPITALS = /^[^\p{Ll}]{2,}$/u;

type Stretch = { sentenceFrom: number; sentenceTo: number };

/** Words of these sentences that differ from their source only by capitals; `heads` keep their own. */
export function recased(
  text: string,
  of: { script: Script; stretches: readonly Stretch[]; heads: ReadonlySet<number> },
): string {
  const changed: { from: number; words: string }[] = [];
  for (const { sentenceFrom, sentenceTo } of of.stretches)
    for (const { trace } of of.script.sentences.slice(sentenceFrom, sentenceTo))
      for (const { from, to, words } of trace) {
        const written = text.slice(from, to);
        if (!CAPITALS.test(written) || written.toLowerCase() !== words.toLowerCase()) continue;
        const head = of.heads.has(from) ? written.charAt(0) : words.charAt(0);
        changed.push({ from, words: head + words.slice(1) });
      }
  changed.sort((one, other) => one.from - other.from);
  const parts: string[] = [];
  let done = 0;
  for (const { from, words } of changed) {
    if (from < done) continue;
    parts.push(text.slice(done, from), words);
    done = from + words.length;
  }
  return parts.join('') + text.slice(done);
}
