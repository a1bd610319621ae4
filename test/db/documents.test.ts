// Documents, their parts, and how they are read come back as they went in, on every database.
// It must never know what a text says.
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { migrations } from '../../src/db/migrations.ts';
import { partRows } from '../../src/db/parts.ts';
import { makeRunner } from '../../src/db/runner.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import type { OpenedStore } from '../../src/db/store.ts';
import type { ConfirmedStatus } from '../../src/domain/documents/document-model.ts';
import { NOON, profile } from '../domain/samples.ts';
import { DIALECTS, furnish } from './dialects.ts';
import { act, addition, document, part, settlement } from './document-samples.ts';

/** Three documents of two tenants, a part each. */
function filled(store: OpenedStore): OpenedStore {
  furnish(store);
  for (const [id, tenantId] of [
    ['vb-1', 'xa-a'],
    ['vb-2', 'xa-a'],
    ['vb-b', 'xa-b'],
  ] as const) {
    store.documents.insert(document({ id, tenantId }));
    store.parts.insert(part({ documentId: id, tenantId }), { words: [id] });
  }
  return store;
}

describe.each(DIALECTS)('$name', ({ open }) => {
  test('a document keeps every character, its pages, its signatures and its file', () => {
    const { documents } = furnish(open());
    documents.insert(document());
    documents.insert(document({ id: 'vb-2', ocr: { engine: 'tesseract 5' }, file: null }));
    expect(documents.get('vb-1')).toEqual(document());
    expect(documents.get('vb-2')).toMatchObject({ ocr: { engine: 'tesseract 5' }, file: null });
    const { text: _text, pages: _pages, ...brief } = document();
    expect(documents.briefs(['vb-1', '?'])).toEqual([brief]);
    expect([documents.get('?'), documents.briefs([])]).toEqual([null, []]);
  });

  test('a list is newest first, a page at a time, without texts, and only of these tenants', () => {
    const { documents } = filled(open());
    const ids = (tenantIds: string[], beforeId: string | null = null, limit = 9) =>
      documents.list({ tenantIds, beforeId, limit }).map(({ id }) => id);
    expect(ids(['xa-a'])).toEqual(['vb-2', 'vb-1']);
    expect(ids(['xa-a', 'xa-b', 'tinh'], null, 2)).toEqual(['vb-b', 'vb-2']);
    expect(ids(['xa-a', 'xa-b', 'tinh'], 'vb-2')).toEqual(['vb-1']);
    expect(ids([])).toEqual([]);
    expect(
      Object.keys(documents.list({ tenantIds: ['xa-a'], beforeId: null, limit: 1 })[0] ?? {}),
    ).not.toContain('text');
  });

  test('a word is looked for letter for letter, in any of its forms', () => {
    const { documents } = furnish(open());
    documents.insert(document({ id: 'vb-1', text: 'Đạt 100% NTM.' }));
    documents.insert(document({ id: 'vb-2', text: 'Đạt ntm, 100 phần trăm.' }));
    const holding = (...forms: string[]) =>
      documents.holding({ tenantIds: ['xa-a'], forms, limit: 9 }).map(({ id }) => id);
    expect(holding('NTM')).toEqual(['vb-1']);
    expect(holding('NTM', 'ntm')).toEqual(['vb-2', 'vb-1']);
    expect(holding('100%')).toEqual(['vb-1']);
    expect(holding('ĐẠT')).toEqual([]);
    expect(documents.holding({ tenantIds: [], forms: ['NTM'], limit: 9 })).toEqual([]);
  });

  test('the same file of a tenant counts once, a pasted text by its bytes, another tenant’s not at all', () => {
    const { documents } = filled(open());
    expect(documents.fileBytesOf('xa-a')).toBe(1_000);
    documents.insert(document({ id: 'vb-3', file: { hash: 'h2', bytes: 50, name: null } }));
    documents.insert(document({ id: 'vb-4', file: null, text: 'Điều' }));
    expect([documents.fileBytesOf('xa-a'), documents.fileBytesOf('tinh')]).toEqual([1_057, 0]);
    expect(documents.fileHashes().sort()).toEqual(['h1', 'h2']);
    expect([documents.hasFile('xa-a', 'h2'), documents.hasFile('xa-b', 'h2')]).toEqual([
      true,
      false,
    ]);
  });

  test('parts come in the order printed, and a status is put on one of them', () => {
    const { parts } = filled(open());
    const second = part({ position: 2, number: null, title: 'Hai' });
    parts.insert(second, null);
    expect(parts.of(['vb-1'])).toEqual([part(), second]);
    expect(parts.of(['vb-1', 'vb-2']).map(({ documentId }) => documentId)).toEqual([
      'vb-1',
      'vb-1',
      'vb-2',
    ]);
    const status: ConfirmedStatus = {
      ...{ kind: 'repealed', commentUntil: null, inForceFrom: null, endedOn: '2026-12-01' },
      ...{ by: '7/QĐ-UBND', confirmedBy: 'tk', confirmedAtMs: NOON, remark: 'vì' },
    };
    parts.setStatus({ documentId: 'vb-1', position: 2 }, status);
    expect(parts.of(['vb-1']).map((one) => one.status)).toEqual([null, status]);
    expect(parts.of([])).toEqual([]);
  });

  test('a number is found however it is spaced, newest first', () => {
    const { parts } = filled(open());
    const found = (number: string, tenantIds = ['xa-a', 'tinh']) =>
      parts.byNumber({ tenantIds, number }).map(({ documentId }) => documentId);
    expect(found('Số: 09/QĐ – UBND')).toEqual(['vb-2', 'vb-1']);
    expect([found('10/QĐ-UBND'), found('QĐ'), found('9/QĐ-UBND', [])]).toEqual([[], [], []]);
  });

  test('what a part says it does is found by the number it names', () => {
    const { parts } = filled(open());
    const acts = [act('7/QĐ-UBND'), act('không số', 'amends')];
    parts.insert(part({ position: 2, found: { ...part().found, acts } }), null);
    const naming = (number: string, tenantIds = ['xa-a']) =>
      parts.naming({ tenantIds, number }).map(({ part: { position }, does }) => [position, does]);
    expect(naming('07/QĐ-UBND')).toEqual([[2, 'repeals']]);
    expect([naming('8/QĐ'), naming('không số'), naming('7/QĐ-UBND', ['xa-b'])]).toEqual([
      [],
      [],
      [],
    ]);
    expect(naming('7/QĐ-UBND', [])).toEqual([]);
  });

  test('what a part is known again by is kept as it was', () => {
    const { parts } = filled(open());
    parts.insert(part({ position: 2 }), null);
    const known = parts.known({ tenantIds: ['xa-a'], limit: 9 });
    expect(known.map((one) => one.known)).toEqual([{ words: ['vb-2'] }, { words: ['vb-1'] }]);
    expect(known[1]?.part).toEqual(part());
    expect(parts.known({ tenantIds: ['xa-a', 'xa-b'], limit: 1 })).toHaveLength(1);
    expect(parts.known({ tenantIds: [], limit: 9 })).toEqual([]);
  });

  test('a likeness is found from either side, the nearest first', () => {
    const { parts } = filled(open());
    const like = (otherId: string, share: number) =>
      ({
        ...{ documentId: 'vb-2', position: 1, otherId, otherPosition: 1 },
        ...({ relation: 'similar', share } as const),
      }) as const;
    parts.insertLikeness(like('vb-b', 0.6));
    parts.insertLikeness(like('vb-1', 0.99));
    expect(parts.likenesses('vb-2', 9)).toEqual([like('vb-1', 0.99), like('vb-b', 0.6)]);
    expect(parts.likenesses('vb-1', 9)).toEqual([like('vb-1', 0.99)]);
    expect(parts.likenesses('vb-2', 1)).toEqual([like('vb-1', 0.99)]);
  });

  test('a profile is put, changed and forgotten', () => {
    const { profiles } = furnish(open());
    expect(profiles.get('xa-a')).toBeNull();
    profiles.put('xa-a', profile());
    profiles.put('xa-a', profile({ nghin: 'ngàn' }));
    expect(profiles.get('xa-a')).toEqual(profile({ nghin: 'ngàn' }));
    profiles.put('xa-a', null);
    expect(profiles.get('xa-a')).toBeNull();
  });

  test('additions stand by what is written; one written form once in an area', () => {
    const { additions } = furnish(open());
    additions.put(addition());
    additions.put(addition({ id: 'm-2', written: 'ATK', spoken: 'an toàn khu' }));
    additions.put(addition({ id: 'm-b', areaId: 'xa-b' }));
    additions.put(addition({ spoken: 'bộ chỉ huy' }));
    expect(additions.of('xa-a').map(({ spoken }) => spoken)).toEqual(['an toàn khu', 'bộ chỉ huy']);
    expect(additions.get('m-b')).toEqual(addition({ id: 'm-b', areaId: 'xa-b' }));
    expect(() => additions.put(addition({ id: 'm-3' }))).toThrow(/unique/i);
    additions.drop('m-1');
    expect([additions.get('m-1'), additions.of('xa-a').length]).toEqual([null, 1]);
  });

  test('settlements stand in the order of the text, one to a place', () => {
    const { settlements } = filled(open());
    settlements.insert(settlement({ id: 's-2', from: 50, to: 53 }));
    settlements.insert(settlement());
    expect(settlements.of('vb-1').map(({ id }) => id)).toEqual(['s-1', 's-2']);
    expect(settlements.get('s-1')).toEqual(settlement());
    expect(() => settlements.insert(settlement({ id: 's-3' }))).toThrow(/unique/i);
    settlements.drop('s-1');
    expect([settlements.get('s-1'), settlements.of('vb-2')]).toEqual([null, []]);
  });

  test('which entries spoke in a document is kept with the order it was read under', () => {
    const { uses } = filled(open());
    expect(uses.get('vb-1')).toBeNull();
    uses.put('vb-1', { orderKey: 'a', uses: {} });
    const found = { orderKey: 'b', uses: { 'abbreviations:UBND': { count: 2, firstFrom: 3 } } };
    uses.put('vb-1', found);
    expect(uses.get('vb-1')).toEqual(found);
  });
});

test('a document from before parts were known has one, all of it', () => {
  const connection = openSqlite(':memory:');
  migrate(connection, migrations.slice(0, 9));
  connection.exec(`pragma foreign_keys = off; insert into documents
    (id, tenant_id, number, title, text, text_hash, created_by, created_at_ms)
    values ('vb', 'xa', '9/qđ-ubnd', 'Tên', 'Điều 1.', 'h', 'tk', 0)`);
  migrate(connection);
  const [whole] = partRows(makeRunner(connection)).of(['vb']);
  expect(whole).toMatchObject({
    position: 1,
    title: 'Tên',
    sourceFrom: 0,
    sourceTo: 7,
    status: null,
  });
  expect(whole?.found).toMatchObject({ kind: null, acts: [] });
  expect(partRows(makeRunner(connection)).known({ tenantIds: ['xa'], limit: 9 })).toEqual([]);
});
