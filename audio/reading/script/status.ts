// What a text says of its own validity, and what it does to other texts (issue 3, item 2).
// It must never guess: every finding has the words it was read from, and a person confirms it.
import type { StatusFound } from '../types.ts';
import { DAY, daysAfter, isoDay } from './days.ts';
import type { Placed } from './roles.ts';

const DOC =
  '(?:Quyết định|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Chỉ thị|Kế hoạch|Luật|Pháp lệnh|Công văn|Quy chế|Quy định|Hướng dẫn|Thông báo|Chương trình|Đề án)';
const NUMBER =
  '\\d{1,5}[a-zA-Z]?(?:\\s?/\\s?\\d{4})?\\s?[/-]\\s?[A-ZĐƯ][\\p{L}\\d&]{0,14}(?:\\s?[-/]\\s?[\\p{L}\\d&]{1,14}){0,4}';

type Found = StatusFound & { kinds: Set<StatusFound['kind']> };
export type Known = { number: string | null; date: string | null; type: string | null };

export function statusOf(blocks: readonly Placed[], known: Known): StatusFound {
  const found: Found = {
    kind: null,
    commentUntil: null,
    inForceFrom: null,
    endedOn: null,
    by: null,
    acts: [],
    evidence: [],
    kinds: new Set(),
  };
  let place: 'head' | 'clauses' | 'body' = 'head';
  for (const block of blocks) {
    if (block.kind === 'dieu') place = 'clauses';
    else if (BODY.has(block.kind) || (block.role === 'type' && place === 'clauses')) place = 'body';
    if (SILENT.has(block.role)) continue;
    own(block, place === 'head', found);
    comments(block, found);
    inForce(block, known, found);
    if (place === 'clauses' || block.role === 'title') acts(block, found);
  }
  const { kinds, ...status } = found;
  // What ended before it began was read wrongly; that it ended is what a listener must not miss.
  const { inForceFrom, endedOn } = status;
  if (inForceFrom !== null && endedOn !== null && inForceFrom > endedOn) status.inForceFrom = null;
  return { ...status, kind: ORDER.find((kind) => kinds.has(kind)) ?? null };
}

const BODY = new Set(['phan', 'appendix']);
const SILENT = new Set(['bases', 'contents', 'recipients', 'signature', 'footnote', 'skipped']);
/** A draft is nothing else yet; what no longer holds was once in force. */
const ORDER = ['draft', 'repealed', 'amended', 'in-force'] as const;

