// Rows of villagers' reports, and of each commune's word on its public page.
// It must never know who may see a report, nor what is shown of it.
import type { PublicSettings } from '../domain/public/public-page.ts';
import type { Report } from '../domain/public/report.ts';
import type { PublicStore } from '../services/public/public-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { PublicPageRow, ReportRow } from './tables-public.ts';

export function publicPageRows(run: Runner): PublicStore['publicPages'] {
  const pages = queries.selectFrom('publicPages').selectAll();
  return {
    get(areaId) {
      const row = run.first(pages.where('areaId', '=', areaId));
      return row && asSettings(row);
    },
    open: () => run.all(pages.where('open', '=', 1).orderBy('areaId')).map(asSettings),
    put({ areaId, open, phone }) {
      const changed = { open: Number(open), phone };
      run.change(
        queries
          .insertInto('publicPages')
          .values({ areaId, ...changed })
          .onConflict((clash) => clash.column('areaId').doUpdateSet(changed)),
      );
    },
  };
}

const asSettings = (row: PublicPageRow): PublicSettings => ({ ...row, open: row.open === 1 });

export function reportRows(run: Runner): PublicStore['reports'] {
  return { ...reportReads(run), ...reportChanges(run) };
}

type Reads = Pick<
  PublicStore['reports'],
  'get' | 'byNumber' | 'alike' | 'list' | 'counts' | 'answered'
>;

function reportReads(run: Runner): Reads {
  const reports = queries.selectFrom('reports').selectAll();
  const found = (row: ReportRow | null) => row && asReport(row);
  return {
    get: (id) => found(run.first(reports.where('id', '=', id))),
    byNumber: (number) => found(run.first(reports.where('number', '=', number))),
    alike({ tenantId, airingId, areaId, siteId, kind, text, sinceMs }) {
      const same = reports
        .where('tenantId', '=', tenantId)
        .where('airingId', 'is', airingId)
        .where('areaId', 'is', areaId)
        .where('siteId', 'is', siteId)
        .where('kind', '=', kind)
        .where('text', '=', text)
        .where('firstAtMs', '>=', sinceMs)
        .where('state', '!=', 'answered');
      return found(run.first(same.orderBy('firstAtMs', 'desc').limit(1)));
    },
    list({ tenantIds, states, beforeId, limit }) {
      if (tenantIds.length === 0 || states.length === 0) return [];
      const theirs = reports
        .where('tenantId', 'in', padded(tenantIds))
        .where('state', 'in', padded(states) as Report['state'][])
        .orderBy('id', 'desc')
        .limit(limit);
      return run.all(beforeId === null ? theirs : theirs.where('id', '<', beforeId)).map(asReport);
    },
    counts(tenantIds) {
      const counted = { new: 0, seen: 0, answered: 0 };
      if (tenantIds.length === 0) return counted;
      const rows = run.all(
        queries
          .selectFrom('reports')
          .select(({ fn }) => ['state', fn.countAll<number>().as('rows')])
          .where('tenantId', 'in', padded(tenantIds))
          .groupBy('state'),
      );
      for (const { state, rows: many } of rows) counted[state] = many;
      return counted;
    },
    answered({ tenantId, sinceMs, limit }) {
      const shown = reports
        .where('tenantId', '=', tenantId)
        .where('state', '=', 'answered')
        .where('answerPublic', '=', 1)
        .where('answeredAtMs', '>=', sinceMs);
      return run.all(shown.orderBy('answeredAtMs', 'desc').limit(limit)).map(asReport);
    },
  };
}

type Changes = Pick<PublicStore['reports'], 'insert' | 'update' | 'forgetOldest'>;

function reportChanges(run: Runner): Changes {
  return {
    insert: (report) => void run.change(queries.insertInto('reports').values(asRow(report))),
    update(report) {
      const { id, ...changed } = asRow(report);
      run.change(queries.updateTable('reports').set(changed).where('id', '=', id));
    },
    forgetOldest({ tenantId, limit }) {
      const oldest = queries
        .selectFrom('reports')
        .select('id')
        .where('tenantId', '=', tenantId)
        .where('state', 'in', ['answered', 'seen'])
        .orderBy('id')
        .limit(limit);
      return run.change(queries.deleteFrom('reports').where('id', 'in', oldest));
    },
  };
}

function asRow(report: Report): ReportRow {
  const { answerPublic, textPublic } = report;
  return { ...report, answerPublic: Number(answerPublic), textPublic: Number(textPublic) };
}

function asReport(row: ReportRow): Report {
  return { ...row, answerPublic: row.answerPublic === 1, textPublic: row.textPublic === 1 };
}
