// What one speaker must know to decide alone: its chain, its tenants, its hours; told when it changes.
// It must never decide whose hours a site keeps: src/domain/airing/hours-of-sites.ts does.
import { createHash } from 'node:crypto';
import { type PolicyOrder, topics } from '../../../devices/protocol/index.ts';
import { regulationFor } from '../../domain/airing/hours-of-sites.ts';
import { type AreaTree, chainCodes, tenantChain } from '../../domain/areas.ts';
import type { Regulation, Site } from '../../domain/model.ts';
import { BEAT_MS } from '../../domain/poles/health.ts';
import { firstFacts } from '../../domain/poles/site-facts.ts';
import { hoursOfSite, volumesOfSite } from '../../domain/regulation/zone-hours.ts';
import { VIETNAM_OFFSET_MS } from '../../domain/vietnam-time.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { type OrderBody, signOrder } from './orders.ts';
import type { Outbox } from './outbox.ts';

/** No regulation anywhere above: nothing but an emergency may sound. */
const NEVER = { utcOffsetMin: VIETNAM_OFFSET_MS / 60_000, windows: [] };
/** A policy not delivered in a month of the plan is made anew at the speaker's next hello. */
const EXPIRES_MS = 30 * 24 * 3_600_000;
/** Said again as it was while it is good for a week more, else signed anew. */
const STILL_GOOD_MS = 7 * 24 * 3_600_000;

export type Policies = {
  /** sends it when what the speaker holds is not what is true now */
  bringUpToDate(site: Site, heldCounter: number): void;
  /** hours, areas or units have changed: whoever is concerned is told */
  changed(sites: readonly Site[], of?: { urgent: boolean }): void;
};

type Content = Omit<Extract<OrderBody, { kind: 'policy' }>, 'kind'>;

/** As last signed for a site: sent again byte for byte while it is what is true. One row a site. */
type Kept = { digest: string; counter: number; expiresAtMs: number; bytes: string };

export function makePolicies(deps: Deps, outbox: Outbox): Policies {
  const send = (site: Site, heldCounter: number, urgent = false) =>
    outbox.post(topics.speakerOrder(site.id), () => orderFor(deps, { site, heldCounter }), {
      urgent,
    });
  return {
    bringUpToDate(site, heldCounter) {
      const content = contentFor(deps, site);
      if (content && heldCounter !== keptFor(deps, content)?.counter) send(site, heldCounter);
    },
    changed(sites, { urgent } = { urgent: false }) {
      for (const site of sites) if (deps.store.units.at(site.id)) send(site, 0, urgent);
    },
  };
}

/** Made when its turn comes, so what is sent is what is true then. */
function orderFor(deps: Deps, of: { site: Site; heldCounter: number }): Uint8Array | null {
  const content = contentFor(deps, of.site);
  if (!content) return null;
  const kept = keptFor(deps, content);
  const good = kept && kept.expiresAtMs - deps.clock.planMs() > STILL_GOOD_MS;
  // who holds a later one holds what a backup does not know: only a new one is later than that
  if (good && kept.counter > of.heldCounter) return Buffer.from(kept.bytes, 'base64');
  return sign(deps, content);
}

function sign(deps: Deps, content: Content): Uint8Array {
  return deps.store.transaction(() => {
    const expiresAtMs = deps.clock.planMs() + EXPIRES_MS;
    const body = { kind: 'policy', ...content } satisfies Omit<PolicyOrder, StampKeys>;
    const { bytes, counter } = signOrder(deps, { body, expiresAtMs });
    const said = Buffer.from(bytes).toString('base64');
    const kept: Kept = { digest: digestOf(content), counter, expiresAtMs, bytes: said };
    deps.store.settings.put(keyOf(content), JSON.stringify(kept));
    return bytes;
  });
}
type StampKeys = 'orderId' | 'counter' | 'issuedAtMs' | 'expiresAtMs';

/** null when what was last sent is no longer what is true. */
function keptFor(deps: Deps, content: Content): Kept | null {
  const row = deps.store.settings.get(keyOf(content));
  const kept = row === null ? null : (JSON.parse(row) as Kept);
  return kept?.digest === digestOf(content) ? kept : null;
}

function contentFor(deps: Deps, site: Site): Content | null {
  const unit = deps.store.units.at(site.id);
  if (!unit) return null;
  const tree = treeAbove(deps.store.areas, site.areaId);
  const { volumePercent, deviceClass } = deps.store.siteFacts.get(site.id) ?? firstFacts(site.id);
  const hush = deps.store.hushes.activeAt(site.id, deps.clock.planMs());
  const { areaId } = site;
  const regulation = regulationFor({ tree, areaId, regulations: above(deps, tree, site) });
  const volumes = regulation === null ? [] : volumesOfSite(regulation.rules, site.zone);
  return {
    speakerId: site.id,
    unitId: unit.id,
    areas: chainCodes(tree, site.areaId),
    tenants: tenantCodes(tree, site),
    hours: regulation === null ? NEVER : hoursOfSite(regulation, site.zone),
    startOffsetMs: site.startOffsetMs,
    // over by itself: from then on what is true is a policy without it
    hush: hush && { untilMs: hush.untilMs },
    volumePercent,
    // where the regulation says nothing, a policy stays byte for byte what speakers hold
    ...(volumes.length > 0 ? { volumes } : {}),
    beatMs: BEAT_MS[deviceClass],
  };
}

function above(deps: Deps, tree: AreaTree, site: Site): Regulation[] {
  const found = tree.upwards(site.areaId).map(({ id }) => deps.store.regulations.get(id));
  return found.filter((regulation) => regulation !== null);
}

export function tenantCodes(tree: AreaTree, site: Site): string[] {
  return tenantChain(tree, site.areaId).map((id) => tree.get(id)?.code ?? id);
}

function keyOf(content: Content): string {
  return `policy:${content.speakerId}`;
}

function digestOf(content: Content): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
