// Clean text to blocks: lines, hard wraps joined, page numbers dropped, structure kept (README).
// It must never know how anything is spoken.
import type { LineKind } from '../types.ts';
import { columnsOf } from './columns.ts';
import { furnitureOf } from './furniture.ts';
import { join, type Mapped, slice } from './mapped.ts';
import {
  ATTACHED,
  HEAD_START,
  isDeadline,
  isStatus,
  lineKind,
  RESPONSIBILITY,
  TYPE_NAME,
} from './shapes.ts';

export type Block = {
  kind: LineKind;
  body: Mapped;
  /** Lines joined to its first one. */
  wraps: number;
  /** A blank line stands above, in a text that does not put one everywhere. */
  apart: boolean;
  /** What pages printed between its lines: numbers, headers. */
  within: Mapped[];
};

/** head: no clause has begun since the last letterhead. */
type Line = { kind: LineKind; body: Mapped; blankBefore: boolean; head: boolean };

export function blocksOf(cleaned: Mapped): Block[] {
  const lines = linesOf(cleaned);
  const furniture = furnitureOf(lines.map((line) => ({ text: line.body.text, kind: line.kind })));
  for (const at of furniture) (lines[at] as Line).kind = 'page';
  const blank = lines.filter((line) => line.blankBefore).length;
  const page: Page = { doubleSpaced: blank * 2 > lines.length, width: widthOf(lines) };
  const solid = nextSolid(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  let within: Mapped[] = [];
  const flush = (): void => {
    if (open.length > 0) blocks.push({ ...blockOf(open, page), within });
    [open, within] = [[], []];
  };
  lines.forEach((line, index) => {
    const last = open.at(-1);
    const number = line.kind === 'page' && awaitsNumber(last, line);
    const next = number ? ({ ...line, kind: 'text' } as const) : solid[index];
    if (last !== undefined && next !== undefined && continues(last, next, page)) {
      // What a page prints between two halves of a sentence is no part of it.
      if (line.kind !== 'page' || number) open.push(line);
      else within.push(line.body);
      return;
    }
    flush();
    open = [line];
  });
  flush();
  return blocks;
}

/** "giai đoạn 2026 -" or "năm" and a bare number below: it belongs there, and is no page's. */
function awaitsNumber(above: Line | undefined, line: Line): boolean {
  return (
    above !== undefined &&
    /^\d+$/u.test(line.body.text) &&
    /[\d\s][-–]$|(?<!\p{L})(?:tháng|năm|ngày|khoản|điều|điểm|số|quý|đến|từ|khóa)$/iu.test(
      above.body.text,
    )
  );
}

/** For every line itself or, where it is a page's number or header, the first line after it that is none. */
function nextSolid(lines: readonly Line[]): (Line | undefined)[] {
  const found: (Line | undefined)[] = [];
  let next: Line | undefined;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] as Line;
    // A blank line beside a page number is the page's own.
    if (line.kind !== 'page') next = line;
    found[at] = line.kind === 'page' && next !== undefined ? { ...next, blankBefore: false } : next;
  }
  return found;
}

/** How this text is laid out: blank lines everywhere? and, where lines are cut by hand, how wide. */
type Page = { doubleSpaced: boolean; width: number | null };

/** What the lines so far say about the next one. */
type Above = { table: boolean; foot: boolean; rule: boolean; head: boolean };

function linesOf(cleaned: Mapped): Line[] {
  const lines: Line[] = [];
  const above: Above = { table: false, foot: false, rule: false, head: true };
  let blank = false;
  let start = 0;
  const text = cleaned.text;
  while (start <= text.length) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    const found = rowOf(slice(cleaned, start, end), above);
    if (found.length === 0) blank = true;
    for (const line of found) {
      look(above, line);
      lines.push({ ...line, blankBefore: blank && lines.length > 0, head: above.head });
      blank = false;
    }
    start = end + 1;
  }
  return lines;
}

const CLAUSES: ReadonlySet<LineKind> = new Set<LineKind>(['dieu', 'phan', 'muc', 'chapter']);
const FOOT_ENDS: ReadonlySet<LineKind> = new Set<LineKind>([
  'dieu',
  'phan',
  'chapter',
  'letterhead',
  'number',
  'appendix',
]);

function look(above: Above, line: { kind: LineKind; body: Mapped }): void {
  const { kind, body } = line;
  above.table = kind === 'table';
  if (kind === 'letterhead' || kind === 'number') above.head = true;
  else if (CLAUSES.has(kind)) above.head = false;
  if (kind === 'recipients' || kind === 'sign') above.foot = true;
  else if (FOOT_ENDS.has(kind) || TYPE_NAME.test(body.text)) above.foot = false;
  if (kind === 'rule') above.rule = true;
  else if (kind !== 'footnote' && kind !== 'text') above.rule = false;
}

type Found = Pick<Line, 'kind' | 'body'>;

