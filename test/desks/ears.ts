// Ears under every pole: what its loudspeaker wrote into WAV files since somebody began to listen.
// It must never ask the service what was heard.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { heardIn, type Office } from './office.ts';

/** Sound shorter than this is a click, not a bulletin. */
const WORDS_S = 2;

export type Ears = {
  /** seconds of sound under this pole since */
  seconds(siteId: string): number;
  /** from an airing's first instant to the last sound of it under this pole */
  lastMs(siteId: string): number;
  /** at every one of these poles there were words */
  words(siteIds: readonly string[]): boolean;
  /** poles, of these, under which anything at all was heard */
  loud(siteIds: readonly string[]): string[];
};

/** Each airing is a file of its own: what lies there already was heard before. */
export function listen({ place }: Pick<Office, 'place'>): Ears {
  const before = new Set(recordings(place.out));
  const names = (siteId: string) =>
    recordings(place.out).filter((name) => {
      const rest = name.startsWith(siteId) ? name.slice(siteId.length) : null;
      return rest !== null && /^(-\d+)?$/.test(rest) && !before.has(name);
    });
  const seconds = (siteId: string) =>
    names(siteId).reduce((sum, name) => sum + heardIn(place, name).seconds, 0);
  return {
    seconds,
    lastMs: (siteId) => Math.max(0, ...names(siteId).map((name) => heardIn(place, name).lastMs)),
    words: (siteIds) => siteIds.every((siteId) => seconds(siteId) >= WORDS_S),
    loud: (siteIds) => siteIds.filter((siteId) => seconds(siteId) > 0),
  };
}

function recordings(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.wav') && statSync(join(folder, name)).size > 44)
    .map((name) => name.slice(0, -'.wav'.length));
}
