// Outcomes of airings × speakers gathered into what a person can see to: one finding for one cause.
// It must never know how an outcome was reached.
import { chooseUntilMs } from '../calendar/meeting.ts';
import type { Planned } from '../calendar/turns.ts';
import type { Site, VerdictKind } from '../model.ts';
import type { Expected, Fault, Finding, Rehearsed, SiteState } from './rehearsal-model.ts';

/** A list longer than that is a fleet to be visited, not a list; what is left out is counted. */
export const FINDINGS_MAX = 200;
/** Of each, so many are named. */
export const NAMED_MAX = 100;
/** As many as a rehearsal is compared with afterwards (services/rehearsal/came-true.ts). */
const PAIRS_KEPT_MAX = 20_000;

/** Somebody decided so, or the matter is past: nothing is to be done before tomorrow. */
const DECIDED: ReadonlySet<Fault> = new Set(['cancelled-once', 'expired', 'document-ended']);

export type Gathered = {
  occurrence: Planned;
  site: Site;
  state: SiteState;
  kind: VerdictKind;
  /** null: as it should be */
  fault: Fault | null;
  by: Planned | null;
};

export type Gathering = {
  add(outcome: Gathered): void;
  /** there is no speaker at all where it should be heard */
  addUnheard(occurrence: Planned): void;
  result(): Pick<Rehearsed, 'pairs' | 'expected' | 'findings' | 'left'>;
};

type Places = Map<string, number>;
type Open = Finding & { listens: number; sites: Places; slots: Places; marks: number[] };

export function gathering(peopleOf: (site: Site) => number): Gathering {
  const expected: Expected = {
    ...{ played: 0, 'partly-played': 0, 'pre-empted': 0, 'skipped-by-rule': 0, failed: 0 },
  };
  const open = new Map<string, Open>();
  let kept = 0;
  const at = (of: Omit<Gathered, 'site' | 'state'>, site: Site | null, state: SiteState | null) => {
    const { occurrence, fault, kind } = of;
    if (fault === null || DECIDED.has(fault)) return null;
    // a battery that is low may last: it is seen to, and counted as heard
    const worst = kind === 'played' ? 'failed' : kind;
    const own = worst === 'failed' || fault === 'clock-off' ? site : null;
    const key = `${fault} ${own?.id ?? occurrence.scheduleId} ${of.by?.scheduleId ?? ''}`;
    const known = open.get(key) ?? begun({ ...of, fault, kind: worst, own, state });
    open.set(key, known);
    return known;
  };
  return {
    add(outcome) {
      const { occurrence, site, state, kind } = outcome;
      expected[kind] += 1;
      const finding = at(outcome, site, state);
      if (!finding) return;
      const people = peopleOf(site);
      finding.pairs += 1;
      finding.listens += people;
      if (!finding.sites.has(site.id)) finding.people += people;
      const siteNo = placeOf(finding.sites, site.id);
      const slotNo = placeOf(finding.slots, occurrence.id);
      if (siteNo >= NAMED_MAX || slotNo >= NAMED_MAX || kept >= PAIRS_KEPT_MAX) return;
      finding.marks.push(slotNo * NAMED_MAX + siteNo);
      kept += 1;
    },
    addUnheard(occurrence) {
      const of = { occurrence, kind: 'skipped-by-rule', by: null } as const;
      // a place without a speaker is nobody's decision: it is always found
      const { slots } = at({ ...of, fault: 'no-speakers' }, null, null) as Open;
      placeOf(slots, occurrence.id);
    },
    result() {
      const all = [...open.values()].sort((a, b) => b.listens - a.listens || b.pairs - a.pairs);
      const pairs = Object.values(expected).reduce((sum, count) => sum + count, 0);
      const findings = all.slice(0, FINDINGS_MAX).map(closed);
      return { pairs, expected, findings, left: all.length - findings.length };
    },
  };
}

function begun(of: {
  occurrence: Planned;
  fault: Fault;
  kind: Finding['expected'];
  by: Planned | null;
  own: Site | null;
  state: SiteState | null;
}): Open {
  const { occurrence, fault, kind: expected, own, by } = of;
  const { scheduleId, bulletinId, title } = occurrence;
  const plan = own === null ? { scheduleId, bulletinId, title } : NO_PLAN;
  return {
    ...{ fault, expected, siteId: own?.id ?? null, ...plan, firstAtMs: occurrence.playAtMs },
    by: by && { bulletinId: by.bulletinId, title: by.title, playAtMs: by.playAtMs },
    chooseUntilMs: by && chooseUntilMs(by, occurrence),
    sinceMs: own && of.state ? of.state.sinceMs : null,
    ...{ pairs: 0, people: 0, listens: 0, occurrenceIds: [], siteIds: [] },
    ...{ sites: new Map<string, number>(), slots: new Map<string, number>(), marks: [] },
  };
}
const NO_PLAN = { scheduleId: null, bulletinId: null, title: null };

function placeOf(places: Places, id: string): number {
  const known = places.get(id);
  if (known !== undefined) return known;
  places.set(id, places.size);
  return places.size - 1;
}

function closed({ listens: _, sites, slots, marks, ...finding }: Open): Finding {
  const few = (all: Places) => [...all.keys()].slice(0, NAMED_MAX);
  const named = { occurrenceIds: few(slots), siteIds: few(sites) };
  const isEach = marks.length === named.occurrenceIds.length * named.siteIds.length;
  return { ...finding, ...named, ...(isEach ? {} : { only: marks }) };
}
