// Why a cell of a table that is read row by row is silent: its serial number, a constant column, a repeated head.
// It must never know the words that were made of the other cells.
import type { BlockSpan } from '../types.ts';

/** Why the cell at a place of block `at` is silent; null where nothing explains it. */
export type CellReason = (at: number, place: number) => string | null;

/** Rows of the same table that are looked at, each way: enough to see a column repeat or a head return. */
const MAX_ROWS = 100;

export function cellsOf(text: string, blocks: readonly BlockSpan[]): CellReason {
  const rows = new Map<number, Row>();
  const rowAt = (at: number): Row => {
    const row = rows.get(at) ?? rowOf(text, blocks[at] as BlockSpan);
    rows.set(at, row);
    return row;
  };
  return (at, place) => {
    const row = rowAt(at);
    const column = row.cells.findIndex((cell) => place <= cell.to);
    const own = (row.cells[column] as Cell).text;
    const isFirst = row.cells.slice(0, column).every((cell) => cell.text === '');
    if (isFirst && /^\d{1,4}[.)]?$/.test(own)) return 'table-serial';
    if (blocks[at - 1]?.kind !== 'table' || SERIAL_HEAD.test((row.cells[0] as Cell).text))
      return 'table-head';
    const others = neighbours(blocks, at).map(rowAt);
    if (others.some((other) => other.text === row.text)) return 'table-head';
    if (others.some((other) => other.cells[column]?.text === own)) return 'table-constant';
    return null;
  };
}

const SERIAL_HEAD = /^(?:s?tt|số (?:tt|thứ tự)|#)$/iu;

function neighbours(blocks: readonly BlockSpan[], at: number): number[] {
  let [first, last] = [at, at];
  while (at - first < MAX_ROWS && blocks[first - 1]?.kind === 'table') first -= 1;
  while (last - at < MAX_ROWS && blocks[last + 1]?.kind === 'table') last += 1;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return all.filter((one) => one !== at);
}

type Cell = { text: string; to: number };
type Row = { text: string; cells: readonly Cell[] };

/** Columns end at tabs, bars, or where a page's next cell opens. */
function rowOf(text: string, block: BlockSpan): Row {
  const row = text.slice(block.from, block.to);
  const ends = [...row.matchAll(/\t|\||<t[dh](?:\s[^<>]{0,2000})?>/gi)].map((match) => match.index);
  let start = 0;
  const cells = [...ends, row.length].map((end) => {
    const bare = row.slice(start, end).replace(/<[^<>]{0,2000}>|^[|\t]/g, '');
    start = end;
    return { text: bare.trim(), to: block.from + end };
  });
  return { text: cells.map((cell) => cell.text).join('\t'), cells };
}
