// The two clocks: the real one, and the demonstration's, which starts anywhere and may run faster.
// It must never know what is planned by it.
import type { Clock } from './services/ports.ts';

export const realClock: Clock = {
  planMs: () => Date.now(),
  wallMs: () => Date.now(),
  monoMs: () => performance.now(),
  speed: () => 1,
};

/** Plan time at a moment of the wall, and how fast it goes from there. */
export type Anchor = { planMs: number; wallMs: number; speed: number };

export type SimulatedClock = Clock & { setSpeed(speed: number): void };

/**
 * `kept`: the anchor of an earlier run of the same demonstration, so that a restart goes on
 * instead of going back. `keep` is told every new anchor.
 */
export function makeSimulatedClock(of: {
  startMs: number;
  kept: Anchor | null;
  keep(anchor: Anchor): void;
  source?: Pick<Clock, 'wallMs' | 'monoMs'>;
}): SimulatedClock {
  const source = of.source ?? realClock;
  const elapsedMs = of.kept ? Math.max(0, source.wallMs() - of.kept.wallMs) : 0;
  let speed = of.kept?.speed ?? 1;
  let fromPlanMs = of.kept ? of.kept.planMs + elapsedMs * speed : of.startMs;
  let fromMonoMs = source.monoMs();
  const exactMs = () => fromPlanMs + (source.monoMs() - fromMonoMs) * speed;
  const anchor = () => {
    fromPlanMs = exactMs();
    fromMonoMs = source.monoMs();
    of.keep({ planMs: Math.round(fromPlanMs), wallMs: source.wallMs(), speed });
  };
  anchor();
  return {
    planMs: () => Math.round(exactMs()), // whole milliseconds: what wires and rows carry
    wallMs: source.wallMs,
    monoMs: source.monoMs,
    speed: () => speed,
    setSpeed(wanted) {
      anchor();
      speed = wanted;
      anchor();
    },
  };
}
