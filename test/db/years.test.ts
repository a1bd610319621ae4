// After years of airings the questions asked every second still touch only the rows they answer with.
// It must never know how long a question takes here: only how SQLite means to answer it.
import { expect, test } from 'vitest';
import { airingRows } from '../../src/db/airings.ts';
import { documentRows } from '../../src/db/documents.ts';
import { receiptRows } from '../../src/db/ledger.ts';
import { migrate } from '../../src/db/migrate.ts';
import { partRows } from '../../src/db/parts.ts';
import type { Runner } from '../../src/db/runner.ts';
import { openSqlite } from '../../src/db/sqlite.ts';

/** Runs nothing: asks SQLite how it would. */
function explaining() {
  const connection = openSqlite(':memory:');
  migrate(connection);
  const steps: string[] = [];
  const explain: Runner['all'] = (query) => {
    const { sql, parameters } = query.compile();
    const rows = connection.prepare(`explain query plan ${sql}`).all(...parameters);
    steps.push(...(rows as { detail: string }[]).map(({ detail }) => detail));
    return [];
  };
  const run: Runner = {
    all: explain,
    first: (query) => explain(query)[0] ?? null,
    change: () => 0,
    transaction: (work) => work(),
  };
  return {
    airings: airingRows(run),
    receipts: receiptRows(run),
    documents: documentRows(run),
    parts: partRows(run),
    steps,
  };
}

const A_PLACE = { documentId: 'a', position: 1 };

test.each<[string, (of: ReturnType<typeof explaining>) => unknown]>([
  ['what is due to send', ({ airings }) => airings.dueToSend(1)],
  ['what is due to close', ({ airings }) => airings.dueToClose(1)],
  ['what is open for a speaker', ({ airings }) => airings.openForSite('a', 1)],
  ['the last verdict of a site', ({ airings }) => airings.lastVerdicts('a', 1)],
  ['the airing of an occurrence', ({ airings }) => airings.byOccurrence('a')],
  ['the speakers of an airing', ({ airings }) => airings.speakers('a')],
  ['a day of airings', ({ airings }) => airings.list({ tenantIds: ['a'], fromMs: 1, toMs: 2 })],
  [
    'a page of documents',
    ({ documents }) => documents.list({ tenantIds: ['a'], beforeId: 'b', limit: 9 }),
  ],
  ['the files of a tenant', ({ documents }) => documents.fileBytesOf('a')],
  ['a document by its number', ({ parts }) => parts.byNumber({ tenantIds: ['a'], number: '9/QĐ' })],
  [
    'what says it ends a document',
    ({ parts }) => parts.naming({ tenantIds: ['a'], number: '9/QĐ' }),
  ],
  ['what a document is like', ({ parts }) => parts.likenesses('a', 9)],
  ['parts at their places', ({ parts }) => parts.at([A_PLACE, { ...A_PLACE, position: 2 }])],
  ['the newest parts', ({ parts }) => parts.known({ tenantIds: ['a'], limit: 9 })],
  ['the receipts of a speaker', ({ receipts }) => receipts.of('a', 'b')],
])('%s is found by an index, without reading a table through', (_, ask) => {
  const asked = explaining();
  ask(asked);
  expect(asked.steps.length).toBeGreaterThan(0);
  expect(asked.steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
