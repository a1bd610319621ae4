// Watches over speakers: silences, batteries, clocks, SIMs become incidents, and somebody is told, once.
// It must never decide what is too long or too low: src/domain/poles/health.ts and health-signs.ts do.
import type { Status } from '../../../devices/protocol/index.ts';
import type { Airing, AiringSpeaker, Site } from '../../domain/model.ts';
import {
  failedByBox,
  type SignKind,
  signsOf,
  simWarning,
  soundingSign,
} from '../../domain/poles/health-signs.ts';
import type { IncidentFacts, IncidentKind } from '../../domain/poles/pole-model.ts';
import { firstFacts } from '../../domain/poles/site-facts.ts';
import type { Deps } from '../deps.ts';
import type { IncidentBook } from './incident-book.ts';
import type { Links, Turn } from './links.ts';
import type { SiteTurns } from './site-turns.ts';

export type Vitals = {
  /** what a unit that belongs there says of itself; `retained`: said before, told again */
  said(site: Site, status: Status, retained: boolean): void;
  /** it asked something: it is there */
  asked(siteId: string): void;
  /** verdicts of these sites have changed */
  judged(siteIds: readonly string[]): void;
  /** an airing is over: each of its speakers has its verdict */
  closed(airing: Airing, speakers: readonly AiringSpeaker[]): void;
  selfTested(site: Site, of: { ok: boolean; facts: IncidentFacts }): void;
  /** something came in a speaker's name that should not have */
  strayed(site: Site, of: { kind: 'wrong-unit' | 'astray'; facts: IncidentFacts }): void;
  /** facts of the site, its class or its unit have changed */
  changed(site: Site, of: { newUnit: boolean }): void;
  look(): void;
};

/** A silence is minutes long: asking every five seconds is soon enough. */
const LOOK_EVERY_MS = 5_000;
/** Renewals are days away. */
const SIMS_EVERY_MS = 10 * 60_000;
/** A stranger that has kept quiet for a day has gone. */
const QUIET_MS = 24 * 3_600_000;
/** What goes with the box; the SIM is paid for whatever box it is in. */
const OF_THE_BOX: readonly IncidentKind[] = [
  ...(['silent', 'on-battery', 'battery-low', 'clock-off', 'disk-full'] as const),
  ...(['wrong-unit', 'astray', 'self-test-failed', 'failed-to-sound'] as const),
];

export type VitalParts = {
  deps: Deps;
  links: Links;
  book: IncidentBook;
  turns: Pick<SiteTurns, 'silent' | 'back'>;
};

export function makeVitals(parts: VitalParts): Vitals {
  const { deps, links, book } = parts;
  const { store, clock } = deps;
  let lookedMs = Number.NEGATIVE_INFINITY;
  let simsMs = Number.NEGATIVE_INFINITY;
  return {
    said(site, status, retained) {
      if (!status.online) return links.gone(site.id);
      if (retained) return;
      links.heard(site.id);
      const { deviceClass } = store.siteFacts.get(site.id) ?? firstFacts(site.id);
      for (const [kind, facts] of Object.entries(signsOf(status, deviceClass)))
        put(book, { site, kind: kind as SignKind, facts });
    },
    asked: (siteId) => links.touched(siteId),
    judged(siteIds) {
      for (const siteId of new Set(siteIds)) judge(parts, siteId);
    },
    closed: (airing, speakers) => closed(parts, { airing, speakers }),
    selfTested(site, { ok, facts }) {
      put(book, { site, kind: 'self-test-failed', facts: ok ? null : facts });
    },
    strayed(site, { kind, facts }) {
      book.open({ site, kind, facts: { ...facts, lastAtMs: clock.planMs() } });
    },
    changed(site, { newUnit }) {
      if (newUnit) for (const kind of OF_THE_BOX) book.close(site, kind);
      links.changed(site.id);
      warnOfSim(parts, site);
    },
    look() {
      const nowMs = clock.monoMs();
      if (nowMs - lookedMs < LOOK_EVERY_MS) return;
      lookedMs = nowMs;
      for (const turn of links.look()) tellTurn(parts, turn);
      if (nowMs - simsMs < SIMS_EVERY_MS) return;
      simsMs = nowMs;
      lookAtSims(parts);
      closeQuiet(parts);
    },
  };
}

