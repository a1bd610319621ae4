// Letters as they are shown, one after another, to runs: words where the page has them.
// It must never know drawing orders, lines or tables.
import { type Matrix, point, product, SAME } from './matrix.ts';

/** `y` is the baseline counted downwards; `turn` quarter turns clockwise, −1 where it stands aslant. */
export type Run = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
  turn: number;
};

/** A letter as pdf.js hands it over; a bare number moves the pen by thousandths of the size. */
export type Glyph = { unicode?: string; width?: number; isSpace?: boolean };

/** What ISO 32000-1 §9.3 calls the text state. */
export type TextState = {
  font: string;
  /** Glyph widths are counted in this many of the font's size. */
  scale: number;
  size: number;
  letterGap: number;
  wordGap: number;
  stretch: number;
  rise: number;
};

export const PLAIN_TEXT: TextState = {
  font: '',
  scale: 0.001,
  size: 1,
  letterGap: 0,
  wordGap: 0,
  stretch: 1,
  rise: 0,
};

/** In letter heights: nearer is the same word, farther is another run. */
const SAME_WORD = 0.13;
const SAME_PHRASE = 0.7;
/** A dense A3 table has some 5,000 runs; a page beyond this is no document. */
export const MAX_RUNS = 100_000;

export class Pen {
  readonly runs: Run[] = [];
  private text: Matrix = SAME;
  private line: [number, number] = [0, 0];
  private at: [number, number] = [0, 0];
  private open: { run: Run; endX: number; endY: number; spaced: boolean } | null = null;

  start(text: Matrix): void {
    this.text = text;
    this.line = [0, 0];
    this.at = [0, 0];
  }

  /** Td: from the start of the line, not from where the last letter ended. */
  move(x: number, y: number): void {
    this.line = [this.line[0] + x, this.line[1] + y];
    this.at = this.line;
  }

  show(glyphs: readonly (Glyph | number)[], state: TextState, page: Matrix): void {
    const whole = product(page, this.text);
    const size = Math.hypot(whole[2], whole[3]) * Math.abs(state.size);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.advance((-glyph / 1000) * state.size * state.stretch);
        continue;
      }
      const [x, y] = point(whole, this.at[0], this.at[1] + state.rise);
      const gap = state.letterGap + (glyph.isSpace === true ? state.wordGap : 0);
      this.advance(((glyph.width ?? 0) * state.scale * state.size + gap) * state.stretch);
      const [endX, endY] = point(whole, this.at[0], this.at[1] + state.rise);
      this.put({ text: glyph.unicode ?? '', x, y, endX, endY, size, font: state.font });
    }
  }

  private advance(by: number): void {
    this.at = [this.at[0] + by, this.at[1]];
  }

  private put(letter: Letter): void {
    if (letter.text.trim() === '') {
      if (this.open !== null) this.open.spaced = true;
      return;
    }
    if (this.open === null || !this.goesOn(letter)) this.begin(letter);
    else {
      this.open.run.text += (this.open.spaced ? ' ' : '') + letter.text;
      this.open.spaced = false;
    }
    const open = this.open as NonNullable<typeof this.open>;
    open.endX = letter.endX;
    open.endY = letter.endY;
    open.run.width = Math.hypot(letter.endX - open.run.x, letter.endY - open.run.y);
  }

  private begin({ text, x, y, endX, endY, size, font }: Letter): void {
    const turn = turnOf(endX - x, endY - y);
    const run = { text, x, y, width: 0, size: size || 1, font, turn };
    if (this.runs.length < MAX_RUNS) this.runs.push(run);
    this.open = { run, endX, endY, spaced: false };
  }

  private goesOn({ text, x, y, size, font }: Letter): boolean {
    if (this.open === null) return false;
    const { run, endX, endY, spaced } = this.open;
    const gap = Math.hypot(x - endX, y - endY) / run.size;
    if (/^\p{M}/u.test(text)) return gap < 1;
    if (run.font !== font || Math.abs(run.size - size) > run.size * 0.01) return false;
    return gap < (spaced ? SAME_PHRASE : SAME_WORD);
  }
}

type Letter = {
  text: string;
  x: number;
  y: number;
  endX: number;
  endY: number;
  size: number;
  font: string;
};

function turnOf(across: number, down: number): number {
  const quarter = Math.atan2(down, across) / (Math.PI / 2);
  const near = Math.abs(quarter - Math.round(quarter)) < 0.05;
  return near ? (Math.round(quarter) + 4) % 4 : -1;
}
