// What goes up without being asked: each airing's result, the poles every quarter of an hour, the month before.
// It must never decide how anything ended: verdicts do.

import type { Airing } from '../../domain/model.ts';
import type { AiringResult } from '../../domain/source/letters.ts';
import { countsOf, lastMonth, monthOf, resultOf, speakersOf } from '../../domain/source/letters.ts';
import type { Deps } from '../deps.ts';
import { type Letterbox, subjectOf } from './letterbox.ts';

export type TellingUp = { look(): void; stop(): void };

const STATUS_EVERY_MS = 15 * 60_000;
/** What a run that was killed between closing and telling left; an outage of ours ends within it. */
const SWEEP_EVERY_MS = 10 * 60_000;
const SWEEP_BACK_MS = 72 * 3_600_000;
/** More at once is found by the sweep. */
const NAMED_MAX = 2_000;
const MONTH_KEY = 'source.month';

export function makeTellingUp(deps: Deps, letterbox: Letterbox): TellingUp {
  const closed = new Set<string>();
  const due = { status: Number.NEGATIVE_INFINITY, sweep: Number.NEGATIVE_INFINITY };
  const stop = deps.changes.listen(({ kind, id }) => {
    if (kind === 'airing' && closed.size < NAMED_MAX) closed.add(id);
  });
  return {
    look() {
      if (!deps.source.setting?.reachable) return;
      const nowMs = deps.clock.monoMs();
      for (const id of closed) tellResult(deps, { id, letterbox });
      closed.clear();
      if (nowMs >= due.sweep) {
        due.sweep = nowMs + SWEEP_EVERY_MS;
        for (const id of lately(deps)) tellResult(deps, { id, letterbox });
        tellMonth(deps, letterbox);
      }
      if (nowMs < due.status) return;
      due.status = nowMs + STATUS_EVERY_MS;
      tellSpeakers(deps, letterbox);
    },
    stop,
  };
}

function lately({ store, clock }: Deps): string[] {
  const nowMs = clock.planMs();
  const tenants = store.areas.all().map(({ tenantId }) => tenantId);
  const span = { fromMs: nowMs - SWEEP_BACK_MS, toMs: nowMs };
  const found = store.airings.list({ tenantIds: [...new Set(tenants)], ...span });
  return found.filter(({ state }) => isOver(state)).map(({ id }) => id);
}

const isOver = (state: Airing['state']) => state === 'closed' || state === 'cancelled';

function tellResult(deps: Deps, { id, letterbox }: { id: string; letterbox: Letterbox }): void {
  const { store } = deps;
  const airing = store.airings.get(id);
  const area = airing && store.areas.get(airing.tenantId);
  if (!airing || !area || !isOver(airing.state)) return;
  const speakers = store.airings.speakers(id);
  // cancelled, and not every loudspeaker has said how far it came: closing comes back to it
  if (speakers.some(({ verdict }) => verdict === null)) return;
  const part = store.incomingParts.ofBulletin(airing.bulletinId);
  const row = part && store.incoming.get(part.incomingId);
  const subject = row ? subjectOf(row) : `airing:${id}`;
  const tenants = new Map(store.areas.all().map((one) => [one.id, one]));
  const kinds = speakers.map(({ siteId, verdict }) => ({
    tenantId: store.sites.get(siteId)?.tenantId ?? '',
    kind: verdict?.kind ?? null,
  }));
  const communes = countsOf(kinds, tenants);
  const from = { externalId: row?.externalId ?? null, revision: row?.revision ?? null };
  if (isTold(deps, { airingId: id, subject, communes })) return;
  const body = resultOf({ airing, ...from, areaCode: area.code, communes });
  const about = { id, atMs: airing.playAtMs };
  letterbox.put({ kind: 'airing-result', subject, body, about });
}

/** A bulletin's letters share one subject, so that they go in order: its airings are told apart inside. */
function isTold(
  { store }: Deps,
  of: { airingId: string; subject: string; communes: AiringResult['communes'] },
): boolean {
  const { airingId: aboutId, subject, communes } = of;
  const letter = store.letters.lastAbout({ kind: 'airing-result', subject, aboutId });
  const last = letter && (JSON.parse(letter.body) as AiringResult);
  // what a loudspeaker says late changes a count: then it is told again
  return last !== null && JSON.stringify(last.communes) === JSON.stringify(communes);
}

function tellSpeakers(deps: Deps, letterbox: Letterbox): void {
  const { store, clock } = deps;
  const tenants = new Map(store.areas.all().map(({ id, code }) => [id, code]));
  const online = new Map(store.statuses.all().map((one) => [one.siteId, one.status.online]));
  const installed = new Set(store.units.installed().map(({ siteId }) => siteId));
  const poles = store.sites
    .all()
    .filter(({ id }) => installed.has(id))
    .map(({ id: siteId, tenantId }) => ({
      ...{ siteId, areaCode: tenants.get(tenantId) ?? '' },
      online: online.get(siteId) ?? false,
    }));
  const at = new Date(clock.wallMs()).toISOString();
  const body = { at, communes: speakersOf(poles) };
  letterbox.putLatest({ kind: 'speaker-status', subject: 'speakers', body });
}

/** Once, some minutes into the new month: what closes later is told as a result and counted nowhere twice. */
function tellMonth(deps: Deps, letterbox: Letterbox): void {
  const { store, clock } = deps;
  const { name, fromMs, toMs } = lastMonth(clock.planMs());
  const last = store.settings.get(MONTH_KEY);
  // the first month of an installation is not one that went before it
  if (last === null) store.settings.put(MONTH_KEY, name);
  if (last === null) return;
  if (last >= name || clock.planMs() < toMs + CLOSING_MS) return;
  const body = { month: name, communes: monthOf([...toldOf(deps, { fromMs, toMs })]) };
  deps.store.transaction(() => {
    letterbox.put({ kind: 'monthly-report', subject: `month:${name}`, body });
    store.settings.put(MONTH_KEY, name);
  });
}

/** So many letters of 300 bytes at a time; a province of 75 communes has some 10,000 a month. */
const PAGE = 1_000;

function* toldOf({ store }: Deps, span: { fromMs: number; toMs: number }): Generator<AiringResult> {
  for (let afterId = ''; ; ) {
    const page = { kind: 'airing-result', ...span, afterId, limit: PAGE } as const;
    const letters = store.letters.aboutSpan(page);
    for (const { body } of letters) yield JSON.parse(body) as AiringResult;
    const last = letters.at(-1);
    if (last === undefined || letters.length < PAGE) return;
    afterId = last.id;
  }
}

/** The longest airing of the last evening is closed by then. */
const CLOSING_MS = 2 * 3_600_000;
