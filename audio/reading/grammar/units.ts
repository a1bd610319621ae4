// What a number counts: units, money, percent, and "per" (CONVENTIONS §6).
// It must never know how the number before it was read.
import { COUNTED_WORDS, perOf, perWord, unitOf } from '../lexicon/units.ts';
import { count } from './quantities.ts';
import {
  ahead,
  before,
  lastToken,
  type Reading,
  type Rule,
  sourceOf,
  speak,
  type Token,
  touches,
  written,
} from './reading.ts';

const COUNTS = new Set(['number', 'quantity']);
/** Letters that are words of their own once a space stands before them: "2 ma túy", "3 a". */
const WORDS_TOO = new Set(['ma', 'a', 'dam', 'oc', 'bar', 'ba', 'min', 'n', 'j']);

const SYMBOL =
  '(?:tr\\.?\\s?(?:đồng|đ)|[°º]\\s?[CcFfKk](?!\\p{L})|[\\p{L}µ]{1,5}\\s?[²³]|[a-zA-Z]{1,2}m[23](?!\\d)|m[23](?!\\d)|[\\p{L}µ]{1,5}|[°℃$€¥£₫₭])';

export const UNIT_RULE: Rule = {
  name: 'unit',
  kind: 'quantity',
  pattern: new RegExp(`${SYMBOL}(?![\\p{L}\\d])`, 'uy'),
  say: (match, reading) => {
    const last = lastToken(reading);
    if (last === undefined || !touches(reading, last)) return null;
    // "20 tr.đ", "1.500 tr.đồng": the stop belongs to the short form.
    const symbol = match[0].replace(/[\s.]/gu, '');
    if (last.kind === 'per') return unitSaid(reading, symbol);
    if (!COUNTS.has(last.kind)) return scaled(reading, last, symbol);
    const glued = last.to === reading.at;
    if (!glued && symbol !== 'oC' && WORDS_TOO.has(symbol.toLowerCase())) return null;
    // A mobile network, but not the road "QL 4G".
    if (glued && symbol === 'G' && !/(?:ql|quốc lộ)[.\s]?\d+$/u.test(before(reading))) return 'gờ';
    // "1tr5 vnd", "5 km²": a unit follows a number or a scale, never another unit.
    if (last.rule === 'unit') return null;
    return symbolSaid(reading, symbol, glued);
  },
};

/** "2x3 m", "60cm x 80cm": an x between two measures multiplies. */
export const TIMES_RULE: Rule = {
  name: 'times-letter',
  kind: 'word',
  pattern: /[xX](?=\s?\d|\s)/uy,
  say: (match, reading) => {
    const [left, right] = [before(reading), ahead(match, reading)];
    // "02 lớp x 100 người", "45% x mức lương": alone between spaces, with a number on one side.
    const alone = /\S\s$/u.test(left) && /^\s/u.test(right);
    if (alone && (/^\s\d/u.test(right) || /[\d%]\s$/u.test(left))) return 'nhân';
    const last = lastToken(reading);
    const measured = last !== undefined && COUNTS.has(last.kind) && touches(reading, last);
    return measured && /^\s?\d/u.test(right) ? 'nhân' : null;
  },
};

export const PERCENT_RULE: Rule = {
  name: 'percent',
  kind: 'quantity',
  pattern: /\s?[%‰]/uy,
  say: (match) => (match[0].endsWith('%') ? 'phần trăm' : 'phần nghìn'),
};

/** "$10": the sign stands first and is said last. */
export const MONEY_FIRST_RULE: Rule = {
  name: 'money-first',
  kind: 'quantity',
  pattern: /([$€£¥])\s?(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?!\d)/uy,
  say: (match, reading) => {
    // Before the number the dollar is American by itself (§6).
    const sign = match[1] === '$' ? 'USD' : (match[1] as string);
    return `${count(match[2] as string)} ${unitSaid(reading, sign)}`;
  },
};

/** A slash after a counted thing and before what it is counted by: "đồng/tháng", "km/h". */
export const PER_RULE: Rule = {
  name: 'per',
  kind: 'per',
  pattern: /\s?\/\s?(?=[\p{L}µ])/uy,
  say: (match, reading) => {
    const right = ahead(match, reading);
    const next = (NEXT_WORD.exec(right) as RegExpExecArray)[0];
    const below = next.toLowerCase();
    const isUnit = unitOf(reading.lexicon, next) !== null;
    const per = perOf(reading.lexicon, right);
    // Money is always so much for one of something: "đồng/hồ sơ", "đồng/trường hợp".
    if (isMoney(reading)) return per === undefined ? 'một' : speak(reading, per);
    if (!isUnit && per === undefined) return null;
    const above = counted(reading, below);
    const chained = lastToken(reading, 1)?.kind === 'per';
    if (above === null || (!chained && PLACES.has(above) && PLACES.has(below))) return null;
    const word = perWord(above, below);
    return word === per?.spoken ? speak(reading, per) : word;
  },
};

