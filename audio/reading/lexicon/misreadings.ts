// Misread words, found in a text in one pass however many there are.
// It must never know how a word is put right in the text.
import { type Company, fitsOf, literal } from './company.ts';
import type { Fits, Misreadings, Said } from './lexicon.ts';
import type { Problem } from './problem.ts';
import { forEach, saidOf, type TableFile, TWICE } from './shape.ts';

type Known = { said: Said; written: string; company: Company; fits: Fits };

export function misreadingsOf(files: readonly TableFile[]): Misreadings {
  const known = new Map<string, Known>();
  /** By first word: how long the misread forms are that begin with it. */
  const lengths = new Map<string, Set<number>>();
  forEach(files, (entry, wrong) => {
    const key = entry.written.toLowerCase();
    const first = /^[\p{L}\p{N}]+/u.exec(key)?.[0];
    if (known.has(key)) throw wrong(TWICE);
    if (first === undefined) throw wrong(NO_LETTER);
    const said = saidOf('misreadings', entry);
    known.set(key, { said, written: entry.written, company: entry, fits: fitsOf(entry) });
    lengths.set(first, (lengths.get(first) ?? new Set()).add(key.length));
  });
  return {
    patternIn: (text) => {
      const found = new Set<string>();
      const lower = text.toLowerCase();
      for (const { 0: first, index } of lower.matchAll(/[\p{L}\p{N}]+/gu)) {
        for (const length of lengths.get(first) ?? []) {
          const written = lower.slice(index, index + length);
          if (known.has(written)) found.add(written);
        }
      }
      return found.size === 0 ? null : patternOf([...found]);
    },
    meant: (wrong, left, right) => {
      const { said, written, company, fits } = known.get(wrong.toLowerCase()) as Known;
      // Capitals in the list mean themselves; small letters stand for both.
      if (written !== written.toLowerCase() && wrong !== written) return null;
      const anywhere = company.before.length + company.after.length === 0;
      return anywhere || fits(left, right) ? said : null;
    },
  };
}

function patternOf(found: readonly string[]): RegExp {
  const longestFirst = [...found].sort((one, other) => other.length - one.length).map(either);
  return new RegExp(`(?<!\\p{L})(?:${longestFirst.join('|')})(?!\\p{L})`, 'gu');
}

/** In either case, letter by letter: what lower-casing does not make equal is not equal. */
function either(written: string): string {
  return [...written]
    .map((letter) => {
      const upper = letter.toUpperCase();
      return upper === letter || upper.toLowerCase() !== letter
        ? literal(letter)
        : `(?:${literal(letter)}|${literal(upper)})`;
    })
    .join('');
}

const NO_LETTER: Problem = {
  vi: '"written" phải bắt đầu bằng chữ hoặc số',
  en: '"written" must begin with a letter or a digit',
};
