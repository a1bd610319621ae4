// How dates, times, terms, sums, shares and counts are printed, and what each is worth.
// It must never know what a rule of reading made of them.
import { NOT_COUNTED, TERMS } from './cues.ts';
import { longestFirst } from './deadlines.ts';
import type { DigestKind } from './items.ts';
import { isoDay, isoMonth, isoTerm, plainNumber } from './values.ts';

export type Pattern = {
  pattern: RegExp;
  kind: DigestKind;
  value: (match: RegExpMatchArray) => string | null;
};

const AMOUNT = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,40})?|\\d{1,27}(?:,\\d{1,40})?)(?!\\d)';
const SCALES = '((?:\\s?(?:k|nghìn|ngàn|tr|triệu|tỷ|tỉ)(?!\\p{L}))*)';
const MONEY = '(?:đồng|đ|vnđ|vnd|₫)(?!\\p{L})';
const FOREIGN_MONEY = '(usd|eur|đô la(?: mỹ)?|nhân dân tệ|kíp)(?!\\p{L})';
const UNIT = '(?:ngày|tuần|tháng|quý|năm|giờ|phút)';

/** In this order: what an earlier one takes no later one sees. */
export const PATTERNS: readonly Pattern[] = [
  {
    // "điểm a khoản 2 Điều 5", "Phụ lục 3"
    pattern:
      /(?:(?:điểm|khoản|điều|mục|chương|phụ lục|biểu|mẫu|bảng)(?: số)?\s(?:\d{1,3}(?:\.\d{1,3})*(?:,\s\d{1,3})*|[a-zđ](?!\p{L}))(?!\d)[,\s]*){1,4}(?<=\d[,\s]*)/giu,
    kind: 'number',
    value: ([reference]) => reference.trim().toLowerCase(),
  },
  {
    pattern: /(?:ngày\s)?(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?([12]\d{3})(?!\d)/giu,
    kind: 'date',
    value: ([, day = '', month = '', year]) => dayOf(day, month, year),
  },
  {
    pattern: /(?:ngày\s)?(?<!\d)(\d{1,2})\stháng\s(\d{1,2})(?:,?\snăm\s([12]\d{3}))?(?!\d)/giu,
    kind: 'date',
    value: ([, day = '', month = '', year]) => dayOf(day, month, year),
  },
  {
    pattern: /quý\s(IV|I{1,3}|[1-4])(?:\s?\/\s?|\snăm\s)((?:19|20)\d{2})(?!\d)/giu,
    kind: 'date',
    value: ([, quarter = '', year = '']) =>
      `${year}-Q${QUARTERS[quarter.toUpperCase()] ?? quarter}`,
  },
  {
    pattern: /(?:tháng\s)?(?<!\d)(\d{1,2})(?:\s?[/-]\s?|\snăm\s)((?:19|20)\d{2})(?!\d)/giu,
    kind: 'date',
    value: ([, month = '', year = '']) => (isMonth(month) ? isoMonth(month, year) : null),
  },
  {
    // "trước ngày 10" of any month
    pattern: /ngày\s(\d{1,2})(?!\d|[./,-]\d|\stháng)/giu,
    kind: 'date',
    value: ([, day = '']) => `---${day.padStart(2, '0')}`,
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s?(?:-|–|đến)\s?(?:năm\s)?((?:19|20)\d{2})(?!\d)/giu,
    kind: 'date',
    value: ([, from = '', to = '']) => `${from}/${to}`,
  },
  {
    pattern: /năm\s((?:19|20)\d{2})(?!\d)/giu,
    kind: 'date',
    value: ([, year = '']) => year,
  },
  {
    pattern: /(?<!\d)([01]?\d|2[0-4])\s?(?:h|g|giờ|:)\s?([0-5]\d)(?:\s?phút)?(?!\d)/giu,
    kind: 'date',
    value: ([, hour = '', minute = '']) => `${hour.padStart(2, '0')}:${minute}`,
  },
  {
    pattern: new RegExp(`(?<!\\d)${AMOUNT}${SCALES}\\s?${MONEY}`, 'giu'),
    kind: 'money',
    value: ([, amount = '', scales = '']) => plainNumber(amount, scales.match(/\p{L}+/gu) ?? []),
  },
  {
    pattern: new RegExp(`(?<!\\d)${AMOUNT}${SCALES}\\s?${FOREIGN_MONEY}`, 'giu'),
    kind: 'money',
    value: ([, amount = '', scales = '', money = '']) =>
      `${plainNumber(amount, scales.match(/\p{L}+/gu) ?? [])} ${money.toLowerCase()}`,
  },
  {
    pattern: new RegExp(
      `(?:${[...TERMS].sort(longestFirst).join('|')})\\s(\\d{1,3})\\s(${UNIT})(?!\\p{L}|\\s\\d)`,
      'giu',
    ),
    kind: 'deadline',
    value: ([, count = '', unit = '']) => isoTerm(count, unit),
  },
  {
    pattern: new RegExp(`(?<!\\d)${AMOUNT}\\s?/\\s?${AMOUNT}`, 'gu'),
    kind: 'number',
    value: ([, above = '', below = '']) => `${plainNumber(above)}/${plainNumber(below)}`,
  },
  {
    pattern: new RegExp(`(?<!\\d)${AMOUNT}\\s?[%‰]`, 'giu'),
    kind: 'number',
    value: ([whole, amount = '']) => plainNumber(amount) + whole.slice(-1),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)${AMOUNT}${SCALES}(?:\\s(?!(?:${[...NOT_COUNTED].join('|')})(?!\\p{L}))\\p{Ll}+(?!\\p{L}))?(?:\\strở\\s(?:lên|xuống|đi)(?!\\p{L}))?`,
      'gu',
    ),
    kind: 'number',
    value: ([, amount = '', scales = '']) => plainNumber(amount, scales.match(/\p{L}+/gu) ?? []),
  },
  { pattern: /\d+/g, kind: 'number', value: ([digits]) => digits },
];

function isMonth(month: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12;
}

function dayOf(day: string, month: string, year: string | undefined): string | null {
  if (!isMonth(month) || Number(day) < 1 || Number(day) > 31) return null;
  return isoDay(day, month, year);
}

const QUARTERS: Readonly<Record<string, string>> = Object.freeze({
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
});
