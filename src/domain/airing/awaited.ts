// Whether a speaker that has said nothing yet may still be waiting for its turn, or be in the middle of it.
// It must never decide whose turn it is: `arrange` of devices/rules does, the same as at the speaker.
import { type Arranged, arrange, type Item, type SiteHours } from '../../../devices/rules/index.ts';
import type { Airing } from '../model.ts';

/**
 * REAL life has no emergency that sounds two hours on end at a pole; beyond that silence is told as
 * silence, and a later word revises it.
 */
export const AWAITED_MAX_MS = 2 * 3_600_000;

export type Queue = { airing: Part; others: readonly Part[]; hours: SiteHours };
type Part = Pick<Airing, 'id' | 'priority' | 'drill' | 'playAtMs' | 'durationMs' | 'air'>;

/**
 * When the fate of this airing is known at one speaker that holds its sound: the end of its sound, or
 * the moment it lost its turn (issue #5, 11: a verdict follows the end of the slot, so of its real end).
 * @param of.others what else that speaker had or has, at any time
 * @returns plan ms, at most AWAITED_MAX_MS after its own planned end
 */
export function fateKnownMs(of: Queue): number {
  const { airing } = of;
  const mostMs = airing.playAtMs + airing.durationMs + AWAITED_MAX_MS;
  return Math.min(mostMs, ...ownIn(of).map(({ decidedAtMs }) => decidedAtMs));
}

/** When its turn came at a speaker that held everything by its time; null: never. */
export function turnMs(of: Queue): number | null {
  return ownIn(of)[0]?.segments[0]?.fromMs ?? null;
}

function ownIn({ airing, others, hours }: Queue): readonly Arranged[] {
  const items = [airing, ...others.filter(({ id }) => id !== airing.id)].map(itemOf);
  return arrange(items, hours).slice(0, 1);
}

/** It holds the sound, so it had arrived by its time. */
function itemOf({ id, priority, drill, playAtMs, durationMs, air }: Part): Item {
  return { id, priority, drill, playAtMs, durationMs, arrivedAtMs: playAtMs, ...air };
}
