// One precise alarm clock per process: a hundred starts at T happen in one go.
// It must never know what happens at an alarm, nor any time but the monotonic one.
import { performance } from 'node:perf_hooks';

export type Wheel = {
  /** monotonic milliseconds, the time alarms are given in */
  nowMs(): number;
  /** @returns takes the alarm back */
  at(dueMs: number, fire: () => void): () => void;
  /** fires at every pulse, all listeners in one go; @returns stops listening */
  pulse(fire: () => void): () => void;
  stop(): void;
};

/** Timers may be late by as much on a busy machine: from here on short steps. */
const COARSE_MS = 20;
/** Below this the loop is only yielded to, not slept in: a timer's tick is a millisecond. */
const FINE_MS = 2;
/** setTimeout counts in 32 bits; an hour is far enough to look again. */
const SLEEP_MAX_MS = 3_600_000;
/** How often sound is handed on: well under what is handed ahead (limits.ts, AHEAD_MS). */
const PULSE_MS = 50;

type Alarm = { dueMs: number; fire: () => void };

export function makeWheel(): Wheel {
  const alarms = new Set<Alarm>();
  const listeners = new Set<() => void>();
  let cancelSleep = () => {};
  let pulsing: NodeJS.Timeout | null = null;

  const nextDueMs = () => {
    let dueMs = Number.POSITIVE_INFINITY;
    for (const alarm of alarms) dueMs = Math.min(dueMs, alarm.dueMs);
    return dueMs;
  };
  const sleep = () => {
    cancelSleep();
    if (alarms.size > 0) cancelSleep = wakeAfter(nextDueMs() - performance.now(), turn);
  };
  const turn = () => {
    const nowMs = performance.now();
    const due = [...alarms].filter((alarm) => alarm.dueMs <= nowMs);
    for (const alarm of due) alarms.delete(alarm);
    for (const alarm of due.sort((a, b) => a.dueMs - b.dueMs)) alarm.fire();
    sleep();
  };
  return {
    nowMs: () => performance.now(),
    at(dueMs, fire) {
      const alarm = { dueMs, fire };
      const isNext = dueMs < nextDueMs();
      alarms.add(alarm);
      if (isNext) sleep();
      return () => {
        alarms.delete(alarm);
      };
    },
    pulse(fire) {
      listeners.add(fire);
      pulsing ??= setInterval(() => {
        for (const listener of [...listeners]) listener();
      }, PULSE_MS);
      return () => {
        listeners.delete(fire);
        if (listeners.size > 0 || !pulsing) return;
        clearInterval(pulsing);
        pulsing = null;
      };
    },
    stop() {
      cancelSleep();
      alarms.clear();
      listeners.clear();
      if (pulsing) clearInterval(pulsing);
      pulsing = null;
    },
  };
}

/** Sleeps coarsely far from the time, in short steps near it, and only yields at its edge. */
function wakeAfter(leftMs: number, wake: () => void): () => void {
  if (leftMs <= FINE_MS) {
    const immediate = setImmediate(wake);
    return () => clearImmediate(immediate);
  }
  const restMs = leftMs > COARSE_MS ? Math.min(leftMs - COARSE_MS, SLEEP_MAX_MS) : 1;
  const timer = setTimeout(wake, restMs);
  return () => clearTimeout(timer);
}
