// A piece that only one side has often fits at several places: it is put where a paragraph or a sentence begins.
// It must never know what the words are, only where they may begin.
import type { Run } from './align.ts';

/** Farther than a sentence a piece is not moved; so the work stays linear. */
const FARTHEST = 60;

export type Side = {
  keys: Int32Array;
  /** 2: a paragraph begins at this token; 1: a sentence; 0: neither. */
  opens(at: number): 0 | 1 | 2;
};

/** The same runs, with the borders between two of them moved where that reads better. */
export function slid(runs: readonly Run[], sides: { here: Side; there: Side }): Run[] {
  const out = runs.map((run) => ({ ...run }));
  for (let at = 1; at < out.length; at += 1) {
    const [before, after] = [out[at - 1] as Run, out[at] as Run];
    const here = before.here + before.length;
    const there = before.there + before.length;
    // Between two pieces something stays the same; at either end of the text nothing must.
    const room = {
      left: before.length - (before.here === 0 && before.there === 0 ? 0 : 1),
      right: after.length - (at === out.length - 1 && ends(after, sides) ? 0 : 1),
    };
    let by = 0;
    if (there === after.there) by = shiftOf(sides.here, { from: here, to: after.here }, room);
    else if (here === after.here) by = shiftOf(sides.there, { from: there, to: after.there }, room);
    before.length += by;
    after.here += by;
    after.there += by;
    after.length -= by;
  }
  return out;
}

function ends(run: Run, { here, there }: { here: Side; there: Side }): boolean {
  return run.here + run.length === here.keys.length && run.there + run.length === there.keys.length;
}

type Piece = { from: number; to: number };

/** How far to move the piece, left (negative) or right: the nearest of the best openings. */
function shiftOf(side: Side, piece: Piece, room: { left: number; right: number }): number {
  let best = 0;
  let rank = side.opens(piece.from);
  const consider = (by: number): void => {
    const here = side.opens(piece.from + by);
    if (here > rank) [best, rank] = [by, here];
  };
  const { keys } = side;
  for (let by = 1; by <= Math.min(room.left, FARTHEST); by += 1) {
    if (keys[piece.from - by] !== keys[piece.to - by]) break;
    consider(-by);
  }
  for (let by = 0; by < Math.min(room.right, FARTHEST); by += 1) {
    if (keys[piece.from + by] !== keys[piece.to + by]) break;
    consider(by + 1);
  }
  return best;
}
