// A site silenced until a time and why: told to its speaker at once, and over by itself.
// It must never silence an emergency: the loudspeaker's own rules pass it (devices/rules).

import { type AreaTree, sitesUnder } from '../../domain/areas.ts';
import { composed } from '../../domain/composed.ts';
import { orThrow } from '../../domain/errors.ts';
import type { Airing, Bulletin, Occurrence, Site, Verdict } from '../../domain/model.ts';
import { checkHush, hushDetail, hushFor, isActive } from '../../domain/poles/hushing.ts';
import type { Hush } from '../../domain/poles/pole-model.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { permitted, tenantsSeenBy } from '../scope.ts';
import type { Policies } from '../wire/policy.ts';
import type { HushedSite, Hushes, HushView } from './pole-door.ts';

export type HushParts = { deps: Deps; policies: Policies };

const LIST_MS = 30 * 24 * 3_600_000;

export function makeHushes({ deps, policies }: HushParts): Hushes {
  const { store, clock } = deps;
  const tell = (site: Site, hush: Hush) => {
    policies.changed([site], { urgent: true });
    deps.changes.tell({ kind: 'hush', id: hush.id, tenantId: site.tenantId });
  };
  return {
    begin(actor, { siteId, untilMs, reasonKind, reason: said = '' }) {
      const thing = store.sites.get(siteId);
      const site = permitted(deps, { actor, action: 'hush.begin', thing });
      const nowMs = clock.planMs();
      const wish = { nowMs, untilMs, reasonKind, reason: plainLine(composed(said)) };
      const { reason } = orThrow(checkHush(wish));
      const hush: Hush = {
        ...{ id: deps.ids.next(), siteId, tenantId: site.tenantId, fromMs: nowMs, untilMs },
        ...{ reason, reasonKind, byId: actor.accountId, endedAtMs: null, endedById: null },
      };
      store.transaction(() => {
        const before = store.hushes.activeAt(siteId, nowMs);
        if (before) store.hushes.end(before.id, { atMs: nowMs, byId: actor.accountId });
        store.hushes.insert(hush);
        const detail = { untilMs, reasonKind, replaces: before?.id ?? null };
        const { tenantId } = site;
        record(deps, { actor, action: 'hush.begin', subject: `site:${siteId}`, tenantId, detail });
      });
      tell(site, hush);
      return view(deps, hush);
    },
    end(actor, { hushId }) {
      const hush = permitted(deps, { actor, action: 'hush.end', thing: store.hushes.get(hushId) });
      const nowMs = clock.planMs();
      const site = store.sites.get(hush.siteId);
      if (!site || !isActive(hush, nowMs)) return view(deps, hush);
      const ended = { ...hush, endedAtMs: nowMs, endedById: actor.accountId };
      store.transaction(() => {
        store.hushes.end(hushId, { atMs: nowMs, byId: actor.accountId });
        const { id, tenantId } = site;
        const detail = { untilMs: hush.untilMs };
        record(deps, { actor, action: 'hush.end', subject: `site:${id}`, tenantId, detail });
      });
      tell(site, ended);
      return view(deps, ended);
    },
    list(actor) {
      const nowMs = clock.planMs();
      const tenantIds = tenantsSeenBy(deps, actor);
      const hushes = store.hushes.since({ tenantIds, fromMs: nowMs - LIST_MS });
      const views = hushes.map((hush) => view(deps, hush));
      return { nowMs, hushes: views.sort((a, b) => Number(b.active) - Number(a.active)) };
    },
  };
}

function view({ store, clock }: Deps, { byId, endedById, ...hush }: Hush): HushView {
  const nameOf = (id: string | null) => (id === null ? null : store.accounts.get(id)?.fullName);
  return {
    ...hush,
    siteName: store.sites.get(hush.siteId)?.name ?? hush.siteId,
    by: nameOf(byId) ?? '',
    endedBy: nameOf(endedById) ?? null,
    active: isActive({ ...hush, byId, endedById }, clock.planMs()),
  };
}

/** A verdict that says until when, and why: the row knows what the receipt does not. */
export function withHush({ store }: Deps, airing: Airing, verdict: Verdict): Verdict {
  if (verdict.reason !== 'hushed') return verdict;
  const { playAtMs, durationMs } = airing;
  const span = { fromMs: playAtMs, toMs: playAtMs + durationMs };
  const hush = store.hushes.covering(verdict.siteId, span);
  return hush ? { ...verdict, detail: hushDetail(hush, playAtMs) } : verdict;
}

type Planned = Pick<Occurrence, 'areaIds' | 'priority' | 'playAtMs' | 'durationMs' | 'bulletinId'>;

/** For each occurrence of a plan, the sites of these that stay silent then. */
export function hushedIn(
  deps: Deps,
  of: {
    tree: AreaTree;
    sites: readonly Site[];
    bulletin(id: string): Pick<Bulletin, 'drill'> | null;
  },
): (occurrence: Planned) => HushedSite[] {
  const bySite = new Map<string, Hush[]>();
  for (const hush of deps.store.hushes.active(deps.clock.planMs()))
    bySite.set(hush.siteId, [...(bySite.get(hush.siteId) ?? []), hush]);
  const hushed = of.sites.filter(({ id }) => bySite.has(id));
  if (hushed.length === 0) return () => [];
  return (occurrence) => {
    const slot = { ...occurrence, drill: of.bulletin(occurrence.bulletinId)?.drill ?? false };
    const sites = sitesUnder({ tree: of.tree, areaIds: occurrence.areaIds, sites: hushed });
    return sites.flatMap(({ id: siteId, name: siteName }) => {
      const hush = hushFor(slot, bySite.get(siteId) ?? []);
      return hush ? [{ siteId, siteName, untilMs: hush.untilMs, reason: hush.reason }] : [];
    });
  };
}
