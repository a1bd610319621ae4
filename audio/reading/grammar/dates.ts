// Dates: 15/4/2025, 5/2026, 14/4, with the cue words around them (CONVENTIONS §2.2–2.4).
// It must never know document numbers or ratios; where nothing says "date", it declines.
import { cardinal, month } from '../words/number.ts';
import { romanValue } from '../words/roman.ts';
import {
  ahead,
  before,
  doubtHere,
  goesOn,
  lastToken,
  type Reading,
  type Rule,
  written,
} from './reading.ts';

const DAY_CUE = /(?:^|[^\p{L}])(?:ngày|mùng|mồng|đêm|sáng|trưa|chiều|tối|hôm|rạng sáng)\s*:?\s*$/u;
/** A list of days before a full date already has its "ngày": "các ngày 25, 26/12/2025". */
const DAY_LIST =
  /(?:ngày|đêm|sáng|chiều|tối)\s+\d{1,2}(?:\s*(?:,|và|-|–|đến)\s*\d{1,2})*\s*(?:,|và|-|–|đến)\s*$/u;
const LOOSE_CUE =
  /(?:^|[^\p{L}])(?:từ|đến|trước|sau|hết|dịp|lễ|tết|kỷ niệm|kể từ|tới|là ngày|(?<!giới )hạn(?: chót| cuối| nộp)?|chậm nhất|muộn nhất|(?:sáng|trưa|chiều|tối|đêm) (?:mai|nay)|thứ (?:\d|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ nhật|họp|thời gian|thời hạn)(?: là| vào)?\s*[:,(]?\s*$/u;
/** An hour after it: "15/12 từ 7h30", "20/11 lúc 8 giờ". */
const HOUR_NEXT = /^,?\s?\(?(?:từ|lúc|hồi|vào lúc|bắt đầu từ)\s\d{1,2}\s?(?:h|g|giờ|:\d)/u;
/** What is divided, and so no day stands before it. */
const DIVIDED =
  /^\s*(?:tổng|số|diện tích|dân số|thời gian|thời hạn|quãng|chặng|chiều|nhiệm kỳ)(?!\p{L})/u;
/** "Ngày Pháp luật Việt Nam 9/11": a feast and its day. */
const FEAST = /(?:^|[^\p{L}])Ngày(?:\s\p{Lu}\p{L}*(?:\s\p{L}+){0,6})\s[(]?$/u;

export const DATE_RULES: readonly Rule[] = [
  {
    name: 'date',
    kind: 'date',
    pattern: /(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?([12]\d{3})(?![\d/])/uy,
    say: (match, reading) => {
      const [day, monthDigits, year] = [match[1], match[3], match[4]] as [string, string, string];
      if (!isDay(day, monthDigits, year)) return null;
      return `${needsDay(reading) ? 'ngày ' : ''}${dayMonth(day, monthDigits)} năm ${cardinal(year)}`;
    },
  },
  {
    name: 'date-short-year',
    kind: 'date',
    pattern: /(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/])/uy,
    say: (match, reading) => {
      const [day, monthDigits, year] = [match[1], match[2], match[3]] as [string, string, string];
      if (!isDay(day, monthDigits)) return null;
      return `${needsDay(reading) ? 'ngày ' : ''}${dayMonth(day, monthDigits)} năm ${cardinal(`20${year}`)}`;
    },
  },
  {
    name: 'month-year',
    kind: 'date',
    pattern: /(\d{1,2})\s?([/-])\s?((?:19|20)\d{2})(?![\d/]|[.,]\d)/uy,
    say: (match, reading) => {
      const [digits, sign, year] = [match[1], match[2], match[3]] as [string, string, string];
      const cue = before(reading);
      const said = ` năm ${cardinal(year)}`;
      if (/(?:quý|kỳ|kì|đợt|khóa|khoá|số|lần|phiên|thứ)\s*$/u.test(cue))
        return cardinal(digits) + said;
      if (Number(digits) < 1 || Number(digits) > 12 || /(?:tỷ|tỉ) lệ\s*$/u.test(cue)) return null;
      if (MONTH_CUE.test(cue)) return month(digits) + said;
      return sign === '/' ? `tháng ${month(digits)}${said}` : null;
    },
  },
  {
    name: 'day-month',
    kind: 'date',
    pattern: /(\d{1,2})[/](\d{1,2})(?![\d/]|[.,]\d)/uy,
    say: (match, reading) => {
      const [day, monthDigits] = [match[1], match[2]] as [string, string];
      const cue = before(reading);
      if (!isDay(day, monthDigits)) return noSuchDay(match, reading);
      if (DAY_CUE.test(cue) || DAY_LIST.test(cue)) return dayMonth(day, monthDigits);
      const right = ahead(match, reading);
      const loose =
        LOOSE_CUE.test(cue) ||
        goesOn(reading, 'date') ||
        HOUR_NEXT.test(right) ||
        rangeToDate(match, reading) ||
        listOfDays(match[0], right) ||
        FEAST.test(written(reading)) ||
        isFeast(match, reading);
      return loose && !DIVIDED.test(right) ? `ngày ${dayMonth(day, monthDigits)}` : null;
    },
  },
];

/** "Q1/2026", "Q.IV/2026", "T5/2026": quarter and month in one letter. */
export const LETTER_MONTH_RULE: Rule = {
  name: 'letter-month',
  kind: 'date',
  pattern: /([QT])\.?\s?(\d{1,2}|[IV]{1,3})\s?[/-]\s?((?:19|20)\d{2})(?!\d)/uy,
  say: (match) => {
    const [letter, mark, year] = [match[1], match[2], match[3]] as [string, string, string];
    const value = /\d/u.test(mark) ? Number(mark) : romanValue(mark);
    if (value === null || value < 1 || value > (letter === 'Q' ? 4 : 12)) return null;
    const said =
      letter === 'Q' ? `quý ${cardinal(String(value))}` : `tháng ${month(String(value))}`;
    return `${said} năm ${cardinal(year)}`;
  },
};

/** "ngày 20-11", "lễ 2-9": with a hyphen only where it cannot be days from–to. */
export const HYPHEN_DAY_RULE: Rule = {
  name: 'day-month-hyphen',
  kind: 'date',
  pattern: /(\d{1,2})-(\d{1,2})(?![\d/-]|[.,]\d|\s?(?:tháng|\/))/uy,
  say: (match, reading) => {
    const [day, monthDigits] = [match[1], match[2]] as [string, string];
    if (!isDay(day, monthDigits) || !/(?:ngày|lễ|dịp|tết|kỷ niệm)\s*$/u.test(before(reading)))
      return null;
    const feast = FEASTS.has(`${Number(day)}-${Number(monthDigits)}`);
    if (Number(monthDigits) >= Number(day) && !feast) return null;
    return `${DAY_CUE.test(before(reading)) ? '' : 'ngày '}${dayMonth(day, monthDigits)}`;
  },
};
/** Days everyone names by number although the month is not the smaller one. */
const FEASTS = new Set(['1-5', '1-6', '2-9', '3-2', '8-3']);
/** "Quốc khánh 2/9", "chiến thắng 30/4": days the whole country knows by number. */
const KNOWN_DAYS = new Set(
  '3-2 8-3 26-3 30-4 1-5 7-5 19-5 1-6 5-6 21-6 28-6 27-7 19-8 2-9 10-10 13-10 20-10 9-11 20-11 22-12'.split(
    ' ',
  ),
);
const SHARE_CUE =
  /(?:đạt|có|là|còn|lệ|số|trên|được|gồm|giảm|tăng|quá|hơn|nhất|khoảng|thành|chiếm|bằng)\s*$/u;

function isFeast(match: RegExpExecArray, reading: Reading): boolean {
  const known = KNOWN_DAYS.has(`${Number(match[1])}-${Number(match[2])}`);
  if (!known || !/\p{L}\s*\(?$/u.test(before(reading)) || SHARE_CUE.test(before(reading)))
    return false;
  return /^\s?(?:$|[.,;:)–-]|(?:và|đến|năm|tại|hằng|hàng)(?!\p{L}))/u.test(ahead(match, reading));
}

export const MONTH_CUE = /tháng\s*(?:\d{1,2}\s*(?:,|và|-|–|đến)\s*)*$/u;

/** Is there such a day? 2024 has a 29 February, as has a day whose year is not written. */
export function isDay(day: string, monthDigits: string, year = '2024'): boolean {
  const [one, two] = [Number(day), Number(monthDigits)];
  if (one < 1 || two < 1 || two > 12) return false;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return one <= (two === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(two) ? 30 : 31);
}

function dayMonth(day: string, monthDigits: string): string {
  return `${cardinal(day)} tháng ${month(monthDigits)}`;
}

function needsDay(reading: Reading): boolean {
  const cue = before(reading);
  if (DAY_CUE.test(cue) || DAY_LIST.test(cue)) return false;
  // "25-26/12/2025": the range has begun with a bare day.
  return !(lastToken(reading)?.kind === 'range' && lastToken(reading, 1)?.kind === 'number');
}

/** "ngày 30/2": said as it is written, and a person is asked. */
function noSuchDay(match: RegExpExecArray, reading: Reading): string | null {
  const [day, inYear] = [match[1], match[2]] as [string, string];
  const like = Number(day) <= 31 && Number(inYear) >= 1 && Number(inYear) <= 12;
  if (!like || !/ngày\s$/u.test(before(reading))) return null;
  const said = dayMonth(day, inYear);
  doubtHere(reading, match, 'lost-digits', said);
  return said;
}

/** "20/11, 21/11 và 22/11": days of one month, no share of anything being more than the whole. */
function listOfDays(first: string, right: string): boolean {
  const next = /^\s?(?:,|và|đến|[-–])\s?(\d{1,2})\/(\d{1,2})(?![\d/]|[.,]\d)/u.exec(right);
  const [day, inYear] = first.split('/').map(Number) as [number, number];
  return (
    next !== null &&
    day > inYear &&
    isDay(next[1] as string, next[2] as string) &&
    Number(next[1]) > Number(next[2])
  );
}

/** "28/4 - 01/5/2026": what follows is a date, so this is one too. */
function rangeToDate(match: RegExpExecArray, reading: Reading): boolean {
  return /^\s?(?:[-–]|đến)\s?(?:ngày\s)?\d{1,2}\/\d{1,2}\/\d{4}/u.test(ahead(match, reading));
}
