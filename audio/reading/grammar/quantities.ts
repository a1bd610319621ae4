// Counts, decimals, ratios, fractions, section numbers, compact money (CONVENTIONS §1, §6).
// It must never know dates, times or codes: those rules have looked first.
import {
  cardinal,
  codeNumber,
  decimal,
  digitByDigit,
  MAX_CARDINAL_DIGITS,
  month,
  ordinal,
} from '../words/number.ts';
import { isDay, MONTH_CUE } from './dates.ts';
import { DOCUMENT_CUE } from './docno.ts';
import { ahead, before, doubtHere, type Reading, type Rule } from './reading.ts';

const COUNT = '(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,27})';

export const QUANTITY_RULES: readonly Rule[] = [
  {
    name: 'school-year',
    kind: 'date',
    pattern: /((?:19|20)\d{2})\s?\/\s?((?:19|20)\d{2})(?!\d)/uy,
    say: (match) => {
      const [from, to] = [Number(match[1]), Number(match[2])];
      return to === from + 1 ? `${cardinal(String(from))} đến ${cardinal(String(to))}` : null;
    },
  },
  {
    name: 'mixed-fraction',
    kind: 'number',
    pattern: /(\d{1,3}) (\d{1,2})\/(\d{1,2})(?![\d/]|[.,]\d)/uy,
    say: (match, reading) => {
      const [whole, above, below] = [match[1], match[2], match[3]] as [string, string, string];
      const cued = /(?:ngày|tháng|thứ|số|năm|điều|khoản)\s*$/u.test(before(reading));
      if (cued || Number(above) >= Number(below) || Number(below) > 10) return null;
      return `${cardinal(whole)} và ${fraction(above, below)}`;
    },
  },
  {
    name: 'ratio',
    kind: 'number',
    pattern: new RegExp(`(${COUNT}(?:,\\d+)?)\\s?\\/\\s?(${COUNT}(?:,\\d+)?)(?![\\d/])`, 'uy'),
    say: (match, reading) => {
      const [above, below] = [match[1], match[2]] as [string, string];
      if (isFraction(above, below, match, reading)) return fraction(above, below);
      const said = `${count(above)} trên ${count(below)}`;
      if (maybeDay(above, below, ahead(match, reading)))
        doubtHere(reading, match, 'ambiguous-number', said);
      return said;
    },
  },
  {
    name: 'scale',
    kind: 'number',
    pattern: /(\d{1,3}):(\d{1,3}(?:\.\d{3})*|\d{1,6})(?![\d:])/uy,
    say: (match, reading) =>
      /(?:tỷ|tỉ) lệ[^.;]{0,12}$/u.test(before(reading))
        ? `${count(match[1] as string)} trên ${count(match[2] as string)}`
        : null,
  },
  {
    name: 'compact-money',
    kind: 'number',
    pattern:
      /(\d+(?:,\d+)?)\s?(k|tr|tỷ|tỉ)(\d{1,3})?(?![\p{L}\d]|[.,]\d|\.?\s?đ(?:ồng)?(?!\p{L}))/uy,
    say: (match) => {
      const [number, scale, rest] = [match[1], match[2], match[3]] as [
        string,
        string,
        string | undefined,
      ];
      if (scale === 'k') return rest === undefined ? `${count(number)} nghìn` : null;
      const [name, below] = scale === 'tr' ? ['triệu', 'nghìn'] : ['tỷ', 'triệu'];
      const tail = rest === undefined ? '' : ` ${cardinal(rest.padEnd(3, '0'))} ${below}`;
      return `${count(number)} ${name}${tail}`;
    },
  },
  {
    // "khoản 1,2 Điều 5,6": what is numbered has no tenths.
    name: 'reference-list',
    kind: 'number',
    pattern: /\d{1,3}(?:,\d{1,3})+(?![\d]|[.,]\d)/uy,
    say: (match, reading) =>
      /(?:^|[^\p{L}])(?:khoản|điều|mục|chương|phụ lục)\s$/u.test(before(reading))
        ? match[0].split(',').map(cardinal).join(', ')
        : null,
  },
  {
    name: 'list',
    kind: 'number',
    pattern: /\d{1,4}(?:,\d{1,4}){2,}(?![\d])/uy,
    say: (match) => {
      const parts = match[0].split(',');
      const thousands = parts.slice(1).every((part) => part.length === 3);
      return thousands ? cardinal(parts.join('')) : parts.map(cardinal).join(', ');
    },
  },
  {
    name: 'section',
    kind: 'number',
    pattern: /\d{1,3}(?:\.\d{1,3}){1,5}(?![\d]|,\d)/uy,
    say: (match) => {
      // Groups of three are a count, whatever stands before: "dứt điểm 12.045 hồ sơ" (§1.5).
      const thousands = /^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(match[0]);
      return thousands ? null : match[0].split('.').map(cardinal).join(' chấm ');
    },
  },
  {
    name: 'number',
    kind: 'number',
    pattern: new RegExp(`(${COUNT})(?:,(\\d{1,40}))?(?!\\d)`, 'uy'),
    say: (match, reading) => numberSaid(match, reading),
  },
  {
    name: 'long-number',
    kind: 'number',
    pattern: /\d+/uy,
    say: (match, reading) => {
      const shown = digitByDigit(match[0].slice(0, MAX_CARDINAL_DIGITS));
      doubtHere(reading, match, 'long-number', shown);
      return shown;
    },
  },
];

