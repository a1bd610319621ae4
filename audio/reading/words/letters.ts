// How single letters are named: in acronyms (short names) and as points of an enumeration.
// It must never know any abbreviation as a whole.

const SHORT: Record<string, string> = {
  a: 'a',
  ă: 'á',
  â: 'ớ',
  b: 'bê',
  c: 'xê',
  d: 'đê',
  đ: 'đê',
  e: 'e',
  ê: 'ê',
  f: 'ép',
  g: 'giê',
  h: 'hát',
  i: 'i',
  j: 'gi',
  k: 'ca',
  l: 'e lờ',
  m: 'em',
  n: 'en',
  o: 'o',
  ô: 'ô',
  ơ: 'ơ',
  p: 'pê',
  q: 'quy',
  r: 'e rờ',
  s: 'ét',
  t: 'tê',
  u: 'u',
  ư: 'ư',
  v: 'vê',
  w: 'vê kép',
  x: 'ích',
  y: 'y',
  z: 'dét',
};
/** CONVENTIONS §4: điểm d is "dê", đ "đê", l "e lờ", m "em mờ", n "en nờ", s "ét sì". */
const POINT: Record<string, string> = {
  ...SHORT,
  d: 'dê',
  m: 'em mờ',
  n: 'en nờ',
  s: 'ét sì',
  x: 'ích sì',
  y: 'i dài',
};

export function pointLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return POINT[lower] ?? lower;
}

/** "ASM" → "a ét em". Letters without a name are left out; the caller has flagged the word already. */
export function spelled(letters: string): string {
  return [...letters.toLowerCase()]
    .map((letter) => SHORT[letter])
    .filter((name) => name !== undefined)
    .join(' ');
}
