// How fast the demonstration's clock runs and how far ahead it plans: figures only.
// It must never know processes, sockets or files.

/** With the default text the whole demonstration ends within two minutes: half a minute is for hearing. */
const HEARING_SECONDS = 30;
/** Real seconds from the schedule to T besides decoding: the heartbeat's second, orders, chunks, a reserve. */
const LEAD_SECONDS = 6;
/** The loudspeakers share the cores with the service while they decode. */
const DECODE_RESERVE = 2;
/** Loopback, checked and written to disk by every loudspeaker; measured at several times this. */
const DELIVERY_BYTES_PER_SECOND = 10_000_000;
/** Real seconds for the fleet to measure its codec, connect, learn the time and its policy. */
export const GATHERING_SECONDS = 12;
/** Plan minutes kept free before the commune's hours end. */
const EVENING_RESERVE_MINUTES = 10;

export type PaceFacts = {
  clipSeconds: number;
  clipBytes: number;
  speakers: number;
  /** seconds of sound this machine decodes in a second */
  decodeRate: number;
  /** real seconds until the loudspeakers are together; 0 when they are */
  gatheringSeconds: number;
  minutesLeft: number;
  askedSpeed: number | null;
};
export type Pace = {
  speed: number;
  /** real seconds between the schedule and T */
  leadSeconds: number;
  cappedBy: 'decoding' | 'hours' | null;
};

export function paceOf(facts: PaceFacts): Pace {
  const leadSeconds = leadOf(facts);
  const wanted = facts.askedSpeed ?? Math.max(1, Math.ceil(facts.clipSeconds / HEARING_SECONDS));
  const byDecoding = Math.max(1, Math.floor(facts.decodeRate));
  const byHours = Math.max(1, Math.floor(hoursSpeed(facts, leadSeconds)));
  const speed = Math.min(wanted, byDecoding, byHours);
  if (speed === wanted) return { speed, leadSeconds, cappedBy: null };
  return { speed, leadSeconds, cappedBy: byDecoding <= byHours ? 'decoding' : 'hours' };
}

/** Real seconds until every verdict must be in, once the schedule stands. */
export function patienceSeconds(pace: Pace, clipSeconds: number, graceSeconds: number): number {
  return pace.leadSeconds + clipSeconds / pace.speed + graceSeconds + 60;
}

function leadOf(facts: PaceFacts): number {
  const decoding = (facts.clipSeconds / Math.max(1, facts.decodeRate)) * DECODE_RESERVE;
  const delivery = (facts.clipBytes * facts.speakers) / DELIVERY_BYTES_PER_SECOND;
  return LEAD_SECONDS + decoding + delivery;
}

/** Getting ready takes real seconds, and each of them costs `speed` of the plan's evening. */
function hoursSpeed(facts: PaceFacts, leadSeconds: number): number {
  const free = (facts.minutesLeft - EVENING_RESERVE_MINUTES) * 60 - facts.clipSeconds;
  return free / (facts.gatheringSeconds + leadSeconds);
}
