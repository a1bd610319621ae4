// Pieces into as few groups as a limit allows, as even as the pieces allow, cut where cutting costs least.
// It must never know what the pieces hold.
import type { Piece } from './clauses.ts';

/** A border one step deeper is worth it only where it makes the groups some seven percent more even. */
const DEPTH_COST = 0.01;
/** More pieces than this are first gathered by hundredths of a group, so that the search stays linear. */
const MAX_PIECES = 2_000;

export type Group = { from: number; to: number; depth: number };

/** Sentences [from, to) of each group; a piece longer than the limit stands alone. */
export function evenly(pieces: readonly Piece[], limit: number): Group[] {
  const parts = pieces.length > MAX_PIECES ? gathered(pieces, limit / 100) : pieces;
  const best = bestEnds(parts, limit);
  const groups: Group[] = [];
  for (let end = parts.length; end > 0; end = (best[end] as Best).start) {
    const first = parts[(best[end] as Best).start] as Piece;
    const last = parts[end - 1] as Piece;
    groups.push({ from: first.from, to: last.to, depth: first.depth });
  }
  return groups.reverse();
}

/** The best way to group everything before one border: how many groups, how uneven, where the last one starts. */
type Best = { groups: number; cost: number; start: number };

function bestEnds(parts: readonly Piece[], limit: number): Best[] {
  const best: Best[] = [{ groups: 0, cost: 0, start: 0 }];
  for (let end = 1; end <= parts.length; end += 1) {
    let found: Best | null = null;
    let seconds = 0;
    for (let start = end - 1; start >= 0; start -= 1) {
      const first = parts[start] as Piece;
      seconds += first.seconds;
      if (seconds > limit && start < end - 1) break;
      const before = best[start] as Best;
      // With the number of groups given, the sum of squares is least where they are even.
      const cost = before.cost + (seconds / limit) ** 2 + first.depth * DEPTH_COST;
      const groups = before.groups + 1;
      if (found === null || groups < found.groups || (groups === found.groups && cost < found.cost))
        found = { groups, cost, start };
    }
    best.push(found as Best);
  }
  return best;
}

function gathered(pieces: readonly Piece[], least: number): Piece[] {
  const parts: Piece[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last === undefined || last.seconds + piece.seconds > least) parts.push({ ...piece });
    else {
      last.to = piece.to;
      last.seconds += piece.seconds;
    }
  }
  return parts;
}
