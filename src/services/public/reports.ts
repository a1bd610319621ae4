// Villagers' reports: taken without asking who, made one where they are the same, followed by their number.
// It must never keep an address, a name or a cookie, nor let a flood hide or push out what nobody has read.
import { randomBytes } from 'node:crypto';
import {
  numberAsKept,
  type Report,
  reportNumber,
  reportText,
  SAME_FOR_MS,
} from '../../domain/public/report.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import type { NewReport, Reports } from './public-door.ts';
import { openCommune, readable } from './public-pages.ts';
import { makeReportAnswers } from './report-answers.ts';
import { makeReportLimits, type Taken } from './report-limits.ts';

/** Ten a week for four years; with their words about a megabyte. The oldest that was looked at goes first. */
const KEPT_MAX = 2_000;
const FORGOTTEN_AT_ONCE = 50;

export function makeReports(deps: Deps): Reports {
  const limits = makeReportLimits(deps.clock.monoMs);
  return {
    ...makeReportAnswers(deps),
    send(input) {
      const { id: tenantId } = openCommune(deps, input.code);
      const wished = aboutOf(deps, { tenantId, input });
      const taken = limits.take({ tenantId, address: input.address });
      if (taken === 'none') throw tooMany();
      const { report, textKept } = keep(deps, { ...wished, taken });
      deps.changes.tell({ kind: 'report', id: report.id, tenantId });
      return { number: report.number, textKept };
    },
    follow({ code, number }) {
      const { id: tenantId } = openCommune(deps, code);
      const report = deps.store.reports.byNumber(numberAsKept(number));
      if (report?.tenantId !== tenantId) throw missing();
      const { kind, firstAtMs, count, state, answer, answeredAtMs, areaId, airingId } = report;
      const shown = airingId !== null && readable(deps, { tenantId, airingId })?.heard;
      return {
        ...{ number: report.number, kind, firstAtMs, count, state, answer, answeredAtMs },
        village: (areaId && deps.store.areas.get(areaId)?.name) || null,
        // what has left the page is not named here either
        airing: shown ? (deps.store.airings.get(airingId)?.title ?? null) : null,
      };
    },
  };
}

type About = Pick<Report, 'tenantId' | 'airingId' | 'areaId' | 'siteId' | 'kind' | 'text'>;

/** What is not this commune's, or not on its page, is left out: the report itself is still heard. */
function aboutOf(deps: Deps, of: { tenantId: string; input: NewReport }): About {
  const { tenantId, input } = of;
  const { store } = deps;
  const site = input.siteId === null ? null : store.sites.get(input.siteId);
  const village = input.village === null ? null : store.areas.byCode(input.village);
  const { airingId } = input;
  const known = airingId !== null && readable(deps, { tenantId, airingId }) !== null;
  return {
    tenantId,
    airingId: known ? airingId : null,
    areaId: village?.tenantId === tenantId && village.kind === 'village' ? village.id : null,
    siteId: site?.tenantId === tenantId ? site.id : null,
    kind: input.kind,
    text: reportText(input.text),
  };
}

/** The same words are one row with a count; what is too much is counted on, without its words. */
function keep(
  deps: Deps,
  { taken, ...about }: About & { taken: Taken },
): { report: Report; textKept: boolean } {
  const { store } = deps;
  const said = store.transaction(() => {
    const again = oneMore(deps, about);
    if (again) return { report: again, textKept: true, fresh: false };
    if (taken === 'whole' && roomFor(deps, about.tenantId))
      return { report: insert(deps, about), textKept: true, fresh: true };
    const textKept = about.text === '';
    const tap = { ...about, text: '' };
    const general = { ...tap, airingId: null, areaId: null, siteId: null };
    const counted = oneMore(deps, tap) ?? oneMore(deps, general);
    if (counted) return { report: counted, textKept, fresh: false };
    // one row a day of each kind, however many there are: so a flood fills nothing
    return { report: insert(deps, general), textKept, fresh: true };
  });
  if (said.fresh) tellOf(deps, said.report);
  return said;
}

function oneMore({ store, clock }: Deps, about: About): Report | null {
  const nowMs = clock.planMs();
  const found = store.reports.alike({ ...about, sinceMs: nowMs - SAME_FOR_MS });
  if (found === null) return null;
  const more = { ...found, count: found.count + 1, lastAtMs: nowMs };
  store.reports.update(more);
  return more;
}

function roomFor({ store }: Deps, tenantId: string): boolean {
  const { new: fresh, seen, answered } = store.reports.counts([tenantId]);
  if (fresh + seen + answered < KEPT_MAX) return true;
  return store.reports.forgetOldest({ tenantId, limit: FORGOTTEN_AT_ONCE }) > 0;
}

function insert(deps: Deps, about: About): Report {
  const nowMs = deps.clock.planMs();
  const report: Report = {
    id: deps.ids.next(),
    number: reportNumber(randomBytes(8)),
    ...about,
    ...{ count: 1, firstAtMs: nowMs, lastAtMs: nowMs, state: 'new', answer: null },
    ...{ answeredBy: null, answeredAtMs: null, answerPublic: false, textPublic: false },
  };
  deps.store.reports.insert(report);
  record(deps, {
    actor: null,
    action: 'service.report-received',
    subject: `report:${report.id}`,
    tenantId: report.tenantId,
    detail: { kind: report.kind },
  });
  return report;
}

function tellOf(deps: Deps, { id, tenantId, areaId, kind }: Report): void {
  const { areas } = deps.store;
  const area = areas.get(areaId ?? tenantId);
  deps.happenings.tell({
    ...{ kind: 'report-received', tenantId, reportId: id },
    areaName: area?.name ?? '',
    what: kind,
  });
}

function tooMany() {
  return refusal('caller', 'too-many-reports', {
    vi: 'Vừa có quá nhiều phản ánh được gửi đến. Xin gọi điện hoặc đến trụ sở xã, hoặc gửi lại sau một giờ.',
    en: 'Too many reports have just come in. Please ring or visit the commune office, or try again in an hour.',
  });
}
