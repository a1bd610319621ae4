// What to put in the van for an incident: a technician drives an hour to a pole, once.
// It must never know screens: the words are theirs.
import type { Incident, IncidentKind } from '../../../http/schemas/incident.ts';

export const THINGS = ['unit', 'battery', 'sim', 'tester', 'amplifier', 'card'] as const;
export type Thing = (typeof THINGS)[number];

const BRING: Record<IncidentKind, readonly Thing[]> = {
  silent: ['unit', 'sim', 'tester'],
  'on-battery': ['tester', 'battery'],
  'battery-low': ['battery', 'tester'],
  'clock-off': [],
  'disk-full': ['card'],
  'wrong-unit': ['unit'],
  astray: ['unit'],
  'sim-renewal': ['sim'],
  'self-test-failed': ['amplifier', 'unit'],
  'failed-to-sound': ['amplifier', 'unit'],
};

export const bring = (kind: IncidentKind): readonly Thing[] => BRING[kind];

/** The van's load: one of each thing for every pole that wants it, however many incidents it has. */
export function loadOf(incidents: readonly Incident[]): { thing: Thing; many: number }[] {
  return THINGS.map((thing) => {
    const poles = incidents
      .filter(({ kind, closedAtMs }) => closedAtMs === null && BRING[kind].includes(thing))
      .map(({ siteId }) => siteId);
    return { thing, many: new Set(poles).size };
  }).filter(({ many }) => many > 0);
}
