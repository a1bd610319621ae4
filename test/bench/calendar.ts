// The bench of the calendar: simulated weeks of a province, what schedules cost as they grow, how late starts are.
// It must never know how anything is planned.
import { cpus } from 'node:os';
import { growth } from './calendar/growth.ts';
import { lateness } from './calendar/lateness.ts';
import { rehearsals } from './calendar/rehearsed.ts';
import { simulateWeek } from './calendar/week.ts';
import { type Result, rounded } from './result.ts';

const SPEAKERS = 5_000;
/** 200 for the figure of the issue, which take hours of one core; a few to see that nothing is broken. */
const SEEDS = Number(process.env.VANGXA_SEEDS ?? 2);

export async function calendar(): Promise<Result[]> {
  return [...weeks(), ...rehearsals(SPEAKERS), ...(await growth()), ...(await lateness())];
}

function weeks(): Result[] {
  const from = performance.now();
  let [pairs, broken] = [0, 0];
  const said: string[] = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const week = simulateWeek({ seed, speakers: SPEAKERS, faults: true });
    pairs += week.pairs;
    broken += week.broken.length;
    said.push(...week.broken.slice(0, 3).map((what) => `seed ${seed}: ${what}`));
  }
  const seconds = (performance.now() - from) / 1_000 / SEEDS;
  const load = `${SPEAKERS} speakers, ${SEEDS} seeds`;
  return [
    {
      ...{ name: `invariants broken in simulated weeks: ${load}`, value: broken, unit: 'times' },
      ...{ aim: '0', met: broken === 0, peer: `${pairs} airings × speakers` },
      ...(said.length > 0 ? { note: said.join('; ') } : {}),
    },
    {
      ...{ name: `a simulated week with faults: ${load}`, value: rounded(seconds, 1), unit: 's' },
      ...{ aim: 'seconds', met: seconds < 60, peer: `one of ${cpus().length} cores` },
    },
  ];
}
