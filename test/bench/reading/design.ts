// The design's tables and corpus, where they lie beside this house, and what is said where they do not.
// It must never know what is measured on them.
import { existsSync } from 'node:fs';
import type { Result } from '../result.ts';

export const HOUSE = new URL('../../../', import.meta.url).pathname;
export const hasDesign = existsSync(`${HOUSE}../shared/reading/score.mjs`);

export type Aim = { name: string; unit: string; aim: string; peer?: string };
export type Found = { value: number; met: boolean; note?: string };

/** One line of the bench, or "not compared" where there is nothing to measure. */
export function row({ name, unit, aim, peer = '' }: Aim, measure: () => Found): Result {
  const line = { name: `reading: ${name}`, unit, aim, peer };
  if (!hasDesign)
    return { ...line, value: 0, met: null, note: 'the tables and the corpus are not here' };
  return { ...line, ...measure() };
}
