// What each installed speaker may do at the broker, from rows: for Aedes' gate and Mosquitto's files.
// It must never know how a broker enforces it.
import { areaTree, chainCodes } from '../domain/areas.ts';
import type { Site, Unit } from '../domain/model.ts';
import type { Spare } from '../domain/poles/pole-model.ts';
import { isSpareId } from '../domain/poles/unit-label.ts';
import { treeAbove } from './chain.ts';
import type { Deps } from './deps.ts';
import type { SpeakerRights } from './ports.ts';
import { tenantCodes } from './wire/policy.ts';

export type Access = {
  /** null: no such site, or no unit installed there */
  of(siteId: string): SpeakerRights | null;
  all(): SpeakerRights[];
};

export function makeAccess(deps: Pick<Deps, 'store'>): Access {
  const { store } = deps;
  return {
    of(siteId) {
      if (isSpareId(siteId)) return spareRights(store, siteId);
      const site = store.sites.get(siteId);
      const unit = site && store.units.at(siteId);
      return site && unit
        ? rightsOf({ tree: treeAbove(store.areas, site.areaId), site, unit })
        : null;
    },
    all() {
      const sites = new Map(store.sites.all().map((site) => [site.id, site]));
      const tree = areaTree(store.areas.all());
      const spares = store.spares.admitted().map(rightsOfSpare);
      const speakers = store.units.installed().flatMap((unit) => {
        const site = sites.get(unit.siteId);
        return site ? [rightsOf({ tree, site, unit })] : [];
      });
      return [...speakers, ...spares];
    },
  };
}

function spareRights(store: Deps['store'], id: string): SpeakerRights | null {
  const spare = store.spares.get(id);
  const isOver = spare?.withdrawnAtMs !== null || store.swaps.ofSpare(id)?.doneAtMs != null;
  return spare && !isOver ? rightsOfSpare(spare) : null;
}

/** It says that it is there and hears what it shall become: nothing of any commune's. */
function rightsOfSpare({ id, secretHash }: Spare): SpeakerRights {
  return { siteId: id, secretHash, areas: [], tenants: [], isSpare: true };
}

function rightsOf(of: {
  tree: ReturnType<typeof areaTree>;
  site: Site;
  unit: Unit;
}): SpeakerRights {
  return {
    siteId: of.site.id,
    secretHash: of.unit.secretHash,
    areas: chainCodes(of.tree, of.site.areaId),
    tenants: tenantCodes(of.tree, of.site),
  };
}
