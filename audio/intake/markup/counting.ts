// How lists count: 1 2 3, a b c, I II III, as HTML and Word both name it.
// It must never know a list's place in a document.

export type Counting = 'decimal' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman';

/** Roman numerals end where Unicode and people stop reading them. */
const ROMAN_MAX = 3999;

export function counted(value: number, how: Counting): string {
  if (how === 'decimal' || value < 1 || value > ROMAN_MAX) return String(value);
  const written = how.endsWith('roman') ? roman(value) : letters(value);
  return how.startsWith('upper') ? written.toUpperCase() : written;
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let left = value;
  let written = '';
  for (const [worth, sign] of ROMAN) for (; left >= worth; left -= worth) written += sign;
  return written;
}

/** After z comes aa, as both HTML and Word have it. */
function letters(value: number): string {
  let written = '';
  for (let left = value; left > 0; left = Math.floor((left - 1) / 26))
    written = String.fromCharCode(97 + ((left - 1) % 26)) + written;
  return written;
}
