// The figures of a stretch of source, by their own simple look at digits and their company (. , / - :).
// It must never know the grammar: where several readings of a writing are right, all of them are given.
import { composed } from '../words/composed.ts';

/** What was printed, without markup, invisible characters and a page number that fell in between. */
export function printed(source: string): string {
  if (/^[\d.,/%]+$/.test(source)) return source;
  const plain = source
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) =>
      letterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&[a-z]{2,8};/gi, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[*`]|\p{Cf}/gu, '')
    .replace(/\n[-–—\s]*(?:trang\s+)?\d{1,4}(?:\s?\/\s?\d{1,4})?[-–—\s]*\n/giu, '\n')
    .replace(/\s+/g, ' ');
  return composed(plain).trim();
}

/** Every right way to say a writing, as figures with the words that bind them; null where no writing is known. */
export function waysOf(written: string): readonly string[] | null {
  const inner = written.replace(/^[^\p{L}\d]+|[^\p{L}\d%'’]+$/gu, '');
  for (const [pattern, ways] of WRITINGS) {
    const match = pattern.exec(inner);
    const found = match === null ? null : ways(match as unknown as Groups);
    if (found !== null) return found;
  }
  return null;
}

/** Leading zeros fall in counts; in names and codes they stay, and every digit is said ("#06"). */
export function figureWays(digits: string): readonly string[] {
  const plain = withoutZeros(digits);
  return plain === digits ? [plain] : [plain, `#${digits}`];
}

/** Every figure of a writing no rule knows, in order, each with the ways it may be said. */
export function looseFigures(written: string): (readonly string[])[] {
  return [...written.matchAll(LOOSE)].map(([digits]) => amountWays(digits));
}

const COUNT = '\\d{1,3}(?:\\.\\d{3})+|\\d+';
const AMOUNT = `(?:${COUNT})(?:,\\d+)?`;
const LOOSE = new RegExp(AMOUNT, 'gu');

type Groups = readonly [string, string, string, string, string];
type Writing = readonly [RegExp, (match: Groups) => readonly string[] | null];
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u');

const WRITINGS: readonly Writing[] = [
  [
    whole('(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?([12]\\d{3})'),
    ([, day, , month, year]) =>
      isDay(day, month) ? [`${withoutZeros(day)} tháng ${withoutZeros(month)} năm ${year}`] : null,
  ],
  [
    whole('(\\d{1,2})/(\\d{1,2})/(\\d{2})'),
    ([, day, month, year]) =>
      isDay(day, month)
        ? [`${withoutZeros(day)} tháng ${withoutZeros(month)} năm 20${year}`]
        : null,
  ],
  [
    whole(`(${AMOUNT})\\s?([/-])\\s?(${AMOUNT})`),
    ([, above, , below]) =>
      joined(
        amountWays(above),
        BINDING.filter((word) => fits(word, above, below)),
        amountWays(below),
      ),
  ],
  [whole('\\d{1,3}(?: \\d{3})+(?:,\\d+)?'), ([amount]) => amountWays(amount.replaceAll(' ', ''))],
  [
    whole('(\\d{1,3}) (\\d{1,2})/(\\d{1,2})'),
    ([, whole_, above, below]) => [
      `${withoutZeros(whole_)} ${withoutZeros(above)} phần ${withoutZeros(below)}`,
    ],
  ],
  [
    whole(
      '(\\d{1,2})\\s?(?:h|g|giờ)\\s?(?:(\\d{2})\\s?(?:[\'’]|p|ph|phút)?)?(?:\\s?(\\d{2})\\s?(?:s|giây|")?)?',
    ),
    ([, hours, minutes, seconds]) => [clock(hours, minutes, seconds)],
  ],
  [
    whole('(\\d{1,2}):(\\d{2})(?::(\\d{2}))?'),
    ([, hours, minutes, seconds]) => [
      clock(hours, minutes, seconds),
      `${withoutZeros(hours)} trên ${withoutZeros(minutes)}`,
    ],
  ],
  [
    whole(`(\\d{1,3}):(${COUNT})`),
    ([, above, below]) => joined(amountWays(above), ['trên', 'năm'], amountWays(below)),
  ],
  [
    whole("(\\d{1,3})(?:p|ph|['’])(?:(\\d{2})s)?"),
    ([, minutes, seconds]) => [`${withoutZeros(minutes)} phút${part(seconds, 'giây')}`],
  ],
  [
    whole('(\\d+(?:,\\d+)?)\\s?(k|tr|tỷ|tỉ)(\\d{0,3})'),
    ([, number, scale, rest]) => [compact(number, scale, rest)],
  ],
  [whole(`(${AMOUNT})\\s?(?:%|\\p{Sc}|đ)?`), ([, amount]) => amountWays(amount)],
  [
    whole('\\d{1,3}(?:\\.\\d{1,3})+'),
    ([numbers]) => [numbers.split('.').map(withoutZeros).join(' chấm ')],
  ],
  [
    // "mục II.1.b": the letter is checked nowhere, its figures are.
    whole('([IVXLC]+)((?:\\.\\d{1,3})+)(\\.?[a-zđ])?'),
    ([, numeral, numbers, letter]) => [
      `${figureOfRoman(numeral)}${numbers.replaceAll('.', ' chấm ')}${letter?.startsWith('.') ? ' chấm' : ''}`,
    ],
  ],
  [
    whole('\\d{1,4}(?:,\\d{1,4}){2,}'),
    ([list]) => [
      list.split(',').map(withoutZeros).join(' '),
      withoutZeros(list.replaceAll(',', '')),
    ],
  ],
];

