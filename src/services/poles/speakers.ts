// The speakers as an officer sees them: every fact apart, all of them in one pass however many there are.
// It must never fold these facts into one green light (PRODUCT.md: separate facts).

import { sentenceOf } from '../../domain/airing/verdict-sentences.ts';
import type { Actor, Site } from '../../domain/model.ts';
import { simWarning } from '../../domain/poles/health-signs.ts';
import { isActive } from '../../domain/poles/hushing.ts';
import type { Hush, SiteFacts } from '../../domain/poles/pole-model.ts';
import { firstFacts } from '../../domain/poles/site-facts.ts';
import type { VerdictBrief, VerdictThen } from '../airing/airing-store.ts';
import type { Deps } from '../deps.ts';
import { permitted, tenantsSeenBy, treeOf } from '../scope.ts';
import type { Heard, Presence } from '../wire/presence.ts';
import { commandView } from './commands.ts';
import type { IncidentBook } from './incident-book.ts';
import { incidentsOf } from './incident-list.ts';
import type { Links } from './links.ts';
import { plannedAt } from './planned.ts';
import type { SpeakerDetail, Speakers, SpeakerView } from './pole-door.ts';
import { swapView } from './swaps.ts';

export type SpeakerParts = { deps: Deps; presence: Presence; links: Links; book: IncidentBook };

/** What a phone shows of a pole's past without another question. */
const VERDICTS_SHOWN = 20;
const COMMANDS_SHOWN = 10;
const DAY_MS = 24 * 3_600_000;

export function makeSpeakers(parts: SpeakerParts): Speakers {
  const { deps } = parts;
  return {
    list(actor, { areaId } = {}) {
      const tenantIds = tenantsSeenBy(deps, actor);
      const sites = sitesOf(deps, { tenantIds, areaId });
      const known = gathered(parts, { tenantIds, sites });
      return sites.map((site) => view(parts, { site, known }));
    },
    get: (actor, { siteId }) => detail(parts, { actor, siteId }),
  };
}

function sitesOf(deps: Deps, of: { tenantIds: readonly string[]; areaId?: string | undefined }) {
  const tenants = new Set(of.tenantIds);
  const theirs = deps.store.sites.all().filter(({ tenantId }) => tenants.has(tenantId));
  if (of.areaId === undefined) return theirs;
  const below = new Set(
    treeOf(deps)
      .downwards(of.areaId)
      .map(({ id }) => id),
  );
  return theirs.filter(({ areaId }) => below.has(areaId));
}

function brief({ airingId, kind, reason, detail, playAtMs, title }: VerdictBrief): VerdictBrief {
  return { airingId, kind, reason, detail, playAtMs, title };
}

/** By site, what is asked of the rows: each once, for all. */
type Known = {
  units: ReadonlyMap<string, string>;
  heard: ReadonlyMap<string, Heard>;
  facts: ReadonlyMap<string, SiteFacts>;
  hushes: ReadonlyMap<string, Hush>;
  due: ReadonlyMap<string, readonly string[]>;
  planned: ReadonlyMap<string, number>;
  last: ReadonlyMap<string, VerdictBrief>;
};

function gathered(
  { deps, presence }: SpeakerParts,
  of: { tenantIds: readonly string[]; sites: readonly Site[] },
): Known {
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const due = new Map<string, string[]>();
  for (const { siteId, airingId } of store.airings.partsDue({
    fromMs: nowMs,
    toMs: nowMs + DAY_MS,
  })) {
    const theirs = due.get(siteId);
    if (theirs) theirs.push(airingId);
    else due.set(siteId, [airingId]);
  }
  const units = new Map(store.units.installed().map((unit) => [unit.siteId, unit.id]));
  const sites = of.sites.filter(({ id }) => units.has(id));
  return {
    due,
    planned: plannedAt(deps, { sites, horizonMs: DAY_MS }),
    units,
    heard: presence.all(),
    facts: new Map(store.siteFacts.all().map((facts) => [facts.siteId, facts])),
    hushes: new Map(store.hushes.active(nowMs).map((hush) => [hush.siteId, hush])),
    last: new Map(store.airings.lastOfEach(of.tenantIds).map((row) => [row.siteId, brief(row)])),
  };
}

