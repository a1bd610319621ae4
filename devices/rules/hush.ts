// When a site is to be silent: spans beside its allowed hours (a funeral, an exam, a sick household).
// It must never know why a site is hushed, nor the time now.
import type { AllowedHours, PolicyOrder } from '../protocol/index.ts';

/** Nothing but a real emergency sounds in [fromMs, untilMs). One that ends before it begins is none. */
export type Hush = { fromMs: number; untilMs: number };

/** The hours of one site: its commune's windows, less the spans in which it is hushed. */
export type SiteHours = AllowedHours & { hushes?: readonly Hush[] };

export function hushedAt(hours: SiteHours, atMs: number): boolean {
  return (hours.hushes ?? []).some(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs);
}

/** When the next span begins, after this instant; `Infinity` when none does. */
export function nextHushMs(hours: SiteHours, atMs: number): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const { fromMs, untilMs } of hours.hushes ?? [])
    if (fromMs > atMs && untilMs > fromMs) nextMs = Math.min(nextMs, fromMs);
  return nextMs;
}

/**
 * What a loudspeaker keeps, from its policy alone. The span begins when the policy was issued: the
 * same after a restart without a link, and what had sounded before stays as it was.
 */
export function hoursOfPolicy(policy: PolicyOrder): SiteHours {
  const { hours, hush, issuedAtMs } = policy;
  return hush ? { ...hours, hushes: [{ fromMs: issuedAtMs, untilMs: hush.untilMs }] } : hours;
}
