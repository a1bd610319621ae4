// The incidents that are open, known in memory and written down: each opened once, closed once.
// It must never decide what is an incident, nor tell anybody but the screens.
import type { Site } from '../../domain/model.ts';
import type { Incident, IncidentFacts, IncidentKind } from '../../domain/poles/pole-model.ts';
import type { Deps } from '../deps.ts';

export type IncidentBook = {
  /** false when it is open already; its figures are then brought up to date */
  open(of: { site: Site; kind: IncidentKind; facts?: IncidentFacts; sinceMs?: number }): boolean;
  /** false when none was open */
  close(site: Pick<Site, 'id' | 'tenantId'>, kind: IncidentKind): boolean;
  find(siteId: string, kind: IncidentKind): Incident | null;
  /** all that are open */
  all(): Incident[];
  countOf(siteId: string): number;
};

type Open = Map<string, Map<IncidentKind, Incident>>;

export function makeIncidentBook(deps: Deps): IncidentBook {
  const { store, clock, changes } = deps;
  let kept: Open | null = null;
  const book = () => {
    kept ??= bySite(store.incidents.allOpen());
    return kept;
  };
  const find = (siteId: string, kind: IncidentKind) => book().get(siteId)?.get(kind) ?? null;
  return {
    find,
    open({ site, kind, facts = {}, sinceMs }) {
      const nowMs = clock.planMs();
      const known = find(site.id, kind);
      if (known) {
        if (JSON.stringify(known.facts) === JSON.stringify(facts)) return false;
        store.incidents.setFacts(site.id, kind, facts);
        keep(book(), { ...known, facts });
        return false;
      }
      const incident: Incident = {
        ...{ id: deps.ids.next(), siteId: site.id, tenantId: site.tenantId, kind, facts },
        ...{ sinceMs: sinceMs ?? nowMs, openedAtMs: nowMs, closedAtMs: null },
      };
      if (!store.incidents.open(incident)) return false;
      keep(book(), incident);
      changes.tell({ kind: 'incident', id: incident.id, tenantId: site.tenantId });
      return true;
    },
    close({ id: siteId, tenantId }, kind) {
      const incident = find(siteId, kind);
      if (!incident) return false;
      store.incidents.close(siteId, kind, clock.planMs());
      book().get(siteId)?.delete(kind);
      changes.tell({ kind: 'incident', id: incident.id, tenantId });
      return true;
    },
    all: () => [...book().values()].flatMap((kinds) => [...kinds.values()]),
    countOf: (siteId) => book().get(siteId)?.size ?? 0,
  };
}

function bySite(incidents: readonly Incident[]): Open {
  const open: Open = new Map();
  for (const incident of incidents) keep(open, incident);
  return open;
}

function keep(open: Open, incident: Incident): void {
  const kinds = open.get(incident.siteId) ?? new Map<IncidentKind, Incident>();
  open.set(incident.siteId, kinds.set(incident.kind, incident));
}