/** null: over. */
function put(
  book: IncidentBook,
  of: { site: Site; kind: IncidentKind; facts: IncidentFacts | null },
): boolean {
  const { site, kind, facts } = of;
  if (facts !== null) return book.open({ site, kind, facts });
  book.close(site, kind);
  return false;
}

/** Poles known to be silent are no news again; any other failure is told now, not when it is mended. */
function closed(
  parts: VitalParts,
  { airing, speakers }: { airing: Airing; speakers: readonly AiringSpeaker[] },
): void {
  const failed = speakers.filter(({ verdict }) => verdict?.kind === 'failed');
  for (const { siteId, verdict } of failed)
    if (verdict && failedByBox(verdict)) judge(parts, siteId);
  const fresh = failed.some(({ siteId }) => parts.book.find(siteId, 'silent') === null);
  if (!fresh) return;
  const { id: airingId, tenantId, bulletinId, title } = airing;
  const counts = { failed: failed.length, speakers: speakers.length };
  const told = { tenantId, bulletinId, title, airingId, ...counts };
  parts.deps.happenings.tell({ kind: 'airing-failed', ...told });
}

function judge({ deps, book }: VitalParts, siteId: string): void {
  const sign = soundingSign(deps.store.airings.lastVerdicts(siteId, 2));
  const site = sign && deps.store.sites.get(siteId);
  if (!site) return;
  put(book, { site, kind: 'failed-to-sound', facts: sign === 'failed' ? {} : null });
}

/** Told after it is written, and once: what is open already was told when it was opened. */
function tellTurn({ deps, book, turns }: VitalParts, { siteId, to, sinceMs }: Turn): void {
  const site = deps.store.sites.get(siteId);
  if (!site) return;
  if (to === 'silent') turns.silent(siteId, sinceMs);
  else turns.back(siteId);
  const { tenantId, name: siteName } = site;
  const news =
    to === 'silent' ? book.open({ site, kind: 'silent', sinceMs }) : book.close(site, 'silent');
  deps.changes.tell({ kind: 'speaker', id: siteId, tenantId });
  if (news) deps.happenings.tell({ kind: `speaker-${to}`, tenantId, siteId, siteName, sinceMs });
}

function lookAtSims(parts: VitalParts): void {
  const { store } = parts.deps;
  const known = new Set(store.siteFacts.all().flatMap(({ siteId, sim }) => (sim ? siteId : [])));
  const warned = parts.book.all().filter(({ kind }) => kind === 'sim-renewal');
  for (const { siteId } of warned) known.add(siteId);
  for (const siteId of known) {
    const site = store.sites.get(siteId);
    if (site) warnOfSim(parts, site);
  }
}

function warnOfSim({ deps, book }: VitalParts, site: Site): void {
  const sim = deps.store.siteFacts.get(site.id)?.sim ?? null;
  const facts = simWarning(sim, deps.clock.planMs());
  if (!put(book, { site, kind: 'sim-renewal', facts })) return;
  const { tenantId, id: siteId, name: siteName } = site;
  const renewsAtMs = Number(facts?.renewsAtMs);
  deps.happenings.tell({ kind: 'sim-renewal', tenantId, siteId, siteName, renewsAtMs });
}

function closeQuiet({ deps, book }: VitalParts): void {
  for (const { siteId: id, tenantId, kind, facts, openedAtMs } of book.all()) {
    if (kind !== 'wrong-unit' && kind !== 'astray') continue;
    const lastMs = Number(facts.lastAtMs ?? openedAtMs);
    if (deps.clock.planMs() - lastMs > QUIET_MS) book.close({ id, tenantId }, kind);
  }
}
