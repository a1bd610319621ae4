// What an ear wrote down held against what was to be said: how many words differ, and whether that is worth a person's listening. Pure.
// It must never know engines, files or times.

/** A dialect, a name, a number written in digits: a good ear errs in one word of five of a horn's sound. */
const SHARE_MOST = 0.4;
/** Of three words one is a third. */
const WORDS_LEAST = 4;

/** 0–1 of the words that were to be said; null: too few to judge. */
export function errorShare(said: string, heard: string): number | null {
  const [wanted, got] = [wordsOf(said), wordsOf(heard)];
  return wanted.length < WORDS_LEAST ? null : Math.min(1, distance(wanted, got) / wanted.length);
}

export const isMisheard = (share: number | null): share is number =>
  share !== null && share > SHARE_MOST;

/** As they sound, not as they are written: no capitals, no punctuation, one way to write a tone. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase();
  return plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** Levenshtein over words: added, left out and changed ones count the same. */
function distance(wanted: readonly string[], got: readonly string[]): number {
  let row = Array.from({ length: got.length + 1 }, (_, at) => at);
  for (const [line, word] of wanted.entries()) {
    const next = [line + 1];
    for (const [at, other] of got.entries()) {
      const changed = (row[at] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
