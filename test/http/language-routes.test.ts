// Languages and commissioned recordings over HTTP: what is handed on, what is refused before anybody is asked.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

let fake: Awaited<ReturnType<typeof fakeApp>>;
beforeEach(async () => {
  fake = await fakeApp();
  const { app } = fake;
  onTestFinished(() => app.close());
});
const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  fake.app.inject({ method, url, headers: signedIn(fake), ...(payload ? { payload } : {}) });

test.each([
  ['GET', '/api/bulletins/b1/variants', undefined, 200, 'variants.list', { bulletinId: 'b1' }],
  [
    ...(['POST', '/api/bulletins/b1/variants', { language: 'mww', text: null }, 201] as const),
    ...(['variants.create', { bulletinId: 'b1', language: 'mww', text: null }] as const),
  ],
  [
    ...(['POST', '/api/bulletins/b2/still-holds', undefined, 200, 'variants.confirm'] as const),
    { bulletinId: 'b2' },
  ],
  [
    ...(['GET', '/api/bulletins/b1/languages?areaIds=ban-1,ban-2', undefined, 200] as const),
    ...(['variants.standing', { bulletinId: 'b1', areaIds: ['ban-1', 'ban-2'] }] as const),
  ],
  ['GET', '/api/areas/xa/languages', undefined, 200, 'languageOrders.get', { areaId: 'xa' }],
  [
    ...(['PUT', '/api/areas/xa/languages', { languages: ['mww', 'vie'] }, 200] as const),
    ...(['languageOrders.set', { areaId: 'xa', languages: ['mww', 'vie'] }] as const),
  ],
  [
    ...(['GET', '/api/commissions?bulletinId=b1', undefined, 200, 'commissions.list'] as const),
    { bulletinId: 'b1', beforeId: null, limit: 50 },
  ],
  [
    ...(['POST', '/api/commissions/c1/link', {}, 201, 'commissions.renew'] as const),
    { commissionId: 'c1', dueDay: null },
  ],
  [
    ...(['POST', '/api/commissions/c1/listener', { listenerName: 'Sua' }, 201] as const),
    ...(['commissions.invite', { commissionId: 'c1', listenerName: 'Sua' }] as const),
  ],
  [
    ...(['PUT', '/api/commissions/c1', { paidNote: 'đã trả' }, 200, 'commissions.note'] as const),
    { commissionId: 'c1', paidNote: 'đã trả' },
  ],
  [
    ...(['DELETE', '/api/commissions/c1', undefined, 200, 'commissions.revoke'] as const),
    { commissionId: 'c1' },
  ],
  [
    ...(['POST', '/api/commissions/c1/judgement', { contentHash: 'x', confirmed: true }] as const),
    ...([200, 'commissions.judge'] as const),
    { commissionId: 'c1', contentHash: 'x', confirmed: true, remark: null },
  ],
  [
    ...(['POST', '/api/commissions/c1/taking', undefined, 200, 'commissions.take'] as const),
    { commissionId: 'c1' },
  ],
] as const)('%s %s', async (method, url, body, status, asked, input) => {
  const answer = await call(method, url, body);
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([status, expect.anything()]);
  expect(fake.asked.at(-1)).toEqual({ method: asked, input });
});

const WISH = {
  ...{ language: 'mww', collaboratorName: 'Páo', contactNote: null, dueDay: '2026-12-08' },
  feeNote: '150.000 đ',
};

test('a link is answered once, and is not kept for a repeated press', async () => {
  const answer = await call('POST', '/api/bulletins/b1/commissions', WISH);
  expect(answer.json()).toMatchObject({ url: 'http://x/thu-am/t', commission: { id: 'c1' } });
});

test.each([
  ['PUT', '/api/areas/xa/languages', { languages: ['a', 'b'] }],
  ['PUT', '/api/areas/xa/languages', { languages: ['vie', 'mww', 'blt', 'tyz', 'nut'] }],
  ['POST', '/api/bulletins/b1/variants', { language: '../', text: null }],
  ['POST', '/api/bulletins/b1/variants', { language: 'mww', text: '' }],
  ['GET', '/api/bulletins/b1/languages?areaIds=a%2F..%2Fb', undefined],
  ['GET', `/api/bulletins/b1/languages?areaIds=${'x,'.repeat(20_000)}x`, undefined],
  ['POST', '/api/bulletins/b1/commissions', { ...WISH, dueDay: '8/12' }],
  ['POST', '/api/bulletins/b1/commissions', { ...WISH, collaboratorName: 'x'.repeat(301) }],
  ['POST', '/api/bulletins/b1/commissions', { ...WISH, tokenHash: 'x' }],
  ['POST', '/api/commissions/c1/judgement', { contentHash: '', confirmed: true }],
  ['GET', '/api/commissions?limit=100000', undefined],
] as const)('%s %s is refused: %j', async (method, url, body) => {
  expect((await call(method, url, body)).statusCode).toBe(400);
  expect(
    fake.asked.filter(({ method: asked }) => /^(variants|language|comm)/u.test(asked)),
  ).toEqual([]);
});
