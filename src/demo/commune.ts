// The invented commune of the demonstration: its data file, and which loudspeakers stand where.
// It must never know the service's API.
import { readFileSync } from 'node:fs';

export type DemoSite = { id: string; name: string; zone?: string };
export type DemoVillage = { code: string; name: string; population: number; sites: DemoSite[] };
export type DemoAccount = { name: string; fullName: string };
export type DemoCommune = {
  province: { code: string; name: string };
  commune: { code: string; name: string; population: number };
  hours: {
    utcOffsetMin: number;
    windows: { days: number[]; fromMinute: number; toMinute: number }[];
  };
  accounts: Record<'administrator' | 'author' | 'approver' | 'planner', DemoAccount>;
  villages: DemoVillage[];
};

export function readCommune(path: string): DemoCommune {
  return JSON.parse(readFileSync(path, 'utf8')) as DemoCommune;
}

/**
 * The commune with exactly `count` loudspeakers, dealt to the villages in turn: named sites first,
 * then numbered ones. Villages that get none are left out, since nothing could be heard there.
 */
export function withSpeakers(commune: DemoCommune, count: number): DemoCommune {
  const villages = commune.villages.map((village) => ({ ...village, sites: [] as DemoSite[] }));
  for (let index = 0; index < count; index += 1) {
    const at = index % villages.length;
    const row = Math.floor(index / villages.length);
    const village = villages[at];
    if (village) village.sites.push(commune.villages[at]?.sites[row] ?? numbered(village, row + 1));
  }
  return { ...commune, villages: villages.filter(({ sites }) => sites.length > 0) };
}

function numbered(village: DemoVillage, number: number): DemoSite {
  return { id: `${village.code}-${number}`, name: `Cụm loa số ${number}, ${village.name}` };
}

/** Seventeen o'clock of the day that `nowMs` falls on, by the commune's own clock. */
export function seventeenOClockMs(nowMs: number, utcOffsetMin: number): number {
  const offsetMs = utcOffsetMin * 60_000;
  const dayMs = 86_400_000;
  const midnightMs = Math.floor((nowMs + offsetMs) / dayMs) * dayMs - offsetMs;
  return midnightMs + 17 * 3_600_000;
}

/** How much of the plan's day is left before the commune's hours end; 0 when they are over. */
export function minutesLeft(commune: DemoCommune, planNowMs: number): number {
  const minuteMs = 60_000;
  const localMinute = (planNowMs / minuteMs + commune.hours.utcOffsetMin) % 1_440;
  const open = commune.hours.windows.filter((window) => window.fromMinute <= localMinute);
  return Math.max(0, ...open.map((window) => window.toMinute - localMinute));
}
