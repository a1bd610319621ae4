// Runs of text inside a grid to rows, a tab between cells; what stands outside is given back.
// It must never know how a grid was found.
import { MOTTO } from './columns.ts';
import type { Grid } from './grid.ts';
import { linesOf, lineText } from './lines.ts';
import type { Run } from './pen.ts';

export type Table = { top: number; bottom: number; rows: string[] };

/** A run's letters stand about this far above its baseline, in letter heights. */
const MIDDLE = 0.3;

/** @returns null for a frame around one column, and for a letterhead, whose columns are read one by one. */
export function tableOf(grid: Grid, runs: readonly Run[]): { table: Table; rest: Run[] } | null {
  const cells = new Map<number, Run[]>();
  const rest: Run[] = [];
  for (const run of runs) {
    if (!isInside(grid, run)) rest.push(run);
    else for (const part of cutAtRules(grid, run)) put(cells, cellAt(grid, part), part);
  }
  const rows = grid.cells
    .map((row, at) => rowText(row, { cells, above: grid.cells[at - 1] }))
    .filter((row) => row.trim() !== '');
  if (!rows.some((row) => /\S\s*\t+\s*\S/u.test(row))) return null;
  if (rows.some((row) => MOTTO.test(row))) return null;
  return { table: { top: grid.ys[0] as number, bottom: grid.ys.at(-1) as number, rows }, rest };
}

function put(cells: Map<number, Run[]>, cell: number, run: Run): void {
  const there = cells.get(cell);
  if (there === undefined) cells.set(cell, [run]);
  else there.push(run);
}

/** A merged cell speaks where it begins and is empty where it goes on. */
function rowText(
  row: readonly number[],
  { cells, above }: { cells: Map<number, Run[]>; above: readonly number[] | undefined },
): string {
  return row
    .map((cell, column) =>
      cell === row[column - 1] || (above?.includes(cell) ?? false) ? '' : cellText(cells.get(cell)),
    )
    .join('\t');
}

function cellText(runs: readonly Run[] | undefined): string {
  if (runs === undefined) return '';
  const lines = linesOf(runs).map((line) => lineText(line, () => ' '));
  // "766/QĐ-" at a line's end goes on without a space.
  return lines
    .reduce((text, line) => (/\S-$/u.test(text) ? text + line : `${text} ${line}`))
    .trim();
}

function isInside({ xs, ys }: Grid, run: Run): boolean {
  const [x, y] = [run.x + run.width / 2, run.y - run.size * MIDDLE];
  return x > first(xs) && x < last(xs) && y > first(ys) && y < last(ys);
}

function cellAt({ xs, ys, cells }: Grid, run: Run): number {
  const row = placeOf(ys, run.y - run.size * MIDDLE);
  return cells[row]?.[placeOf(xs, run.x + run.width / 2)] as number;
}

function placeOf(edges: readonly number[], value: number): number {
  let at = 0;
  while (at < edges.length - 2 && value >= (edges[at + 1] as number)) at += 1;
  return at;
}

/** pdf.js joins narrow neighbours into one run: it is cut at the space nearest to each rule crossed. */
function cutAtRules(grid: Grid, run: Run): Run[] {
  const crossed = grid.xs.find(
    (x, at) =>
      at > 0 &&
      at < grid.xs.length - 1 &&
      x > run.x + run.size &&
      x < run.x + run.width - run.size &&
      isRuleBetween(grid, at, run),
  );
  if (crossed === undefined) return [run];
  const share = (crossed - run.x) / run.width;
  const at = nearestSpace(run.text, Math.round(share * run.text.length));
  if (at === null) return [run];
  const left = { ...run, text: run.text.slice(0, at), width: crossed - run.x };
  const right = {
    ...run,
    text: run.text.slice(at + 1),
    x: crossed,
    width: run.x + run.width - crossed,
  };
  return [left, ...cutAtRules(grid, right)];
}

function isRuleBetween({ ys, cells }: Grid, edge: number, run: Run): boolean {
  const row = cells[placeOf(ys, run.y - run.size * MIDDLE)];
  return row !== undefined && row[edge - 1] !== row[edge];
}

function nearestSpace(text: string, wanted: number): number | null {
  const [before, after] = [text.lastIndexOf(' ', wanted), text.indexOf(' ', wanted)];
  if (before <= 0) return after <= 0 ? null : after;
  if (after < 0) return before;
  return wanted - before <= after - wanted ? before : after;
}

function first(edges: readonly number[]): number {
  return edges[0] as number;
}

function last(edges: readonly number[]): number {
  return edges.at(-1) as number;
}
