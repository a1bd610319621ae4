// Areas: made and read; a commune begins with hours of its own.
// It must never decide whose hours count where: src/domain does.
import { parentFits, tenantOfNew } from '../../domain/areas.ts';
import type { Area } from '../../domain/model.ts';
import { NO_RULES } from '../../domain/regulation/regulation-model.ts';
import type { Deps } from '../deps.ts';
import type { Areas } from '../door.ts';
import { line, slug } from '../names.ts';
import { record } from '../record.ts';
import { refusal, taken } from '../refusals.ts';
import { makeRegulations, type RegulationParts } from '../regulation/regulations.ts';
import { permit, seenArea, tenantsSeenBy, treeOf } from '../scope.ts';
import { removing } from './area-removing.ts';

export function makeAreas(parts: RegulationParts): Areas {
  const { deps } = parts;
  return {
    list(actor) {
      const tenants = new Set(tenantsSeenBy(deps, actor));
      const tree = treeOf(deps);
      const above = new Set([...tenants].flatMap((id) => tree.upwards(id).map((area) => area.id)));
      // the province above one's own commune is seen by name, the neighbours are not
      return deps.store.areas
        .all()
        .filter(({ id, tenantId }) => tenants.has(tenantId) || above.has(id));
    },
    create: create(deps),
    remove: removing(deps),
    ...makeRegulations(parts),
  };
}

function create(deps: Deps): Areas['create'] {
  const { store } = deps;
  return (actor, input) => {
    const parent = seenArea(deps, { actor, areaId: input.parentId });
    permit(deps, { actor, action: 'area.create', tenantId: parent.tenantId });
    if (!parentFits(input.kind, parent)) throw wrongPlace();
    const id = deps.ids.next();
    const area: Area = {
      id,
      code: slug(input.code, 'code'),
      kind: input.kind,
      name: line(input.name, 'name'),
      parentId: parent.id,
      tenantId: tenantOfNew({ id, kind: input.kind, parent }),
      population: input.population ?? null,
    };
    store.transaction(() => {
      if (store.areas.byCode(area.code)) throw taken('code', area.code);
      store.areas.insert(area);
      if (area.kind === 'commune') {
        const { firstHours: hours } = deps.terms;
        store.regulations.put({ areaId: id, hours, rules: NO_RULES, counter: 1 });
      }
      const { tenantId, code, kind } = area;
      record(deps, {
        actor,
        action: 'area.create',
        subject: `area:${id}`,
        tenantId,
        detail: { code, kind },
      });
    });
    deps.changes.tell({ kind: 'area', id, tenantId: area.tenantId });
    return area;
  };
}

function wrongPlace() {
  return refusal('caller', 'wrong-place', {
    vi: 'Xã nằm trong tỉnh, thôn nằm trong xã, nhóm nằm trong xã hoặc thôn.',
    en: 'A commune lies in the province, a village in a commune, a group in a commune or village.',
    place: 'parentId',
  });
}
