// The English words of speakers, sites, units, hushes, the map.
// It must never know screens, data or the API.
import type { viPole } from './vi-pole.ts';

export const enPole: typeof viPole = {};
