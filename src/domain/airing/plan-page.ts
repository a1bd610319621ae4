// One page of a plan: expanded piece by piece until it is full, so that a year of 10,000 schedules costs no more than its first page.
// It must never expand a schedule itself.
import type { Occurrence } from '../model.ts';
import { byTime } from './occurrences.ts';

/** What a screen draws at once; whoever wants more asks again. */
export const PAGE_MAX = 2_000;
const HOUR_MS = 3_600_000;
/** Small at first, for a plan may be dense; a schedule is never asked for more than three days at once. */
const FIRST_PIECE_MS = 6 * HOUR_MS;
const PIECE_MAX_MS = 72 * HOUR_MS;

export type PlanSpan = { fromMs: number; toMs: number };
export type PlanCursor = { playAtMs: number; id: string };
export type PlanPage = { occurrences: Occurrence[]; next: PlanCursor | null };

/** @param expand whatever plays in that span, or still sounds at its beginning */
export function planPage(
  span: PlanSpan & { after: PlanCursor | null },
  expand: (piece: PlanSpan) => readonly Occurrence[],
): PlanPage {
  const { after, toMs } = span;
  const found: Occurrence[] = [];
  let pieceMs = FIRST_PIECE_MS;
  let fromMs = after?.playAtMs ?? span.fromMs;
  while (fromMs < toMs && found.length <= PAGE_MAX) {
    const untilMs = Math.min(toMs, fromMs + pieceMs);
    const isFirst = fromMs === span.fromMs;
    const piece = expand({ fromMs, toMs: untilMs })
      .filter(({ playAtMs }) => playAtMs < untilMs && (isFirst || playAtMs >= fromMs))
      .filter((each) => after === null || isAfter(each, after))
      .sort(byTime);
    found.push(...piece);
    if (found.length < PAGE_MAX / 4) pieceMs = Math.min(PIECE_MAX_MS, pieceMs * 4);
    fromMs = untilMs;
  }
  const shown = found.slice(0, PAGE_MAX);
  const last = shown.at(-1);
  const more = found.length > PAGE_MAX && last !== undefined;
  return { occurrences: shown, next: more ? { playAtMs: last.playAtMs, id: last.id } : null };
}

function isAfter({ playAtMs, id }: Occurrence, after: PlanCursor): boolean {
  return playAtMs > after.playAtMs || (playAtMs === after.playAtMs && id > after.id);
}