/** The lines one printed row holds: one, or those of a layout row's columns. */
function rowOf(row: Mapped, above: Above): Found[] {
  const columns = columnsOf(row, above.foot);
  if (columns === null) {
    const line = lineOf(row, above);
    return line === null ? [] : [line];
  }
  return columns.map(({ body, office }) => ({
    kind: office ? 'letterhead' : lineKind(body.text),
    body,
  }));
}

function lineOf(raw: Mapped, above: Above): Found | null {
  let [from, to] = [0, raw.text.length];
  while (from < to && /\s/.test(raw.text[from] as string)) from += 1;
  while (to > from && /\s/.test(raw.text[to - 1] as string)) to -= 1;
  if (from === to) return null;
  // Empty cells at either end are still cells where a table goes on.
  if (above.table && raw.text.includes('\t')) return { kind: 'table', body: raw };
  const body = slice(raw, from, to);
  const kind = lineKind(body.text);
  if (above.rule && /^\d{1,3}\s+[\p{L}“"]/u.test(body.text)) return { kind: 'footnote', body };
  return { kind, body: kind === 'table' ? raw : body };
}

/** The width a text was cut to, where at least a fifth of its lines go on in small letters. */
function widthOf(lines: readonly Line[]): number | null {
  const page = { doubleSpaced: true, width: null };
  const cut = lines.filter(
    (line, at) => at > 0 && continues(lines[at - 1] as Line, line, page),
  ).length;
  if (cut * 5 < lines.length) return null;
  const lengths = lines.map((line) => line.body.text.length).sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.9)] as number;
}

const JOINABLE: ReadonlySet<LineKind> = new Set<LineKind>([
  'text',
  'phan',
  'muc',
  'subMuc',
  'diem',
  'dieu',
  'bullet',
  'footnote',
  'chapter',
]);
/** Words no sentence ends with: what follows belongs to it, whatever its first letter. */
const UNFINISHED =
  /(?:^|\s)(?:trên|của|về|gửi|với|các|và|cho|để|tại|từ|trong|theo|là|do|bằng|đến|có|thuộc|những|công tác|điện tử)$/iu;

/** README: B goes on from A where A has not ended, B starts low, and B starts no structure. */
function continues(above: Line, below: Line, page: Page): boolean {
  if (!JOINABLE.has(above.kind)) return false;
  if (below.blankBefore && !page.doubleSpaced) return false;
  const [upper, lower] = [above.body.text, below.body.text];
  if (below.kind === 'caps')
    return isCutHeading(above, below, page) || isCutShort(above, below, page);
  if (below.kind !== 'text') return false;
  const end = upper.at(-1) as string;
  if (/[.;:!?…]/u.test(end) || RESPONSIBILITY.test(lower) || ATTACHED.test(lower)) return false;
  if (above.head && (isNoted(upper) || isNoted(lower))) return false;
  if (/^[\p{Ll}\d("“'«[]/u.test(lower) || end === ',' || end === '-') return true;
  // A name or an abbreviation may begin the next line of a text cut by hand.
  if (page.width === null) return false;
  const full = upper.length >= page.width * 0.8 && !HEAD_START.test(lower);
  return full || UNFINISHED.test(upper);
}

/** What a title's neighbour says of the whole text is no part of the title. */
function isNoted(text: string): boolean {
  return isStatus(text) || isDeadline(text);
}

/** "phục vụ công tác / PBGDPL": a short form alone on the last line of a text cut by hand heads nothing. */
function isCutShort(above: Line, below: Line, page: Page): boolean {
  const [upper, lower] = [above.body.text, below.body.text];
  if (!/^\p{Lu}{3,10}[.;]?$/u.test(lower) || TYPE_NAME.test(lower)) return false;
  if (page.width === null || !/\p{Ll}$/u.test(upper)) return false;
  return upper.length >= page.width * 0.8 || UNFINISHED.test(upper);
}

/** "II. NHIỆM VỤ, GIẢI PHÁP VÀ / TỔ CHỨC THỰC HIỆN": a heading of capitals cut where the page ended. */
function isCutHeading(above: Line, below: Line, page: Page): boolean {
  const [upper, lower] = [above.body.text, below.body.text];
  if (above.kind !== 'phan' && above.kind !== 'chapter') return false;
  if (/\p{Ll}/u.test(upper) || TYPE_NAME.test(lower) || !/\p{Lu}{2}.*\s\p{Lu}{2}/u.test(upper))
    return false;
  const full = page.width !== null && upper.length >= page.width * 0.6;
  return full || upper.endsWith(',') || UNFINISHED.test(upper);
}

function blockOf(lines: Line[], page: Page): Omit<Block, 'within'> {
  const first = lines[0] as Line;
  const apart = first.blankBefore && !page.doubleSpaced;
  if (lines.length === 1) return { kind: first.kind, body: first.body, wraps: 0, apart };
  const bodies = lines.map((line) => line.body);
  // "766/QĐ-" goes on without a space; "kinh tế -" keeps its own.
  const gaps = bodies.slice(0, -1).map((body) => (/\S-$/u.test(body.text) ? '' : ' '));
  return { kind: first.kind, body: join(bodies, gaps), wraps: lines.length - 1, apart };
}
