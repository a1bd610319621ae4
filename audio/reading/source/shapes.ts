// What a line looks like: enumerators, bullets, headings, page numbers, letterheads.
// It must never know the lines around it: `blocks.ts` keeps the state.

import type { LineKind } from '../types.ts';

export const RECIPIENTS = /^n[ơo]i nhận(?: như [^:]{0,20})?\s*[:.]?$|^n[ơo]i nhận\s*:/iu;
export const MOTTO =
  /^cộng h(?:òa|oà) xã hội chủ nghĩa việt nam.{0,60}$|^độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc.{0,8}$|^đảng cộng sản việt nam.{0,3}$/iu;
export const DATELINE =
  /^\p{Lu}[\p{L} .'’-]{1,40}, ngày (?:[\d. …_]{0,12}tháng [\d. …_]{0,12}năm [\d. …_]{0,12}|\d{1,2}[/-]\d{1,2}[/-]\d{4})$/u;
/** TM. thay mặt, KT. ký thay, TUQ. thừa ủy quyền, TL. thừa lệnh, Q. quyền. */
export const SIGN = /^(?:(?:TM|KT|TUQ|TL|Q)\.|T\/M|K\/T|T\/L)\s?\p{Lu}/u;
export const NUMBER_LINE =
  /^(?:Số|SỐ|Luật số|LUẬT SỐ|Pháp lệnh số)\s*[:：]\s*(?:\d{1,5}[a-zA-Z]?)?[\s.…_]{0,20}(?:\/\s?\d{4}\s?)?[/-]\s?[A-ZĐƯ].{1,120}$|^Số\s+\d{1,5}[a-zA-Z]?\s?(?:\/\s?\d{4}\s?)?[/-]\s?[A-ZĐƯ][\p{L}&\d/-]{1,24}$/u;
export const TYPE_NAME =
  /^(?:QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT(?: LIÊN TỊCH)?|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|THÔNG BÁO|CHỈ THỊ|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|ĐỀ ÁN|TỜ TRÌNH|BÁO CÁO|HƯỚNG DẪN|QUY CHẾ|QUY ĐỊNH|BỘ LUẬT|LUẬT|LỆNH|PHÁP LỆNH|CÔNG ĐIỆN|PHƯƠNG ÁN|GIẤY MỜI|KẾT LUẬN|THÔNG CÁO|QUY ƯỚC|HƯƠNG ƯỚC|ĐIỀU LỆ|VĂN BẢN HỢP NHẤT|THÔNG TRI|QUY TRÌNH|ĐỀ CƯƠNG|BIÊN BẢN|THƯ NGỎ|LỜI KÊU GỌI)$/u;
export const OFFICE =
  /^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN|THÔN|BẢN|TRẠM)|BÍ THƯ|CHỈ HUY TRƯỞNG|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG|CHÁNH ÁN|TỔ TRƯỞNG|ỦY VIÊN|HIỆU TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|TRƯỞNG ĐOÀN|CHỦ NHIỆM|TỔNG BÍ THƯ|CHÍNH ỦY|ĐỘI TRƯỞNG|THƯỜNG TRỰC)(?!\p{L})/u;
/** A line drawn to divide: "-----", "*", "____". */
export const RULE = /^(?:[-–—_=*~]\s?){1,80}(?:[oO0]{3}\s?(?:[-–—_=*~]\s?){0,80})?$/u;
/** "PHỤ LỤC", "Phụ lục I", "Mẫu số 01", "BIỂU SỐ 02-A": what is bound in behind a document. */
export const APPENDIX =
  /^(?:phụ lục|(?:biểu )?mẫu(?= số)|biểu(?= số)|phụ biểu)(?:\s+số)?(?:\s*:)?(?:\s+(?:[IVXLC]{1,7}|\d{1,3})(?:[-.]?[A-ZĐ]|[a-zđ]|[-./]\d{1,3}|[-./]\p{Lu}{1,12}){0,2})?\s*[.:]?$/iu;
const APPENDIX_WITH_TITLE =
  /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số|SỐ))?\s+(?:[IVXLC]{1,7}|\d{1,3})\s*[.:]?\s+[-–]?\s*[^\p{Ll}]{6,200}$/u;

