// Which approved bulletins a day's programme takes by its rule, and in which order. Pure.
// It must never know rows, sound or languages.
import type { Bulletin } from '../model.ts';
import { LEVELS, type Level } from '../regulation/regulation-model.ts';
import { DAY_MS } from '../vietnam-time.ts';
import type { Choosing, PartFault } from './programme-model.ts';

export type Choosable = Pick<Bulletin, 'id' | 'genre' | 'createdAtMs'> & {
  level: Level;
  /** the province's, given and accepted */
  given: boolean;
  timesAired: number;
};

/** National before provincial before the commune's own (the order of regulations); within it the newest first. */
export function chosenBy(
  rule: Choosing,
  of: {
    choosable: readonly Choosable[];
    nowMs: number;
    /** whether it may be said at all then: asked in turn, until there are enough */
    holds(id: string): boolean;
  },
): string[] {
  const sinceMs = of.nowMs - rule.days * DAY_MS;
  const turns = of.choosable
    .filter((one) => (one.given ? rule.given : rule.own))
    .filter(({ genre }) => rule.genres.length === 0 || rule.genres.includes(genre))
    .filter(({ createdAtMs }) => createdAtMs >= sinceMs)
    .filter(({ timesAired }) => timesAired < rule.airedFewerThan)
    .sort(byTurn);
  const chosen: string[] = [];
  for (const { id } of turns) {
    if (chosen.length === rule.most) break;
    if (of.holds(id)) chosen.push(id);
  }
  return chosen;
}

function byTurn(a: Choosable, b: Choosable): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    b.createdAtMs - a.createdAtMs ||
    (a.id < b.id ? 1 : -1)
  );
}

/**
 * What never stands in a programme, approved or not: an emergency opens the hours and holds for a day, a drill
 * must say that it is one, and a programme within a programme would hide its parts.
 */
export function neverIn(
  bulletin: Pick<Bulletin, 'priority' | 'drill'>,
): Extract<PartFault, 'emergency' | 'drill'> | null {
  if (bulletin.drill) return 'drill';
  return bulletin.priority === 'emergency' ? 'emergency' : null;
}
