// Painted paths to ruled lines: what a table's grid is made of.
// It must never know text, nor which lines belong together.
import { OPS } from 'unpdf/pdfjs';
import { type Matrix, point } from './matrix.ts';

/** Level or upright, x1 ≤ x2 and y1 ≤ y2. */
export type Rule = { x1: number; y1: number; x2: number; y2: number };

/** Thicker than this it is a box; shorter, a tick or a letter's stroke. Points. */
const THIN = 3;
const SHORT = 6;

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);

/** What pdf.js calls constructPath: how it is painted, then steps and their numbers in one row. */
export type Path = readonly [number, readonly (ArrayLike<number> | null)[]];

export function rulesOf([paint, [steps]]: Path, matrix: Matrix): Rule[] {
  const stroked = STROKES.has(paint);
  if (!steps || (!stroked && !FILLS.has(paint))) return [];
  return outlines(steps)
    .map((corners) => corners.map(([x, y]) => point(matrix, x, y)))
    .flatMap((corners) => (stroked ? sides(corners) : [around(corners)]))
    .filter(isRule);
}

/** The same rule with its ends in order. */
export function straight({ x1, y1, x2, y2 }: Rule): Rule {
  return {
    x1: Math.min(x1, x2),
    y1: Math.min(y1, y2),
    x2: Math.max(x1, x2),
    y2: Math.max(y1, y2),
  };
}

function sides(corners: readonly (readonly [number, number])[]): Rule[] {
  return corners.slice(1).map(([x2, y2], at) => {
    const [x1, y1] = corners[at] as readonly [number, number];
    return straight({ x1, y1, x2, y2 });
  });
}

/** A filled box thinner than three points is a line as Word and LibreOffice draw it. */
function around(corners: readonly (readonly [number, number])[]): Rule {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
}

function isRule({ x1, y1, x2, y2 }: Rule): boolean {
  return Math.min(x2 - x1, y2 - y1) <= THIN && Math.max(x2 - x1, y2 - y1) >= SHORT;
}

/** How many numbers follow each step: moveTo, lineTo, curveTo, quadratic, close (pdf.js DrawOPS). */
const STEP_SIZES = [2, 2, 6, 4, 0];
/** A table's border has four corners; what has more than this is a drawing. */
const MAX_CORNERS = 64;

function outlines(steps: ArrayLike<number>): [number, number][][] {
  const found: [number, number][][] = [];
  let open: [number, number][] = [];
  for (let at = 0; at < steps.length; ) {
    const step = steps[at] as number;
    const size = STEP_SIZES[step];
    if (size === undefined) break;
    if (step === 0) {
      open = [];
      found.push(open);
    }
    if (size === 0) open.push(open[0] ?? [0, 0]);
    else if (open.length < MAX_CORNERS) {
      open.push([steps[at + size - 1] as number, steps[at + size] as number]);
    }
    at += size + 1;
  }
  return found.filter((corners) => corners.length > 1);
}
