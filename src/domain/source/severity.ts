// How severe an emergency is among emergencies, as the arbiter's `order`: the lower one interrupts the higher one.
// It must never know loudspeakers, or whether something is an emergency at all.
import { EMERGENCY_ORDER } from '../airing/air-terms.ts';

/**
 * OASIS CAP 1.2 §3.2.2, severity before urgency before certainty: 100 is Extreme, Immediate, Observed.
 * An emergency that an officer speaks stands with Severe, Immediate, Observed (EMERGENCY_ORDER): whoever
 * sees the water is not interrupted by a forecast, but is by an Extreme warning, and goes on after it.
 */
const SEVERITY: Record<string, number> = { Extreme: 100, Severe: EMERGENCY_ORDER, Moderate: 300 };
const LEAST_SEVERE = 400;
const URGENCY: Record<string, number> = { Immediate: 0, Expected: 10 };
const LEAST_URGENT = 20;
const CERTAINTY: Record<string, number> = { Observed: 0, Likely: 1, Possible: 2 };
const LEAST_CERTAIN = 3;

export type CapMeasure = { severity: string; urgency: string; certainty: string };

export function orderOfCap({ severity, urgency, certainty }: CapMeasure): number {
  return (
    pick(SEVERITY, severity, LEAST_SEVERE) +
    pick(URGENCY, urgency, LEAST_URGENT) +
    pick(CERTAINTY, certainty, LEAST_CERTAIN)
  );
}

function pick(of: Record<string, number>, name: string, otherwise: number): number {
  return Object.hasOwn(of, name) ? (of[name] as number) : otherwise;
}

/** Quyết định 18/2021/QĐ-TTg: 5 is a state of emergency, 4 very great, 3 great. */
export const LEVEL_MAX = 5;
const LEVELS = [310, 300, EMERGENCY_ORDER, 110, 100];

/** @param level 1–5; 0: the bulletin says none */
export function orderOfLevel(level: number): number {
  return LEVELS[level - 1] ?? EMERGENCY_ORDER;
}
