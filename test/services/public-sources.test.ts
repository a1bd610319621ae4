// Where the words on the public page come from: the document, the clauses ticked, and what it is today.
// It must never know HTML.
import { expect, test } from 'vitest';
import { document, part } from '../db/document-samples.ts';
import { openCommune, sounded } from './public-steps.ts';
import { world } from './world.ts';

async function pageOfDocument() {
  const at = world();
  const place = await openCommune(at);
  const { store } = at.deps;
  store.documents.insert(document({ tenantId: place.id, createdBy: place.author.accountId }));
  store.parts.insert(part({ tenantId: place.id }), null);
  const { bulletinId } = sounded(at, place, { bulletin: { documentId: 'vb-1' } });
  const said = () => at.house.services.publicPages.view({ code: 'xa-a' }).airings[0]?.said;
  return { at, place, bulletinId, said };
}

test('the ticked clauses stand beside the document’s number', async () => {
  const { at, bulletinId, said } = await pageOfDocument();
  expect(said()?.source).toMatchObject({ number: '9/QĐ-UBND', clauses: '' });
  at.deps.store.compositions.insert({
    ...{ bulletinId, picks: ['c0'], text: '', slices: [], local: [] },
    clauses: 'Điều 2, Điều 3 khoản 1',
  });
  at.deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId: null });
  expect(said()?.source?.clauses).toBe('Điều 2, Điều 3 khoản 1');
});

test('a document confirmed as a draft, or ended, is so on the page at once; one in force says nothing', async () => {
  const { at, place, said } = await pageOfDocument();
  expect(said()?.mark).toBeNull();
  const none = { commentUntil: null, inForceFrom: null, endedOn: null, by: null };
  const confirm = (status: object) =>
    at.house.services.documents.setStatus(place.author, {
      ...{ documentId: 'vb-1', position: 1 },
      status: { ...none, kind: 'draft', remark: 'vì', ...status },
    });
  confirm({ commentUntil: '2026-12-31' });
  expect(said()?.mark).toBe('draft');
  confirm({ kind: 'repealed', endedOn: '2026-11-01' });
  expect(said()?.mark).toBe('repealed');
});
