// The public page of a commune, put together once and kept until something on it changes.
// It must never show what src/domain/public/public-page.ts does not let through, nor know who looks.
import { areaTree } from '../../domain/areas.ts';
import type { Area, Clip } from '../../domain/model.ts';
import {
  type HeardThere,
  hasSounded,
  mayBeHeard,
  type PublicAiring,
  publicAiring,
  SHOWN_MS,
} from '../../domain/public/public-page.ts';
import { fewer, timedClauses } from '../../domain/sound/timed-clauses.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { marksOf } from '../bulletins/bulletin-warnings.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import type { Change } from '../ports.ts';
import { missing } from '../refusals.ts';
import type { PublicAnswer, PublicArea, PublicPages, PublicView } from './public-door.ts';

/** The week moves on by itself, and a commune's pages are some megabytes of text: a third of a province's. */
const KEPT_MS = 60_000;
const KEPT_MAX = 30;
/** A hundred speakers' verdicts come within seconds of an airing: they are one change of the page. */
const VERDICTS_MS = 2_000;
/** What was answered stays readable for a month, and does not push the week off the page. */
const ANSWERS_MS = 30 * DAY_MS;
const ANSWERS_MAX = 5;

type Kept = { view: PublicView; madeMonoMs: number; staleFrom: number };

export function makePublicPages(deps: Deps): PublicPages {
  const kept = new Map<string, Kept>();
  deps.changes.listen((change) => forget(deps, kept, change));
  return {
    communes: () => openCommunes(deps),
    view({ code }) {
      const area = openCommune(deps, code);
      const nowMs = deps.clock.monoMs();
      const known = kept.get(area.id);
      if (known && nowMs < known.staleFrom) return known.view;
      const view = viewOf(deps, area);
      kept.delete(area.id);
      kept.set(area.id, { view, madeMonoMs: nowMs, staleFrom: nowMs + KEPT_MS });
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
      return view;
    },
    sound: (of) => ({ path: deps.studio.soundPath(heardClip(deps, of)) }),
    follow: follow(deps),
    villageOf({ code, siteId }) {
      const { id: tenantId } = openCommune(deps, code);
      const site = deps.store.sites.get(siteId);
      if (site?.tenantId !== tenantId) return null;
      // the address of every poster: a step or two upwards, never past all areas of a province
      const above = treeAbove(deps.store.areas, site.areaId).upwards(site.areaId);
      const village = above.find(({ kind }) => kind === 'village');
      return village ? asPublic(village) : null;
    },
  };
}

/** @throws AppError missing: unknown, or may not be heard again */
function heardClip(deps: Deps, { code, airingId }: { code: string; airingId: string }): Clip {
  const area = openCommune(deps, code);
  const facts = readable(deps, { tenantId: area.id, airingId });
  const clip = facts?.heard && deps.store.clips.get(deps.store.airings.get(airingId)?.clipId ?? '');
  if (!clip) throw missing();
  return clip;
}

/** Two waveforms at once are drawn for strangers; who comes meanwhile has the words without one. */
const DRAWN_AT_ONCE = 2;
/** Two pixels and a gap each, at 360. */
const PUBLIC_PEAKS = 120;

function follow(deps: Deps): PublicPages['follow'] {
  let drawing = 0;
  return async (of) => {
    const clip = heardClip(deps, of);
    const { durationMs, synthetic } = clip;
    const said = { durationMs, synthetic, clauses: timedClauses(clip.sentences) };
    if (drawing >= DRAWN_AT_ONCE) return { ...said, peaks: [] };
    drawing += 1;
    try {
      return { ...said, peaks: fewer(await deps.studio.peaks(clip), PUBLIC_PEAKS) };
    } finally {
      drawing -= 1;
    }
  };
}

/** What is on the page changed: at once for words and marks, within two seconds for verdicts. */
function forget(deps: Deps, kept: Map<string, Kept>, { kind, tenantId }: Change): void {
  if (!CHANGES.has(kind)) return;
  const isCommune = tenantId !== null && deps.store.areas.get(tenantId)?.kind === 'commune';
  const concerned = isCommune ? [tenantId] : [...kept.keys()];
  for (const id of concerned) {
    const known = kept.get(id);
    if (known === undefined) continue;
    if (kind === 'airing')
      known.staleFrom = Math.min(known.staleFrom, known.madeMonoMs + VERDICTS_MS);
    else kept.delete(id);
  }
}
const CHANGES = new Set<Change['kind']>([
  ...(['airing', 'bulletin', 'document', 'area', 'report', 'clock'] as const),
]);

/** @throws AppError missing: no such commune, or it keeps its page closed */
export function openCommune({ store }: Pick<Deps, 'store'>, code: string): Area {
  const area = store.areas.byCode(code);
  if (area?.kind !== 'commune' || !store.publicPages.get(area.id)?.open) throw missing();
  return area;
}

