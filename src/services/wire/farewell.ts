// Has the broker forget the status it keeps of a unit that is no longer at its site.
// It must never wipe out what the unit that is there now has said of itself.
import { topics } from '../../../devices/protocol/index.ts';
import type { Deps } from '../deps.ts';
import type { Outbox } from './outbox.ts';
import type { Presence } from './presence.ts';

export type Farewell = {
  /** after a unit was swapped or taken down, or at a word of one that was */
  to(siteId: string): void;
};

/** MQTT 3.1.1 §3.3.1.3: an empty retained message takes away the one that was kept. */
const EMPTY = new Uint8Array();

export function makeFarewell(of: { deps: Deps; outbox: Outbox; presence: Presence }): Farewell {
  const { store } = of.deps;
  const isSpokenFor = (siteId: string) => {
    const unitId = store.units.at(siteId)?.id;
    return unitId !== undefined && of.presence.last(siteId)?.status.unitId === unitId;
  };
  return {
    to(siteId) {
      if (store.units.ofSite(siteId).every(({ removedAtMs }) => removedAtMs === null)) return;
      const make = () => (isSpokenFor(siteId) ? null : EMPTY);
      of.outbox.post(topics.report(siteId, 'status'), make, { retain: true });
    },
  };
}
