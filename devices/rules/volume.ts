// How loud a site is at an instant: its own volume, or less where its commune's regulation caps the hour.
// It must never know decibels, samples or what sounds; a real emergency is not asked about here.
import type { PolicyOrder } from '../protocol/index.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** The lower of the two holds: a pole that a technician turned down stays down (QCVN 26:2010 is a ceiling). */
export function volumeAt(
  { volumePercent, volumes = [], hours }: Pick<PolicyOrder, 'volumePercent' | 'volumes' | 'hours'>,
  atMs: number,
): number {
  const local = Math.floor(atMs / MINUTE_MS) + hours.utcOffsetMin;
  const minute = ((local % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return volumes
    .filter(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)
    .reduce((least, { percent }) => Math.min(least, percent), volumePercent);
}
