// Document numbers: 1009/QĐ-UBND, 57-NQ/TW, 144/2025/QH15, 454/CAT-PC06 (CONVENTIONS §3).
// It must never know dates or counts; a number without letters is not its business.
import { issuerOf } from '../lexicon/issuers.ts';
import type { Said } from '../lexicon/lexicon.ts';
import { spelled } from '../words/letters.ts';
import { cardinal, codeNumber, digitByDigit } from '../words/number.ts';
import { before, doubtHere, type Reading, type Rule, speak, written } from './reading.ts';

/** Letters of one part: capitals, with the few small letters officials write (TTr, TTg, QyĐ, GDTrH). */
const PART = '(?:QyĐ|QĐi|[TKPNC][rhg]|[A-ZĐƯ&]){1,16}\\d{0,4}(?![\\p{L}\\d])';
const PARTS = `${PART}(?:\\s?[-–]\\s?${PART}){0,8}`;
const NUMBER = '(\\d{1,5})([a-zđA-ZĐ]?)';

export const DOCNO_RULES: readonly Rule[] = [
  {
    name: 'docno-party',
    kind: 'number',
    pattern: new RegExp(`${NUMBER}\\s?[-–]\\s?(${PART})\\s?\\/\\s?(${PARTS})`, 'uy'),
    say: (match, reading) => {
      if (!reading.lexicon.types.has(match[3] as string)) return null;
      const head = numberWords(match[1] as string, match[2] as string);
      return said(match, reading, head, [match[3] as string, ...split(match[4] as string)]);
    },
  },
  {
    name: 'docno-named',
    kind: 'number',
    pattern: /(\d{1,4})\s?\/\s?CP(?![\p{L}\d-])/uy,
    say: (match, reading) =>
      /(?:đề án|chương trình|dự án)\s*(?:số\s*)?$/u.test(before(reading))
        ? `${codeNumber(match[1] as string)} của chính phủ`
        : null,
  },
  {
    name: 'docno',
    kind: 'number',
    pattern: new RegExp(`${NUMBER}\\s?\\/\\s?(?:([12]\\d{3})\\s?[/-]\\s?)?(${PARTS})`, 'uy'),
    say: (match, reading) => {
      const parts = split(match[4] as string);
      // "5/A" in a sum of things is no document; a lone letter says nothing.
      if (parts.length === 1 && (parts[0] as string).length < 2) return null;
      // Without a type, a year or a word for a document before it, "450/IELTS" is a score.
      const first = parts[0] as string;
      const typed =
        reading.lexicon.types.has(first) ||
        match[3] !== undefined ||
        (parts.length > 1 && issuerOf(reading.lexicon, first, 'issuer') !== null);
      if (!typed && !NUMBER_CUE.test(written(reading))) return null;
      const year = match[3] === undefined ? '' : ` năm ${cardinal(match[3])},`;
      const head = `${numberWords(match[1] as string, match[2] as string)}${year}`;
      return said(match, reading, head, parts);
    },
  },
  {
    name: 'docno-year',
    kind: 'number',
    pattern: /(\d{1,4})\s?\/\s?((?:19|20)\d{2})(?![\d/]|\s?\/)/uy,
    say: (match, reading) =>
      DOCUMENT_CUE.test(before(reading))
        ? `${codeNumber(match[1] as string)}, năm ${cardinal(match[2] as string)},`
        : null,
  },
];

/** "QCVN 41:2019/BGTVT", "ISO 9001:2015": standards have their year after a colon, the older ones after a hyphen. */
export const STANDARD_RULE: Rule = {
  name: 'standard',
  kind: 'number',
  pattern: new RegExp(
    `(\\d{1,5}(?:-\\d{1,2})?)\\s?[:-]\\s?((?:19|20)\\d{2})(?:\\s?\\/\\s?(${PARTS}))?(?!\\d)`,
    'uy',
  ),
  say: (match, reading) => {
    if (!/(?:qcvn|tcvn|tcxdvn|tcn|iso|iec)\s*$/u.test(before(reading))) return null;
    const number = (match[1] as string).split('-').map(codeNumber).join(', ');
    const issuer = match[3] === undefined ? '' : ` ${partsSaid(match, reading, split(match[3]))},`;
    return `${number}, năm ${cardinal(match[2] as string)},${issuer}`;
  },
};