/** "80 miligam/100 mililít", "200mm/24h": so much on so much; "/1 lít" is by one already. */
export const PER_COUNT_RULE: Rule = {
  name: 'per-count',
  kind: 'word',
  pattern: /\s?\/\s?(?=\d)/uy,
  say: (match, reading) => {
    const last = lastToken(reading);
    // "3G/4G": two names side by side count nothing.
    if (/(?<![\p{L}\d])\dG$/u.test(written(reading))) return null;
    const counted =
      last?.kind === 'quantity' || (last?.kind === 'word' && /\d\s+\p{L}+$/u.test(before(reading)));
    if (!counted) return null;
    return /^0?1(?![\d.,/])/u.test(ahead(match, reading)) ? '' : 'trên';
  },
};

const NEXT_WORD = /^(?:[\p{L}µ]{1,5}[²³]|[dc]?m[23](?!\d)|[\p{L}µ]+)/u;
const PLACES = new Set([
  'xã',
  'phường',
  'thôn',
  'bản',
  'tổ',
  'huyện',
  'tỉnh',
  'tháng',
  'năm',
  'quý',
  'ngày',
]);

/** "1 kg gạo/người", "02 hội nghị/năm": what is never the second of two alternatives. */
const TIMES_AND_PERSONS = new Set([
  'giờ',
  'phút',
  'ngày',
  'tuần',
  'tháng',
  'quý',
  'năm',
  'vụ',
  'người',
  'hộ',
  'khẩu',
  'ha',
  'lứa',
  'lớp',
  'trường',
  'xã',
  'phường',
  'thôn',
  'bản',
  'tổ',
  'tiết',
  'đêm',
  'cháu',
  'trẻ',
  'lần',
  'lượt',
  'khóa',
  'đợt',
  'buổi',
  'ca',
  'con',
]);

/** "thu nhập bình quân đầu người/tháng": nothing is counted, but a mean is by the month. */
const AVERAGE = /(?:đầu|bình quân|thu nhập)\s(?:người|hộ|khẩu)$/u;

/** The word or unit before the slash, if something counted ends there. */
function counted(reading: Reading, below: string): string | null {
  const last = lastToken(reading);
  if (last === undefined || last.to !== reading.at) return null;
  const word = sourceOf(reading, last).trim().toLowerCase();
  if (AVERAGE.test(before(reading)) && TIMES_AND_PERSONS.has(below)) return word;
  if (last.kind === 'quantity') return word;
  const chained = lastToken(reading, 1)?.kind === 'per';
  if (chained || word === 'đồng') return word;
  if (last.kind !== 'word') return null;
  const left = before(reading, 40).slice(0, -word.length);
  if (COUNTED_WORDS.has(word) && /\d[\d.,]*\s+(?:\p{L}+,?\s+){0,3}$/u.test(left)) return word;
  // "2 mũi/trẻ": the counted word itself; "2 tuần/tháng" names the same twice.
  if (TIMES_AND_PERSONS.has(below) && !TIMES_AND_PERSONS.has(word) && /\d\s$/u.test(left))
    return word;
  return TIMES_AND_PERSONS.has(below) && /\d[\d.,]*\s?(?:[\p{L}²³%]+,?\s+){1,3}$/u.test(left)
    ? word
    : null;
}

/** Does counted money end right here? */
function isMoney(reading: Reading): boolean {
  const last = lastToken(reading);
  if (last === undefined || last.to !== reading.at) return false;
  return reading.lexicon.money.has(sourceOf(reading, last).toLowerCase()) && amountBefore(reading);
}

function amountBefore(reading: Reading): boolean {
  return /\d(?:\s?(?:trăm|nghìn|ngàn|triệu|tỷ|tỉ))*\s?[\p{L}$€₫]{1,4}$/u.test(before(reading));
}

const SCALES = new Set(['trăm', 'nghìn', 'ngàn', 'triệu', 'tỷ', 'tỉ']);

/** "5 triệu USD", "1,2 tỷ đ", "6,3 triệu m³": what is counted, after its scale. */
function scaled(reading: Reading, last: Token, symbol: string): string | null {
  if (!SCALES.has(sourceOf(reading, last).toLowerCase())) return null;
  if (!/\d\s?\p{L}+\s?$/u.test(before(reading)) || WORDS_TOO.has(symbol.toLowerCase())) return null;
  return symbol.length > 1 || reading.lexicon.money.has(symbol) ? unitSaid(reading, symbol) : null;
}

function unitSaid(reading: Reading, symbol: string): string | null {
  const said = unitOf(reading.lexicon, symbol);
  return said === null ? null : speak(reading, said);
}

function symbolSaid(reading: Reading, symbol: string, glued: boolean): string | null {
  // A lone capital far from its number is a name (nhóm 2 A), not a unit.
  const name = !glued && /^\p{Lu}$/u.test(symbol) && symbol !== 'V' && symbol !== 'W';
  return name ? null : unitSaid(reading, symbol);
}
