// Incidents for people: what is open, the oldest silence first, and what is over lately.
// It must never show another tenant's.
import type { Site } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { tenantsSeenBy } from '../scope.ts';
import type { IncidentList, IncidentView } from './pole-door.ts';

/** A season: what a technician remembers of a pole. The rows stay. */
const CLOSED_SHOWN_MS = 90 * 24 * 3_600_000;

export function makeIncidentList(deps: Deps): IncidentList {
  const { store, clock } = deps;
  return {
    list(actor) {
      const nowMs = clock.planMs();
      const tenantIds = tenantsSeenBy(deps, actor);
      const rows = store.incidents.list({ tenantIds, closedFromMs: nowMs - CLOSED_SHOWN_MS });
      const names = new Map(store.sites.all().map(({ id, name }) => [id, name]));
      const named = (siteId: string) => names.get(siteId) ?? siteId;
      const incidents = rows.map((row) => ({ ...row, siteName: named(row.siteId) }));
      return { nowMs, incidents: incidents.sort(byUrgency) };
    },
  };
}

export function incidentsOf({ store, clock }: Deps, { id, name }: Site): IncidentView[] {
  const rows = store.incidents.ofSite(id, clock.planMs() - CLOSED_SHOWN_MS);
  return rows.map((row) => ({ ...row, siteName: name }));
}

/** Open before closed; of the open, silences first and the oldest of them at the top; stable otherwise. */
function byUrgency(a: IncidentView, b: IncidentView): number {
  const rank = ({ closedAtMs, kind }: IncidentView) =>
    closedAtMs !== null ? 2 : kind === 'silent' ? 0 : 1;
  return rank(a) - rank(b);
}
