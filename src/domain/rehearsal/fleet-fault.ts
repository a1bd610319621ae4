// Why one speaker will not sound tomorrow if nobody does anything: by what it last said of itself.
// It must never know what is planned for it.
import type { FleetFault, SiteState } from './rehearsal-model.ts';

/** The first thing to see to; null: nothing speaks against it. */
export function fleetFaultOf(state: SiteState): FleetFault | null {
  const { link } = state;
  if (link === 'no-unit' || link === 'never' || link === 'silent') return link;
  if (!state.hasPolicy) return 'no-policy';
  if (state.diskFull) return 'disk-full';
  if (state.clockOff) return 'clock-off';
  return state.batteryPercent === null ? null : 'battery-low';
}
