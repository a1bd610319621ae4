// Everything that is neither letter nor digit: dashes, slashes, brackets, dots, signs (CONVENTIONS §6).
// It must never let a sign reach a voice: it becomes a word, a pause or silence.
import { table } from '../lexicon/table.ts';
import { unitOf } from '../lexicon/units.ts';
import { cardinal } from '../words/number.ts';
import { blankHere, LOST_DIGITS_RULE, BLANK_FIELD as TO_FILL } from './blanks.ts';
import { isRedundant } from './local.ts';
import {
  ahead,
  before,
  doubtHere,
  goesOn,
  lastToken,
  type Reading,
  type Rule,
  sourceOf,
  speak,
  touches,
} from './reading.ts';

const RANGED = new Set(['number', 'quantity', 'date', 'roman', 'point']);
/** Words that may be repeated on the far side of a range: "thứ 2 - thứ 6". */
const RANGE_WORDS = /^(?:thứ|tháng|năm|ngày|quý|giờ|khóa|khoá|lớp)\s+[\dIVX]/u;
const ORGANISATION =
  /^(?:Bộ|Sở|Ban|Ủy|Uỷ|Công an|Tòa|Toà|Viện|Văn phòng|Trung tâm|Hội|Đoàn|Cục|Chi cục|Phòng|Trường|Đài|Mặt trận|Bệnh viện|Công ty|Ngân hàng|Liên đoàn|Thanh tra|Kho bạc|UBND|HĐND|Chủ tịch|Phó)(?!\p{L})/u;

/** "v.v…", "v.v.", "v. v": and so on, as words of their own. */
export const AND_SO_ON_RULE: Rule = {
  name: 'and-so-on',
  kind: 'pause',
  pattern: /v\s?\.\s?v(?!\p{L})\s?[.…]{0,8}/iuy,
  say: () => ', vân vân,',
};

