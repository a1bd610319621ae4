// One week of a whole province with faults, through the pure pieces that air it, and what may never be found after it.
// It must never decide anything itself: occurrencesOf, newAiring, arrange and verdictFrom do.
import {
  type Arranged,
  allowedUntil,
  arrange,
  type Item,
  type SiteHours,
} from '../../../devices/rules/index.ts';
import { isDue, newAiring, worthAiring } from '../../../src/domain/airing/airing.ts';
import type { Fact, SaidHindrance } from '../../../src/domain/airing/facts.ts';
import { regulationFor } from '../../../src/domain/airing/hours-of-sites.ts';
import { occurrencesOf } from '../../../src/domain/airing/occurrences.ts';
import { verdictFrom } from '../../../src/domain/airing/verdicts.ts';
import { areaTree, sitesUnder } from '../../../src/domain/areas.ts';
import type { Airing, Occurrence, Site, VerdictKind } from '../../../src/domain/model.ts';
import { hoursOfSite } from '../../../src/domain/regulation/zone-hours.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';
import { type Chance, chance } from './chance.ts';
import { MONDAY, makeProvince, type Province } from './province.ts';
import { type Fault, receiptsOf } from './week-receipts.ts';

const LEAD_MS = 30 * 60_000;
const GRACE_MS = 60_000;
const WEEK_MS = 7 * DAY_MS;

export type Week = {
  pairs: number;
  occurrences: number;
  speakers: number;
  verdicts: Record<VerdictKind, number>;
  /** nothing may ever stand here */
  broken: string[];
};
type Made = { airing: Airing; hindrance: SaidHindrance | null; lost: boolean };

export function simulateWeek(of: { seed: number; speakers: number; faults: boolean }): Week {
  const luck = chance(of.seed * 7_919);
  const province = makeProvince(of);
  const broken: string[] = [];
  const made = airWeek(province, { downs: of.faults ? downsOf(luck) : [], broken });
  const verdicts: Week['verdicts'] = {
    ...{ played: 0, 'partly-played': 0, 'pre-empted': 0, 'skipped-by-rule': 0, failed: 0 },
  };
  const hoursOf = hoursAt(province);
  let pairs = 0;
  for (const [site, airings] of bySite(province, made)) {
    const hours = hoursOf(site);
    const fault = of.faults ? faultOf(luck) : NO_FAULT;
    pairs += airings.length;
    for (const kind of atSite({ site, airings, hours, fault, luck, broken })) verdicts[kind] += 1;
  }
  return { pairs, verdicts, broken, occurrences: made.length, speakers: province.sites.length };
}

type Span = { fromMs: number; toMs: number };

/** Nine kills of some seconds, and one outage of up to ninety minutes. */
function downsOf(luck: Chance): Span[] {
  const kills = Array.from({ length: 9 }, () => {
    const fromMs = MONDAY + luck.whole(WEEK_MS);
    return { fromMs, toMs: fromMs + 5_000 + luck.whole(25_000) };
  });
  const outageMs = MONDAY + luck.whole(WEEK_MS);
  const all = [...kills, { fromMs: outageMs, toMs: outageMs + luck.whole(90) * 60_000 }];
  return all.sort((a, b) => a.fromMs - b.fromMs);
}

/** As planning does: what is not yet made is made at each look, from where the last look ended. */
function airWeek(province: Province, of: { downs: Span[]; broken: string[] }): Made[] {
  const made = new Map<string, Made>();
  const untilMs = MONDAY + WEEK_MS;
  let seenMs = MONDAY;
  for (let nowMs = MONDAY; nowMs < untilMs + LEAD_MS; ) {
    const nextMs = nextLook(nowMs, of.downs);
    const facts = province.facts({ fromMs: seenMs, toMs: nextMs + LEAD_MS });
    for (const occurrence of occurrencesOf(facts)) {
      if (occurrence.playAtMs < MONDAY || occurrence.playAtMs >= untilMs) continue;
      if (made.has(occurrence.id)) continue;
      const found = takenUp(province, { occurrence, nowMs, nextMs });
      if (found) made.set(occurrence.id, found);
    }
    seenMs = nowMs;
    nowMs = nextMs;
  }
  checkAllTaken(province, { made, broken: of.broken });
  return [...made.values()];
}