/** "10.000,50" → mười nghìn phẩy năm không. */
export function count(written: string): string {
  const [whole, fractionDigits] = written.replace(/\./gu, '').split(',') as [string, string?];
  return fractionDigits === undefined ? cardinal(whole) : decimal(whole, fractionDigits);
}

function numberSaid(match: RegExpExecArray, reading: Reading): string {
  const digits = (match[1] as string).replace(/\./gu, '');
  if (match[2] !== undefined) {
    const said = decimal(digits, match[2]);
    // "5,000 người": tenths, or thousands as the English write them.
    if (match[2] === '000') doubtHere(reading, match, 'ambiguous-number', said);
    return said;
  }
  const cue = before(reading);
  if (ORDINAL_CUE.test(cue)) return ordinal(digits);
  if (Number(digits) <= 12 && isMonth(cue, ahead(match, reading))) return month(digits);
  if (NAMED_CODE.test(cue)) return codeNumber(digits);
  if (BARE_DOCUMENT.test(cue) && !COUNTED_NEXT.test(ahead(match, reading)))
    return codeNumber(digits);
  if (NAMED_BODY.test(cue) && digits.length > 2) return digitByDigit(digits);
  // A telephone's area code or a form's serial: no count is written 0212.
  if (/^0\d{3}/u.test(digits)) return digitByDigit(digits);
  return cardinal(digits);
}

/** "thứ 2, 4, 6": the whole list is of week days. */
const ORDINAL_CUE = /(?:^|[^\p{L}])thứ\s*(?:\d{1,2}\s*(?:,|và|-|–|đến)\s*)*$/u;

/** "tháng 3, 4 và 5": past the first, only where the list ends like a date. */
function isMonth(cue: string, right: string): boolean {
  if (/(?:^|[^\p{L}])tháng\s*$/u.test(cue)) return true;
  return MONTH_CUE.test(cue) && /^\s?(?:$|[,.;/)]|và|năm|hằng|hàng)/u.test(right);
}

/** Leading zeros stay in named codes and in a document's bare number (§1.7). */
const NAMED_CODE = new RegExp(
  `(?:đề án(?: số)?\\s*|${DOCUMENT_CUE.source.replace('(?:\\s+số)?', '\\s+số')})$`,
  'u',
);
/** "Chỉ thị 05 của Bộ Chính trị" is a number; "quyết định 05 năm tới" counts. */
const BARE_DOCUMENT =
  /(?:chỉ thị|nghị quyết|nghị định|thông tư|kết luận|công điện|quyết định)\s+$/u;
const COUNTED_NEXT =
  /^\s?(?:tháng|năm|ngày|tuần|quý|lần|người|hộ|xã|trường hợp|nhiệm vụ|nội dung|dự án)/u;
const NAMED_BODY = /(?:ban chỉ đạo|bcđ|tổ công tác|tct|chuyên án)\s*$/u;

/** A named thing is not divided: "tổ 3/4", "ngõ 1/2". */
const UNDIVIDED =
  /(?:(?:tỷ|tỉ) lệ|(?:^|[^\p{L}])(?:số|tổ|ngõ|ngách|hẻm|kiệt|nhà|lớp|phòng|lô|thửa))\s*$/u;

/** What a whole is, after "2/3": not things one counts (§6). */
const WHOLE =
  /^\s*(?:$|[.,;:)]|(?:tổng|số|diện tích|dân số|thời gian|chiều|mức|giá trị|sản lượng|công suất|lượng|kinh phí|quỹ|thu nhập|quãng|chặng|so với|của|trong|trở|là|và|hoặc|đến)(?![\p{L}])|[a-zµ]{1,3}(?![\p{L}]))/u;

function isFraction(
  above: string,
  below: string,
  match: RegExpExecArray,
  reading: Reading,
): boolean {
  if (!/^[1-9]\d?$/u.test(above) || !/^(?:[2-9]|10)$/u.test(below) || above === below) return false;
  if (Number(above) > 10 || UNDIVIDED.test(before(reading))) return false;
  return WHOLE.test(ahead(match, reading));
}

/** "xong 15/12.": no share is more than its whole, and nothing counted follows; 24/7 is known. */
function maybeDay(above: string, below: string, right: string): boolean {
  if (!isDay(above, below) || Number(above) <= Number(below)) return false;
  return `${above}/${below}` !== '24/7' && UNCOUNTED.test(right);
}
const UNCOUNTED =
  /^\s?(?:$|[.,;:)\n\t]|(?:tại|ở|của|và|đến|từ|lúc|này|là|thì|phải|cho|do|để|với|hằng|hàng|năm|theo|sẽ|về)(?!\p{L}))/u;

function fraction(above: string, below: string): string {
  // "chín phần tư": as an ordinal, four is tư here.
  return `${cardinal(above)} phần ${below === '4' ? 'tư' : cardinal(below)}`;
}
