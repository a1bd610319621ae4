// Clean text to blocks: lines, hard wraps joined, page numbers dropped, structure kept (README).
// It must never know how anything is spoken.
import type { LineKind } from '../types.ts';
import { join, type Mapped, slice } from './mapped.ts';
import { ATTACHED, lineKind, RESPONSIBILITY } from './shapes.ts';

export type Block = {
  kind: LineKind;
  body: Mapped;
  /** Lines joined to its first one. */
  wraps: number;
};

type Line = { kind: LineKind; body: Mapped; blankBefore: boolean };

export function blocksOf(cleaned: Mapped): Block[] {
  const lines = linesOf(cleaned);
  const blank = lines.filter((line) => line.blankBefore).length;
  const page: Page = { doubleSpaced: blank * 2 > lines.length, width: widthOf(lines) };
  const blocks: Block[] = [];
  let open: Line[] = [];
  const flush = (): void => {
    if (open.length > 0) blocks.push(blockOf(open));
    open = [];
  };
  lines.forEach((line, index) => {
    const last = open.at(-1);
    const next = line.kind === 'page' ? lines[index + 1] : line;
    if (last !== undefined && next !== undefined && continues(last, next, page)) {
      // A bare number between two halves of a sentence is a page number.
      if (line.kind !== 'page') open.push(line);
      return;
    }
    flush();
    open = [line];
  });
  flush();
  return blocks;
}

/** How this text is laid out: blank lines everywhere? and, where lines are cut by hand, how wide. */
type Page = { doubleSpaced: boolean; width: number | null };

function linesOf(cleaned: Mapped): Line[] {
  const lines: Line[] = [];
  let blank = false;
  let start = 0;
  const text = cleaned.text;
  while (start <= text.length) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    const line = lineOf(cleaned, { start, end, afterTable: lines.at(-1)?.kind === 'table' });
    if (line === null) blank = true;
    else {
      lines.push({ ...line, blankBefore: blank && lines.length > 0 });
      blank = false;
    }
    start = end + 1;
  }
  return lines;
}

type Span = { start: number; end: number; afterTable: boolean };

function lineOf(
  cleaned: Mapped,
  { start, end, afterTable }: Span,
): Omit<Line, 'blankBefore'> | null {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(cleaned.text[from] as string)) from += 1;
  while (to > from && /\s/.test(cleaned.text[to - 1] as string)) to -= 1;
  if (from === to) return null;
  const raw = slice(cleaned, start, end);
  // Empty cells at either end are still cells where a table goes on.
  if (afterTable && raw.text.includes('\t')) return { kind: 'table', body: raw };
  const body = slice(cleaned, from, to);
  return { kind: lineKind(body.text), body: lineKind(body.text) === 'table' ? raw : body };
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
  /(?:^|\s)(?:trên|của|về|gửi|với|các|và|cho|để|tại|từ|trong|theo|là|do|bằng|đến|có|thuộc|những|công tác|điện tử)$/u;

/** README: B goes on from A where A has not ended, B starts low, and B starts no structure. */
function continues(above: Line, below: Line, page: Page): boolean {
  if (!JOINABLE.has(above.kind) || below.kind !== 'text') return false;
  if (below.blankBefore && !page.doubleSpaced) return false;
  const [upper, lower] = [above.body.text, below.body.text];
  const end = upper.at(-1) as string;
  if (/[.;:!?…]/u.test(end) || RESPONSIBILITY.test(lower) || ATTACHED.test(lower)) return false;
  if (/^[\p{Ll}\d("“'«[]/u.test(lower) || end === ',' || end === '-') return true;
  // A name or an abbreviation may begin the next line of a text cut by hand.
  return page.width !== null && (upper.length >= page.width * 0.8 || UNFINISHED.test(upper));
}

function blockOf(lines: Line[]): Block {
  const first = lines[0] as Line;
  if (lines.length === 1) return { kind: first.kind, body: first.body, wraps: 0 };
  const bodies = lines.map((line) => line.body);
  // "766/QĐ-" goes on without a space; "kinh tế -" keeps its own.
  const gaps = bodies.slice(0, -1).map((body) => (/\S-$/u.test(body.text) ? '' : ' '));
  return { kind: first.kind, body: join(bodies, gaps), wraps: lines.length - 1 };
}
