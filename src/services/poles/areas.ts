// Areas and each commune's allowed hours: made, read, changed; every speaker concerned is told.
// It must never decide whose hours count where: src/domain does.
import { parentFits, tenantOfNew } from '../../domain/areas.ts';
import type { Area, Regulation } from '../../domain/model.ts';
import { NO_RULES } from '../../domain/regulation/regulation-model.ts';
import { VIETNAM_OFFSET_MS } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import type { Areas } from '../door.ts';
import { line, slug } from '../names.ts';
import { record } from '../record.ts';
import { refusal, taken } from '../refusals.ts';
import { permit, seenArea, tenantsSeenBy, treeOf } from '../scope.ts';
import type { Policies } from '../wire/policy.ts';

export type AreaParts = { deps: Deps; policies: Policies };

export function makeAreas(parts: AreaParts): Areas {
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
    regulation(actor, { areaId }) {
      const area = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'regulation.view', tenantId: area.tenantId });
      return regulationOf(deps, area);
    },
    setRegulation: setRegulation(parts),
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

function setRegulation({ deps, policies }: AreaParts): Areas['setRegulation'] {
  const { store } = deps;
  return (actor, { areaId, hours }) => {
    const area = seenArea(deps, { actor, areaId });
    permit(deps, { actor, action: 'regulation.set', tenantId: area.tenantId });
    if (area.id !== area.tenantId) throw notItsOwn();
    // schedules and the sentences about them are Vietnam's time; other hours would be silently moved
    if (hours.utcOffsetMin !== VIETNAM_OFFSET_MS / 60_000) throw notVietnamsTime();
    for (const { fromMinute, toMinute } of hours.windows)
      if (fromMinute >= toMinute) throw emptyWindow();
    const regulation = store.transaction(() => {
      const before = store.regulations.get(areaId);
      const counter = (before?.counter ?? 0) + 1;
      const rules = before?.rules ?? NO_RULES;
      store.regulations.put({ areaId, hours, rules, counter });
      const { tenantId } = area;
      record(deps, {
        actor,
        action: 'regulation.set',
        subject: `area:${areaId}`,
        tenantId,
        detail: { hours },
      });
      return { areaId, hours, rules, counter };
    });
    const beneath = treeOf(deps)
      .downwards(areaId)
      .map(({ id }) => id);
    policies.changed(store.sites.ofAreas(beneath));
    deps.changes.tell({ kind: 'area', id: areaId, tenantId: area.tenantId });
    return regulation;
  };
}

function regulationOf(deps: Deps, area: Area): Regulation {
  const own = deps.store.regulations.get(area.tenantId);
  const hours = { utcOffsetMin: 420, windows: [] };
  return own ?? { areaId: area.tenantId, hours, rules: NO_RULES, counter: 0 };
}

function wrongPlace() {
  return refusal('caller', 'wrong-place', {
    vi: 'Xã nằm trong tỉnh, thôn nằm trong xã, nhóm nằm trong xã hoặc thôn.',
    en: 'A commune lies in the province, a village in a commune, a group in a commune or village.',
    place: 'parentId',
  });
}

function notItsOwn() {
  return refusal('caller', 'not-a-tenant', {
    vi: 'Giờ phát do xã (hoặc tỉnh) quy định, không đặt riêng cho thôn, bản.',
    en: 'Hours are set by the commune (or province), not for a single village.',
    place: 'areaId',
  });
}

function notVietnamsTime() {
  return refusal('caller', 'not-vietnams-time', {
    vi: 'Giờ phát tính theo giờ Việt Nam (UTC+7), utcOffsetMin phải là 420.',
    en: 'Allowed hours are in the time of Vietnam (UTC+7); utcOffsetMin must be 420.',
    place: 'hours.utcOffsetMin',
  });
}

function emptyWindow() {
  return refusal('caller', 'empty-window', {
    vi: 'Giờ bắt đầu phải trước giờ kết thúc. Qua nửa đêm thì chia thành hai khung giờ.',
    en: 'A window must start before it ends. Across midnight, make it two windows.',
    place: 'hours.windows',
  });
}
