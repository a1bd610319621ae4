// Which blocks are heard, and which belong to letterhead, signature, recipients or contents (CONVENTIONS §7).
// It must never know how a block is spoken.
import type { Block } from '../source/blocks.ts';
import { ATTACHED, RESPONSIBILITY } from '../source/shapes.ts';
import type { Role } from '../types.ts';

export type Placed = Block & { role: Role };

const TYPE_NAME =
  /^(?:QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|THÔNG BÁO|CHỈ THỊ|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|TỜ TRÌNH|BÁO CÁO|HƯỚNG DẪN|QUY CHẾ|QUY ĐỊNH|LUẬT|LỆNH|PHÁP LỆNH|CÔNG ĐIỆN|PHƯƠNG ÁN|GIẤY MỜI|KẾT LUẬN|THÔNG CÁO|QUY ƯỚC|HƯƠNG ƯỚC|ĐIỀU LỆ)$/u;
const OFFICE =
  /^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|CHÁNH VĂN PHÒNG|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN)|BÍ THƯ|CHỈ HUY TRƯỞNG|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG|CHÁNH ÁN|TỔ TRƯỞNG|ỦY VIÊN|HIỆU TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG)/u;
const PERSON = /^(?:\p{Lu}[\p{Ll}’']{0,8}\s+){1,4}\p{Lu}[\p{Ll}’']{0,8}$/u;
export const MOTTO = /^cộng h(?:òa|oà) xã hội|^độc lập\s*[-–]|^đảng cộng sản/iu;
export const PLACE = /^(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|THÀNH PHỐ|THỊ XÃ|QUẬN|THỊ TRẤN)\s/u;
const BASES =
  /^(?:Căn cứ|Theo đề nghị|Xét (?:đề nghị|tờ trình|Tờ trình)|Thực hiện (?:Nghị quyết|Quyết định|Chỉ thị) số)/u;

/** Gives every block its role; `framed` documents have heads and feet, fragments only parts of them. */
export function placeBlocks(blocks: readonly Block[]): Placed[] {
  const walk: Walk = { zone: 'body', head: false, afterType: false, sawDieu: false };
  const alone = blocks.length === 1;
  return withOffices(blocks).map((block) => ({ ...block, role: roleOf(block, walk, alone) }));
}

/** Capitals standing right above a number or a motto are the office's name: SỞ TƯ PHÁP. */
function withOffices(blocks: readonly Block[]): Block[] {
  const named = [...blocks];
  blocks.forEach((block, index) => {
    if (block.kind !== 'number' && !MOTTO.test(block.body.text)) return;
    for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
      const above = named[at] as Block;
      if (above.kind !== 'caps' || isTypeName(above) || OFFICE.test(above.body.text)) break;
      named[at] = { ...above, kind: 'letterhead' };
    }
  });
  return named;
}

export function isTypeName(block: Block): boolean {
  return block.kind === 'caps' && TYPE_NAME.test(block.body.text.trim());
}

/** zone: what we are inside of; head: between a letterhead and the first heading. */
type Walk = {
  zone: 'body' | 'contents' | 'recipients' | 'signature';
  head: boolean;
  afterType: boolean;
  sawDieu: boolean;
};

function roleOf(block: Block, walk: Walk, alone: boolean): Role {
  const text = block.body.text;
  const zone = zoneRole(block, walk);
  if (zone !== null) return zone;
  if (block.kind === 'page' && !alone) return 'skipped';
  if (block.kind === 'url') return 'skipped';
  if (block.kind === 'footnote' && !(alone && text.startsWith('['))) return 'footnote';
  if (block.kind === 'rule') return 'skipped';
  const head = headRole(block, walk);
  if (head !== null) return head;
  if (block.kind === 'dieu') walk.sawDieu = true;
  if (block.kind !== 'text' && block.kind !== 'caps') walk.head = false;
  if (walk.head && block.kind === 'text' && BASES.test(text)) return 'bases';
  if (RESPONSIBILITY.test(text)) return 'responsibility';
  return 'read';
}

/** Recipients, signature and contents begin with their own line and last while lines look like theirs. */
function zoneRole(block: Block, walk: Walk): Role | null {
  if (block.kind === 'recipients') return enter(walk, 'recipients');
  if (block.kind === 'sign') return enter(walk, 'signature');
  if (block.kind === 'contents') return enter(walk, 'contents');
  if (walk.zone === 'body') return null;
  if (staysIn(walk.zone, block)) return walk.zone;
  walk.zone = 'body';
  return null;
}

function enter(walk: Walk, zone: 'recipients' | 'signature' | 'contents'): Role {
  walk.zone = zone;
  walk.head = false;
  walk.afterType = false;
  return zone;
}

function staysIn(zone: Walk['zone'], block: Block): boolean {
  const text = block.body.text.trim();
  if (zone === 'contents') {
    return (
      block.kind === 'table' ||
      (block.kind === 'caps' && !isTypeName(block)) ||
      /[\s.…]\d{1,4}$/u.test(text)
    );
  }
  if (PERSON.test(text) || block.kind === 'page') return true;
  if (zone === 'signature') {
    return (
      (block.kind === 'caps' && OFFICE.test(text)) || /^\(?(?:đã ký|đã kí)(?!\p{L})/iu.test(text)
    );
  }
  return (
    block.kind === 'bullet' || (block.kind === 'text' && text.length < 90 && /[;.]$/u.test(text))
  );
}

/** Letterhead, number, date, type, title, authority: the head of a document. */
function headRole(block: Block, walk: Walk): Role | null {
  const text = block.body.text.trim();
  if (block.kind === 'letterhead' || block.kind === 'number' || block.kind === 'dateline') {
    walk.head = true;
    walk.afterType = false;
    walk.sawDieu = false;
    return block.kind;
  }
  if (isTypeName(block)) {
    walk.afterType = true;
    walk.head = walk.head || !walk.sawDieu;
    return 'type';
  }
  if (walk.afterType && block.kind === 'text') {
    walk.afterType = false;
    if (!BASES.test(text) && text.length < 500) return 'title';
    return null;
  }
  walk.afterType = false;
  if (ATTACHED.test(text)) return 'attached';
  if (!walk.head || block.kind !== 'caps') return null;
  if (PLACE.test(text)) return 'letterhead';
  return OFFICE.test(text) || /^ỦY BAN NHÂN DÂN/u.test(text) ? 'authority' : null;
}
