// A page's drawing orders, followed like a plotter would: where each word and each ruled line ends up.
// It must never know pictures or colours, nor lines, tables and columns.
import { OPS } from 'unpdf/pdfjs';
import { type Matrix, product, SAME } from './matrix.ts';
import { type Glyph, Pen, PLAIN_TEXT, type Run, type TextState } from './pen.ts';
import { type Path, type Rule, rulesOf } from './rules.ts';

export type Orders = { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> };
/** The font's own name, and what a glyph's width is counted in. */
export type FontOf = (id: string) => { name: string; scale: number };

export type Drawing = {
  runs: Run[];
  rules: Rule[];
  /** All text is invisible: a scanner's own reading laid under its picture. */
  hidden: boolean;
};

/** A full page of small cells has some 1,000 rules; maps and charts have far more and no cells. */
export const MAX_RULES = 3000;
/** Text rendering mode 3: neither filled nor stroked (ISO 32000-1 table 106). */
const INVISIBLE = 3;
/** Deeper than any drawing program nests; a file that does is playing games. */
const MAX_DEPTH = 512;

export function follow(orders: Orders, page: Matrix, fontOf: FontOf): Drawing {
  const plotter: Plotter = {
    pen: new Pen(),
    rules: [],
    fontOf,
    state: { page, text: PLAIN_TEXT, leading: 0, mode: 0 },
    saved: [],
    shown: 0,
    unseen: 0,
  };
  for (let at = 0; at < orders.fnArray.length; at += 1) {
    const act = ACTS[orders.fnArray[at] as number];
    act?.(plotter, (orders.argsArray[at] ?? []) as never);
  }
  const { pen, rules, shown, unseen } = plotter;
  return {
    runs: pen.runs,
    rules: rules.length > MAX_RULES ? [] : rules,
    hidden: shown > 0 && shown === unseen,
  };
}

type State = { page: Matrix; text: TextState; leading: number; mode: number };
type Plotter = {
  pen: Pen;
  rules: Rule[];
  fontOf: FontOf;
  state: State;
  saved: State[];
  shown: number;
  unseen: number;
};

type Act = (plotter: Plotter, values: never) => void;

const save = (plotter: Plotter): void => {
  if (plotter.saved.length < MAX_DEPTH) plotter.saved.push(plotter.state);
};

const restore = (plotter: Plotter): void => {
  plotter.state = plotter.saved.pop() ?? plotter.state;
};

const transform = (plotter: Plotter, matrix: Matrix): void => {
  plotter.state = { ...plotter.state, page: product(plotter.state.page, matrix) };
};

const text = (plotter: Plotter, change: Partial<TextState>): void => {
  plotter.state = { ...plotter.state, text: { ...plotter.state.text, ...change } };
};

const font = (plotter: Plotter, [id, size]: readonly [string, number]): void => {
  const { name, scale } = plotter.fontOf(id);
  text(plotter, { font: name, scale, size });
};

const leading = (plotter: Plotter, by: number): void => {
  plotter.state = { ...plotter.state, leading: by };
};

/** Orders of pdf.js (its OPS), of which the others draw nothing that is read here. */
const ACTS: Record<number, Act> = {
  [OPS.save]: save,
  [OPS.restore]: restore,
  [OPS.transform]: transform as Act,
  [OPS.paintFormXObjectBegin]: (plotter, [matrix]: [Matrix | null]) => {
    save(plotter);
    if (matrix) transform(plotter, matrix);
  },
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.constructPath]: ({ rules, state }, path: Path) => {
    if (rules.length <= MAX_RULES) rules.push(...rulesOf(path, state.page));
  },
  [OPS.beginText]: ({ pen }) => pen.start(SAME),
  [OPS.setTextMatrix]: ({ pen }, [matrix]: [Matrix]) => pen.start(matrix),
  [OPS.moveText]: ({ pen }, [x, y]: [number, number]) => pen.move(x, y),
  [OPS.setLeading]: (plotter, [by]: [number]) => leading(plotter, -by),
  [OPS.setLeadingMoveText]: (plotter, [x, y]: [number, number]) => {
    leading(plotter, y);
    plotter.pen.move(x, y);
  },
  [OPS.nextLine]: ({ pen, state }) => pen.move(0, state.leading),
  [OPS.setCharSpacing]: (plotter, [letterGap]: [number]) => text(plotter, { letterGap }),
  [OPS.setWordSpacing]: (plotter, [wordGap]: [number]) => text(plotter, { wordGap }),
  [OPS.setHScale]: (plotter, [percent]: [number]) => text(plotter, { stretch: percent / 100 }),
  [OPS.setTextRise]: (plotter, [rise]: [number]) => text(plotter, { rise }),
  [OPS.setFont]: font as Act,
  [OPS.setGState]: (plotter, [changes]: [[string, unknown][]]) => {
    for (const [key, value] of changes) if (key === 'Font') font(plotter, value as never);
  },
  [OPS.setTextRenderingMode]: (plotter, [mode]: [number]) => {
    plotter.state = { ...plotter.state, mode };
  },
  [OPS.showText]: (plotter, [glyphs]: [readonly (Glyph | number)[]]) => {
    plotter.shown += 1;
    if (plotter.state.mode === INVISIBLE) plotter.unseen += 1;
    plotter.pen.show(glyphs, plotter.state.text, plotter.state.page);
  },
};
