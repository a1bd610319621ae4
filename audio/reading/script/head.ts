// The head of a document: letterhead, number, date, type, title, who decides, on what it rests.
// It must never know what follows the head.
import type { Block } from '../source/blocks.ts';
import { ATTACHED, isDeadline, isStatus, MOTTO, OFFICE, TYPE_NAME } from '../source/shapes.ts';
import type { Role } from '../types.ts';

export const PLACE = /^(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|THÀNH PHỐ|THỊ XÃ|QUẬN|THỊ TRẤN|ĐẶC KHU)\s/u;
export const BASES =
  /^(?:Căn cứ|Theo đề nghị|Xét (?:đề nghị|tờ trình|Tờ trình)|Thực hiện (?:Nghị quyết|Quyết định|Chỉ thị) số)/u;
/** Who decides, between title and bases. */
const AUTHORITY =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|QUỐC HỘI|CHÍNH PHỦ|BAN (?:THƯỜNG VỤ|CHẤP HÀNH)|BỘ CHÍNH TRỊ|KHÓA|KHOÁ|ĐẢNG ỦY)(?!\p{L})/u;
/** An office's name in a letterhead begins so. */
export const ISSUING =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|BAN|CHI CỤC|CỤC|TỔNG CỤC|PHÒNG|TRUNG TÂM|TRƯỜNG|ĐẢNG|TỈNH ỦY|TỈNH UỶ|HUYỆN ỦY|THÀNH ỦY|QUẬN ỦY|THỊ ỦY|CÔNG AN|VĂN PHÒNG|THANH TRA|VIỆN|TÒA ÁN|TOÀ ÁN|BỆNH VIỆN|TRẠM|ĐÀI|HỘI|ĐOÀN|LIÊN ĐOÀN|MẶT TRẬN|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|NGÂN HÀNG|KHO BẠC|BẢO HIỂM|CÔNG TY|TỔ CÔNG TÁC|CHI BỘ|ĐẢNG BỘ)(?!\p{L})/iu;
const SUBJECT = /^(?:V\/v|v\/v|V\/V|Về việc)(?!\p{L})/u;
/** zone: what we are inside of; head: between a letterhead and the first heading. */
export type Walk = Head & {
  zone: 'body' | 'contents' | 'foot';
  /** Recipients were listed in this foot. */
  listed: boolean;
  sawDieu: boolean;
  /** Behind an appendix's heading, where forms have heads of their own. */
  appendix: boolean;
};

type Head = {
  head: boolean;
  /** The type line of this head has been seen. */
  typed: boolean;
  /** 'open' right under a type line; 'text' or 'caps' while its title goes on so. */
  title: 'none' | 'open' | 'text' | 'caps';
};

export function startHead(): Head {
  return { head: false, typed: false, title: 'none' };
}

export function isTypeName(block: Block): boolean {
  return block.kind === 'caps' && TYPE_NAME.test(block.body.text.trim());
}

/** Letterhead, number, date, status, type, title, authority: null where the head is over. */
export function headRole(block: Block, walk: Walk): Role | null {
  const text = block.body.text.trim();
  if (!walk.sawDieu && (isStatus(text) || (walk.head && isDeadline(text)))) {
    walk.head = true;
    return 'status';
  }
  if (block.kind === 'letterhead' || block.kind === 'number' || block.kind === 'dateline')
    return letterheadRole(block, walk);
  if (isTypeName(block) || isTypeLine(text, walk)) {
    walk.title = 'open';
    walk.head = walk.head || !walk.sawDieu;
    walk.typed = true;
    return 'type';
  }
  const title = titleRole(block, text, walk);
  if (title !== null) return title;
  if (ATTACHED.test(text)) return 'attached';
  if (!walk.head || block.kind !== 'caps') return null;
  if (PLACE.test(text) || (!walk.typed && ISSUING.test(text) && !OFFICE.test(text)))
    return 'letterhead';
  return OFFICE.test(text) || AUTHORITY.test(text) ? 'authority' : null;
}

type Numbered = { number: string; at: number; length: number };

