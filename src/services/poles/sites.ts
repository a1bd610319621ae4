// Sites, and the units installed at them: a unit is swapped, the site keeps its history.
// It must never keep a unit's secret: it is shown once, and stored as a hash.
import type { Enrolment } from '../../../devices/protocol/index.ts';
import type { Site, Unit } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { Sites } from '../door.ts';
import { line, slug } from '../names.ts';
import { hashSecret } from '../people/secret-hash.ts';
import { newToken } from '../people/tokens.ts';
import { record } from '../record.ts';
import { missing, refusal, taken } from '../refusals.ts';
import { permit, permitted, seenArea, tenantsSeenBy } from '../scope.ts';
import type { Farewell } from '../wire/farewell.ts';
import type { Vitals } from './vitals.ts';

/** Names the service itself uses at a broker. */
const RESERVED = /^vangxa(-|$)/;

export type SiteParts = { deps: Deps; farewell: Farewell; vitals: Pick<Vitals, 'changed'> };

export function makeSites(parts: SiteParts): Sites {
  const { deps } = parts;
  return {
    list(actor) {
      const tenants = new Set(tenantsSeenBy(deps, actor));
      return deps.store.sites.all().filter((site) => tenants.has(site.tenantId));
    },
    create: create(deps),
    installUnit: installUnit(parts),
    removeUnit: removeUnit(parts),
  };
}

function create(deps: Deps): Sites['create'] {
  return (actor, input) => {
    const area = seenArea(deps, { actor, areaId: input.areaId });
    permit(deps, { actor, action: 'site.create', tenantId: area.tenantId });
    if (area.kind === 'province' || area.kind === 'commune') throw notInAVillage();
    const site: Site = {
      id: free(slug(input.id, 'id')),
      areaId: area.id,
      tenantId: area.tenantId,
      name: line(input.name, 'name'),
      zone: input.zone ?? 'ordinary',
      startOffsetMs: startOffset(input.startOffsetMs ?? 0),
    };
    deps.store.transaction(() => {
      if (RESERVED.test(site.id) || deps.store.sites.get(site.id)) throw taken('id', site.id);
      deps.store.sites.insert(site);
      record(deps, {
        actor,
        action: 'site.create',
        subject: `site:${site.id}`,
        tenantId: site.tenantId,
      });
    });
    deps.changes.tell({ kind: 'speaker', id: site.id, tenantId: site.tenantId });
    return site;
  };
}

function installUnit(parts: SiteParts): Sites['installUnit'] {
  const { deps } = parts;
  const { store } = deps;
  return (actor, { siteId }) => {
    const thing = store.sites.get(siteId);
    const site = permitted(deps, { actor, action: 'unit.install', thing });
    const password = newToken();
    const unit: Unit = {
      id: deps.ids.next(),
      siteId,
      secretHash: hashSecret(password),
      publicKey: null,
      installedAtMs: deps.clock.wallMs(),
      removedAtMs: null,
    };
    store.transaction(() => {
      const old = store.units.at(siteId);
      if (old) store.units.remove(old.id, deps.clock.wallMs());
      store.units.insert(unit);
      const { tenantId } = site;
      const detail = { siteId, replaces: old?.id ?? null };
      record(deps, { actor, action: 'unit.install', subject: `unit:${unit.id}`, tenantId, detail });
    });
    unitChanged(parts, site);
    return { enrolment: enrolmentOf(deps, { siteId, unitId: unit.id, password }) };
  };
}

/** `siteId`: of a spare, the name it has until it is a site's. */
export function enrolmentOf(
  { signer, terms }: Deps,
  { siteId, unitId, password }: { siteId: string; unitId: string; password: string },
): Enrolment {
  const keys = [{ keyId: signer.keyId, publicKey: signer.publicKey }];
  const brokerUrl = terms.brokerUrl();
  return { speakerId: siteId, unitId, brokerUrl, username: siteId, password, keys };
}

function removeUnit(parts: SiteParts): Sites['removeUnit'] {
  const { deps } = parts;
  const { store } = deps;
  return (actor, { unitId }) => {
    const unit = store.units.get(unitId);
    if (!unit) throw missing();
    const thing = store.sites.get(unit.siteId);
    const site = permitted(deps, { actor, action: 'unit.remove', thing });
    if (unit.removedAtMs !== null) return;
    store.transaction(() => {
      store.units.remove(unitId, deps.clock.wallMs());
      const { tenantId } = site;
      const detail = { siteId: site.id };
      record(deps, { actor, action: 'unit.remove', subject: `unit:${unitId}`, tenantId, detail });
    });
    unitChanged(parts, site);
  };
}

/** The old box is out at once, not at its next reconnect (RULES: revoke one without stopping the rest). */
export function unitChanged({ deps, farewell, vitals }: SiteParts, site: Site): void {
  deps.doors.changed();
  deps.doors.expel(site.id);
  // an old will that lies at the broker; the one of a box that is put out now is met in hello.ts
  farewell.to(site.id);
  vitals.changed(site, { newUnit: true });
  deps.changes.tell({ kind: 'speaker', id: site.id, tenantId: site.tenantId });
}

/** Sound travels 2 s to the farthest horn that is still the same place (WIRE: time). */
function startOffset(ms: number): number {
  if (Number.isInteger(ms) && ms >= 0 && ms <= 2_000) return ms;
  throw refusal('caller', 'bad-offset', {
    vi: 'Độ lệch bắt đầu là số nguyên từ 0 đến 2000 mili giây.',
    en: 'A start offset is a whole number from 0 to 2000 milliseconds.',
    place: 'startOffsetMs',
  });
}

/** Of the addresses of the officers' page: #/speakers/map is the map, not a pole called "map". */
const ADDRESSES: ReadonlySet<string> = new Set(['new', 'map', 'incidents', 'spares']);

function free(id: string): string {
  if (!ADDRESSES.has(id)) return id;
  throw refusal('caller', 'code-of-a-page', {
    vi: `Mã "${id}" trùng với tên một trang của phần mềm. Hãy thêm tên bản, ví dụ "${id}-ban-mong".`,
    en: `The code "${id}" is the name of a page here. Add the village, as in "${id}-ban-mong".`,
    place: 'id',
  });
}

function notInAVillage() {
  return refusal('caller', 'not-in-a-village', {
    vi: 'Điểm loa phải thuộc một thôn, bản hoặc một nhóm.',
    en: 'A site belongs to a village or a group.',
    place: 'areaId',
  });
}
