// A sentence too long for one request becomes several, at the ends of its clauses. Pure.
// It must never know the network, voices or how the sounds are joined again.

export type Bounds = {
  maxSyllables: number;
  /** whether these words make a letter that the service takes */
  fits(words: string): boolean;
};

/** Most sentences come out whole. The words are all there, in order, whatever the cut. */
export function cut(words: string, bounds: Bounds): string[] {
  const whole = words.trim();
  if (whole === '') return [];
  if (within(whole, bounds)) return [whole];
  return filled(whole.split(/(?<=[.;:,])\s+/), bounds).flatMap((clause) =>
    within(clause, bounds) ? [clause] : filled(clause.split(/\s+/), bounds),
  );
}

/** As many of them in a row as fit, joined; one that does not fit alone stays alone. */
function filled(pieces: readonly string[], bounds: Bounds): string[] {
  const rows: string[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    const longer = last === undefined ? piece : `${last} ${piece}`;
    if (last !== undefined && within(longer, bounds)) rows[rows.length - 1] = longer;
    else rows.push(piece);
  }
  return rows;
}

function within(words: string, { maxSyllables, fits }: Bounds): boolean {
  return syllablesIn(words) <= maxSyllables && fits(words);
}

/** Khmer, Thai and Lao write without spaces: six letters are at least one syllable. */
const LETTERS_A_SYLLABLE = 6;

export function syllablesIn(words: string): number {
  const spaced = words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = spaced.reduce((sum, word) => sum + word.length, 0);
  return Math.max(spaced.length, Math.ceil(letters / LETTERS_A_SYLLABLE));
}
