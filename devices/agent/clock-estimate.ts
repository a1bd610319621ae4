// From four-timestamp exchanges to the service's time: offset and drift, pure arithmetic.
// It must never know who asks or how: local and service instants in, an estimate out.

/** The question left at t0 and the answer came at t3 (local); it was with the service from t1 to t2. */
export type Exchange = { t0Ms: number; t1Ms: number; t2Ms: number; t3Ms: number };

/** What one exchange proves: whatever the path did, downMs ≤ offset ≤ upMs. */
type Bound = { atMs: number; upMs: number; downMs: number };

export type Estimate = {
  bounds: readonly Bound[];
  /** service minus local, at refMs on the local clock */
  refMs: number;
  offsetMs: number;
  /** service milliseconds gained in each local millisecond */
  drift: number;
  /** half of what the exchanges leave open */
  errorMs: number;
};

/** Half an hour of exchanges at one in thirty seconds. */
const BOUNDS_MAX = 64;
/** Crystals drift by tens of ppm; more is a fault or a lie. */
const DRIFT_MAX = 200e-6;
const DRIFT_USUAL = 30e-6;
/** Before this much (real) was watched, noise of the path would pass for drift. */
const DRIFT_FROM_MS = 120_000;
/** An answer this late (real) proves too little to be kept. */
const TRIP_MAX_MS = 10_000;
/** The offset may have moved so far (real) unnoticed; further, the service's clock was set. */
const STEP_MS = 5;
const SEARCH_STEPS = 40;

export function serviceTime(estimate: Estimate, localMs: number): number {
  return localMs + estimate.offsetMs + estimate.drift * (localMs - estimate.refMs);
}

export function localTime(estimate: Estimate, serviceMs: number): number {
  const { offsetMs, drift, refMs } = estimate;
  return (serviceMs - offsetMs + drift * refMs) / (1 + drift);
}

/** @param speed local milliseconds in a real one (demonstrations run faster) */
export function learn(
  estimate: Estimate | null,
  exchange: Exchange,
  speed: number,
): Estimate | null {
  const { t0Ms, t1Ms, t2Ms, t3Ms } = exchange;
  const tripMs = t3Ms - t0Ms - (t2Ms - t1Ms);
  if (!Number.isFinite(tripMs) || t2Ms < t1Ms || tripMs < 0 || tripMs > TRIP_MAX_MS * speed)
    return estimate;
  const bound = { atMs: (t0Ms + t3Ms) / 2, upMs: t1Ms - t0Ms, downMs: t2Ms - t3Ms };
  const stepped = estimate !== null && contradicts(estimate, bound, speed);
  const bounds = stepped || !estimate ? [bound] : [...estimate.bounds, bound].slice(-BOUNDS_MAX);
  return fitted(bounds, speed);
}

/** Is the estimate outside what this exchange proves, by more than drift explains? */
function contradicts(estimate: Estimate, bound: Bound, speed: number): boolean {
  const expectedMs = serviceTime(estimate, bound.atMs) - bound.atMs;
  const slackMs = STEP_MS * speed + Math.abs(bound.atMs - estimate.refMs) * DRIFT_MAX;
  return expectedMs > bound.upMs + slackMs || expectedMs < bound.downMs - slackMs;
}

function fitted(bounds: readonly Bound[], speed: number): Estimate {
  const refMs = (bounds.at(-1) as Bound).atMs;
  const watchedMs = refMs - (bounds[0] as Bound).atMs;
  const drift = watchedMs >= DRIFT_FROM_MS * speed ? driftOf(bounds, refMs) : 0;
  const { upMs, downMs } = corridor(bounds, refMs, drift);
  return {
    bounds,
    refMs,
    offsetMs: (upMs + downMs) / 2,
    drift,
    errorMs: Math.abs(upMs - downMs) / 2,
  };
}

/**
 * The narrowest bounds of each way, brought to one instant. The least delayed question and the least
 * delayed answer need not be of the same exchange, so this is better than the least round trip.
 */
function corridor(bounds: readonly Bound[], refMs: number, drift: number) {
  let upMs = Number.POSITIVE_INFINITY;
  let downMs = Number.NEGATIVE_INFINITY;
  for (const bound of bounds) {
    const sinceMs = (refMs - bound.atMs) * drift;
    upMs = Math.min(upMs, bound.upMs + sinceMs);
    downMs = Math.max(downMs, bound.downMs + sinceMs);
  }
  return { upMs, downMs };
}

/**
 * The true drift leaves the corridor widest: any other tilts its walls inward. With few exchanges
 * noise tilts it as well, so a drift that no crystal has must earn its width. Concave: one maximum.
 */
function driftOf(bounds: readonly Bound[], refMs: number): number {
  const doubtMs = wallDoubtMs(bounds);
  const worth = (drift: number) => {
    const { upMs, downMs } = corridor(bounds, refMs, drift);
    return upMs - downMs - doubtMs * (drift / DRIFT_USUAL) ** 2;
  };
  let low = -DRIFT_MAX;
  let high = DRIFT_MAX;
  for (let n = 0; n < SEARCH_STEPS; n++) {
    const third = (high - low) / 3;
    if (worth(low + third) < worth(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

/** How far a wall may be from where endless exchanges would put it. */
function wallDoubtMs(bounds: readonly Bound[]): number {
  const ups = bounds.map(({ upMs }) => upMs);
  const meanMs = ups.reduce((sum, upMs) => sum + upMs, 0) / ups.length;
  return (meanMs - Math.min(...ups)) / ups.length;
}
