// Asks the service for the time and tells it: plan time ↔ this process's monotonic time.
// It must never know MQTT or signatures: it is given a way to ask and answers that were checked.
import type { ClockQuestion, TimeOrder } from '../protocol/index.ts';
import { type Estimate, learn, localTime, serviceTime } from './clock-estimate.ts';

export type Clock = {
  /** `null` while the time is not known */
  planMs(): number | null;
  /** monotonic instant of a plan instant; only when the time is known */
  realAt(planMs: number): number;
  /** real milliseconds since the last exchange */
  ageMs(): number;
  /** real milliseconds by which we may be wrong; `null` when nobody told us yet */
  errorMs(): number | null;
  /** asks several times in a row */
  burst(count: number): void;
  /** asks once, unless it was asked or answered within so many real milliseconds */
  refresh(withinMs: number): void;
  answered(answer: TimeOrder): boolean;
  start(): void;
  stop(): void;
};

/** What was known before the process ended, on a machine that ran on: enough to keep the plan. */
export type Kept = { wallMs: number; planMs: number };

export type ClockParts = {
  speed: number;
  nowMs(): number;
  wallMs(): number;
  ask(question: ClockQuestion): void;
  learnt(): void;
  kept: Kept | null;
};

/** At the first connection and whenever an order waits for a fresh clock. */
export const FIRST_BURST = 5;
const BURST_EVERY_MS = 200;
const ASK_EVERY_MS = 30_000;
/** Questions without an answer yet: older ones are forgotten. */
const PENDING_MAX = 16;

export function makeClock(parts: ClockParts): Clock {
  const { speed } = parts;
  const localMs = () => parts.nowMs() * speed;
  let estimate: Estimate | null = assumed(parts, localMs());
  let learntAtMs = Number.NEGATIVE_INFINITY;
  let errorMs: number | null = null;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let next = 0;
  const pending = new Map<number, number>();
  const timers = new Set<NodeJS.Timeout>();

  const ask = () => {
    askedAtMs = parts.nowMs();
    const n = next++;
    const t0Ms = localMs();
    pending.set(n, t0Ms);
    for (const old of pending.keys()) if (old <= n - PENDING_MAX) pending.delete(old);
    parts.ask({ n, t0Ms });
  };
  return {
    planMs: () => (estimate ? serviceTime(estimate, localMs()) : null),
    realAt: (planMs) => (estimate ? localTime(estimate, planMs) / speed : Number.NaN),
    ageMs: () => parts.nowMs() - learntAtMs,
    errorMs: () => errorMs,
    refresh(withinMs) {
      if (parts.nowMs() - Math.max(askedAtMs, learntAtMs) >= withinMs) ask();
    },
    burst(count) {
      ask();
      for (let at = 1; at < count; at++) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          ask();
        }, at * BURST_EVERY_MS);
        timers.add(timer);
      }
    },
    answered(answer) {
      const t3Ms = localMs();
      // Both must be what we asked: a replayed answer fits no open question.
      if (pending.get(answer.n) !== answer.t0Ms) return false;
      pending.delete(answer.n);
      const { t0Ms, t1Ms, t2Ms } = answer;
      const isGuess = errorMs === null;
      estimate = learn(isGuess ? null : estimate, { t0Ms, t1Ms, t2Ms, t3Ms }, speed);
      if (!estimate) return false;
      errorMs = Math.round((estimate.errorMs / speed) * 1_000) / 1_000;
      learntAtMs = parts.nowMs();
      parts.learnt();
      return true;
    },
    start() {
      timers.add(setInterval(ask, ASK_EVERY_MS));
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/**
 * The machine's wall clock carries the time over a restart without a link, unless it went back.
 * `kept` is of this start of the machine: after a power cut nobody vouches for the wall, and a
 * wrong hour wakes a village at 03:15 (Trung Lộc, 5 December 2025).
 */
function assumed(parts: ClockParts, localMs: number): Estimate | null {
  const { kept } = parts;
  const goneMs = kept ? parts.wallMs() - kept.wallMs : -1;
  if (!kept || goneMs < 0) return null;
  const planMs = kept.planMs + goneMs * parts.speed;
  const errorMs = Number.POSITIVE_INFINITY;
  return { bounds: [], refMs: localMs, offsetMs: planMs - localMs, drift: 0, errorMs };
}
