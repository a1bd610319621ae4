// Rows of approving: approvals, rules, versions as they were said, what was seen, slips.
// It must never know the rules of approval: rows in, rows out.
import type { FileSignature } from '../domain/documents/document-model.ts';
import type { ApprovalStore } from '../services/approval/approvals-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

/** Whoever has not looked for twenty versions reads the whole anew. */
const EDITIONS_MAX = 20;

export function approvalStore(run: Runner): ApprovalStore {
  return {
    approvals: approvals(run),
    approvalRules: rules(run),
    editions: editions(run),
    seen: seen(run),
    decisions: decisions(run),
    slips: slips(run),
  };
}

function approvals(run: Runner): ApprovalStore['approvals'] {
  return {
    insert({ neededIds, ...approval }) {
      const row = { ...approval, neededIds: JSON.stringify(neededIds) };
      run.change(queries.insertInto('approvals').values(row));
    },
    of(bulletinId) {
      const rows = run.all(
        queries
          .selectFrom('approvals')
          .selectAll()
          .where('bulletinId', '=', bulletinId)
          .orderBy('atMs')
          .orderBy('id'),
      );
      return rows.map((row) => ({ ...row, neededIds: JSON.parse(row.neededIds) as string[] }));
    },
    voidAll(bulletinId, atMs) {
      run.change(
        queries
          .updateTable('approvals')
          .set({ voidedAtMs: atMs })
          .where('bulletinId', '=', bulletinId)
          .where('voidedAtMs', 'is', null),
      );
    },
  };
}

function rules(run: Runner): ApprovalStore['approvalRules'] {
  return {
    get(areaId) {
      const row = run.first(
        queries.selectFrom('approvalRules').selectAll().where('areaId', '=', areaId),
      );
      return row && { mode: row.mode, accountIds: JSON.parse(row.accountIds) as string[] };
    },
    put(areaId, { mode, accountIds }) {
      const changed = { mode, accountIds: JSON.stringify(accountIds) };
      run.change(
        queries
          .insertInto('approvalRules')
          .values({ areaId, ...changed })
          .onConflict((clash) => clash.column('areaId').doUpdateSet(changed)),
      );
    },
  };
}

function editions(run: Runner): ApprovalStore['editions'] {
  return {
    put(edition) {
      run.change(
        queries
          .insertInto('editions')
          .values({ ...edition })
          .onConflict((clash) => clash.columns(['bulletinId', 'version']).doNothing()),
      );
      run.change(
        queries
          .deleteFrom('editions')
          .where('bulletinId', '=', edition.bulletinId)
          .where('version', '<=', edition.version - EDITIONS_MAX),
      );
    },
    get: ({ bulletinId, version }) =>
      run.first(
        queries
          .selectFrom('editions')
          .selectAll()
          .where('bulletinId', '=', bulletinId)
          .where('version', '=', version),
      ),
  };
}

function seen(run: Runner): ApprovalStore['seen'] {
  return {
    get: ({ accountId, bulletinId }) =>
      run.first(
        queries
          .selectFrom('seenBulletins')
          .selectAll()
          .where('accountId', '=', accountId)
          .where('bulletinId', '=', bulletinId),
      ),
    put({ accountId, bulletinId, ...changed }) {
      run.change(
        queries
          .insertInto('seenBulletins')
          .values({ accountId, bulletinId, ...changed })
          .onConflict((clash) => clash.columns(['accountId', 'bulletinId']).doUpdateSet(changed)),
      );
    },
  };
}

function decisions(run: Runner): ApprovalStore['decisions'] {
  return {
    get: (bulletinId) =>
      run.first(queries.selectFrom('decisions').selectAll().where('bulletinId', '=', bulletinId)),
    put({ bulletinId, ...changed }) {
      run.change(
        queries
          .insertInto('decisions')
          .values({ bulletinId, ...changed })
          .onConflict((clash) => clash.column('bulletinId').doUpdateSet(changed)),
      );
    },
  };
}

function slips(run: Runner): ApprovalStore['slips'] {
  const all = queries.selectFrom('slips').selectAll();
  return {
    insert({ file, signatures, scanned, ...slip }) {
      const row = {
        ...slip,
        fileHash: file.hash,
        fileBytes: file.bytes,
        fileName: file.name,
        scanned: Number(scanned),
        signatures: JSON.stringify(signatures),
      };
      run.change(queries.insertInto('slips').values(row));
    },
    get(id) {
      const row = run.first(all.where('id', '=', id));
      return row && asSlip(row);
    },
    of: (bulletinId) =>
      run.all(all.where('bulletinId', '=', bulletinId).orderBy('id', 'desc')).map(asSlip),
    bytesOf: (tenantId) =>
      run
        .all(
          queries
            .selectFrom('slips')
            .select(['fileHash', 'fileBytes'])
            .distinct()
            .where('tenantId', '=', tenantId),
        )
        .reduce((sum, { fileBytes }) => sum + fileBytes, 0),
    fileHashes: () =>
      run
        .all(queries.selectFrom('slips').select('fileHash').distinct())
        .map(({ fileHash }) => fileHash),
  };
}

function asSlip({ fileHash, fileBytes, fileName, ...row }: Tables['slips']) {
  return {
    ...row,
    file: { hash: fileHash, bytes: fileBytes, name: fileName },
    scanned: row.scanned === 1,
    signatures: JSON.parse(row.signatures) as FileSignature[],
  };
}
