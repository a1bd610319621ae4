// Points and Roman numerals of references: điểm a khoản 2, quý III, lần thứ XVI (CONVENTIONS §4).
// It must never treat a lone letter or numeral without a cue as one.
import { pointLetter } from '../words/letters.ts';
import { cardinal, ordinal } from '../words/number.ts';
import { romanValue } from '../words/roman.ts';
import { isVietnameseSyllable } from '../words/syllable.ts';
import { before, doubtHere, goesOn, type Rule } from './reading.ts';

const ROMAN_CUE =
  /(?:^|[^\p{L}])(?:quý|khóa|khoá|kỳ|kì|thứ|khu vực|phụ lục|chương|thế kỷ|thế kỉ|phần|mục|điều|khoản|đoạn|số|năm|hạng|loại|cấp|tập|quyển|giai đoạn|nhóm|bậc|đợt|vùng|quân khu|đại hội|tiết|biểu|bảng|cụm|đội|tổ|khối|thi đua|trạm|tuyến|lớp|khu|chi bộ|đoàn|học kỳ|thế chiến|thời kỳ|mẫu|danh mục)\s*(?:số\s*)?$/u;

export const REFERENCE_RULES: readonly Rule[] = [
  {
    name: 'point',
    kind: 'point',
    pattern: /[a-zđ](?![\p{L}\d])/iuy,
    say: (match, reading) =>
      /(?:^|[^\p{L}])(?:điểm|tiết)\s*$/u.test(before(reading)) || goesOn(reading, 'point')
        ? pointLetter(match[0])
        : null,
  },
  {
    name: 'roman-section',
    kind: 'roman',
    pattern: /([IVX]{1,7})((?:\.(?:\d{1,3}|[a-zđ](?!\p{L}))){1,4}|[AB])(?![\p{L}\d])/uy,
    say: (match, reading) => {
      const value = romanValue(match[1] as string);
      if (value === null || !ROMAN_CUE.test(before(reading))) return null;
      const parts = (match[2] as string).split('.').filter((part) => part !== '');
      const said = parts.map((part) => (/\d/u.test(part) ? cardinal(part) : pointLetter(part)));
      const dotted = (match[2] as string).startsWith('.');
      return [cardinal(String(value)), ...said].join(dotted ? ' chấm ' : ' ');
    },
  },
  {
    name: 'roman',
    kind: 'roman',
    pattern: /[IVXLCDM]{1,15}(?![\p{L}\d&]|-(?![IVX]+(?!\p{L}))\p{Lu})/uy,
    say: (match, reading) => {
      const value = romanValue(match[0]);
      // A lone C, D, L or M is a letter: "loại C", "vitamin D" (§4).
      if (value === null || /^[CDLM]$/u.test(match[0])) return null;
      const cue = before(reading);
      if (/(?:^|[^\p{L}])thứ\s*$/u.test(cue)) return ordinal(String(value));
      if (ROMAN_CUE.test(cue) || goesOn(reading, 'roman')) return cardinal(String(value));
      // A group's row in a table of capitals: "II NHÓM TIỆN ÍCH".
      const alone = match[0].length === reading.text.trim().length;
      if (/^[IVX]+$/u.test(match[0]) && match.index === 0 && (reading.caps || alone))
        return cardinal(String(value));
      if (!/^[IVX]{2,}$/u.test(match[0]) || (reading.caps && isVietnameseSyllable(match[0])))
        return null;
      doubtHere(reading, match, 'roman-without-cue', cardinal(String(value)));
      return cardinal(String(value));
    },
  },
];
