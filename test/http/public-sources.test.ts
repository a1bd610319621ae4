// The source of what was aired on the villagers' pages, as it is sent.
// It must never look at a page with eyes: test/web does.
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { document, part } from '../db/document-samples.ts';
import { openCommune, sounded } from '../services/public-steps.ts';
import { world } from '../services/world.ts';

test('the clauses of a document stand beside its number, and a draft says that it is one', async () => {
  const at = world();
  const place = await openCommune(at);
  const config = { trustProxy: false, webDir: null, version: 'test' };
  const app = await buildApp({ services: at.house.services, config, log: null });
  onTestFinished(() => app.close());
  const get = (url: string) => app.inject({ url });
  const { store } = at.deps;
  store.documents.insert(document({ tenantId: place.id, createdBy: place.author.accountId }));
  const { bulletinId } = sounded(at, place, { bulletin: { documentId: 'vb-1' } });
  store.compositions.insert({
    ...{ bulletinId, picks: ['c0'], text: '', slices: [], local: [] },
    clauses: 'Điều 2, Điều 3 khoản 1',
  });
  const found = { ...part().found, kind: 'draft' as const, commentUntil: '2026-12-31' };
  store.parts.insert(part({ tenantId: place.id, found }), null);
  const { body } = await get('/xa/xa-a');
  expect(body).toContain('9/QĐ-UBND, Điều 2, Điều 3 khoản 1, Quyết định');
  expect(body).toContain('Đây là bản dự thảo đang lấy ý kiến');
  expect((await get('/xa/xa-a?lang=en')).body).toContain('a draft open for comments');
});
