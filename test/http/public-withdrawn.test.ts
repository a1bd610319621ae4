// What leaves the villagers' page again, and what never was a commune's page.
// It must never assert what the page looks like.
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { openCommune, sounded } from '../services/public-steps.ts';
import { world } from '../services/world.ts';

async function site() {
  const at = world();
  const place = await openCommune(at);
  const config = { trustProxy: false, webDir: null, version: 'test' };
  const app = await buildApp({ services: at.house.services, config, log: null });
  onTestFinished(() => app.close());
  return { at, place, get: (url: string) => app.inject({ url }) };
}

test('what was taken back after it sounded is no longer to be read or heard', async () => {
  const { at, place, get } = await site();
  const { airingId, bulletinId } = sounded(at, place, {
    title: 'Cắt nước',
    text: 'Cả xã cắt nước.',
  });
  const contentHash = at.deps.store.bulletins.get(bulletinId)?.clipId ?? '';
  at.deps.store.approvals.insert({
    ...{ id: 'duyet', bulletinId, version: 1, contentHash, approverId: place.approver.accountId },
    ...{ atMs: 0, neededIds: [], standingId: null, slipHash: null, voidedAtMs: null },
  });
  expect((await get('/xa/xa-a')).body).toContain('Cả xã cắt nước.');
  const { services } = at.house;
  services.approving.withdraw(place.approver, { bulletinId, remark: 'sai ngày' });
  const page = (await get('/xa/xa-a')).body;
  expect(page).not.toContain('cắt nước');
  expect((await get(`/xa/xa-a/tin/${airingId}`)).statusCode).toBe(404);
  expect((await get(`/xa/xa-a/sound/${airingId}.opus`)).statusCode).toBe(404);
});

test.each(['%0d%0aX', '%E1%BB%93', 'khong-co', '%2f%2fxau.vn'])(
  'the number of a report in no commune (%s) is a page, not a fault',
  async (code) => {
    const { get } = await site();
    const found = await get(`/xa/${code}/tra-loi?so=AAAA`);
    expect(found.statusCode).toBe(404);
    expect(found.headers['content-type']).toMatch(/^text\/html/u);
    expect(found.headers.location).toBeUndefined();
  },
);
