// Clean text to blocks: lines, hard wraps joined, page numbers dropped, structure kept (README).
// It must never know how anything is spoken.
import { join, type Mapped, slice } from './mapped.ts';
import { type LineKind, lineKind, RESPONSIBILITY } from './shapes.ts';

export type Block = {
  kind: LineKind;
  body: Mapped;
  /** Lines this block was joined from. */
  lines: number;
};

type Line = { kind: LineKind; body: Mapped; blankBefore: boolean };

export function blocksOf(cleaned: Mapped): { blocks: Block[]; joinedWraps: number } {
  const lines = linesOf(cleaned);
  const doubleSpaced = lines.filter((line) => line.blankBefore).length * 2 > lines.length;
  const blocks: Block[] = [];
  let joinedWraps = 0;
  let open: Line[] = [];
  const flush = (): void => {
    if (open.length > 0) blocks.push(blockOf(open));
    open = [];
  };
  lines.forEach((line, index) => {
    const last = open.at(-1);
    const next = line.kind === 'page' ? lines[index + 1] : line;
    if (last !== undefined && next !== undefined && continues(last, next, doubleSpaced)) {
      if (line.kind === 'page') return;
      open.push(line);
      joinedWraps += 1;
      return;
    }
    flush();
    open = [line];
  });
  flush();
  return { blocks, joinedWraps };
}

function linesOf(cleaned: Mapped): Line[] {
  const lines: Line[] = [];
  let blank = false;
  let start = 0;
  const text = cleaned.text;
  while (start <= text.length) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    const body = trimmed(cleaned, start, end);
    if (body.text === '') blank = true;
    else {
      lines.push({ kind: lineKind(body.text), body, blankBefore: blank && lines.length > 0 });
      blank = false;
    }
    start = end + 1;
  }
  return lines;
}

function trimmed(cleaned: Mapped, start: number, end: number): Mapped {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(cleaned.text[from] as string)) from += 1;
  while (to > from && /[ \u2028]/.test(cleaned.text[to - 1] as string)) to -= 1;
  return slice(cleaned, from, to);
}

const JOINABLE: ReadonlySet<LineKind> = new Set<LineKind>([
  'text', 'phan', 'muc', 'subMuc', 'diem', 'dieu', 'bullet', 'footnote', 'chapter',
]);

/** README: B goes on from A where A has not ended, B starts low, and B starts no structure. */
function continues(above: Line, below: Line, doubleSpaced: boolean): boolean {
  if (!JOINABLE.has(above.kind) || below.kind !== 'text') return false;
  if (below.blankBefore && !doubleSpaced) return false;
  const end = above.body.text.at(-1) as string;
  if (/[.;:!?…]/u.test(end)) return false;
  if (RESPONSIBILITY.test(below.body.text)) return false;
  return /^[\p{Ll}\d("“'«[]/u.test(below.body.text) || end === ',' || end === '-';
}

function blockOf(lines: Line[]): Block {
  const first = lines[0] as Line;
  if (lines.length === 1) return { kind: first.kind, body: first.body, lines: 1 };
  const bodies = lines.map((line) => line.body);
  // "766/QĐ-" goes on without a space; "kinh tế -" keeps its own.
  const gaps = bodies.slice(0, -1).map((body) => (/\S-$/u.test(body.text) ? '' : ' '));
  return { kind: first.kind, body: join(bodies, gaps), lines: lines.length };
}
