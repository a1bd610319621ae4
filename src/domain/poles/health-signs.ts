// What a speaker says of itself, read as incidents: which begin, which are over, each with a margin.
// It must never know rows, nor who is told.
import type { Status } from '../../../devices/protocol/index.ts';
import type { Verdict } from '../model.ts';
import type { DeviceClass, IncidentFacts, IncidentKind, Sim } from './pole-model.ts';

export type SignKind = Extract<
  IncidentKind,
  'on-battery' | 'battery-low' | 'clock-off' | 'disk-full' | 'sim-renewal'
>;
/** open: with the figures it opens on; null: over; what is not named stays as it is */
export type Signs = Partial<Record<SignKind, IncidentFacts | null>>;

/** It opens at the first figure and closes only at the second, so that it does not flicker between. */
const BATTERY_LOW_PERCENT = { opens: 30, closes: 35 };
/** Two poles 200 ms apart are heard as an echo (devices/PROTOCOL.md: time). */
const CLOCK_OFF_MS = { opens: 200, closes: 150 };
/** An emergency clip and a day's bulletins still fit into 50 MB. */
const DISK_FULL_BYTES = { opens: 50_000_000, closes: 60_000_000 };
/** A plan that ends is renewed by somebody who has to drive to a shop (issue #4, 5). */
export const SIM_WARN_MS = 7 * 24 * 3_600_000;

export function signsOf(status: Status, deviceClass: DeviceClass): Signs {
  const { power, clockErrorMs, freeBytes } = status;
  const percent = power?.batteryPercent ?? null;
  const signs: Signs = {
    // a solar speaker is on its battery every night
    'on-battery':
      power?.source === 'battery' && deviceClass !== 'solar-4g'
        ? { ...(percent === null ? {} : { batteryPercent: percent }) }
        : null,
  };
  if (percent === null || percent >= BATTERY_LOW_PERCENT.closes) signs['battery-low'] = null;
  else if (percent < BATTERY_LOW_PERCENT.opens) signs['battery-low'] = { batteryPercent: percent };
  if (clockErrorMs !== null && clockErrorMs > CLOCK_OFF_MS.opens)
    signs['clock-off'] = { clockErrorMs };
  else if (clockErrorMs !== null && clockErrorMs < CLOCK_OFF_MS.closes) signs['clock-off'] = null;
  if (freeBytes !== null && freeBytes < DISK_FULL_BYTES.opens) signs['disk-full'] = { freeBytes };
  else if (freeBytes === null || freeBytes > DISK_FULL_BYTES.closes) signs['disk-full'] = null;
  return signs;
}

/** The facts to warn with, or null while there is nothing to renew. */
export function simWarning(sim: Sim | null, nowMs: number): IncidentFacts | null {
  const renewsAtMs = sim?.renewsAtMs ?? null;
  return renewsAtMs !== null && renewsAtMs - nowMs <= SIM_WARN_MS ? { renewsAtMs } : null;
}

/** Refusals that are of the box: not of the plan, the regulation or the road to it. */
const BOX_REFUSALS: ReadonlySet<string | null> = new Set(['no-room', 'no-clock', 'bad-content']);
const BOX_REASONS: ReadonlySet<Verdict['reason']> = new Set([
  'sink-failed',
  'restarted',
  'no-receipt',
]);

export function failedByBox({ kind, reason, detail }: Verdict): boolean {
  if (kind !== 'failed') return false;
  return BOX_REASONS.has(reason) || (reason === 'refused' && BOX_REFUSALS.has(detail));
}

/** Twice in a row is a fault to drive to; once is an evening's bad luck. Sound ends it, silence says nothing. */
export function soundingSign(lastFirst: readonly Verdict[]): 'failed' | 'sounds' | null {
  const [last, before] = lastFirst;
  if (!last) return null;
  if (last.kind === 'played' || last.kind === 'partly-played') return 'sounds';
  return failedByBox(last) && before && failedByBox(before) ? 'failed' : null;
}
