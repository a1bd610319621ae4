// The speakers as an officer sees them: who is online, since when, and how the last airing ended.
// It must never fold these facts into one green light (PRODUCT.md: separate facts).
import type { Site } from '../domain/model.ts';
import type { Deps } from './deps.ts';
import type { Speakers, SpeakerView } from './pole-door.ts';
import { tenantsSeenBy } from './scope.ts';

export function makeSpeakers(deps: Deps): Pick<Speakers, 'list'> {
  const { store } = deps;
  return {
    list(actor) {
      const tenants = new Set(tenantsSeenBy(deps, actor));
      const sites = store.sites.all().filter((site) => tenants.has(site.tenantId));
      const units = new Map(store.units.installed().map((unit) => [unit.siteId, unit.id]));
      const statuses = new Map(store.statuses.all().map((row) => [row.siteId, row]));
      return sites.map((site) =>
        view(deps, { site, unitId: units.get(site.id) ?? null, row: statuses.get(site.id) }),
      );
    },
  };
}

type Row = ReturnType<Deps['store']['statuses']['all']>[number];

function view(
  deps: Deps,
  { site, unitId, row }: { site: Site; unitId: string | null; row: Row | undefined },
): SpeakerView {
  // what the box before this one last said is no news of this one
  const status = row?.status.unitId === unitId ? row.status : null;
  return {
    site,
    unitId,
    online: status?.online ?? false,
    heardAtMs: row?.heardAtMs ?? null,
    clockErrorMs: status?.clockErrorMs ?? null,
    freeBytes: status?.freeBytes ?? null,
    firmware: status?.firmware ?? null,
    link: { state: status?.online ? 'online' : 'never', sinceMs: null },
    power: status?.power ?? null,
    volumePercent: 100,
    bytesThisMonth: status?.bytesThisMonth ?? null,
    deviceClass: 'mains-4g',
    sim: null,
    hush: null,
    place: null,
    incidents: 0,
    holds: { due: 0, held: 0 },
    lastVerdict: deps.store.airings.lastVerdicts(site.id, 1)[0] ?? null,
  };
}