/** A number without its number ("số    /QĐ-UBND ngày   /  /2026") says nothing (§7). */
export const BLANK_DOCNO_RULE: Rule = {
  name: 'docno-blank',
  kind: 'silent',
  pattern: new RegExp(
    `[Ss]ố\\s*:?[\\s.…_]{0,20}\\/\\s?(?:(?:19|20)\\d{2}\\s?\\/\\s?)?${PARTS}(?:\\s{1,3}ngày[\\s.…_/]{1,20}(?:tháng[\\s.…_/]{1,20}(?:\\d{1,2}\\s{1,3})?)?(?:năm\\s?)?(?:(?:\\d{1,2}\\s?\\/\\s?)?\\d{4})?)?`,
    'uy',
  ),
  say: (match, reading) => {
    doubtHere(reading, match, 'no-number', '');
    return '';
  },
};

export const DOCUMENT_CUE =
  /(?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch|công văn|thông báo|kết luận|văn bản|luật|pháp lệnh|tờ trình|báo cáo|hướng dẫn|chương trình|công điện|liên tịch)(?:\s+số)?\s*$/u;

/** Departments of the police are known by letter and number: PC, PA, PV, PK, PX, C, A. */
const CODED = /^(?:P[A-Z]|[A-Z])$/u;

/** A document is named just before, or another number stands a little to the left. */
const NUMBER_CUE =
  /(?:số|công văn|văn bản|quyết định|kế hoạch|thông báo|báo cáo|tờ trình|hướng dẫn|giấy mời)\s*:?\s*$|\/\s?[A-ZĐ]{2}|^$/iu;

function numberWords(digits: string, letter: string): string {
  const number = codeNumber(digits);
  return letter === '' ? `${number},` : `${number} ${spelled(letter)},`;
}

function split(parts: string): string[] {
  return parts.split(/\s?[-–]\s?/u);
}

function said(match: RegExpExecArray, reading: Reading, head: string, parts: string[]): string {
  // A scan that doubles the type ("515/KH-KH-BCA") means it once.
  const [first, ...rest] = parts.filter((part, at) => part !== parts[at - 1]) as [
    string,
    ...string[],
  ];
  const type = reading.lexicon.types.get(first);
  const issuer = issuerOf(reading.lexicon, first, 'issuer');
  const isType = rest.length > 0 || issuer === null || issuer.spoken === type?.spoken;
  if (type === undefined || !isType)
    return `${head} ${partsSaid(match, reading, [first, ...rest])},`;
  const spoken = rest.length === 0 ? '' : partsSaid(match, reading, rest);
  // "NĐ 90/2017/NĐ-CP" names its type as "Nghị định số …" does.
  const named =
    before(reading).includes(type.spoken) || written(reading).replace(ENDS, '').endsWith(first);
  const repeated = reading.profile.docno === 'short' && named;
  if (repeated && spoken === '') return head;
  return `${head} ${repeated && spoken !== '' ? '' : `${speak(reading, type)} `}${spoken},`;
}

const ENDS = /(?:\s+số)?\s*:?\s*$/u;

function partsSaid(match: RegExpExecArray, reading: Reading, parts: readonly string[]): string {
  return parts.map((part, index) => partSaid(match, reading, part, index)).join(', ');
}

/** "15/BC-THTPL", where the document has said what a THTPL is. */
function ownName(reading: Reading, letters: string): Said | null {
  const spoken = reading.local(letters, reading.at);
  return spoken === undefined ? null : { id: `local:${letters}`, spoken };
}

function partSaid(match: RegExpExecArray, reading: Reading, part: string, index: number): string {
  const [, letters, digits] = /^(.*?)(\d*)$/u.exec(part) as unknown as [string, string, string];
  const known =
    issuerOf(reading.lexicon, letters, index === 0 ? 'issuer' : 'unit') ??
    ownName(reading, letters);
  if (known !== null && (digits === '' || known.spoken.endsWith('khóa'))) {
    const words = speak(reading, known);
    // "NQLT-CP-UBTVQH": a house without its term.
    return digits === '' ? words.replace(/ khóa$/u, '') : `${words} ${cardinal(digits)}`;
  }
  // "BCĐ389" is the board, then its name; "NC3" a room and its number; PC06 is one code (§3).
  if (known !== null && digits !== '' && !CODED.test(letters)) {
    const name = digits.length > 2 ? digitByDigit(digits) : codeNumber(digits);
    return `${speak(reading, known)} ${name}`;
  }
  if (digits !== '') return `${spelled(letters)} ${codeNumber(digits)}`;
  const guess = spelled(letters);
  doubtHere(reading, match, 'unknown-docno-part', guess);
  return guess;
}
