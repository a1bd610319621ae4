// How long "now" takes: the time a clip needs to reach its speakers before the first of them may start.
// It must never know a schedule.
import type { Clip } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { planSpan } from '../wire/orders.ts';

/** 2 Mbit/s: what a weak 4G cell gives one box. Sending faster only fills buffers and loses blocks. */
export const PACE_BYTES_PER_MS = 250;
/** Manifest, decoding ahead and two beats of the heartbeat, REAL milliseconds. */
const AT_LEAST_MS = 6_000;

/** Plan milliseconds. */
export function nowLead(deps: Pick<Deps, 'clock'>, clip: Pick<Clip, 'sound'>): number {
  return planSpan(deps, AT_LEAST_MS + clip.sound.bytes / PACE_BYTES_PER_MS);
}
