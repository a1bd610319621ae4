// Printed rows to a table: cells, head, rows, what repeats and what goes on.
// It must never know how a table is spoken.
import { join, type Mapped, slice } from '../source/mapped.ts';

export const SERIAL = /^(?:stt|tt|số tt|số thứ tự|#|no\.?)$/iu;
const TOTAL =
  /^(?:tổng(?:\s(?:cộng|số|toàn (?:xã|tỉnh|huyện|bản)))?|cộng|toàn (?:xã|tỉnh|huyện))\s*:?$/iu;
const FIGURE = /^[\d.,]*\d$/u;

export type Grid = {
  head: Mapped[];
  /** What each row is about stands in this column. */
  subject: number;
  /** Rows of data, and rows of one title that group those beneath. */
  rows: Mapped[][];
  groups: number;
  total: Mapped[] | null;
  /** Columns that say the same in every row, so nothing of any. */
  constant: ReadonlySet<number>;
};

/** Null where the first row is no head: rows without names for their cells. */
export function gridOf(lines: readonly Mapped[]): Grid | null {
  const all = lines
    .map(cellsOf)
    .filter((cells) => cells.some((cell) => /[\p{L}\p{N}]/u.test(cell.text)));
  const first = all[0];
  if (first === undefined || all.length < 2) return null;
  const named = first.every((cell) => !FIGURE.test(cell.text));
  if (!named && !SERIAL.test((first[0] as Mapped).text)) return null;
  const second = all[1] as Mapped[];
  const double = all.length > 2 && isSecondHead(first, second);
  const head = double ? bothHeads(first, second) : first;
  const below = all.slice(double ? 2 : 1);
  // A page begins with the head again.
  const heads = new Set([keyOf(first), ...(double ? [keyOf(second)] : [])]);
  const rows = whole(below.filter((cells) => !heads.has(keyOf(cells)) && !isNumbering(cells)));
  return { head, ...shared(head, rows) };
}

function shared(head: readonly Mapped[], rows: Mapped[][]): Omit<Grid, 'head'> {
  const serial =
    SERIAL.test((head[0] as Mapped).text) ||
    rows.every((row) => /^\d{1,3}\.?$/u.test((row[0] as Mapped).text));
  const titled = rows.filter((row) => !isGroup(head, row));
  // Where every row is cut short, none groups another.
  const data = titled.length === 0 ? rows : titled;
  const total = data.find((row) => isTotal(row)) ?? null;
  return {
    subject: serial && head.length > 1 ? 1 : 0,
    rows,
    groups: rows.length - data.length,
    total,
    constant: constantColumns(data.filter((row) => row !== total)),
  };
}

/** "II  NHÓM TIỆN ÍCH …": a row of one title groups the rows beneath it. */
export function isGroup(head: readonly Mapped[], row: readonly Mapped[]): boolean {
  return head.length > 2 && row.slice(2).every((cell) => cell.text === '');
}

export function isTotal(row: readonly Mapped[]): boolean {
  return row.slice(0, 2).some((cell) => TOTAL.test(cell.text));
}

function keyOf(cells: readonly Mapped[]): string {
  return cells
    .map((cell) => cell.text)
    .join('\t')
    .trim();
}

/** Merged cells leave a second row of names beneath the ones they part. */
function isSecondHead(first: readonly Mapped[], second: readonly Mapped[]): boolean {
  if (second[0]?.text !== '' && second[0]?.text !== first[0]?.text) return false;
  if (second.some((cell) => FIGURE.test(cell.text))) return false;
  const parts = second.filter((cell, column) => cell.text !== '' && isOpen(first, column));
  return parts.length > 1;
}

/** An empty head cell, or one that says what the one beside it says. */
function isOpen(first: readonly Mapped[], column: number): boolean {
  const [left, here, right] = [-1, 0, 1].map((step) => first[column + step]?.text ?? '');
  return here === '' || right === '' || here === right || here === left;
}

/** "Số hộ" over "Nghèo" and "Cận nghèo" → "Số hộ Nghèo", "Số hộ Cận nghèo". */
function bothHeads(first: readonly Mapped[], second: readonly Mapped[]): Mapped[] {
  let above: Mapped | undefined;
  const columns = Math.max(first.length, second.length);
  return Array.from({ length: columns }, (_, column) => {
    const [upper, lower] = [first[column], second[column]];
    if (upper !== undefined && upper.text !== '') above = upper;
    if (lower === undefined || lower.text === '' || lower.text === above?.text)
      return (upper ?? lower) as Mapped;
    return above === undefined ? lower : join([above, lower], [' ']);
  });
}

/** "(1) (2) (3)", "A B 1 2": columns numbered for those who fill them in. */
function isNumbering(cells: readonly Mapped[]): boolean {
  const marks = cells.map((cell) => cell.text.replace(/[()]/gu, '').split('=')[0] as string);
  if (marks.length < 3) return false;
  const figures = marks.filter((mark) => !/^[A-Z]$/u.test(mark));
  return figures.length > 0 && figures.every((mark, index) => mark === String(index + 1));
}

/** A row without serial and subject goes on with the row above it (a page ended inside). */
function whole(rows: readonly Mapped[][]): Mapped[][] {
  const merged: Mapped[][][] = [];
  for (const row of rows) {
    const above = merged.at(-1);
    if (above === undefined || row[0]?.text !== '' || row[1]?.text !== '') {
      merged.push(row.map((cell) => [cell]));
    } else {
      above.forEach((parts, column) => {
        const more = row[column];
        if (more !== undefined && more.text !== '') parts.push(more);
      });
    }
  }
  return merged.map((row) => row.map(together));
}

function together(parts: readonly Mapped[]): Mapped {
  const [only, ...more] = parts as [Mapped, ...Mapped[]];
  return more.length === 0
    ? only
    : join(
        parts,
        more.map(() => ' '),
      );
}

export function cellsOf(line: Mapped): Mapped[] {
  const cells: Mapped[] = [];
  const mark = line.text.startsWith('|') ? '|' : '\t';
  let start = mark === '|' ? 1 : 0;
  const end = mark === '|' && line.text.endsWith('|') ? line.text.length - 1 : line.text.length;
  while (start <= end) {
    const at = line.text.indexOf(mark, start);
    const stop = at < 0 || at > end ? end : at;
    cells.push(trim(line, start, stop));
    start = stop + 1;
  }
  return cells;
}

function trim(line: Mapped, start: number, end: number): Mapped {
  let [from, to] = [start, end];
  while (from < to && /[\s]/u.test(line.text[from] as string)) from += 1;
  while (to > from && /[\s]/u.test(line.text[to - 1] as string)) to -= 1;
  return slice(line, from, to);
}

function constantColumns(rows: readonly Mapped[][]): Set<number> {
  if (rows.length < 2) return new Set();
  const first = rows[0] as Mapped[];
  const same = first.map((cell, column) => rows.every((row) => row[column]?.text === cell.text));
  return new Set(same.flatMap((is, column) => (is ? [column] : [])));
}