export const SYMBOL_RULES: readonly Rule[] = [
  silent('soft-break', /\u2028\s*/uy, '.'),
  silent('end-mark', /\s?[.,]?\s?\/\.|\.\/(?=\s|$)/uy, '.'),
  {
    name: 'blank-dots',
    kind: 'silent',
    pattern: /(?:\.\s?){6,}|(?:…\s?){3,}|_+/uy,
    say: blankHere,
  },
  {
    name: 'ellipsis',
    kind: 'pause',
    pattern: /\s?[,;]?\s?(?:\.{3,5}|…)[.…]*/uy,
    say: (match, reading) => {
      // A row of dots to write on is no "and so on"; its first space must not hide that.
      if (match[0].replace(/…/gu, '..').length > 6) return null;
      if (TO_FILL.test(before(reading)) && /^\s/u.test(match[0])) return blankHere(match, reading);
      // "[...] theo", "“...bảo đảm": something was left out before, nothing goes on.
      const opens = /(?:^|[([{"“‘«])\s*$/u.test(before(reading));
      return opens || reading.tokens.length === 0 ? '' : ', vân vân,';
    },
  },
  silent('two-dots', /\.{2}/uy, '.'),
  LOST_DIGITS_RULE,
  {
    name: 'initial',
    kind: 'silent',
    pattern: /\.(?=\p{L})/uy,
    // "Q.A.T", "(.pptx)": neither ends a sentence.
    say: (_, reading) => (/(?:^|[^\p{L}])\p{L}$|[\s(]$/u.test(before(reading)) ? '' : null),
  },
  {
    name: 'enumeration',
    kind: 'pause',
    pattern: /\((\d{1,2}|[ivx]{1,4})\)\s?[.:]?/uy,
    say: (match, reading) => enumerated(match, reading),
  },
  silent('footnote-mark', /\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+/uy, ''),
  {
    name: 'bracket-repeats',
    kind: 'silent',
    pattern: /\s?\(([^()]{2,90})\)/uy,
    say: (match, reading) => {
      const far = reading.text.slice(Math.max(0, match.index - 160), match.index);
      const content = match[1] as string;
      return isRedundant(content, far, reading) || repeatsSpoken(content, reading) ? '' : null;
    },
  },
  {
    name: 'unit-in-brackets',
    kind: 'word',
    pattern: /\(\s?([\p{L}µ]{1,4}\s?[²³]|[\p{L}µ]{2,4}|%)\s?\)/uy,
    say: (match, reading) => {
      if (match[1] === '%') return ', phần trăm,';
      const unit = unitOf(reading.lexicon, (match[1] as string).replace(/\s/gu, ''));
      return unit === null ? null : `, ${speak(reading, unit)},`;
    },
  },
  silent('bracket', /[()[\]{}]/uy, ','),
  {
    name: 'range',
    kind: 'range',
    pattern: /\s?[-–—−]\s?(?=[$€£¥]?\d|\p{L})/uy,
    say: (match, reading) => rangeSaid(match, reading),
  },
  {
    name: 'minus',
    kind: 'word',
    pattern: /[-−](?=\d)/uy,
    say: (_, reading) => (/(?:^|[\s(:;,])$/u.test(before(reading)) ? 'âm' : null),
  },
  {
    name: 'dash',
    kind: 'pause',
    pattern: /\s?[-–—−]+\s?/uy,
    say: (match, reading) => {
      const right = ahead(match, reading);
      // " -2°C": the sign belongs to the number, only the space is read here.
      if (/^\s[-−]$/u.test(match[0]) && /^\d/u.test(right)) return null;
      return ORGANISATION.test(right) || lastToken(reading)?.kind === 'hotline' ? ',' : '';
    },
  },
  {
    name: 'star-rating',
    kind: 'word',
    pattern: /\*/uy,
    say: (_, reading) => {
      const last = lastToken(reading);
      return last?.kind === 'number' && touches(reading, last) ? 'sao' : '';
    },
  },
  {
    name: 'roman-year',
    kind: 'date',
    pattern: /\s?\/\s?((?:19|20)\d{2})(?!\d)/uy,
    say: (match, reading) =>
      lastToken(reading)?.kind === 'roman' ? `năm ${cardinal(match[1] as string)}` : null,
  },
  silent('slash', /\s?[/\\|]+\s?/uy, ','),
  silent('comma', /,/uy, ','),
  silent('semicolon', /;/uy, ';'),
  silent('colon', /:/uy, ':'),
  silent('stop', /[.!?]+/uy, '.'),
  silent('tab', /\t+/uy, ','),
  silent('quote', /["“”„‟«»‘’'`´′″]+/uy, ''),
  said('ampersand', /&/uy, 'và'),
  said('at', /@/uy, 'a còng'),
  {
    // A cell strings its bullets together: "Kết quả: + Cấp 20 thẻ. + Thu 30 hồ sơ."
    name: 'inline-bullet',
    kind: 'silent',
    pattern: /\+\s+(?=\p{Lu})/uy,
    say: (_, reading) => ((lastToken(reading)?.kind ?? 'pause') === 'pause' ? '' : null),
  },
  said('plus', /\+/uy, 'cộng'),
  said('equal', /=/uy, 'bằng'),
  said('at-least', /≥|>=/uy, 'từ'),
  said('at-most', /≤|<=/uy, 'không quá'),
  said('more', />(?=\s?\d)/uy, 'trên'),
  {
    // Markdown quotes a paragraph with it.
    name: 'blockquote',
    kind: 'silent',
    pattern: />+\s/uy,
    say: (_, reading) => (reading.tokens.length === 0 ? '' : null),
  },
  said('less', /<(?=\s?\d)/uy, 'dưới'),
  said('plus-minus', /±/uy, 'cộng trừ'),
  said('times', /[×✕]/uy, 'nhân'),
  silent('bullet', /[•●○▪◦‣·►→⇒✓✔☐☑▶■□◆*_#^~]+/uy, ''),
  {
    name: 'unknown-symbol',
    kind: 'silent',
    pattern: /[^\p{L}\p{N}\s]{1,80}/uy,
    say: unknownSymbol,
  },
  {
    name: 'fraction-sign',
    kind: 'number',
    pattern: /[½¼¾⅓⅔]/uy,
    say: (match) => FRACTIONS[match[0]] as string,
  },
  { name: 'other-number', kind: 'silent', pattern: /\p{N}{1,80}/uy, say: unknownSymbol },
  silent('space', /\s+/uy, ''),
];

function unknownSymbol(match: RegExpExecArray, reading: Reading): string {
  doubtHere(reading, match, 'unknown-symbol', '');
  return '';
}

const FRACTIONS: Record<string, string> = {
  '½': 'một phần hai',
  '¼': 'một phần tư',
  '¾': 'ba phần tư',
  '⅓': 'một phần ba',
  '⅔': 'hai phần ba',
};

function silent(name: string, pattern: RegExp, say: string): Rule {
  return { name, kind: say === '' ? 'silent' : 'pause', pattern, say: () => say };
}

function said(name: string, pattern: RegExp, say: string): Rule {
  return { name, kind: 'word', pattern, say: () => say };
}

const LOWER_ROMAN = table<string>({
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
});

/** "(1) …" opens a clause: một là; after a noun ("nhóm (2)") it only numbers it. */
/** "05 (năm) ngày", "10.000.000 đồng (mười triệu đồng)": the bracket says again what was said. */
function repeatsSpoken(content: string, reading: Reading): boolean {
  if (/\d/u.test(content)) return false;
  const recent = reading.tokens.slice(-8);
  if (!recent.some((token) => token.kind === 'number')) return false;
  const said = recent.map((token) => token.say).join(' ');
  return plainWords(said).endsWith(` ${plainWords(content).trim()}`);
}

function plainWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/ lẻ /gu, ' linh ')
    .replace(/ ngàn/gu, ' nghìn');
  return ` ${words
    .replace(/mươi bốn/gu, 'mươi tư')
    .replace(/tỉ/gu, 'tỷ')
    .trim()}`;
}

function enumerated(match: RegExpExecArray, reading: Reading): string | null {
  const digits = LOWER_ROMAN[match[1] as string] ?? (match[1] as string);
  if (!/\d/u.test(digits)) return null;
  const last = lastToken(reading);
  // "nội dung (1), (2) và (3)": numbers side by side only refer.
  const listed =
    /\)\s*(?:[,;]|và|hoặc|đến)?\s*$/u.test(before(reading, 8)) ||
    /^\s*(?:[,;]|và|hoặc|đến)\s*\(\d/u.test(ahead(match, reading));
  if (listed && last !== undefined) return cardinal(digits);
  const opens =
    last === undefined || last.kind === 'pause' || /^\s*\p{Lu}/u.test(ahead(match, reading));
  return opens ? `${cardinal(digits)} là,` : cardinal(digits);
}

/** "thôn 1 - thôn 5", "Km12+300 - Km15+00": the same word on both sides counts both. */
function repeatsWord(right: string, left: string): boolean {
  const word = /^(\p{L}{1,12})\s?[\dIVX]/u.exec(right)?.[1];
  const above = /(\p{L}{1,12})\s?[\dIVX][\d.,+/IVX]*$/iu.exec(left)?.[1];
  return word !== undefined && word.toLowerCase() === above?.toLowerCase();
}

/** "NPK 16-16-8", "lô 12A-3": three numbers in a row, or a letter on one side only, name a thing. */
function isCode(left: string, right: string): boolean {
  const run = /(?<!\d)\d{1,3}-\d{1,3}$/u.test(left) || /^\d{1,3}-\d{1,3}(?!\d)/u.test(right);
  return (
    (run && !/\d{4}$/u.test(left)) ||
    (/\d[a-zđ]$/u.test(left) && /^\d{1,3}(?![\d\p{L}.,])/u.test(right))
  );
}

const ROAD = /^(?:Km|KM|QL|TL|ĐT|ĐH|HL)/u;

function rangeSaid(match: RegExpExecArray, reading: Reading): string | null {
  const last = lastToken(reading);
  if (last === undefined || !RANGED.has(last.kind) || last.to !== reading.at) return null;
  const right = ahead(match, reading);
  // "kênh N2-1" is one name; "Km12-15" is a stretch of road.
  if (last.rule === 'code' && !ROAD.test(sourceOf(reading, last)) && /^\d/u.test(right))
    return null;
  if (/(?:tỷ|tỉ) số\s*\d*$/u.test(before(reading))) return '';
  if (match[0] === '-' && isCode(before(reading), right)) return ',';
  if (/^[$€£¥]?\d/u.test(right) || repeatsWord(right, before(reading))) return 'đến';
  if (last.kind === 'point') return /^[a-zđ](?![\p{L}\d])/u.test(right) ? 'đến' : null;
  if (last.kind === 'roman' && /^[IVX]+(?!\p{L})/u.test(right)) return 'đến';
  return RANGE_WORDS.test(right) &&
    /\d|[IVX]/u.test(sourceOf(reading, last)) &&
    !goesOn(reading, 'point')
    ? 'đến'
    : null;
}
