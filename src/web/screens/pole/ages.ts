// How long ago, as a person says it, and a clock that moves only as often as such words change.
// It must never redraw five thousand rows each second.
import { computed } from '@preact/signals';
import { planNow } from '../../clock.ts';
import { words } from '../../words.ts';

const STEP_MS = 15_000;
/** The plan's clock in steps of a quarter of a minute. */
export const nowish = computed(() => Math.floor(planNow.value / STEP_MS) * STEP_MS);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function age(sinceMs: number, nowMs: number): string {
  const w = words.value.pole;
  const ms = nowMs - sinceMs;
  // said a moment after the step it is compared with
  if (ms < MINUTE_MS) return w.justNow;
  if (ms < 2 * HOUR_MS) return w.minutes(Math.floor(ms / MINUTE_MS));
  if (ms < 2 * DAY_MS) return w.hours(Math.floor(ms / HOUR_MS));
  return w.days(Math.floor(ms / DAY_MS));
}

export function ago(sinceMs: number, nowMs: number): string {
  const w = words.value.pole;
  return nowMs - sinceMs < MINUTE_MS ? w.justNow : w.ago(age(sinceMs, nowMs));
}
