// One uninterrupted stretch of one stream on its way to the sink: what is due is handed over.
// It must never know plans or other streams: it goes until its limit, or until it is cut.
import { AHEAD_MS } from './limits.ts';
import { SAMPLES_PER_MS } from './pcm.ts';
import { type Limiter, RAMP_SAMPLES, ramped } from './shape.ts';
import type { Outlet } from './sinks/port.ts';
import type { StreamSound } from './sounds.ts';
import type { Fader } from './volume.ts';

export type Run = {
  streamId: string;
  sound: StreamSound;
  outlet: Outlet;
  limiter: Limiter;
  fader: Fader;
  speed: number;
  /** monotonic instant at which its first sample was planned: what startErrorMs is measured from */
  plannedMs: number;
  /** monotonic instant at which sample `from` was due at the sink */
  startedMs: number;
  from: number;
  position: number;
  /** where it stops: the end of the sound, or where somebody interrupts */
  limit: number;
  /** the limit is the end of the sound */
  ends: boolean;
  heardSamples: number;
  mutedSamples: number;
  sinceSilence: number;
  /** when the first sample of the sound was handed over */
  firstHandedMs: number | null;
};

export function makeRun(
  facts: Pick<
    Run,
    'streamId' | 'sound' | 'outlet' | 'limiter' | 'fader' | 'speed' | 'startedMs' | 'from'
  >,
): Run {
  const { streamId, sound, outlet, limiter, fader, speed, startedMs, from } = facts;
  return {
    ...{ streamId, sound, outlet, limiter, fader, speed, startedMs, from },
    plannedMs: startedMs,
    position: from,
    limit: Number.POSITIVE_INFINITY,
    ends: false,
    heardSamples: 0,
    mutedSamples: 0,
    // The sound's own beginning needs no ramp; joining it in the middle does.
    sinceSilence: from === 0 ? RAMP_SAMPLES : 0,
    firstHandedMs: null,
  };
}

/** Hands over all that is due by now and a little ahead. */
export function advance(run: Run, nowMs: number): void {
  const dueNow = sampleAt(run, nowMs);
  const dueAhead = dueNow + AHEAD_MS * run.speed * SAMPLES_PER_MS;
  const goal = Math.min(run.limit, dueAhead);
  while (run.position < goal) {
    const piece = run.sound.take(run.position, goal - run.position);
    if (piece) hand(run, piece, nowMs);
    else if (!mute(run, Math.min(goal, dueNow, run.sound.holeEnd(run.position)))) break;
  }
  run.sound.preload(run.position);
}

/** Is all of it handed over and, by the clock, heard? */
export function isOver(run: Run, nowMs: number): boolean {
  return run.position >= run.limit && sampleAt(run, nowMs) >= run.limit;
}

/** Cut without warning: what follows is faded, so that nothing clicks. */
export function fadeOut(run: Run): void {
  if (run.position >= run.limit) return;
  run.limit = Math.min(run.limit, run.position + RAMP_SAMPLES);
  run.ends = false;
  while (run.position < run.limit) {
    const piece = run.sound.take(run.position, run.limit - run.position);
    if (!piece) break;
    hand(run, piece, run.startedMs);
  }
}

/** The sample that is due at this instant. */
export function sampleAt(run: Run, nowMs: number): number {
  return run.from + Math.floor((nowMs - run.startedMs) * run.speed * SAMPLES_PER_MS);
}

function hand(run: Run, piece: { samples: Int16Array; peak: number }, nowMs: number): void {
  const shape = { sinceSilence: run.sinceSilence, untilSilence: untilSilence(run, piece.samples) };
  run.outlet.write(run.fader(run.limiter(ramped(piece.samples, shape), piece.peak)));
  run.position += piece.samples.length;
  run.heardSamples += piece.samples.length;
  run.sinceSilence += piece.samples.length;
  run.firstHandedMs ??= nowMs;
}

/** The sound's own end needs no ramp; a cut does, and so does a hole right behind this piece. */
function untilSilence(run: Run, samples: Int16Array): number {
  const toLimit = run.limit - run.position;
  if (!run.ends && toLimit - samples.length < RAMP_SAMPLES) return toLimit;
  const next = run.position + samples.length;
  const isHole = next < run.limit && run.sound.take(next, 1) === null;
  return isHole ? samples.length : Number.POSITIVE_INFINITY;
}

/** Silence for what is not there when its time has come (WIRE principle 5: mute on doubt). */
function mute(run: Run, until: number): boolean {
  const samples = until - run.position;
  if (samples <= 0) return false;
  run.outlet.write(new Int16Array(samples));
  run.position = until;
  run.mutedSamples += samples;
  run.sinceSilence = 0;
  return true;
}