const ROMAN = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
  ['D', 500],
  ['M', 1000],
]);

export function figureOfRoman(numeral: string): number {
  const values = [...numeral].map((letter) => ROMAN.get(letter) as number);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** What a slash or a hyphen between two amounts may be said as. */
const BINDING = ['trên', 'phần', 'tháng', 'năm', 'đến'] as const;

function fits(word: string, above: string, below: string): boolean {
  if (word === 'tháng') return isDay(above, below);
  return word === 'năm' || word === 'đến' ? /^[12]\d{3}$/.test(below) : true;
}

function joined(
  left: readonly string[],
  words: readonly string[],
  right: readonly string[],
): readonly string[] {
  return left.flatMap((one) =>
    words.flatMap((word) => right.map((two) => `${one} ${word} ${two}`)),
  );
}

function amountWays(amount: string): readonly string[] {
  const [whole, fraction] = amount.replaceAll('.', '').split(',') as [string, string?];
  return fraction === undefined ? figureWays(whole) : [`${withoutZeros(whole)},${fraction}`];
}

/** "1tr5" is 1500000; a broken number keeps its scale: "1,5 tỷ". */
function compact(number: string, scale: string, rest: string): string {
  const zeros = scale === 'k' ? 3 : scale === 'tr' ? 6 : 9;
  const said = scale === 'k' ? 'nghìn' : scale === 'tr' ? 'triệu' : 'tỷ';
  if (number.includes(',')) return `${amountWays(number)[0]} ${said}`;
  const tail = rest === '' ? '' : rest.padEnd(3, '0');
  return withoutZeros(`${number}${tail}${'0'.repeat(zeros - tail.length)}`);
}

function clock(hours: string, minutes: string | undefined, seconds: string | undefined): string {
  return `${withoutZeros(hours)} giờ${part(minutes, 'phút')}${part(seconds, 'giây')}`;
}

function part(digits: string | undefined, name: string): string {
  return Number(digits ?? 0) === 0 ? '' : ` ${withoutZeros(digits as string)} ${name}`;
}

function isDay(day: string, month: string): boolean {
  const fits = (digits: string, last: number): boolean =>
    /^\d{1,2}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= last;
  return fits(day, 31) && fits(month, 12);
}

export function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function letterOf(point: number): string {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}
