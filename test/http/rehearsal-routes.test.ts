// What is foreseen over HTTP: what is asked arrives whole, what is answered keeps its shape, nonsense is refused.
// It must never check how anything is foreseen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/http/app.ts';
import { type Fake, fakeApp, signedIn } from './fake.ts';
import { airtime, conflict, rehearsal, use } from './foresight-sample.ts';
import { area, bulletin, NOW_MS } from './sample.ts';

let fake: Fake & { app: App };
beforeAll(async () => {
  fake = await fakeApp();
});
afterAll(() => fake.app.close());

type Verb = 'GET' | 'POST';
async function call(method: Verb, url: string, body?: object, roles: string[] | null = null) {
  fake.asked.length = 0;
  const headers = signedIn(fake, roles);
  const answer = await fake.app.inject({
    method,
    url,
    headers,
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
}

const rule = { kind: 'once', atMs: NOW_MS };
const wish = { bulletinId: bulletin.id, areaIds: [area.id], rule };
const day = { tenantId: area.id, fromMs: NOW_MS, toMs: NOW_MS + 86_400_000 };

test('a wish is asked about as it stands in the form; of one being changed, without itself', async () => {
  const asked = { ...wish, exceptScheduleId: 'sch-1' };
  const { status, body } = await call('POST', '/api/schedules/conflicts', { ...asked, version: 3 });
  expect(status).toBe(200);
  expect(body).toEqual({
    conflicts: [conflict],
    ways: [{ kind: 'move', atMs: NOW_MS, shiftMs: -60_000 }],
  });
  expect(fake.asked).toEqual([{ method: 'foresight.conflicts', input: asked }]);
});

test('coming times are paged', async () => {
  const first = await call('GET', `/api/bulletins/${bulletin.id}/airtimes`);
  expect(first.body).toEqual({ airtimes: [airtime], next: `${NOW_MS}_a_b` });
  expect(fake.asked[0]?.input).toEqual({ bulletinId: bulletin.id, cursor: null, limit: 100 });
  await call('GET', `/api/bulletins/${bulletin.id}/airtimes?limit=5&cursor=${NOW_MS}_a_b`);
  expect(fake.asked[0]?.input).toMatchObject({ cursor: `${NOW_MS}_a_b`, limit: 5 });
});

test('a word with its signs is asked for as it is written', async () => {
  const word = encodeURIComponent('UBND xã "A"');
  const { body } = await call('GET', `/api/uses?kind=lexicon&id=${word}&areaId=${area.id}`);
  expect(body).toEqual({ uses: [use], whole: true });
  const input = { kind: 'lexicon', id: 'UBND xã "A"', areaId: area.id };
  expect(fake.asked).toEqual([{ method: 'foresight.uses', input }]);
});

test('rehearsals are listed, shown and made', async () => {
  const { findings: _f, left: _l, came: _c, ...brief } = rehearsal;
  expect((await call('GET', '/api/rehearsals')).body).toEqual({ rehearsals: [brief] });
  expect((await call('GET', '/api/rehearsals/reh-1')).body).toEqual(rehearsal);
  const made = await call('POST', '/api/rehearsals', day);
  expect(made).toEqual({ status: 201, body: rehearsal });
  expect(fake.asked).toEqual([{ method: 'rehearsals.make', input: day }]);
});

test.each<[string, Verb, string, object | undefined]>([
  ['a wish without places', 'POST', '/api/schedules/conflicts', { ...wish, areaIds: [] }],
  [
    'a wish for 501 places',
    'POST',
    '/api/schedules/conflicts',
    { ...wish, areaIds: Array(501).fill(area.id) },
  ],
  ['a page of 501', 'GET', `/api/bulletins/${bulletin.id}/airtimes?limit=501`, undefined],
  ['a cursor with markup', 'GET', '/api/bulletins/b/airtimes?cursor=%3Cb%3E', undefined],
  ['a use of nothing known', 'GET', '/api/uses?kind=song&id=x', undefined],
  ['a word of 301 letters', 'GET', `/api/uses?kind=lexicon&id=${'x'.repeat(301)}`, undefined],
  ['a rehearsal of half a millisecond', 'POST', '/api/rehearsals', { ...day, toMs: 0.5 }],
  ['a rehearsal of nobody', 'POST', '/api/rehearsals', { fromMs: 0, toMs: 1 }],
])('%s is refused before anybody is asked', async (_what, method, url, body) => {
  expect((await call(method, url, body)).status).toBe(400);
  expect(fake.asked).toEqual([]);
});

test('who may not plan may look, and neither rehearse nor ask about wishes', async () => {
  const roles = ['approver'];
  expect((await call('GET', '/api/rehearsals', undefined, roles)).status).toBe(200);
  expect((await call('POST', '/api/rehearsals', day, roles)).status).toBe(403);
  expect((await call('POST', '/api/schedules/conflicts', wish, roles)).status).toBe(403);
});