/** "06/2026/QĐ-UBND"; null where only the year is filled in: "/2026/QĐ-UBND". */
export function numberIn(line: string): Numbered | null {
  const match = NUMBER.exec(line);
  if (match === null) return null;
  const [{ length }, number, rest] = match as unknown as [string, string, string];
  return { number: `${number}${rest}`.replace(/\s+/gu, ''), at: match.index, length };
}

const NUMBER =
  /(?<!\d|\/\s{0,3})(\d{1,5}[a-zA-Z]?)\s?((?:\/\s?\d{4}\s?)?[/-]\s?[A-ZĐƯ][\p{L}&\d]*(?:\s?[/-]\s?[\p{L}&\d]+)*)/u;

function letterheadRole(block: Block, walk: Walk): Role {
  const text = block.body.text;
  if (block.kind === 'letterhead' && walk.head && walk.typed && !MOTTO.test(text)) {
    walk.title = 'none';
    return 'authority';
  }
  // A form bound in behind has a number line to be filled in; it begins no document.
  if (block.kind === 'number' && walk.appendix && numberIn(text) === null) return 'skipped';
  if (block.kind === 'number') walk.appendix = false;
  // Where the title stands left of the date, it goes on below.
  if (block.kind !== 'dateline') walk.title = 'none';
  walk.head = true;
  walk.typed = false;
  walk.sawDieu = false;
  return block.kind as Role;
}

const TYPE_FIRST =
  /^(?:DỰ THẢO )?(?:QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|CHỈ THỊ|CHƯƠNG TRÌNH|ĐỀ ÁN|TỜ TRÌNH|BÁO CÁO|HƯỚNG DẪN|PHƯƠNG ÁN|THÔNG BÁO|GIẤY MỜI|CÔNG ĐIỆN|QUY CHẾ|QUY ĐỊNH)(?=$|\s[^\p{Ll}]{3,200}$)/u;

/** In a head: "KẾ HOẠCH TUYÊN TRUYỀN …" on one line, or "Kế hoạch" in small letters. */
function isTypeLine(text: string, walk: Walk): boolean {
  if (!walk.head || walk.typed) return false;
  return TYPE_FIRST.test(text) || (text.length < 30 && TYPE_NAME.test(text.toUpperCase()));
}

/** Where a printed type ends and its title begins on the same line. */
export function typeOf(text: string): { type: string; title: string } {
  const bare = text.trim().replace(/^dự thảo\s+/iu, '');
  const whole = TYPE_NAME.test(bare.toUpperCase());
  const type = whole ? bare : (TYPE_FIRST.exec(bare) as RegExpExecArray)[0];
  return { type, title: bare.slice(type.length).trim() };
}

/** A title is short, and longer than a line only where it has not ended. */
export const LONGEST_TITLE = 500;
const LONGEST_MORE = 160;

function titleRole(block: Block, text: string, walk: Walk): Role | null {
  const before = walk.title;
  // Between two lines of a title a rule, a page number or a date may stand.
  if (before === 'none' && !(walk.head && !walk.typed && SUBJECT.test(text))) return null;
  const fits = block.kind === 'text' || (block.kind === 'caps' && mayBeTitle(text));
  const goesOn =
    before === 'text' || before === 'caps'
      ? !block.apart && block.kind === before && text.length <= LONGEST_MORE && isShort(text)
      : text.length < LONGEST_TITLE;
  walk.title = 'none';
  if (!fits || !goesOn || BASES.test(text) || ATTACHED.test(text)) return null;
  if (!/[.;:]$/u.test(text)) walk.title = block.kind as 'text' | 'caps';
  return 'title';
}

function isShort(text: string): boolean {
  return (
    !/[.;:]$/u.test(text) && !/^(?:Kính gửi|Để|Nhằm|Trong|Ngày|Hiện nay|Qua)(?!\p{L})/u.test(text)
  );
}

function mayBeTitle(text: string): boolean {
  return !(OFFICE.test(text) || AUTHORITY.test(text) || PLACE.test(text) || /:$/u.test(text));
}
