// What a line looks like: enumerators, bullets, headings, page numbers, letterheads.
// It must never know the lines around it: `blocks.ts` keeps the state.

import type { LineKind } from '../types.ts';

const RULES: readonly [LineKind, RegExp][] = [
  ['recipients', /^n[ơo]i nhận(?: như [^:]{0,20})?\s*[:.]?$|^n[ơo]i nhận\s*:/iu],
  ['contents', /^mục lục(?!\p{L}).{0,3}$/iu],
  [
    'letterhead',
    /cộng h(?:òa|oà) xã hội chủ nghĩa việt nam.{0,60}$|^.{0,60}độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc.{0,8}$|^đảng cộng sản việt nam.{0,3}$/iu,
  ],
  [
    'letterhead',
    /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)(?:\s+(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|THÀNH PHỐ|THỊ XÃ|QUẬN|THỊ TRẤN)[^\p{Ll}]{0,60})?$/u,
  ],
  [
    'number',
    /^(?:Số|SỐ)\s*[:：]\s*(?:\d{1,5}[a-zA-Z]?)?[\s.…_]{0,20}(?:\/\s?\d{4}\s?)?[/-]\s?[A-ZĐƯ].{1,120}$/u,
  ],
  ['number', /^Số\s+\d{1,5}[a-zA-Z]?\s?(?:\/\s?\d{4}\s?)?[/-]\s?[A-ZĐƯ][\p{L}&\d/-]{1,24}$/u],
  [
    'dateline',
    /^[\p{Lu}][\p{L} .'’-]{1,40}, ngày [\d. …_]{0,12}tháng [\d. …_]{0,12}năm [\d. …_]{0,12}$/u,
  ],
  ['sign', /^(?:TM|KT|TUQ|TL|Q)\.\s?[\p{Lu}]/u],
  ['page', /^[-–—\s]{0,4}(?:trang\s+)?\d{1,4}(?:\s?\/\s?\d{1,4})?[-–—\s]{0,4}$/iu],
  ['url', /^(?:https?:\/\/|www\.)\S+$/iu],
  ['footnote', /^\(?[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}\)?\s*\p{L}/u],
  ['dieu', /^điều\s+\d{1,3}[a-zđ]?\s*[.:]/iu],
  [
    'chapter',
    /^(?:chương|phần|mục)\s+(?:thứ\s+)?(?:[IVXLC]{1,7}|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy)\s*(?:[.:]|$)/iu,
  ],
  ['phan', /^[IVX]{1,7}\s?[.:](?:\s|(?=\p{Lu}))\s*\p{Lu}/u],
  ['phan', /^[IVX]{1,7}\.?\t+\p{Lu}{2}[^\t]*$/u],
  ['subMuc', /^\d{1,2}(?:\.\d{1,2}){1,4}(?:\.\s*(?=\p{L})|\s+(?=\p{Lu}\p{L}*))/u],
  ['muc', /^\d{1,3}\s?[.)]\s+(?=\S)/u],
  ['muc', /^\d{1,3}\.(?=\p{L})/u],
  ['diem', /^(?:[-–+*]\s{1,3})?[a-zđ]\)\s*(?=\S)/u],
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
