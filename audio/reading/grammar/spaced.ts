// Thousands grouped with spaces: "2 000 000 đồng" is two million (CONVENTIONS §1.5).
// It must never count a telephone's or an identity's groups: those are said digit by digit.
import { COUNTED_WORDS, unitOf } from '../lexicon/units.ts';
import { digitByDigit } from '../words/number.ts';
import { count } from './quantities.ts';
import { ahead, before, doubtHere, type Reading, type Rule, written } from './reading.ts';

/** Twenty-seven digits: longer runs are no count, and no rule looks farther. */
const GROUPS = '[1-9]\\d{0,2}(?:[ \\u00a0\\u202f]\\d{3}){1,8}(?:,\\d{1,4})?';

export const SPACED_NUMBER_RULE: Rule = {
  name: 'spaced-number',
  kind: 'number',
  pattern: new RegExp(`${GROUPS}(?!\\d|[ \\u00a0\\u202f.,/-]\\d)`, 'uy'),
  say: (match, reading) => {
    const cue = before(reading);
    const several = /^\d{1,3}\s\d{3}\s/u.test(match[0]);
    const counts = isCounted(ahead(match, reading), reading);
    if (several && !counts && RUN_CUE.test(cue))
      return match[0].split(/\D/u).map(digitByDigit).join(', ');
    if (NAMED.test(cue) || (/\d[\s.,/-]$/u.test(cue) && !NAMED_NUMBER.test(cue))) return null;
    if (!counts && !several) return null;
    const said = count(match[0].replace(/\s/gu, ''));
    // "bản Hua Ban 2 500 000 đồng": the first figure may be the name's.
    if (PROPER.test(written(reading))) doubtHere(reading, match, 'ambiguous-number', said);
    return said;
  },
};

/** What bears a number of its own: "Điều 5 100 người", "lớp 5 200 em". */
const NAMES =
  '(?:điều|khoản|điểm|mục|chương|phần|phụ lục|số|thôn|bản|tổ|khu|khu phố|phố|ấp|xóm|đội|lớp|khối|khóa|khoá|tháng|năm|ngày|quý|thứ|đợt|lần|vùng|nhóm|loại|hạng|bậc|cấp|giai đoạn)';
const NAMED = new RegExp(`(?:^|[^\\p{L}])${NAMES}\\s$`, 'u');
const NAMED_NUMBER = new RegExp(`(?:^|[^\\p{L}])${NAMES}\\s\\d{1,3}\\s$`, 'u');
const RUN_CUE =
  /(?:gọi|hotline|nóng|tổng đài|điện thoại|đầu số|liên hệ|sđt|đt|fax|zalo|cccd|cmnd|căn cước|công dân|chứng minh|nhân dân|mã số|thuế|tài khoản|định danh|thẻ|mst|stk|mã)(?:\s+số)?\s*:?\s*$/u;
const PROPER = /\p{Ll},?\s\p{Lu}\p{Ll}+\s$/u;
const SCALE = /^(?:nghìn|ngàn|triệu|tỷ|tỉ)$/u;
/** The far end of a range carries the unit for both: "500 000 - 700 000 đồng". */
const FAR_END = new RegExp(`^\\s?(?:[-–]|đến)\\s?${GROUPS}(?!\\d)`, 'u');

function isCounted(right: string, { lexicon }: Reading): boolean {
  const next = /^\s?([$€£¥₫%]|[\p{L}µ]{1,8}[²³]?)/u.exec(right.replace(FAR_END, ''))?.[1];
  if (next === undefined) return false;
  const word = next.toLowerCase();
  return SCALE.test(word) || COUNTED_WORDS.has(word) || unitOf(lexicon, next) !== null;
}
