// What stands on one page, upright, in points from its top left corner, through pdf.js.
// It must never know lines, columns, tables or what any of it means.
import { type FontOf, follow } from './drawing.ts';
import type { Matrix } from './matrix.ts';
import type { PdfPage } from './open.ts';
import type { Run } from './pen.ts';
import { type Rule, straight } from './rules.ts';

export type PageParts = {
  width: number;
  height: number;
  runs: Run[];
  /** Written across the page: watermarks, stamps, margins. */
  aslant: Run[];
  rules: Rule[];
  /** All text is invisible: a scanner's own reading laid under its picture. */
  hidden: boolean;
};

export async function partsOf(page: PdfPage): Promise<PageParts> {
  const orders = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS });
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const drawing = follow(orders, transform as unknown as Matrix, fontsOf(page));
  const turn = commonTurn(drawing.runs);
  const view = (x: number, y: number) => (VIEWS[turn] as View)(x, y, { width, height });
  const upright = (run: Run): Run => {
    const [x, y] = view(run.x, run.y);
    return { ...run, x, y };
  };
  return {
    width: turn % 2 === 0 ? width : height,
    height: turn % 2 === 0 ? height : width,
    runs: drawing.runs.filter((run) => run.turn === turn).map(upright),
    aslant: drawing.runs.filter((run) => run.turn !== turn).map(upright),
    rules: drawing.rules.map((rule) => {
      const [x1, y1] = view(rule.x1, rule.y1);
      const [x2, y2] = view(rule.x2, rule.y2);
      return straight({ x1, y1, x2, y2 });
    }),
    hidden: drawing.hidden,
  };
}

/** Comments, stamps and form fields are not the document's text (pdf.js AnnotationMode.DISABLE). */
const NO_ANNOTATIONS = 0;

/** pdf.js numbers fonts; old Vietnamese encodings are told by their real names. */
function fontsOf(page: PdfPage): FontOf {
  const known = new Map<string, { name: string; scale: number }>();
  return (id) => {
    const found = known.get(id) ?? fontOf(page, id);
    known.set(id, found);
    return found;
  };
}

function fontOf(page: PdfPage, id: string): { name: string; scale: number } {
  const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as FontFace | null) : null;
  return { name: font?.name ?? id, scale: font?.fontMatrix?.[0] || 0.001 };
}

type FontFace = { name?: string; fontMatrix?: ArrayLike<number> };

/** The way most letters run: a landscape page is often a portrait one written sideways. */
function commonTurn(runs: readonly Run[]): number {
  const letters = [0, 0, 0, 0];
  for (const { turn, text } of runs) {
    if (turn >= 0) letters[turn] = (letters[turn] as number) + text.length;
  }
  return letters.indexOf(Math.max(...letters));
}

type View = (
  x: number,
  y: number,
  page: { width: number; height: number },
) => readonly [number, number];
const VIEWS: readonly View[] = [
  (x, y) => [x, y],
  (x, y, { width }) => [y, width - x],
  (x, y, { width, height }) => [width - x, height - y],
  (x, y, { height }) => [height - y, x],
];