const DRAFT = /^[([]?(?:bản )?dự thảo(?!\p{L})/iu;
const THIS = `(?:${DOC}|văn bản) này`;
const BY = `(?:bởi|bằng|theo|tại)\\s+(?:${DOC}\\s+)?(?:số\\s+)?(${NUMBER})`;
const ENDED = new RegExp(`(?:hết|không còn)\\s+hiệu lực(?:[^.;\\d]{0,40}ngày\\s+${DAY})?`, 'iu');
const REPLACED = new RegExp(`(?:được|bị)\\s+(?:thay thế|bãi bỏ)\\s+${BY}`, 'iu');
const AMENDED = new RegExp(
  `(?:được|đã)\\s+sửa đổi(?:, bổ sung)?(?:\\s+một số điều)?\\s*(?:${BY}|bởi\\s*:)`,
  'iu',
);
const OF_THIS = new RegExp(`${THIS}\\s+(?:đã|bị|được|hết|không)(?!\\p{L})`, 'iu');

/** Said in the head, in brackets on a line of its own, or of "this decision". */
function own(block: Placed, head: boolean, found: Found): void {
  const text = block.body.text.slice(0, LOOK);
  if ((block.role === 'status' || block.role === 'type') && DRAFT.test(text)) {
    add(found, 'draft', block);
  }
  if (block.role === 'type' && /^VĂN BẢN HỢP NHẤT$/iu.test(text.trim()))
    add(found, 'amended', block);
  const noted = block.role === 'status' || (head && /^[([].*[)\]]\.?$/u.test(text));
  if (!noted && !OF_THIS.test(text)) return;
  const replaced = REPLACED.exec(text);
  if (replaced !== null) {
    found.by ??= plain(replaced[1] as string);
    add(found, 'repealed', block, replaced);
  }
  const ended = ENDED.exec(text);
  if (ended !== null) {
    found.endedOn ??= isoDay(ended);
    add(found, 'repealed', block, ended);
  }
  const amended = AMENDED.exec(text);
  if (amended === null) return;
  if (amended[1] !== undefined) found.by ??= plain(amended[1]);
  add(found, 'amended', block, amended);
}

const COMMENTS = new RegExp(
  `(?:góp ý|lấy ý kiến|tham gia ý kiến|ý kiến)[^;]{0,240}?(?:trước|đến hết|chậm nhất(?: là)?|đến|hạn cuối)\\s+(?:\\d{1,2}\\s?(?:h|giờ)\\d{0,2}\\s+)?ngày\\s+${DAY}`,
  'iu',
);

function comments(block: Placed, found: Found): void {
  const text = block.body.text.slice(0, LOOK);
  if (!/dự thảo/iu.test(text) && !found.kinds.has('draft')) return;
  const match = COMMENTS.exec(text);
  const day = match === null ? null : isoDay(match);
  if (match === null || day === null || found.commentUntil !== null) return;
  found.commentUntil = day;
  add(found, null, block, match);
}

const IN_FORCE = new RegExp(
  `${THIS}[^.;]{0,160}?có hiệu lực(?:\\s+thi hành)?\\s+(?:(?:kể\\s+)?từ\\s+(?:\\d{1,2} giờ(?: \\d{1,2} phút)? )?ngày\\s+(?:(ký|ban hành|thông qua)|${DAY})|sau\\s+(\\d{1,3})\\s+ngày,?\\s+(?:kể\\s+)?từ\\s+ngày\\s+(?:ký|ban hành|thông qua))`,
  'iu',
);

function inForce(block: Placed, known: Known, found: Found): void {
  const match = IN_FORCE.exec(block.body.text.slice(0, LOOK));
  if (match === null || found.inForceFrom !== null) return;
  const days = match[8] === undefined ? 0 : Number(match[8]);
  const signed = match[1] !== undefined || match[8] !== undefined;
  const from = signed ? known.date && daysAfter(known.date, days) : isoDay(match, 2);
  found.inForceFrom = from;
  add(found, from === null ? null : 'in-force', block, match);
}

const ACT = new RegExp(
  `(bãi bỏ|thay thế|sửa đổi(?:, bổ sung)?)\\s+(?:toàn bộ\\s+|một phần\\s+|(?:một số|các)\\s+(?:điều|nội dung|khoản)[^.;\\d]{0,40}|(?:Điều|khoản|điểm|Phụ lục)\\s[^.;]{0,80}?)?(?:của\\s+|tại\\s+)?(các\\s+)?${DOC}\\s+(?:số\\s+)?(${NUMBER})`,
  'giu',
);
const ENDS_OTHER = new RegExp(
  `${DOC}\\s+(?:số\\s+)?(${NUMBER})[^.;]{0,300}?\\s(?:hết|chấm dứt)\\s+hiệu lực`,
  'giu',
);
const MORE = new RegExp(`(?:,|;| và)\\s+(?:${DOC}\\s+)?số\\s+(${NUMBER})`, 'giu');
const DOES = { bãi: 'repeals', thay: 'replaces', sửa: 'amends' } as const;

function acts(block: Placed, found: Found): void {
  const text = block.body.text.slice(0, LOOK);
  for (const match of text.matchAll(ACT)) {
    const left = text.slice(Math.max(0, match.index - 60), match.index);
    // "… được sửa đổi, bổ sung" and "Nghị định số 5/… sửa đổi, bổ sung" are the deeds of others.
    if (/(?:được|bị|đã)\s+$/iu.test(left) || / số \d[^;.]*$/iu.test(left.replace(/này.*$/u, '')))
      continue;
    const does = DOES[(match[1] as string).split(' ')[0]?.toLowerCase() as keyof typeof DOES];
    act(found, block, { does, number: match[3] as string, at: match.index, text: match[0] });
    if (match[2] === undefined) continue;
    const start = match.index + match[0].length;
    const rest = text.slice(start).split(/\.\s/u)[0] as string;
    for (const more of rest.matchAll(MORE))
      act(found, block, { does, number: more[1] as string, at: start + more.index, text: more[0] });
  }
  if (!/(?:hết|chấm dứt)\s+hiệu lực/iu.test(text)) return;
  for (const match of text.matchAll(ENDS_OTHER)) {
    act(found, block, {
      does: 'repeals',
      number: match[1] as string,
      at: match.index,
      text: match[0],
    });
  }
}

type Deed = { does: StatusFound['acts'][number]['does']; number: string; at: number; text: string };

function act(found: Found, block: Placed, { does, number, at, text }: Deed): void {
  const span = spanOf(block, at, text.length);
  const plainNumber = plain(number);
  if (found.acts.length >= MAX_FOUND) return;
  if (found.acts.some((one) => one.number === plainNumber && one.does === does)) return;
  found.acts.push({ does, number: plainNumber, ...span });
}

/** The longest list of texts a decision ends at once; a person confirms every one. */
const MAX_FOUND = 200;

/** No sentence on validity is longer; a block beyond it is no clause of one. */
const LOOK = 4000;

function add(
  found: Found,
  kind: StatusFound['kind'],
  block: Placed,
  match: RegExpExecArray | null = null,
): void {
  if (kind !== null) found.kinds.add(kind);
  if (found.evidence.length >= MAX_FOUND) return;
  const span =
    match === null
      ? spanOf(block, 0, block.body.text.length)
      : spanOf(block, match.index, match[0].length);
  found.evidence.push(span);
}

function spanOf(block: Placed, at: number, length: number): { from: number; to: number } {
  return { from: block.body.from[at] as number, to: block.body.to[at + length - 1] as number };
}

function plain(number: string): string {
  return number.replace(/\s+/gu, '');
}