/** Every six hours, each standing for the looks until the next; at once after a kill; none while it is down. */
function nextLook(nowMs: number, downs: readonly Span[]): number {
  const next = nowMs + 6 * 3_600_000;
  const down = downs.find(({ fromMs, toMs }) => fromMs < next && toMs > nowMs);
  return down && down.toMs > nowMs ? Math.max(down.toMs, nowMs + 1_000) : next;
}

function takenUp(
  { bulletins }: Province,
  of: { occurrence: Occurrence; nowMs: number; nextMs: number },
): Made | null {
  const { occurrence, nowMs, nextMs } = of;
  const { hindrance, playAtMs } = occurrence;
  const bulletin = bulletins.get(occurrence.bulletinId);
  // the looks between are as good as one at the moment it comes due
  const dueMs = Math.max(nowMs, Math.min(playAtMs - LEAD_MS, nextMs));
  if (!bulletin?.clipId || (hindrance === null && playAtMs - LEAD_MS > nextMs)) return null;
  if (hindrance !== null && playAtMs > nextMs) return null;
  const lost = hindrance === null && !isDue(occurrence, { nowMs: dueMs, leadPlanMs: LEAD_MS });
  const airing = newAiring({
    ...{ id: `p-${occurrence.id}`, occurrence, bulletin, clipId: bulletin.clipId, nowMs: dueMs },
    ...{ leadPlanMs: LEAD_MS, gracePlanMs: GRACE_MS },
  });
  const isLost = lost || !worthAiring(airing, dueMs);
  return {
    airing: { ...airing, state: isLost ? 'planned' : 'sent' },
    hindrance: hindrance as SaidHindrance | null,
    lost: isLost,
  };
}

/** The week expanded at once, by nobody who was ever killed: the same slots, none lost, none doubled. */
function checkAllTaken(
  province: Province,
  { made, broken }: { made: ReadonlyMap<string, Made>; broken: string[] },
): void {
  const whole = new Set<string>();
  for (let day = 0; day < 7; day += 1) {
    const fromMs = MONDAY + day * DAY_MS;
    for (const { id, playAtMs } of occurrencesOf(province.facts({ fromMs, toMs: fromMs + DAY_MS })))
      if (playAtMs >= fromMs) whole.add(id);
  }
  for (const id of whole) if (!made.has(id)) broken.push(`slot lost: ${id}`);
  for (const id of made.keys()) if (!whole.has(id)) broken.push(`slot of nobody: ${id}`);
}

function bySite({ areas, sites }: Province, made: readonly Made[]): Map<Site, Made[]> {
  const tree = areaTree(areas);
  const found = new Map(sites.map((site) => [site, [] as Made[]]));
  const heard = new Map<string, Site[]>();
  for (const each of made) {
    const { areaIds } = each.airing;
    const key = areaIds.join(' ');
    const there = heard.get(key) ?? sitesUnder({ tree, areaIds, sites });
    heard.set(key, there);
    for (const site of there) found.get(site)?.push(each);
  }
  return found;
}

function hoursAt({ areas, regulations }: Province): (site: Site) => SiteHours {
  const tree = areaTree(areas);
  const known = new Map<string, SiteHours>();
  return ({ areaId, zone }) => {
    const key = `${areaId} ${zone}`;
    const found = known.get(key);
    if (found) return found;
    const regulation = regulationFor({ tree, areaId, regulations });
    const hours = regulation ? hoursOfSite(regulation, zone) : NEVER;
    known.set(key, hours);
    return hours;
  };
}
const NEVER: SiteHours = { utcOffsetMin: 420, windows: [] };

const NO_FAULT: Fault = { reboots: [], offline: [], clockErrorMs: 3, lossShare: 0 };

function faultOf(luck: Chance): Fault {
  const span = (maxMs: number): Span => {
    const fromMs = MONDAY + luck.whole(WEEK_MS);
    return { fromMs, toMs: fromMs + luck.whole(maxMs) };
  };
  return {
    reboots: luck.is(0.5) ? [span(300_000), span(300_000)] : [],
    offline: luck.is(0.3) ? [span(12 * 3_600_000)] : [],
    clockErrorMs: luck.is(0.02) ? luck.whole(4_000) : luck.whole(60),
    lossShare: luck.is(0.1) ? 0.2 : 0.01,
  };
}

type AtSite = {
  site: Site;
  airings: readonly Made[];
  hours: SiteHours;
  fault: Fault;
  luck: Chance;
  broken: string[];
};

