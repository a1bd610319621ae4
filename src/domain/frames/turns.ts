// When the same notice is heard in which language where: the Vietnamese first, then each village's own order.
// It must never know schedules or clocks: lengths in, offsets out.
import { VIETNAMESE } from '../languages.ts';

export type SpokenTo = { areaId: string; languages: readonly string[] };
export type LanguageTurn = {
  language: string;
  /** after the notice itself */
  offsetMs: number;
  areaIds: readonly string[];
};

/** Between two languages: one breath, so that nobody takes the second for the end of the first. */
const GAP_MS = 2_000;

/**
 * An emergency is never kept waiting by its own variants, so Vietnamese stands first even where the village's
 * order has it later; the others keep that order among themselves.
 * @param of.lengths of every language that will be heard, in milliseconds
 */
export function turnsOf(of: {
  villages: readonly SpokenTo[];
  lengths: ReadonlyMap<string, number>;
  vietnameseMs: number;
}): LanguageTurn[] {
  const turns = new Map<string, { language: string; offsetMs: number; areaIds: string[] }>();
  for (const { areaId, languages } of of.villages) {
    let offsetMs = of.vietnameseMs + GAP_MS;
    for (const language of languages) {
      const ms = language === VIETNAMESE ? undefined : of.lengths.get(language);
      if (ms === undefined) continue;
      const key = `${language} ${offsetMs}`;
      const turn = turns.get(key) ?? { language, offsetMs, areaIds: [] };
      turn.areaIds.push(areaId);
      turns.set(key, turn);
      offsetMs += ms + GAP_MS;
    }
  }
  return [...turns.values()];
}
