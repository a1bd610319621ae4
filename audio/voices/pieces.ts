// A sentence cut into pieces an engine can hold at once, at the best place there is.
// It must never know an engine.

/** Joined by a blank again they are the sentence. No piece is longer, unless one word is. */
export function piecesOf(words: string, maxChars: number): string[] {
  const pieces: string[] = [];
  let rest = words.trim();
  while (rest.length > maxChars) {
    const at = cutOf(rest, maxChars);
    if (at === -1) break;
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** After the last comma or stop of what fits, when that leaves no crumb; else at its last blank, else at the first. */
function cutOf(words: string, maxChars: number): number {
  const fits = words.slice(0, maxChars + 1);
  const stop = Math.max(...[', ', '; ', ': ', '. '].map((mark) => fits.lastIndexOf(mark)));
  if (stop > maxChars / 3) return stop + 1;
  const blank = fits.lastIndexOf(' ');
  return blank > 0 ? blank : words.indexOf(' ');
}
