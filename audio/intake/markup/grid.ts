// A table's cells to lines: one row a line with tabs, or, where the table only places text, its text line by line.
// It must never know a tag, nor what a table is about.
import { SOFT_BREAK } from './writer.ts';

export type Cell = { lines: readonly string[]; columns: number; rows: number };

/** A sheet is wider than this; a document's table is not. */
const COLUMNS_MAX = 60;
const ROWS_SPANNED_MAX = 1000;

export function gridLines(rows: readonly (readonly Cell[])[]): string[] {
  const kept = rows.filter((row) => row.some((cell) => cell.lines.length > 0));
  if (placesOnly(kept)) return kept.flatMap((row) => row.flatMap((cell) => [...cell.lines]));
  return spread(rows)
    .filter((row) => row.some((text) => text !== ''))
    .map((row) => row.join('\t'));
}

/** One column, or tables in its cells: it only places text. Letterheads beside each other are the reading room's. */
function placesOnly(rows: readonly (readonly Cell[])[]): boolean {
  const filled = rows.map((row) => row.filter((cell) => cell.lines.length > 0));
  return (
    filled.every((row) => row.length === 1) ||
    filled.some((row) => row.some((cell) => cell.lines.some((line) => line.includes('\t'))))
  );
}

/** Cells that span leave empty cells beside and below, so that every column keeps its head. */
function spread(rows: readonly (readonly Cell[])[]): string[][] {
  const below: number[] = [];
  return rows.map((row) => {
    const line: string[] = [];
    const skip = () => {
      for (; (below[line.length] ?? 0) > 0; line.push(''))
        below[line.length] = (below[line.length] ?? 0) - 1;
    };
    for (const cell of row) {
      skip();
      const columns = Math.max(1, Math.min(cell.columns, COLUMNS_MAX - line.length));
      for (let column = 0; column < columns; column += 1) {
        below[line.length] = Math.min(cell.rows, ROWS_SPANNED_MAX) - 1;
        line.push(column === 0 ? cell.lines.join(SOFT_BREAK) : '');
      }
    }
    skip();
    return line;
  });
}