function* atSite(of: AtSite): Generator<VerdictKind> {
  const { site, airings, hours, broken } = of;
  const items = new Map<string, Item>();
  for (const { airing, hindrance, lost } of airings) {
    const arrivedAtMs = hindrance === null && !lost ? arrival(airing, of) : null;
    if (arrivedAtMs !== null) items.set(airing.id, itemOf(airing, arrivedAtMs));
  }
  const arranged = new Map(arrange([...items.values()], hours).map((each) => [each.id, each]));
  checkVoice({ site, hours, items, arranged, broken });
  for (const made of airings) {
    const { airing } = made;
    const facts = factsAt(made, { ...of, arranged: arranged.get(airing.id) });
    const nowMs = airing.closeAtMs;
    const asked = { siteId: site.id, facts, nowMs, isOver: true } as const;
    const verdict = verdictFrom({ ...asked, airing });
    if (!verdict) broken.push(`no verdict: ${airing.occurrenceId} at ${site.id}`);
    else {
      const unexplained = verdict.heardMs < airing.durationMs * 0.98 && verdict.reason === 'whole';
      if (unexplained) broken.push(`unexplained minutes: ${airing.occurrenceId} at ${site.id}`);
      yield verdict.kind;
    }
  }
}

/** Said field by field: half a million of them are made, and spreading is most of their cost. */
function itemOf({ id, priority, drill, playAtMs, durationMs, air }: Airing, arrivedAtMs: number) {
  const { start, missed, under, order, filler } = air;
  const item: Item = { id, priority, drill, playAtMs, durationMs, arrivedAtMs };
  item.start = start;
  item.missed = missed;
  item.under = under;
  item.order = order;
  item.filler = filler;
  return item;
}

/** null: neither order nor sound ever reached it. */
function arrival({ sendAtMs, closeAtMs }: Airing, { fault, luck }: AtSite): number | null {
  const lost = luck.is(fault.lossShare);
  const repairedMs = lost ? 5_000 + luck.whole(120_000) : 0;
  const atMs = sendAtMs + 2_000 + luck.whole(20_000) + repairedMs;
  const away = [...fault.offline, ...fault.reboots].find(
    ({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs,
  );
  const arrivedAtMs = away ? away.toMs + 1_000 : atMs;
  return arrivedAtMs < closeAtMs ? arrivedAtMs : null;
}

function factsAt(
  { airing, hindrance, lost }: Made,
  of: AtSite & { arranged: Arranged | undefined },
): Fact[] {
  const facts: Fact[] = [{ kind: 'planned', atMs: airing.sendAtMs }];
  if (hindrance !== null)
    return [...facts, { kind: 'hindered', why: hindrance, atMs: airing.playAtMs }];
  if (lost) return facts;
  facts.push({ kind: 'sent', atMs: airing.sendAtMs });
  const online = !of.fault.offline.some(
    ({ fromMs, toMs }) => fromMs <= airing.closeAtMs && airing.closeAtMs < toMs,
  );
  facts.push({ kind: 'heard', online, atMs: airing.closeAtMs - 1 });
  if (!of.arranged || !online) return facts;
  const receipts = receiptsOf({
    airing,
    siteId: of.site.id,
    arranged: of.arranged,
    fault: of.fault,
  });
  return [
    ...facts,
    ...receipts.map((receipt): Fact => {
      const { atMs } = receipt;
      return { kind: 'receipt', receipt, atMs, takenAtMs: atMs };
    }),
  ];
}

function checkVoice(of: {
  site: Site;
  hours: SiteHours;
  items: ReadonlyMap<string, Item>;
  arranged: ReadonlyMap<string, Arranged>;
  broken: string[];
}): void {
  const { site, hours, items, arranged, broken } = of;
  const segments = [...arranged.values()].flatMap(({ id, segments }) =>
    segments.map((segment) => ({ ...segment, id })),
  );
  segments.sort((a, b) => a.fromMs - b.fromMs);
  let untilMs = Number.NEGATIVE_INFINITY;
  for (const { id, fromMs, toMs } of segments) {
    if (fromMs < untilMs) broken.push(`two sounds at once: ${id} at ${site.id}`);
    untilMs = toMs;
    const item = items.get(id) as Item;
    const passes = item.priority === 'emergency' && !item.drill;
    if (!passes && allowedUntil(hours, fromMs) < toMs)
      broken.push(`outside hours: ${id} at ${site.id}`);
  }
}
