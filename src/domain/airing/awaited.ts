// Whether a speaker that has said nothing yet may still be waiting for its turn, or be in the middle of it.
// It must never decide whose turn it is: `arrange` of devices/rules does, the same as at the speaker.
import { arrange, type Item, type SiteHours } from '../../../devices/rules/index.ts';
import type { Airing } from '../model.ts';

/**
 * REAL life has no emergency that sounds two hours on end at a pole; beyond that silence is told as
 * silence, and a later word revises it.
 */
export const AWAITED_MAX_MS = 2 * 3_600_000;

type Part = Pick<Airing, 'id' | 'priority' | 'drill' | 'playAtMs' | 'durationMs' | 'air'>;

/**
 * When the fate of this airing is known at one speaker that holds its sound: the end of its sound, or
 * the moment it lost its turn (issue #5, 11: a verdict follows the end of the slot, so of its real end).
 * @param of.others what else that speaker had or has, at any time
 * @returns plan ms, at most AWAITED_MAX_MS after its own planned end
 */
export function fateKnownMs(of: {
  airing: Part;
  others: readonly Part[];
  hours: SiteHours;
}): number {
  const { airing, others, hours } = of;
  const items = [airing, ...others.filter(({ id }) => id !== airing.id)].map(itemOf);
  const own = arrange(items, hours).slice(0, 1);
  const mostMs = airing.playAtMs + airing.durationMs + AWAITED_MAX_MS;
  return Math.min(mostMs, ...own.map(({ decidedAtMs }) => decidedAtMs));
}

/** It holds the sound, so it had arrived by its time. */
function itemOf({ id, priority, drill, playAtMs, durationMs, air }: Part): Item {
  return { id, priority, drill, playAtMs, durationMs, arrivedAtMs: playAtMs, ...air };
}
