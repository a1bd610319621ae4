// A speaker says it is there: its state kept, its key pinned once, and what it lacks sent again.
// It must never wait for a broker: whoever hands reports in would wait with it (src/mqtt/link.ts).
import { type Status, topics } from '../../../devices/protocol/index.ts';
import { worthAiring } from '../../domain/airing/airing.ts';
import type { Airing, Site, Unit } from '../../domain/model.ts';
import type { Stopping } from '../airing/stopping.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import type { Incidents } from '../poles/incidents.ts';
import type { Swaps } from '../poles/swaps.ts';
import type { Vitals } from '../poles/vitals.ts';
import type { WireEvents } from '../ports.ts';
import { record } from '../record.ts';
import type { Farewell } from './farewell.ts';
import type { Outbox } from './outbox.ts';
import type { Policies } from './policy.ts';
import type { Presence } from './presence.ts';

export type HelloParts = {
  deps: Deps;
  outbox: Outbox;
  policies: Policies;
  incidents: Incidents;
  presence: Presence;
  farewell: Farewell;
  vitals: Vitals;
  stopping: Pick<Stopping, 'stillGood'>;
  swaps: Pick<Swaps, 'arrived'>;
};

/** A reconnect, a policy and a bulletin each say hello; what more there is to send goes with the next one. */
const ANSWERED_PER_MINUTE = 20;

export function makeHello(parts: HelloParts): WireEvents['status'] {
  const { deps, incidents, policies } = parts;
  const { store } = deps;
  const { monoMs } = deps.clock;
  const answers = makeAllowance({ max: ANSWERED_PER_MINUTE, windowMs: 60_000, monoMs });
  return async (siteId, status, retained = false) => {
    const site = store.sites.get(siteId);
    const unit = site && store.units.at(siteId);
    if (!site || !unit || unit.id !== status.unitId) {
      if (!isLastWord(deps, { siteId, status, retained }))
        incidents.report('wrong-unit', siteId, { unitId: status.unitId });
      else if (answers(siteId)) parts.farewell.to(siteId);
      return;
    }
    keep(parts, { site, unit, status, retained });
    if (!status.online || !answers(siteId)) return;
    policies.bringUpToDate(site, status.policyCounter);
    for (const order of parts.stopping.stillGood(site.areaId))
      parts.outbox.post(topics.speakerOrder(site.id), () => order, { urgent: true });
    sendAgain(parts, { site, holds: new Set(status.holds) });
  };
}

/** At start nobody is known to be there: who is, says so (a retained status, or at reconnecting). */
export function forgetPresence(deps: Deps): void {
  const { store } = deps;
  store.transaction(() => {
    store.spares.forget();
    for (const { siteId, status, heardAtMs } of store.statuses.all())
      if (status.online) store.statuses.put(siteId, { ...status, online: false }, heardAtMs);
  });
}

/** Lawful: the will of a box that was swapped or taken down, or what a broker still keeps of it. */
function isLastWord(
  { store }: Deps,
  of: { siteId: string; status: Status; retained: boolean },
): boolean {
  if (of.status.online && !of.retained) return false;
  const unit = store.units.get(of.status.unitId);
  return unit?.siteId === of.siteId && unit.removedAtMs !== null;
}

type Said = { site: Site; unit: Unit; status: Status };

function keep(parts: HelloParts, of: Said & { retained: boolean }): void {
  const { site, unit, status, retained } = of;
  parts.presence.heard(site.id, status, retained);
  parts.vitals.said(site, status, retained);
  if (status.online && !retained) parts.swaps.arrived(site, unit.id);
  // at once: the next message may be a receipt to be opened with this key
  if (unit.publicKey === null && isKey(status.publicKey)) pin(parts, of);
  // its receipts are opened with the pinned key, so whoever holds another one proves nothing
  else if (unit.publicKey !== status.publicKey)
    parts.incidents.report('other-key', site.id, { unitId: unit.id });
}

function pin({ deps }: HelloParts, of: Said): void {
  const { site, unit, status } = of;
  deps.store.transaction(() => {
    deps.store.units.pinKey(unit.id, status.publicKey);
    record(deps, {
      actor: null,
      action: 'service.key-pinned',
      subject: `unit:${unit.id}`,
      tenantId: site.tenantId,
      detail: { siteId: site.id },
    });
  });
}

/** Manifests it does not hold, and cancels of what it does: the bytes as sent before. */
function sendAgain(
  { deps, outbox }: HelloParts,
  { site, holds }: { site: Site; holds: ReadonlySet<string> },
): void {
  const { store } = deps;
  const nowMs = deps.clock.planMs();
  const post = ({ id }: Airing, urgent: boolean) =>
    outbox.post(topics.speakerOrder(site.id), () => store.airings.get(id)?.orderBytes ?? null, {
      urgent,
    });
  for (const airing of store.airings.openForSite(site.id, nowMs))
    if (!holds.has(airing.id) && worthAiring(airing, nowMs)) post(airing, false);
  for (const id of holds) {
    const airing = store.airings.get(id);
    if (airing?.state === 'cancelled' && worthAiring(airing, nowMs)) post(airing, true);
  }
}

function isKey(publicKey: string): boolean {
  return Buffer.from(publicKey, 'base64').length === 32;
}
