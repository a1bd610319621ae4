// What a form leaves open and what a scan has lost: blank dates, blank numbers, digits cut off (CONVENTIONS §7).
// It must never fill a blank: nothing is said for it, and a person is asked.
import { cardinal, decimal, digitByDigit, month } from '../words/number.ts';
import { ahead, before, doubtHere, type Reading, type Rule } from './reading.ts';

const GAP = '[\\s.…_]';

export const BLANK_RULES: readonly Rule[] = [
  {
    // "ngày … tháng … năm 2026", "ngày   /5/2026"; not "ngày, tháng, năm sinh".
    name: 'date-blank',
    kind: 'silent',
    pattern: new RegExp(
      `ngày(?:${GAP}{1,24}tháng[\\s.…_/]{1,24}năm\\s?(?:[.…_]{1,12}|\\d{4})|${GAP}{0,12}\\/\\s?(?:\\d{1,2}|${GAP}{0,12})\\s?\\/\\s?(?:\\d{4}|[.…_]{1,12})|[\\s.…_/]{1,24}\\/\\s?\\d{4})`,
      'iuy',
    ),
    say: blankHere,
  },
  {
    // "họp ngày … tháng 5 năm 2026": the month is said; "những ngày tháng 5" has no gap.
    name: 'day-blank',
    kind: 'silent',
    pattern: /ngày(?:\s{2,24}|\s?[.…_]{1,12}\s?)(?=tháng\s\d)/iuy,
    say: blankHere,
  },
  {
    // "từ tháng   năm 2026": one space would be the month of May.
    name: 'month-blank',
    kind: 'silent',
    pattern: /tháng(?:\s{2,4}|\s?[.…_]{2,12}\s?)(?=năm(?!\p{L}))/iuy,
    say: blankHere,
  },
  {
    // "Quyết định số      ngày      của": neither was filled in.
    name: 'number-blank',
    kind: 'silent',
    pattern: /số(?:\s{2,4}|\s?[.…_]{2,20}\s?)ngày[\s.…_/]{2,24}(?=(?:của|về|v\/v|\)|,|;|$))/iuy,
    say: blankHere,
  },
];

/** Words a number is written after: dots there are to be filled in. */
export const BLANK_FIELD = /(?:khoản|điều|điểm|mục|số|ngày|tháng|năm|quý|phí|tiền|tên|lần|:)\s*$/u;

export function blankHere(match: RegExpExecArray, reading: Reading): string {
  doubtHere(reading, match, 'blank', '');
  return '';
}

/** ".730 CTS", ",5 %" at a word's start: the digits before are gone, those left are said. */
export const LOST_DIGITS_RULE: Rule = {
  name: 'lost-digits',
  kind: 'number',
  pattern: /(?:\.(\d{3})|,(\d{1,4})(?=\s?%))(?!\d)/uy,
  say: (match, reading) => {
    if (!/(?:^|\s)$/u.test(before(reading))) return null;
    const [group, fraction] = [match[1], match[2]] as [string | undefined, string];
    const said = group === undefined ? `phẩy ${digitByDigit(fraction)}` : cardinal(group);
    doubtHere(reading, match, 'lost-digits', said);
    return said;
  },
};

/** What numbers its parts with dots, or is a code. */
const SECTION_CUE =
  /(?:^|[^\p{L}])(?:mục|điểm|khoản|điều|tiết|phần|tiêu chí|chỉ tiêu|nội dung|nhiệm vụ|biểu|bảng|hình|mẫu|mã|số|hồ sơ|thủ tục|phiên bản|ip|địa chỉ)(?:\s+số)?\s*:?\s*$/u;

/** Numbers no rule of writing makes: "1.2345", "1,234.5", "31/13/2026", "năm 202…". */
export const BROKEN_NUMBER_RULES: readonly Rule[] = [
  {
    name: 'broken-year',
    kind: 'silent',
    pattern: /\d{1,3}\s?(?:\.{2,8}|…{1,4})(?!\d)/uy,
    say: (match, reading) => {
      if (!/năm\s*$/u.test(before(reading))) return null;
      doubtHere(reading, match, 'lost-digits', '');
      return '';
    },
  },
  {
    name: 'broken-date',
    kind: 'date',
    pattern: /(\d{1,2})([/-])(\d{1,2})\2([12]\d{3})(?![\d/])/uy,
    say: (match, reading) => {
      const [day, inYear, year] = [match[1], match[3], match[4]] as [string, string, string];
      const said = `${cardinal(day)} tháng ${month(inYear)} năm ${cardinal(year)}`;
      doubtHere(reading, match, 'lost-digits', said);
      return said;
    },
  },
  {
    // "25h70": no clock shows it.
    name: 'broken-time',
    kind: 'quantity',
    pattern: /(?!(?:[01]?\d|2[0-4])h[0-5]\d)(\d{1,2})h(\d{2})(?![\p{L}\d])/uy,
    say: (match, reading) => {
      const said = `${cardinal(match[1] as string)} giờ ${cardinal(match[2] as string)} phút`;
      doubtHere(reading, match, 'lost-digits', said);
      return said;
    },
  },
  {
    name: 'broken-decimal',
    kind: 'number',
    pattern: /(\d{1,3}(?:,\d{3})+)\.(\d{1,2})(?!\d)/uy,
    say: (match, reading) => {
      const said = decimal((match[1] as string).replaceAll(',', ''), match[2] as string);
      doubtHere(reading, match, 'lost-digits', said);
      return said;
    },
  },
  {
    // "12,5.3 ha": a comma for tenths, and then a dot.
    name: 'broken-tenths',
    kind: 'number',
    pattern: /(\d{1,3}),(\d{1,4})\.(\d{1,4})(?![\d.,])/uy,
    say: (match, reading) => {
      const [whole, tenths, rest] = [match[1], match[2], match[3]] as [string, string, string];
      const said = `${decimal(whole, tenths)} chấm ${digitByDigit(rest)}`;
      doubtHere(reading, match, 'lost-digits', said);
      return said;
    },
  },
  {
    // "1.50.000 đồng", "1.000.00": a group of thousands is in it, and the others are not.
    name: 'broken-groups',
    kind: 'number',
    pattern: /(?![1-9]\d{0,2}(?:\.\d{3}){1,8}(?![\d.]))\d{1,3}(?:\.\d{1,3}){1,5}(?![\d]|[.,]\d)/uy,
    say: (match, reading) => {
      const money = /^\s?(?:đ|₫|vnđ|vnd|đồng|usd|nghìn|ngàn|triệu|tỷ|tỉ)(?!\p{L})/iu;
      const sum = money.test(ahead(match, reading));
      const grouped = /\.\d{3}(?!\d)/u.test(match[0]) && match[0].split('.').length > 2;
      if (!sum && (!grouped || SECTION_CUE.test(before(reading)))) return null;
      const said = match[0].split('.').map(cardinal).join(' chấm ');
      doubtHere(reading, match, 'lost-digits', said);
      return said;
    },
  },
  {
    name: 'broken-number',
    kind: 'number',
    // One digit, a dot and six more is a procedure's code.
    pattern: /(?!\d\.\d{6}(?!\d))(\d{1,3})\.(\d{4,12})(?![\d.,])/uy,
    say: (match, reading) => {
      const said = `${cardinal(match[1] as string)} chấm ${digitByDigit(match[2] as string)}`;
      doubtHere(reading, match, 'lost-digits', said);
      return said;
    },
  },
];
