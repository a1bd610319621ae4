// Brings the loudspeakers together at the speed the demonstration will run at, and tells what limits it.
// It must never know what will be aired.
import type { Person } from './api.ts';
import { type DemoCommune, minutesLeft } from './commune.ts';
import { GATHERING_SECONDS, type Pace, type PaceFacts, paceOf } from './pace.ts';
import type { Place } from './place.ts';
import { type Fleet, type Started, startFleet } from './service.ts';

/** What a quick core decodes; the fleet says what this one does. */
const FIRST_GUESS_RATE = 300;

export type Gathering = {
  administrator: Person;
  commune: DemoCommune;
  built: string;
  place: Place;
  /** what is known of the clip and the wish */
  facts: Pick<PaceFacts, 'clipSeconds' | 'clipBytes' | 'speakers' | 'askedSpeed'>;
  started: Started;
};

/**
 * A loudspeaker's clock has its speed from the start, and only a started fleet knows how fast its
 * codec is here: where that is slower than the guess, it is started once more.
 */
export async function gather(
  wanted: Gathering,
): Promise<{ fleet: Fleet; pace: Pace; decodeRate: number }> {
  const first = await paceNow(wanted, FIRST_GUESS_RATE, GATHERING_SECONDS);
  const fleet = await startAt(wanted, first.speed);
  const { decodeRate } = fleet;
  const known = await paceNow(wanted, decodeRate, 0);
  if (known.speed >= first.speed)
    return { fleet, decodeRate, pace: { ...first, leadSeconds: known.leadSeconds } };
  await fleet.child.stop();
  const pace = await paceNow(wanted, decodeRate, GATHERING_SECONDS);
  return { fleet: await startAt(wanted, pace.speed), decodeRate, pace };
}

async function paceNow(
  { administrator, commune, facts }: Gathering,
  decodeRate: number,
  gatheringSeconds: number,
): Promise<Pace> {
  const { planNowMs } = await administrator.call<{ planNowMs: number }>('GET', '/api/health');
  const left = minutesLeft(commune, planNowMs);
  return paceOf({ ...facts, decodeRate, gatheringSeconds, minutesLeft: left });
}

async function startAt(wanted: Gathering, speed: number): Promise<Fleet> {
  await wanted.administrator.call('PUT', '/api/simulation', { speed });
  const { built, place, started } = wanted;
  return startFleet({ built, place, speed, out: place.speakers, started });
}