const RULES: readonly [LineKind, RegExp][] = [
  ['recipients', RECIPIENTS],
  ['contents', /^mục lục(?!\p{L}).{0,3}$/iu],
  ['letterhead', MOTTO],
  [
    'letterhead',
    /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)(?:\s+(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|THÀNH PHỐ|THỊ XÃ|QUẬN|THỊ TRẤN|ĐẶC KHU)(?!.*\sKH(?:ÓA|OÁ)\s)[^\p{Ll}]{0,60})?$/u,
  ],
  ['number', NUMBER_LINE],
  ['dateline', DATELINE],
  ['sign', SIGN],
  ['page', /^[-–—\s]{0,4}(?:trang\s+)?\d{1,4}(?:\s?\/\s?\d{1,4})?[-–—\s]{0,4}$/iu],
  ['url', /^(?:https?:\/\/|www\.)\S+$/iu],
  ['footnote', /^\(?[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}\)?\s*[\p{L}“"]|^\[\d{1,3}\]\s*[\p{L}“"]/u],
  ['rule', RULE],
  ['appendix', APPENDIX],
  ['appendix', APPENDIX_WITH_TITLE],
  ['dieu', /^điều\s+\d{1,3}[a-zđ]?\s*[.:]/iu],
  [
    'chapter',
    /^(?:chương|phần|mục|tiểu mục)\s+(?:thứ\s+)?(?:[IVXLC]{1,7}|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s*(?:[.:]|$)/iu,
  ],
  [
    'chapter',
    /^(?:CHƯƠNG|Chương|PHẦN|Phần|MỤC)\s+(?:[Tt]hứ\s+|THỨ\s+)?(?:[IVXLC]{1,7}|\d{1,3}|NHẤT|HAI|BA|TƯ|NĂM)\s[^\p{Ll}]{6,200}$/u,
  ],
  ['phan', /^[IVX]{1,7}\s?[.:](?:\s|(?=\p{Lu}))\s*\p{Lu}/u],
  ['phan', /^[IVX]{1,7}\.?\t+\p{Lu}{2}[^\t]*$/u],
  ['phan', /^[IVX]{1,7}(?:\s?[/)]\s*\p{Lu}|(?:\s[-–]\s?|[-–]\s)(?![IVX]+(?!\p{L}))\p{Lu}{2})/u],
  ['subMuc', /^(?:[-–+*]\s{1,3})?\d{1,2}(?:\.\d{1,2}){1,4}(?:\.\s*(?=\p{L})|\s+(?=\p{Lu}\p{L}*))/u],
  ['muc', /^\d{1,3}\s?[.)]\s+(?=\S)/u],
  ['muc', /^\d{1,3}\.(?=\p{L})|^\d{1,2}\/\s?(?=\p{Lu}\p{Ll})/u],
  ['diem', /^(?:[-–+*]\s{1,3})?[a-zđA-ZĐ]\d?\)\s*(?=\S)|^[a-zđ]\d?\.\s+(?=\p{Lu})/u],
  [
    'bullet',
    /^[-–—+*•●○▪◦‣·]\s*(?=[^\d\s-]|\s)|^[-–—]\d+\s+(?!độ|tỷ|tỉ|triệu|nghìn|vạn|đồng)\p{L}{2}/u,
  ],
];
const BEFORE_TABLES = new Set<LineKind>(['letterhead', 'number', 'phan']);

/** Columns: a tab between two printed things, or a markdown row. */
const TABLE = /\S\s*\t+\s*\S|^\|.*\|$/u;

export function lineKind(line: string): LineKind {
  const head = line.length > 200 ? line.slice(0, 200) : line;
  const kind = RULES.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
  if (kind !== null && BEFORE_TABLES.has(kind)) return kind;
  const columns = /^(?:\d{1,3}[.)]|[-+*])\t+/u.test(line) ? line.replace(/\t+/u, ' ') : line;
  if (TABLE.test(columns)) return 'table';
  if (kind !== null) return kind;
  return isCapsHeading(line) ? 'caps' : 'text';
}

/** Capitals only, apart from what stands in brackets; at least two letters. */
export function isCapsHeading(line: string): boolean {
  if (line.length > 300) return false;
  const bare = line.replace(/\([^()]{0,200}\)/gu, '');
  return /\p{Lu}{2}/u.test(bare) && !/\p{Ll}/u.test(bare) && /\p{Lu}\s\p{Lu}|\p{Lu}{4}/u.test(bare);
}

/** The line under an attached document's title that names what it came with. */
export const ATTACHED = /^\((?:ban hành\s+)?kèm theo\s/iu;

/** Lines that say who answers for something: 12–27 % of what a plan says (README). */
export const RESPONSIBILITY =
  /^(?:[-+*–]\s*)?(?:(?:cơ quan|đơn vị)\s+(?:chủ trì|phối hợp|thực hiện)|(?:chủ trì|phối hợp)(?:\s+thực hiện)?|trách nhiệm thực hiện|thời gian\s+(?:thực hiện|hoàn thành)|sản phẩm|kinh phí thực hiện)\s*:/iu;

/** What begins a new line of a head, however full the line above it is. */
export const HEAD_START =
  /^(?:Căn cứ|Theo đề nghị|Xét (?:đề nghị|tờ trình|Tờ trình)|Thực hiện (?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Công điện|Thông báo|Luật)|Kính gửi|V\/v|Về việc|Quyết định:|QUYẾT ĐỊNH:|QUYẾT NGHỊ:)(?!\p{L})/u;

/** "DỰ THẢO", "(Dự thảo lần 2)", "(Hết hiệu lực)": what the text says of itself in its head. */
const STATUS =
  /^[([]?(?:bản )?dự thảo(?:\s+\(?lần(?:\s+thứ)?\s*\d{1,2}\)?)?(?:[,;]?\s+(?:ngày\s+)?[\d/.-]{4,12})?[)\]]?\.?$|^[([](?:văn bản |đã |không còn |hết |được |bị )[^()[\]]{0,20}(?:hiệu lực|thay thế|bãi bỏ|sửa đổi)[^()[\]]{0,200}[)\]]$/iu;
/** "(Thời hạn góp ý đến hết ngày 15/12/2026)". */
const DEADLINE =
  /^[([][^()[\]]{0,40}(?:góp ý|ý kiến)[^()[\]]{0,120}ngày\s+\d[^()[\]]{0,40}[)\]]\.?$/iu;

export function isStatus(text: string): boolean {
  return text.length < 260 && STATUS.test(text);
}

export function isDeadline(text: string): boolean {
  return text.length < 260 && DEADLINE.test(text);
}
