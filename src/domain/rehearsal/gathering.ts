// Outcomes of airings × speakers gathered into what a person can see to: one finding for one cause.
// It must never know how an outcome was reached.
import { chooseUntilMs } from '../calendar/meeting.ts';
import type { Planned } from '../calendar/turns.ts';
import type { Site, VerdictKind } from '../model.ts';
import type { Expected, Fault, Finding, Rehearsed, SiteState } from './rehearsal-model.ts';

/** A list longer than that is a fleet to be visited, not a list; what is left out is counted. */
export const FINDINGS_MAX = 200;
/** Of each, so many are named. */
const NAMED_MAX = 100;

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

type Open = Finding & { listens: number; sites: Set<string>; slots: Set<string> };

export function gathering(peopleOf: (site: Site) => number): Gathering {
  const expected: Expected = {
    ...{ played: 0, 'partly-played': 0, 'pre-empted': 0, 'skipped-by-rule': 0, failed: 0 },
  };
  const open = new Map<string, Open>();
  const at = (of: Omit<Gathered, 'site' | 'state'>, site: Site | null, state: SiteState | null) => {
    const { occurrence, fault, kind } = of;
    if (fault === null || kind === 'played' || DECIDED.has(fault)) return null;
    const own = kind === 'failed' || fault === 'clock-off' ? site : null;
    const key = `${fault} ${own?.id ?? occurrence.scheduleId} ${of.by?.scheduleId ?? ''}`;
    const known = open.get(key) ?? begun({ ...of, fault, kind, own, state });
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
      finding.sites.add(site.id);
      finding.slots.add(occurrence.id);
    },
    addUnheard(occurrence) {
      const of = { occurrence, kind: 'skipped-by-rule', by: null } as const;
      at({ ...of, fault: 'no-speakers' }, null, null)?.slots.add(occurrence.id);
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
    ...{ sites: new Set<string>(), slots: new Set<string>() },
  };
}
const NO_PLAN = { scheduleId: null, bulletinId: null, title: null };

function closed({ listens: _, sites, slots, ...finding }: Open): Finding {
  const few = (all: ReadonlySet<string>) => [...all].slice(0, NAMED_MAX);
  return { ...finding, occurrenceIds: few(slots), siteIds: few(sites) };
}
