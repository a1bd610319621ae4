// The officers' side of reports: listed, looked at, answered, and what of it stands on the public page.
// It must never make a villager's words public by itself.
import { composed } from '../../domain/composed.ts';

import type { Actor } from '../../domain/model.ts';
import type { Report } from '../../domain/public/report.ts';
import { type Action, tenantsWhere } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permitted } from '../scope.ts';
import type { Reports, ReportView } from './public-door.ts';

/** Three screens of a phone. */
const PAGE_MAX = 100;

export function makeReportAnswers(deps: Deps): Pick<Reports, 'list' | 'see' | 'answer'> {
  const { store } = deps;
  return {
    list(actor, { open, beforeId, limit }) {
      const tenantIds = tenantsWhere({ actor, action: 'report.view', areas: store.areas.all() });
      const states = open ? (['new', 'seen'] as const) : (['answered'] as const);
      const found = store.reports.list({
        ...{ tenantIds, states, beforeId, limit: Math.min(limit, PAGE_MAX) },
      });
      return {
        reports: found.map((report) => viewOf(deps, report)),
        counts: store.reports.counts(tenantIds),
      };
    },
    see(actor, { reportId }) {
      const report = theirs(deps, { actor, action: 'report.see', reportId });
      if (report.state !== 'new') return viewOf(deps, report);
      return change(deps, { actor, action: 'report.see', report: { ...report, state: 'seen' } });
    },
    answer(actor, { reportId, answer, answerPublic, textPublic }) {
      const report = theirs(deps, { actor, action: 'report.answer', reportId });
      const said = answerText(answer);
      if (said === '') throw emptyAnswer();
      const answered: Report = {
        ...report,
        state: 'answered',
        answer: said,
        answeredBy: actor.accountId,
        answeredAtMs: deps.clock.planMs(),
        answerPublic,
        // words without the answer beside them would stand there as the commune's own
        textPublic: answerPublic && textPublic,
      };
      return change(deps, { actor, action: 'report.answer', report: answered });
    },
  };
}

function theirs(deps: Deps, of: { actor: Actor; action: Action; reportId: string }): Report {
  const { actor, action, reportId } = of;
  return permitted(deps, { actor, action, thing: deps.store.reports.get(reportId) });
}

function change(deps: Deps, of: { actor: Actor; action: Action; report: Report }): ReportView {
  const { actor, action, report } = of;
  const { id, tenantId, answerPublic, textPublic } = report;
  deps.store.transaction(() => {
    deps.store.reports.update(report);
    const detail = action === 'report.answer' ? { answerPublic, textPublic } : {};
    record(deps, { actor, action, subject: `report:${id}`, tenantId, detail });
  });
  deps.changes.tell({ kind: 'report', id, tenantId });
  return viewOf(deps, report);
}

function viewOf({ store }: Deps, { answeredBy, ...report }: Report): ReportView {
  const { airingId, areaId, siteId } = report;
  const airing = airingId === null ? null : store.airings.get(airingId);
  const site = siteId === null ? null : store.sites.get(siteId);
  const area = store.areas.get(areaId ?? site?.areaId ?? '');
  const bulletin = airing && store.bulletins.get(airing.bulletinId);
  return {
    ...report,
    areaName: area?.name ?? null,
    siteName: site?.name ?? null,
    airing: airing && {
      ...{ id: airing.id, title: airing.title, playAtMs: airing.playAtMs },
      ...{ bulletinId: airing.bulletinId, personalData: bulletin?.personalData ?? false },
    },
    answeredByName: (answeredBy && store.accounts.get(answeredBy)?.fullName) || null,
  };
}

/** Lines stay lines; signs nobody sees go. */
function answerText(written: string): string {
  const lines = composed(written).split(/\r?\n/u);
  return lines
    .map((line) => line.replace(/\p{C}/gu, '').trimEnd())
    .join('\n')
    .trim();
}

function emptyAnswer() {
  return refusal('caller', 'empty-field', {
    vi: 'Câu trả lời không được để trống.',
    en: 'The answer may not be empty.',
    place: 'answer',
  });
}
