// Rows of links to the plan: found by hash alone, counted by tenant, gone when revoked.
// It must never know a token.
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/db/store.ts';
import type { FeedRow } from '../../src/services/feeds/feeds-store.ts';

function opened() {
  const store = openStore({ path: ':memory:' });
  onTestFinished(() => store.close());
  const area = {
    code: 'xa',
    kind: 'commune' as const,
    name: 'Xã',
    parentId: null,
    population: null,
  };
  for (const id of ['xa-a', 'xa-b']) store.areas.insert({ ...area, id, code: id, tenantId: id });
  store.accounts.insert({ id: 'ai', name: 'ai', fullName: 'Ai đó', disabledAtMs: null });
  return store;
}
const row = (id: string, of: Partial<FeedRow> = {}): FeedRow => ({
  ...{ id, tenantId: 'xa-a', kind: 'commune', subjectId: 'xa-a', tokenHash: `hash-${id}` },
  ...{ madeBy: 'ai', madeAtMs: 5, readAtMs: null, ...of },
});

test('a link is found by its hash, marked as read, and gone when revoked', () => {
  const { feeds } = opened();
  feeds.insert(row('f1'));
  expect(feeds.byHash('hash-f1')).toEqual(row('f1'));
  expect(feeds.byHash('f1')).toBeNull();
  feeds.read('f1', 9);
  expect(feeds.get('f1')?.readAtMs).toBe(9);
  feeds.remove('f1');
  expect([feeds.get('f1'), feeds.byHash('hash-f1')]).toEqual([null, null]);
});

test('links are listed newest first, of the tenants asked for, as many as wanted', () => {
  const { feeds } = opened();
  for (const id of ['f1', 'f2', 'f3']) feeds.insert(row(id));
  feeds.insert(row('f4', { tenantId: 'xa-b' }));
  const ids = (tenantIds: string[], limit = 10) =>
    feeds.ofTenants(tenantIds, limit).map(({ id }) => id);
  expect(ids(['xa-a'])).toEqual(['f3', 'f2', 'f1']);
  expect(ids(['xa-a', 'xa-b'], 2)).toEqual(['f4', 'f3']);
  expect(ids([])).toEqual([]);
  expect([feeds.count('xa-a'), feeds.count('xa-b'), feeds.count('xa-c')]).toEqual([3, 1, 0]);
});

test('no two links share a hash, and there are two kinds only', () => {
  const { feeds } = opened();
  feeds.insert(row('f1'));
  expect(() => feeds.insert(row('f2', { tokenHash: 'hash-f1' }))).toThrow(/UNIQUE/);
  expect(() => feeds.insert(row('f3', { kind: 'province' as 'commune' }))).toThrow(/CHECK/);
});

test('nothing is counted of no airing and for nobody', () => {
  const { airingEnds } = opened();
  expect(airingEnds.counted({ airingIds: [], tenantIds: ['xa-a'] })).toEqual([]);
  expect(airingEnds.counted({ airingIds: ['luot'], tenantIds: [] })).toEqual([]);
  expect(airingEnds.unheard({ airingIds: ['luot'], tenantIds: ['xa-a'] })).toEqual([]);
});
