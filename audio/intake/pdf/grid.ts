// Ruled lines to the grids they form: columns, rows and which cells are one.
// It must never know text.
import type { Rule } from './rules.ts';

export type Grid = {
  /** Edges from left to right and from top to bottom, in points. */
  xs: number[];
  ys: number[];
  /** [row][column] → the cell it is part of; merged cells share their first one's number. */
  cells: number[][];
};

/** Rules drawn to meet do so within this. Points. */
const NEAR = 3;
/** More is no table a page can hold in readable letters. */
const MAX_EDGES = 400;

/** Grids of at least two columns; a box around a paragraph is none. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return clustersOf(rules)
    .map(gridOf)
    .filter((grid): grid is Grid => grid !== null)
    .sort((one, other) => (one.ys[0] as number) - (other.ys[0] as number));
}

/** Rules that touch, directly or through others. */
function clustersOf(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, at) => at);
  const byTop = rules.map((_, at) => at).sort((a, b) => top(rules, a) - top(rules, b));
  byTop.forEach((one, rank) => {
    const { y2 } = rules[one] as Rule;
    for (let next = rank + 1; next < byTop.length; next += 1) {
      const other = byTop[next] as number;
      if (top(rules, other) > y2 + NEAR) break;
      if (touch(rules[one] as Rule, rules[other] as Rule)) join(parent, one, other);
    }
  });
  const clusters = new Map<number, Rule[]>();
  rules.forEach((rule, at) => {
    const root = rootOf(parent, at);
    clusters.set(root, [...(clusters.get(root) ?? []), rule]);
  });
  return [...clusters.values()];
}

function top(rules: readonly Rule[], at: number): number {
  return (rules[at] as Rule).y1;
}

function touch(one: Rule, other: Rule): boolean {
  return (
    one.x1 <= other.x2 + NEAR &&
    other.x1 <= one.x2 + NEAR &&
    one.y1 <= other.y2 + NEAR &&
    other.y1 <= one.y2 + NEAR
  );
}

function rootOf(parent: number[], at: number): number {
  let root = at;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root] as number] as number;
    root = parent[root] as number;
  }
  return root;
}

/** The smaller number stays, so a merged cell is known by its first one. */
function join(parent: number[], one: number, other: number): void {
  const [low, high] = [rootOf(parent, one), rootOf(parent, other)].sort((a, b) => a - b);
  parent[high as number] = low as number;
}

function gridOf(rules: readonly Rule[]): Grid | null {
  const upright = rules.filter(({ x1, x2 }) => x2 - x1 <= NEAR);
  const level = rules.filter(({ x1, x2 }) => x2 - x1 > NEAR);
  // A table open at its sides still ends where its level rules end.
  const xs = edges([
    ...upright.map(({ x1 }) => x1),
    ...ends(level.flatMap(({ x1, x2 }) => [x1, x2])),
  ]);
  const ys = edges([
    ...level.map(({ y1 }) => y1),
    ...ends(upright.flatMap(({ y1, y2 }) => [y1, y2])),
  ]);
  if (upright.length === 0 || xs.length < 3 || ys.length < 2) return null;
  if (xs.length > MAX_EDGES || ys.length > MAX_EDGES) return null;
  return { xs, ys, cells: cellsOf({ xs, ys, upright, level }) };
}

function ends(values: readonly number[]): number[] {
  return values.length === 0 ? [] : [Math.min(...values), Math.max(...values)];
}

/** Lines a hair apart are one edge: a table of boxed cells draws each twice. */
function edges(values: readonly number[]): number[] {
  const close: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const open = close.at(-1);
    if (open !== undefined && value - (open.at(-1) as number) <= NEAR) open.push(value);
    else close.push([value]);
  }
  return close.map((same) => ((same[0] as number) + (same.at(-1) as number)) / 2);
}

/** The rules of each edge. */
function byEdge(edges: readonly number[], rules: readonly Rule[], at: 'x1' | 'y1'): Rule[][] {
  const found: Rule[][] = edges.map(() => []);
  for (const rule of rules) {
    const distances = edges.map((edge) => Math.abs(edge - rule[at]));
    found[distances.indexOf(Math.min(...distances))]?.push(rule);
  }
  return found;
}

type Ruled = { xs: number[]; ys: number[]; upright: Rule[]; level: Rule[] };

/** Two fields without a rule between them are one cell. */
function cellsOf({ xs, ys, upright, level }: Ruled): number[][] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const parent = Array.from({ length: columns * rows }, (_, at) => at);
  const across = byEdge(xs, upright, 'x1');
  const down = byEdge(ys, level, 'y1');
  for (let row = 0; row < rows; row += 1) {
    const y = ((ys[row] as number) + (ys[row + 1] as number)) / 2;
    for (let column = 0; column < columns; column += 1) {
      const x = ((xs[column] as number) + (xs[column + 1] as number)) / 2;
      const at = row * columns + column;
      const right = across[column + 1] as Rule[];
      if (column + 1 < columns && !right.some((rule) => rule.y1 <= y && y <= rule.y2)) {
        join(parent, at, at + 1);
      }
      const below = down[row + 1] as Rule[];
      if (row + 1 < rows && !below.some((rule) => rule.x1 <= x && x <= rule.x2)) {
        join(parent, at, at + columns);
      }
    }
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => rootOf(parent, row * columns + column)),
  );
}