function openCommunes({ store }: Deps): PublicArea[] {
  const open = store.publicPages.open().map(({ areaId }) => store.areas.get(areaId));
  return open
    .filter((area) => area?.kind === 'commune')
    .map((area) => asPublic(area as Area))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
}

const asPublic = ({ id, code, name }: Area): PublicArea => ({ id, code, name });

function viewOf(deps: Deps, area: Area): PublicView {
  const nowMs = deps.clock.planMs();
  const beneath = villages(deps, area.id);
  return {
    ...asPublic(area),
    phone: deps.store.publicPages.get(area.id)?.phone ?? null,
    madeAtMs: nowMs,
    villages: beneath.all.map(asPublic),
    airings: week(deps, { tenantId: area.id, nowMs, beneath }),
    answers: answers(deps, { tenantId: area.id, nowMs }),
  };
}

type Villages = { all: Area[]; of(areaId: string): Area | null };

/** A group of speakers is heard in its village; a pole of no village in the commune itself. */
function villages({ store }: Deps, tenantId: string): Villages {
  const own = store.areas.all().filter((area) => area.tenantId === tenantId);
  const tree = areaTree(own);
  const up = (areaId: string) => tree.upwards(areaId);
  return {
    all: own
      .filter(({ kind }) => kind === 'village')
      .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true })),
    of: (areaId) => up(areaId).find(({ kind }) => kind === 'village') ?? up(areaId).at(-1) ?? null,
  };
}

function week(
  deps: Deps,
  { tenantId, nowMs, beneath }: { tenantId: string; nowMs: number; beneath: Villages },
): PublicAiring[] {
  const { store } = deps;
  // an airing that plays now has its first verdicts: what is to come has none
  const found = store.heard.places({ tenantId, fromMs: nowMs - SHOWN_MS, toMs: nowMs });
  const byAiring = new Map<string, HeardThere[]>();
  for (const place of found) {
    const places = byAiring.get(place.airingId);
    if (places) places.push(place);
    else byAiring.set(place.airingId, [place]);
  }
  const sounded = [...byAiring].filter(([, places]) => places.some(hasSounded));
  const facts = store.heard.facts(sounded.map(([id]) => id));
  // as the document stands today: a week later comments may be over, or the law another
  const marks = marksOf(deps, facts);
  const marked = facts.map((fact) => ({
    ...fact,
    ...(marks[fact.id] && { mark: marks[fact.id] }),
  }));
  return marked
    .map((fact) => publicAiring(fact, byVillage(byAiring.get(fact.id) ?? [], beneath)))
    .filter((airing) => airing !== null)
    .sort((a, b) => b.playAtMs - a.playAtMs || (a.id < b.id ? 1 : -1));
}

function byVillage(places: readonly HeardThere[], beneath: Villages): HeardThere[] {
  const merged = new Map<string, HeardThere>();
  for (const place of places) {
    const areaId = beneath.of(place.areaId)?.id ?? place.areaId;
    const so = merged.get(areaId) ?? { ...place, areaId, speakers: 0, played: 0, partly: 0 };
    merged.set(areaId, {
      ...so,
      speakers: so.speakers + place.speakers,
      played: so.played + place.played,
      partly: so.partly + place.partly,
    });
  }
  return [...merged.values()];
}

function answers(
  { store }: Deps,
  { tenantId, nowMs }: { tenantId: string; nowMs: number },
): PublicAnswer[] {
  const found = store.reports.answered({
    ...{ tenantId, sinceMs: nowMs - ANSWERS_MS, limit: ANSWERS_MAX },
  });
  return found.map(({ kind, areaId, text, textPublic, answer, answeredAtMs }) => ({
    kind,
    village: (areaId && store.areas.get(areaId)?.name) || null,
    text: textPublic && text !== '' ? text : null,
    answer: answer ?? '',
    answeredAtMs: answeredAtMs ?? 0,
  }));
}

/** The rule of the page asked anew, of one airing in this commune, for its sound and for reports. */
export function readable(
  deps: Pick<Deps, 'store' | 'clock'>,
  { tenantId, airingId }: { tenantId: string; airingId: string },
): { heard: boolean } | null {
  const { heard } = deps.store;
  const [facts] = heard.facts([airingId]);
  const nowMs = deps.clock.planMs();
  if (!facts || facts.playAtMs < nowMs - SHOWN_MS || facts.playAtMs >= nowMs) return null;
  const places = heard.placesOf({ tenantId, airingId });
  if (publicAiring(facts, places) === null) return null;
  return { heard: mayBeHeard(facts, places) };
}
