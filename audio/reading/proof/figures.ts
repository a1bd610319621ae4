// Spoken Vietnamese back to figures: "hai nghìn không trăm linh năm" is 2005 again.
// It must never know the grammar that made the words: it is the check of that grammar.

/** One thing heard: a figure ("2005", "12,5", "#0912" where digits were said one by one) or any other word. */
export type Heard = { text: string; isFigure: boolean; from: number; to: number };

/** Reads words and pauses from left to right; numbers come back as digits, everything else as it is. */
export function figuresIn(words: readonly string[]): Heard[] {
  const heard: Heard[] = [];
  let at = 0;
  while (at < words.length) {
    const found = figureAt(words, at);
    const to = found?.next ?? at + 1;
    const text = found?.digits ?? (words[at] as string);
    heard.push({ text, isFigure: found !== null, from: at, to });
    at = to;
  }
  return heard;
}

export function figuresOf(heard: readonly Heard[]): string[] {
  return heard.filter((one) => one.isFigure).map((one) => one.text);
}

/** Words of numbers that stand alone only where a number was said wrongly. */
export const BROKEN: ReadonlySet<string> = new Set('linh lẻ mươi mốt tư lăm trăm phẩy'.split(' '));

/** Digits said one by one, without their mark; null where a figure was counted. */
export function digitsOf(figure: string): string | null {
  if (figure.startsWith('#')) return figure.slice(1);
  return figure.length === 1 ? figure : null;
}

type Found = { digits: string; next: number };
type Group = { value: number; next: number };

const DIGITS = new Map(
  'không một hai ba bốn năm sáu bảy tám chín'.split(' ').map((word, value) => [word, value]),
);
const AFTER_TENS = new Map([
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['tư', 4],
  ['bốn', 4],
  ['lăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const THOUSANDS = new Map([
  ['nghìn', 1_000],
  ['ngàn', 1_000],
  ['triệu', 1_000_000],
]);
const COUNT_END = /^(?:mười|mươi|mốt|lăm|trăm|nghìn|ngàn|triệu|t[ỷỉ])$/u;
const GOES_ON = /^(?:mươi|trăm|nghìn|ngàn|triệu|t[ỷỉ])$/u;
const BILLION = /^t[ỷỉ]$/u;
const TENS = /^mươi$/u;

function figureAt(words: readonly string[], at: number): Found | null {
  if (isYearMark(words, at)) return null;
  const count = countAt(words, at) ?? runAt(words, at) ?? ordinalAt(words, at);
  if (count === null || words[count.next] !== 'phẩy') return count;
  const fraction = digitsFrom(words, count.next + 1);
  if (fraction.digits === '') return count;
  return { digits: `${count.digits},${fraction.digits}`, next: fraction.next };
}

/** "tháng năm năm hai nghìn", "mười năm": before a number of thousands and behind a count it is the year, not a five. */
function isYearMark(words: readonly string[], at: number): boolean {
  if (words[at] !== 'năm') return false;
  if (COUNT_END.test(words[at - 1] ?? '') && !GOES_ON.test(words[at + 1] ?? '')) return true;
  const year = isYearMark(words, at + 1) ? null : countAt(words, at + 1);
  return year !== null && /^[12]\d{3}$/.test(year.digits);
}

/** A number said as a whole; one digit alone is left to the runs. */
function countAt(words: readonly string[], at: number): Found | null {
  const limit = 1_000_000_000n;
  let high = 0n;
  let low = 0n;
  let scaleAbove = Number.POSITIVE_INFINITY;
  let next = at;
  for (;;) {
    const group = groupAt(words, next, next > at);
    if (group === null) break;
    const scale = THOUSANDS.get(words[group.next] as string) ?? 1;
    if (scale >= scaleAbove) break;
    low += BigInt(group.value) * BigInt(scale);
    scaleAbove = scale;
    next = scale === 1 ? group.next : group.next + 1;
    while (BILLION.test(words[next] ?? '')) {
      high = (high + low) * limit;
      low = 0n;
      scaleAbove = Number.POSITIVE_INFINITY;
      next += 1;
    }
    if (scaleAbove === 1) break;
  }
  if (next === at || (next === at + 1 && words[at] !== 'mười')) return null;
  return { digits: String(high + low), next };
}

/** Up to three digits; inside a longer number the hundreds are always said. */
function groupAt(words: readonly string[], at: number, inner: boolean): Group | null {
  const hundreds = DIGITS.get(words[at] as string);
  if (hundreds === undefined || words[at + 1] !== 'trăm') return inner ? null : tensAt(words, at);
  const below = words[at + 2] ?? '';
  if (/^(?:linh|lẻ)$/u.test(below)) {
    const unit = DIGITS.get(words[at + 3] as string) ?? 0;
    return unit === 0 ? null : { value: hundreds * 100 + unit, next: at + 4 };
  }
  const isTens = below === 'mười' || TENS.test(words[at + 3] ?? '');
  const rest = isTens ? tensAt(words, at + 2) : null;
  return rest === null
    ? { value: hundreds * 100, next: at + 2 }
    : { value: hundreds * 100 + rest.value, next: rest.next };
}

function tensAt(words: readonly string[], at: number): Group | null {
  const [first, second] = [words[at] as string, words[at + 1] ?? ''];
  if (first === 'mười') {
    // "mười năm" is ten years: fifteen is "mười lăm".
    const unit = second === 'lăm' ? 5 : second === 'năm' ? 0 : (DIGITS.get(second) ?? 0);
    return unit === 0 ? { value: 10, next: at + 1 } : { value: 10 + unit, next: at + 2 };
  }
  const tens = DIGITS.get(first);
  if (tens === undefined) return null;
  if (!TENS.test(second)) return { value: tens, next: at + 1 };
  if (tens < 2) return null;
  const unit = AFTER_TENS.get(words[at + 2] as string);
  // "hai mươi hai nghìn" goes on, but "hai mươi hai trăm" does not: two hundred is another number.
  return unit === undefined
    ? { value: tens * 10, next: at + 2 }
    : { value: tens * 10 + unit, next: at + 3 };
}

/** Digits said one by one: "không chín một hai". */
function runAt(words: readonly string[], at: number): Found | null {
  const run = digitsFrom(words, at, (next) => countAt(words, next) !== null);
  if (run.digits === '') return null;
  return run.digits.length === 1 ? run : { ...run, digits: `#${run.digits}` };
}

function digitsFrom(
  words: readonly string[],
  at: number,
  stops: (next: number) => boolean = () => false,
): Found {
  let digits = '';
  let next = at;
  for (;;) {
    const digit = DIGITS.get(words[next] as string);
    if (digit === undefined || isYearMark(words, next) || stops(next)) break;
    digits += String(digit);
    next += 1;
  }
  return { digits, next };
}

/** Month four and the fourth are "tư", the first is "nhất"; nowhere else are those words numbers. */
function ordinalAt(words: readonly string[], at: number): Found | null {
  const word = words[at];
  const alone = at === 0 && /^(?:[.,;:]|năm)?$/.test(words[1] ?? '');
  const cued = /^(?:tháng|thứ|phần)$/u.test(words[at - 1] ?? '') || alone;
  if (!cued || (word !== 'tư' && word !== 'nhất')) return null;
  return { digits: word === 'tư' ? '4' : '1', next: at + 1 };
}
