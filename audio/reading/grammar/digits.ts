// Runs of digits that are names, not counts: telephones, hot lines, plates, identity numbers (CONVENTIONS §6).
// It must never know amounts; everything here is said digit by digit.

import { spelled } from '../words/letters.ts';
import { digitByDigit } from '../words/number.ts';
import { before, goesOn, type Rule, speak } from './reading.ts';

const HOTLINE_CUE =
  /(?:gọi|hotline|nóng|tổng đài|điện thoại|đầu số|cảnh sát|công an|cấp cứu|cứu hỏa|cứu hoả|alo|sđt|đt)(?:\s+(?:số|ngay|đến|tới|khẩn cấp|miễn phí)){0,3}\s*:?\s*$/u;
const IDENTITY_CUE =
  /(?:cccd|cmnd|căn cước(?: công dân)?|chứng minh(?: nhân dân)?|mã số(?: thuế| định danh)?|tài khoản|định danh(?: cá nhân)?|số thẻ|mst|stk|mã)(?:\s+số)?\s*:?\s*$/u;

export const DIGIT_RUN_RULES: readonly Rule[] = [
  {
    name: 'plate',
    kind: 'word',
    pattern: /(\d{2})-?([A-ZĐ]{1,2}\d?)\s?[-–. ]\s?(\d{3}\.\d{2}|\d{4,5})(?!\d)/uy,
    say: (match, reading) => {
      const [, province, series, number] = match as unknown as string[] as [
        string,
        string,
        string,
        string,
      ];
      if (!number.includes('.') && !/biển|xe/u.test(before(reading))) return null;
      const letters = `${spelled(series.replace(/\d/gu, ''))} ${digitByDigit(series.replace(/\D/gu, ''))}`;
      const said = number.includes('.') ? groups(number) : digitByDigit(number);
      return `${digitByDigit(province)} ${letters.trim()}, ${said}`;
    },
  },
  {
    name: 'procedure-code',
    kind: 'word',
    pattern: /(\d\.\d{6}(?:\.\d{2,3}){0,3})(?:\.([A-Z])(\d{2}))?(?![\d])/uy,
    say: (match) => {
      const [code, letter, office] = [match[1], match[2], match[3]] as [string, string?, string?];
      const tail =
        letter === undefined ? '' : `, ${spelled(letter)} ${digitByDigit(office as string)}`;
      return `${groups(code)}${tail}`;
    },
  },
  {
    name: 'telephone',
    kind: 'hotline',
    pattern: /0\d{1,4}(?:[ .-]\d{1,4}){2,4}(?!\d|[.,]\d)|0\d{1,3}[ .-]\d{6,8}(?!\d)/uy,
    say: (match) => {
      const length = match[0].replace(/\D/gu, '').length;
      return length < 8 || length > 12 ? null : groups(match[0]);
    },
  },
  {
    name: 'telephone-run',
    kind: 'hotline',
    pattern: /0\d{8,10}(?!\d|[.,]\d)/uy,
    say: (match) => inThrees(match[0]),
  },
  {
    name: 'service-number',
    kind: 'hotline',
    pattern: /1[89]00[ .-]?\d{2}[ .-]?\d{2,4}(?!\d)/uy,
    say: (match) =>
      /[ .-]/u.test(match[0])
        ? groups(match[0])
        : `${digitByDigit(match[0].slice(0, 4))}, ${inThrees(match[0].slice(4))}`,
  },
  {
    name: 'hotline',
    kind: 'hotline',
    pattern: /\d{3,4}(?![\d/]|[.,]\d)/uy,
    say: (match, reading) => {
      const emergency = reading.lexicon.hotlines.get(match[0]);
      const cued = HOTLINE_CUE.test(before(reading));
      if (emergency !== undefined && (cued || goesOn(reading, 'hotline')))
        return speak(reading, emergency);
      return cued ? digitByDigit(match[0]) : null;
    },
  },
  {
    name: 'identity',
    kind: 'word',
    pattern: /\d{6,24}(?![\d]|[.,]\d)/uy,
    say: (match, reading) =>
      match[0].startsWith('0') || IDENTITY_CUE.test(before(reading)) ? inThrees(match[0]) : null,
  },
];

/** `+84 912 345 678` and `(0212) 3852 047`: they begin with a sign. */
export const SIGNED_TELEPHONE_RULES: readonly Rule[] = [
  {
    name: 'telephone-abroad',
    kind: 'hotline',
    pattern: /\+\s?(\d{2})((?:[ .-]?\(?\d{1,4}\)?){2,5})(?!\d)/uy,
    say: (match) => {
      const rest = (match[2] as string).replace(/[()]/gu, '').trim();
      return `cộng ${digitByDigit(match[1] as string)}, ${/[ .-]/u.test(rest) ? groups(rest) : inThrees(rest)}`;
    },
  },
  {
    name: 'telephone-area',
    kind: 'hotline',
    pattern: /\((0\d{1,3})\)\s?(\d{2,4}(?:[ .-]?\d{2,4}){1,2})(?!\d)/uy,
    say: (match) => `${digitByDigit(match[1] as string)}, ${groups(match[2] as string)}`,
  },
];

function groups(printed: string): string {
  const parts = printed.split(/[ .-]+/u).filter((part) => part !== '');
  return parts.map((part) => (part.length > 5 ? inThrees(part) : digitByDigit(part))).join(', ');
}

/** Threes from the left; a single digit left over joins the last three. */
function inThrees(digits: string): string {
  const parts: string[] = [];
  let start = 0;
  for (; digits.length - start > 4; start += 3) parts.push(digits.slice(start, start + 3));
  parts.push(digits.slice(start));
  return parts.map(digitByDigit).join(', ');
}
