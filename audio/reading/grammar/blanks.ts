// What a form leaves open and what a scan has lost: blank dates, blank numbers, digits cut off (CONVENTIONS §7).
// It must never fill a blank: nothing is said for it, and a person is asked.
import { cardinal, decimal, digitByDigit } from '../words/number.ts';
import { before, doubtHere, type Reading, type Rule } from './reading.ts';

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
      const [day, month, year] = [match[1], match[3], match[4]] as [string, string, string];
      const said = `${cardinal(day)} tháng ${cardinal(month)} năm ${cardinal(year)}`;
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
