// The routes of quick notices: what the services are asked, and what never reaches them.
// It must never know how anything is decided.
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';
import { slots, templates } from './notice-sample.ts';
import { HASH, NOW_MS } from './sample.ts';

async function opened() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  return { ...fake, mine: signedIn(fake) };
}
const {
  hash: _h,
  version: _v,
  from: _f,
  hidden: _d,
  id: _i,
  ...words
} = templates[0] as (typeof templates)[0];
const wish = { areaId: 'a', templateId: 'hop-ban', templateHash: HASH, slots, repeats: 2 };
const go = {
  ...wish,
  ...{
    wishId: 'wish-0001',
    areaIds: ['b'],
    rules: [{ kind: 'now' }, { kind: 'once', atMs: NOW_MS }],
  },
};
const set = { seenHash: HASH, hidden: true, template: words };
const stand = {
  ...{ templateId: 'hop-ban', templateHash: HASH, untilMs: NOW_MS },
  ...{ emergency: true, accountIds: ['acc-1'] },
};

test.each<[string, string, object | null, string, unknown, number]>([
  ['GET', '/api/notices?areaId=a', null, 'list', { areaId: 'a', beforeId: null, limit: 30 }, 200],
  [
    'GET',
    '/api/notices?areaId=a&beforeId=b&limit=5',
    null,
    'list',
    { areaId: 'a', beforeId: 'b', limit: 5 },
    200,
  ],
  ['GET', '/api/notices/bul-1', null, 'get', { bulletinId: 'bul-1' }, 200],
  ['GET', '/api/notice-wishes/wish-0001', null, 'byWish', { wishId: 'wish-0001' }, 200],
  ['POST', '/api/notices/preview', wish, 'preview', wish, 200],
  ['POST', '/api/notices', go, 'create', go, 201],
  ['GET', '/api/areas/a/notice-templates', null, 'templates', { areaId: 'a' }, 200],
  [
    'POST',
    '/api/areas/a/notice-templates',
    words,
    'addTemplate',
    { areaId: 'a', template: words },
    201,
  ],
  [
    'PUT',
    '/api/areas/a/notice-templates/hop-ban',
    set,
    'setTemplate',
    { areaId: 'a', templateId: 'hop-ban', ...set },
    200,
  ],
  [
    'DELETE',
    '/api/areas/a/notice-templates/hop-ban',
    null,
    'dropTemplate',
    { areaId: 'a', templateId: 'hop-ban' },
    204,
  ],
  ['GET', '/api/areas/a/standings', null, 'standings', { areaId: 'a' }, 200],
  ['POST', '/api/areas/a/standings', stand, 'stand', { areaId: 'a', ...stand }, 201],
  [
    'DELETE',
    '/api/areas/a/standings/std-1',
    null,
    'unstand',
    { areaId: 'a', standingId: 'std-1' },
    204,
  ],
])('%s %s asks the service and answers by its schema', async (...row) => {
  const [method, url, body, asked, input, status] = row;
  const { app, mine, asked: questions } = await opened();
  const payload = body === null ? {} : { payload: body };
  const answer = await app.inject({ method: method as 'GET', url, headers: mine, ...payload });
  expect(answer.statusCode, answer.body).toBe(status);
  expect(questions.at(-1)).toEqual({ method: `notices.${asked}`, input });
});

test.each<[string, object]>([
  ['a slot named like a path', { ...wish, slots: { '../x': 'y' } }],
  ['a slot that is no text', { ...wish, slots: { ban: 7 } }],
  ['a slot of two thousand letters', { ...wish, slots: { ban: 'a'.repeat(2_000) } }],
  [
    'forty slots',
    { ...wish, slots: Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`a${n}`, 'x'])) },
  ],
  ['four times said', { ...wish, repeats: 4 }],
  ['a hash that is none', { ...wish, templateHash: 'x' }],
  ['a field nobody knows', { ...wish, text: 'Nộp tiền cho tôi.' }],
])('%s is refused at the door', async (_what, payload) => {
  const { app, mine, asked } = await opened();
  const url = '/api/notices/preview';
  const answer = await app.inject({ method: 'POST', url, headers: mine, payload });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().error.message.vi).not.toBe('');
  expect(asked).toEqual([]);
});

test.each<[string, object]>([
  ['a wish without a name', { ...go, wishId: '' }],
  ['no place', { ...go, areaIds: [] }],
  ['no time', { ...go, rules: [] }],
  ['a pattern that repeats', { ...go, rules: [{ kind: 'cron', pattern: '* * * * *' }] }],
])('%s does not go', async (_what, payload) => {
  const { app, mine, asked } = await opened();
  const answer = await app.inject({ method: 'POST', url: '/api/notices', headers: mine, payload });
  expect(answer.statusCode).toBe(400);
  expect(asked).toEqual([]);
});