/** Said field by field: with 5,000 of them, spreading costs more than asking. */
function view(parts: SpeakerParts, { site, known }: { site: Site; known: Known }): SpeakerView {
  const { id } = site;
  const { deps } = parts;
  const nowMs = deps.clock.planMs();
  const unitId = known.units.get(id) ?? null;
  const row = known.heard.get(id);
  // what the box before this one last said is no news of this one
  const status = row?.status.unitId === unitId ? row.status : null;
  const { place, sim, volumePercent, deviceClass } = known.facts.get(id) ?? firstFacts(id);
  const due = known.due.get(id);
  return {
    site,
    unitId,
    online: status?.online ?? false,
    link: parts.links.of(id),
    heardAtMs: row?.heardAtMs ?? null,
    clockErrorMs: status?.clockErrorMs ?? null,
    freeBytes: status?.freeBytes ?? null,
    firmware: status?.firmware ?? null,
    power: status?.power ?? null,
    bytesThisMonth: status?.bytesThisMonth ?? null,
    volumePercent,
    deviceClass,
    place,
    sim: sim && { renewsAtMs: sim.renewsAtMs, warn: simWarning(sim, nowMs) !== null },
    hush: hushShown(known.hushes.get(id), nowMs),
    incidents: parts.book.countOf(id),
    holds: {
      due: due?.length ?? 0,
      held: due ? heldOf(due, status?.holds) : 0,
      planned: known.planned.get(id) ?? 0,
    },
    lastVerdict: known.last.get(id) ?? null,
  };
}

function heldOf(due: readonly string[], holds: readonly string[] = []): number {
  const known = new Set(holds);
  return due.filter((airingId) => known.has(airingId)).length;
}

function hushShown(hush: Hush | undefined, nowMs: number): SpeakerView['hush'] {
  if (!hush || !isActive(hush, nowMs)) return null;
  const { id, untilMs, reason, reasonKind } = hush;
  return { id, untilMs, reason, reasonKind };
}

function detail(parts: SpeakerParts, of: { actor: Actor; siteId: string }): SpeakerDetail {
  const { deps } = parts;
  const { store } = deps;
  const { actor, siteId } = of;
  const thing = store.sites.get(siteId);
  const site = permitted(deps, { actor, action: 'speaker.view', thing });
  const facts = store.siteFacts.get(siteId) ?? firstFacts(siteId);
  const swap = store.swaps.lastOf(siteId);
  const speaker = view(parts, { site, known: knownOf(parts, site) });
  const heard = parts.presence.last(siteId);
  const own = heard?.status.unitId === speaker.unitId ? heard.status : null;
  const verdicts = store.airings.lastVerdicts(siteId, VERDICTS_SHOWN);
  return {
    ...{ speaker, nowMs: deps.clock.planMs(), saidVolumePercent: own?.volumePercent ?? null },
    ...{ note: facts.note, photo: facts.photo, sim: facts.sim },
    units: store.units.ofSite(siteId).map(unitShown).reverse(),
    verdicts: verdicts.map((row) => ({ ...row, sentence: sentenceFor(deps, row) })),
    incidents: incidentsOf(deps, site),
    commands: store.commands.ofSite(siteId, COMMANDS_SHOWN).map((one) => commandView(deps, one)),
    swap: swap && swapView(deps, swap),
  };
}

const unitShown = ({ id, installedAtMs, removedAtMs }: SpeakerDetail['units'][number]) => {
  return { id, installedAtMs, removedAtMs };
};

function sentenceFor({ store }: Deps, verdict: VerdictThen) {
  const other = verdict.detail ? store.airings.get(verdict.detail) : null;
  const drill = store.airings.get(verdict.airingId)?.drill ?? false;
  return sentenceOf(verdict, { byTitle: other?.title ?? null, drill });
}

/** Of one site: the same, without reading the others. */
function knownOf({ deps, presence }: SpeakerParts, site: Site): Known {
  const { id } = site;
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const unit = store.units.at(id);
  const [last] = store.airings.lastVerdicts(id, 1);
  const by = <T>(value: T | null | undefined) => new Map(value ? [[id, value]] : []);
  const due = store.airings
    .partsDue({ fromMs: nowMs, toMs: nowMs + DAY_MS })
    .flatMap(({ siteId, airingId }) => (siteId === id ? [airingId] : []));
  return {
    due: new Map([[id, due]]),
    planned: plannedAt(deps, { sites: unit ? [site] : [], horizonMs: DAY_MS }),
    units: by(unit?.id),
    heard: by(presence.last(id)),
    facts: by(store.siteFacts.get(id)),
    hushes: by(store.hushes.activeAt(id, nowMs)),
    last: by(last && brief(last)),
  };
}
