// The tables that are open, one inside the other, and the writer of the cell now being filled.
// It must never know how a table is said: `grid.ts` makes its lines.
import { type Cell, gridLines } from './grid.ts';
import type { Attributes } from './tags.ts';
import { type LineWriter, startLines } from './writer.ts';

type OpenCell = { writer: LineWriter; columns: number; rows: number };
type Table = { rows: Cell[][]; cell: OpenCell | null };

/** Tables inside tables place text on old pages; deeper ones are read as running text. */
const DEPTH_MAX = 12;

export type Tables = {
  open(): void;
  close(): void;
  row(): void;
  cell(attributes: Attributes): void;
  closeCell(): void;
  /** Closes what the page left open. */
  end(): void;
  /** Where text goes now. */
  writer(): LineWriter;
};

export function openTables(root: LineWriter): Tables {
  const open: Table[] = [];
  let deeper = 0;
  const writer = () => {
    for (let at = open.length - 1; at >= 0; at -= 1) {
      const cell = open[at]?.cell;
      if (cell) return cell.writer;
    }
    return root;
  };
  const closeCell = () => {
    const table = open.at(-1);
    if (!table?.cell || deeper > 0) return;
    const { writer: filled, columns, rows } = table.cell;
    table.cell = null;
    if (table.rows.length === 0) table.rows.push([]);
    table.rows.at(-1)?.push({ lines: filled.lines(), columns, rows });
  };
  const close = () => {
    writer().endLine();
    if (deeper > 0) {
      deeper -= 1;
      return;
    }
    closeCell();
    const table = open.pop();
    if (table) for (const line of gridLines(table.rows)) writer().push(line);
  };
  return {
    open() {
      writer().endLine();
      if (open.length >= DEPTH_MAX) deeper += 1;
      else open.push({ rows: [], cell: null });
    },
    close,
    end() {
      deeper = 0;
      while (open.length > 0) close();
    },
    row() {
      writer().endLine();
      if (deeper > 0) return;
      closeCell();
      open.at(-1)?.rows.push([]);
    },
    cell(attributes) {
      writer().endLine();
      if (deeper > 0) return;
      closeCell();
      const table = open.at(-1);
      if (table === undefined) return;
      table.cell = {
        writer: startLines(),
        columns: spanOf(attributes.get('colspan')),
        rows: spanOf(attributes.get('rowspan')),
      };
    },
    closeCell,
    writer,
  };
}

function spanOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,4}$/u.test(text.trim()) ? Math.max(1, Number(text)) : 1;
}
