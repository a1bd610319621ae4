// Roman numerals, upper case only and in canonical form only (CONVENTIONS §4).
// It must never know whether a numeral is wanted here: the caller has the cue.

const CANONICAL = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const VALUE: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value, or null where the letters are no canonical numeral. */
export function romanValue(letters: string): number | null {
  if (letters === '' || !CANONICAL.test(letters)) return null;
  let total = 0;
  let right = 0;
  for (const letter of [...letters].reverse()) {
    const value = VALUE[letter] as number;
    total += value < right ? -value : value;
    right = Math.max(right, value);
  }
  return total;
}
