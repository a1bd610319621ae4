// Rows of quick notices: what they were made from, the templates a commune changed, who stands for which.
// It must never know which words count today, nor whom a standing approval covers.
import type {
  NoticeTemplate,
  SlotValues,
  StandingApproval,
} from '../domain/notices/notice-model.ts';
import type { Notice, NoticeStore, TemplateChange } from '../services/notices/notice-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { NoticeTables } from './tables-notices.ts';

/** Enough to say what changed since somebody opened the page; the audit keeps who changed it when. */
const VERSIONS_KEPT = 20;
/** Fifty templates with four approvers each are fewer. */
const OPEN_MAX = 500;

export function noticeStore(run: Runner): NoticeStore {
  return {
    notices: noticeRows(run),
    noticeTemplates: templateRows(run),
    standings: standingRows(run),
  };
}

function noticeRows(run: Runner): NoticeStore['notices'] {
  const notices = queries.selectFrom('notices').selectAll();
  const one = (row: NoticeTables['notices'] | null) => row && asNotice(row);
  return {
    insert(notice) {
      const row = { ...notice, slots: JSON.stringify(notice.slots) };
      run.change(queries.insertInto('notices').values(row));
    },
    get: (bulletinId) => one(run.first(notices.where('bulletinId', '=', bulletinId))),
    byWish: ({ madeBy, wishId }) =>
      one(run.first(notices.where('madeBy', '=', madeBy).where('wishId', '=', wishId))),
    list({ tenantId, beforeId, limit }) {
      let theirs = notices.where('tenantId', '=', tenantId).orderBy('bulletinId', 'desc');
      if (beforeId !== null) theirs = theirs.where('bulletinId', '<', beforeId);
      return run.all(theirs.limit(limit)).map(asNotice);
    },
  };
}

function asNotice(row: NoticeTables['notices']): Notice {
  return { ...row, slots: JSON.parse(row.slots) as SlotValues };
}

function templateRows(run: Runner): NoticeStore['noticeTemplates'] {
  const changes = queries.selectFrom('noticeTemplates').selectAll();
  const versions: NoticeStore['noticeTemplates']['versions'] = ({ tenantId, templateId }) =>
    run
      .all(
        changes
          .where('tenantId', '=', tenantId)
          .where('templateId', '=', templateId)
          .orderBy('version', 'desc'),
      )
      .map(asChange);
  return {
    latest(tenantId) {
      // in the order of versions the last of each stays
      const rows = run.all(changes.where('tenantId', '=', tenantId).orderBy('version'));
      return [...new Map(rows.map((row) => [row.templateId, asChange(row)])).values()];
    },
    versions,
    insert(change) {
      const { template, hidden, ...row } = change;
      const values = {
        ...row,
        template: template && JSON.stringify(template),
        hidden: Number(hidden),
      };
      run.change(queries.insertInto('noticeTemplates').values(values));
      run.change(
        queries
          .deleteFrom('noticeTemplates')
          .where('tenantId', '=', change.tenantId)
          .where('templateId', '=', change.templateId)
          .where('version', '<=', change.version - VERSIONS_KEPT),
      );
    },
    drop({ tenantId, templateId }) {
      run.change(
        queries
          .deleteFrom('noticeTemplates')
          .where('tenantId', '=', tenantId)
          .where('templateId', '=', templateId),
      );
    },
  };
}

function asChange(row: NoticeTables['noticeTemplates']): TemplateChange {
  const template = row.template && (JSON.parse(row.template) as NoticeTemplate);
  return { ...row, template: template || null, hidden: row.hidden === 1 };
}

function standingRows(run: Runner): NoticeStore['standings'] {
  const standings = queries.selectFrom('standings').selectAll();
  return {
    insert(standing) {
      const { emergency, accountIds } = standing;
      const row = {
        ...standing,
        emergency: Number(emergency),
        accountIds: accountIds && JSON.stringify(accountIds),
      };
      run.change(queries.insertInto('standings').values(row));
    },
    get(id) {
      const row = run.first(standings.where('id', '=', id));
      return row && asStanding(row);
    },
    open: (tenantId) =>
      run
        .all(
          standings
            .where('tenantId', '=', tenantId)
            .where('endedAtMs', 'is', null)
            .orderBy('id', 'desc')
            .limit(OPEN_MAX),
        )
        .map(asStanding),
    end(id, atMs) {
      // ended once: a second end does not move the time of the first
      run.change(
        queries
          .updateTable('standings')
          .set({ endedAtMs: atMs })
          .where('id', '=', id)
          .where('endedAtMs', 'is', null),
      );
    },
  };
}

function asStanding(row: NoticeTables['standings']): StandingApproval {
  const accountIds = row.accountIds === null ? null : (JSON.parse(row.accountIds) as string[]);
  return { ...row, emergency: row.emergency === 1, accountIds };
}
