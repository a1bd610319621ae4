// How long ago something was, as one glance reads it.
// It must never know what it was.
import { words } from '../../words.ts';

const MINUTE_MS = 60_000;

/** On the wall's clock, as the service notes what people do; a phone that runs ahead says "just now". */
export function ago(atMs: number, nowMs: number = Date.now()): string {
  const w = words.value.approve.ago;
  const minutes = Math.floor((nowMs - atMs) / MINUTE_MS);
  if (minutes < 1) return w.now;
  if (minutes < 60) return w.minutes(minutes);
  if (minutes < 48 * 60) return w.hours(Math.floor(minutes / 60));
  return w.days(Math.floor(minutes / 1_440));
}
