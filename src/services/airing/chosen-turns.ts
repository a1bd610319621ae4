// The orders communes have chosen among colliding priority items, read once for an answer.
// It must never choose, nor be asked by what finds collisions: an order given would hide its own question.
import type { TurnsOf } from '../../domain/airing/occurrences.ts';
import { turnsFrom } from '../../domain/airing/precedence.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';

/** What begins then or later, and what was begun the day before. */
export function chosenTurns({ store }: Pick<Deps, 'store'>, fromMs: number): TurnsOf {
  return turnsFrom(store.precedences.chosen(fromMs - DAY_MS));
}
