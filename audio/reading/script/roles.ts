// Which blocks are heard, and which belong to letterhead, signature, recipients or contents (CONVENTIONS §7).
// It must never know how a block is spoken.
import type { Block } from '../source/blocks.ts';
import { join } from '../source/mapped.ts';
import { PERSON, PERSON_IN_CAPITALS } from '../source/names.ts';
import { MOTTO, OFFICE, RESPONSIBILITY } from '../source/shapes.ts';
import type { Role } from '../types.ts';
import { BASES, headRole, isTypeName, LONGEST_TITLE, startHead, type Walk } from './head.ts';

export type Placed = Block & { role: Role };

/** Gives every block its role; `framed` documents have heads and feet, fragments only parts of them. */
export function placeBlocks(blocks: readonly Block[]): Placed[] {
  const walk: Walk = {
    ...{ zone: 'body', listed: false, sawDieu: false, appendix: false },
    ...startHead(),
  };
  const alone = blocks.length === 1;
  const named = withSigners(withOffices(blocks));
  return oneTitle(named.map((block) => ({ ...block, role: roleOf(block, walk, alone) })));
}

/** The lines of a title are one block. */
function oneTitle(placed: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  for (const block of placed) {
    const above = out.at(-1);
    const goesOn = above?.role === 'title' && above.body.text.length < LONGEST_TITLE;
    if (block.role !== 'title' || !goesOn) {
      out.push(block);
      continue;
    }
    const body = join([above.body, block.body], [' ']);
    out[out.length - 1] = { ...above, body, wraps: above.wraps + block.wraps + 1 };
  }
  return out;
}

const OFFICE_IN_SMALL =
  /^(?:Ủy ban|Uỷ ban|UBND|Hội đồng|Sở|Bộ|Ban|Chi cục|Cục|Phòng|Trung tâm|Trường|Đảng ủy|Tỉnh ủy|Công an|Văn phòng|Trạm|Công ty|Hội)\s[^.;:]{2,60}$/u;

/** What stands right above a number or a motto is the office's name: SỞ TƯ PHÁP. */
function withOffices(blocks: readonly Block[]): Block[] {
  const named = [...blocks];
  blocks.forEach((block, index) => {
    if (block.kind !== 'number' && !MOTTO.test(block.body.text)) return;
    for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
      const above = named[at] as Block;
      if (above.kind === 'rule') continue;
      const caps = above.kind === 'caps' && !isTypeName(above) && !OFFICE.test(above.body.text);
      const small = above.kind === 'text' && OFFICE_IN_SMALL.test(above.body.text);
      if (!caps && !small) break;
      named[at] = { ...above, kind: 'letterhead' };
    }
  });
  return named;
}

const SIGNED = /^[([]?\s?(?:đã ký|đã kí|ký,? (?:ghi|đóng)|chữ ký số)/iu;

/** "CHỦ TỊCH" right above a name opens a signature, though no TM. or KT. says so. */
function withSigners(blocks: Block[]): Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'caps' || !OFFICE.test(block.body.text)) return block;
    let at = index + 1;
    while (at < index + 4 && isSigned(blocks[at])) at += 1;
    const below = blocks[at];
    const person = below?.kind === 'text' && PERSON.test(below.body.text);
    const capitals = below?.kind === 'caps' && PERSON_IN_CAPITALS.test(below.body.text);
    return person || capitals ? { ...block, kind: 'sign' } : block;
  });
}

function isSigned(block: Block | undefined): boolean {
  return block !== undefined && (SIGNED.test(block.body.text) || block.kind === 'page');
}

function roleOf(block: Block, walk: Walk, alone: boolean): Role {
  const text = block.body.text;
  if (block.kind === 'appendix') Object.assign(walk, startHead(), { zone: 'body', appendix: true });
  const zone = zoneRole(block, walk);
  if (zone !== null) return zone;
  // A fragment that is one bare number is read; "- 12 -" and "Trang 3" are a page's own anywhere.
  if (block.kind === 'page' && !(alone && /^[-–]?\d+(?:\/\d+)?$/u.test(text))) return 'skipped';
  if (block.kind === 'url' || block.kind === 'rule' || STAMP.test(text)) return 'skipped';
  if (FILED.test(text)) return 'recipients';
  if (block.kind === 'footnote' && !(alone && text.startsWith('['))) return 'footnote';
  const head = headRole(block, walk);
  if (head !== null) return head;
  if (block.kind === 'dieu') walk.sawDieu = true;
  if (block.kind !== 'text' && block.kind !== 'caps') walk.head = false;
  if (walk.head && block.kind === 'text' && BASES.test(text)) return 'bases';
  if (RESPONSIBILITY.test(text)) return 'responsibility';
  return 'read';
}

/** The archive's copy ends every list of recipients. */
const FILED = /^(?:[-–+]\s*)?lưu\s*:\s*(?:VT|HC|VP|TH|NV)(?!\p{L})/iu;

/** What signing software prints on a page. */
const STAMP = /^(?:người ký|ký bởi|ngày ký|thời gian ký|signature not verified|digitally signed)/iu;

/** Recipients, signature and contents begin with their own line and last while lines look like theirs. */
function zoneRole(block: Block, walk: Walk): Role | null {
  if (block.kind === 'recipients') return enter(walk, { zone: 'foot', listed: true }, 'recipients');
  if (block.kind === 'sign') {
    const listed = walk.zone === 'foot' && walk.listed;
    return enter(walk, { zone: 'foot', listed }, 'signature');
  }
  if (block.kind === 'contents') return enter(walk, { zone: 'contents' }, 'contents');
  const role =
    walk.zone === 'foot'
      ? footRole(block, walk.listed)
      : walk.zone === 'contents' && isListed(block);
  if (role === true) return 'contents';
  if (typeof role === 'string') return role;
  walk.zone = 'body';
  return null;
}

function enter(walk: Walk, zone: Partial<Walk>, role: Role): Role {
  Object.assign(walk, startHead(), zone);
  return role;
}

/** Recipients and signature often stand side by side, so that their lines alternate. */
function footRole(block: Block, listed: boolean): Role | null {
  const text = block.body.text.trim();
  if (block.kind === 'page' || block.kind === 'rule') return 'skipped';
  if (PERSON.test(text) || SIGNED.test(text) || STAMP.test(text) || isOffice(block, text))
    return 'signature';
  if (block.kind === 'caps' && PERSON_IN_CAPITALS.test(text)) return 'signature';
  const line = block.kind === 'text' && text.length < 90 && /[;.]$/u.test(text);
  return listed && (block.kind === 'bullet' || line) ? 'recipients' : null;
}

function isListed(block: Block): boolean {
  return (
    block.kind === 'table' ||
    (block.kind === 'caps' && !isTypeName(block)) ||
    /[\s.…]\d{1,4}$/u.test(block.body.text)
  );
}

function isOffice(block: Block, text: string): boolean {
  if (block.kind === 'caps') return OFFICE.test(text);
  return block.kind === 'text' && text.length < 50 && OFFICE.test(text.toUpperCase());
}
