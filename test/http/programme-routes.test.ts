// The routes of programmes: what each asks of the services, and what never gets that far.
// It must never know what is chosen or joined.
import { expect, onTestFinished, test } from 'vitest';
import { USUAL_CHOOSING, USUAL_PAUSES } from '../../src/domain/programmes/programme-model.ts';
import { fakeApp, signedIn } from './fake.ts';
import { NOW_MS } from './sample.ts';

const frame = {
  ...{ name: 'Buổi chiều', chime: { kind: 'ours' }, ident: { text: 'Đây là Đài.' } },
  ...{ opening: null, closing: { bulletinId: 'b' }, pauses: USUAL_PAUSES, repeats: 1 },
  ...{ mostMinutes: 30, choosing: USUAL_CHOOSING },
};
const wish = { templateId: 'mau-1', areaIds: ['a'] };
const whole = { ...wish, itemIds: null, atMs: null };
const placed = { bulletinIds: ['b'], rule: { kind: 'once', atMs: NOW_MS } };
const edition = { bulletinId: 'b' };

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const ROUTES: [Method, string, object | null, number, string, unknown][] = [
  ['GET', '/templates', null, 200, 'templates', undefined],
  [
    'POST',
    '/templates',
    { ...frame, areaId: 'a' },
    201,
    'createTemplate',
    { ...frame, areaId: 'a' },
  ],
  [
    ...(['PUT', '/templates/m', { ...frame, version: 1 }, 200, 'changeTemplate'] as const),
    { ...frame, version: 1, templateId: 'm' },
  ],
  ['DELETE', '/templates/m', null, 204, 'removeTemplate', { templateId: 'm' }],
  ['POST', '/preview', wish, 200, 'preview', whole],
  ['POST', '/editions', { ...wish, itemIds: ['b'] }, 201, 'build', { ...whole, itemIds: ['b'] }],
  ['GET', '/editions', null, 200, 'list', { limit: 30, beforeId: null }],
  ['GET', '/editions/b', null, 200, 'get', edition],
  ['POST', '/editions/b/rebuild', null, 200, 'rebuild', edition],
  ['POST', '/schedules', placed, 201, 'schedule', placed],
];

test.each(ROUTES)('%s /api/programmes%s', async (method, path, body, status, name, input) => {
  const at = await fakeApp();
  onTestFinished(() => at.app.close());
  const url = `/api/programmes${path}`;
  const payload = body === null ? {} : { payload: body };
  const answer = await at.app.inject({ method, url, headers: await signedIn(at), ...payload });
  expect(answer.statusCode, answer.body).toBe(status);
  expect(at.asked.at(-1)).toEqual({ method: `programmes.${name}`, input });
});

test.each([
  ['nowhere', '/preview', { ...wish, areaIds: [] }],
  ['a chime from elsewhere', '/templates', { ...frame, areaId: 'a', chime: { kind: 'http' } }],
  ['a name without end', '/templates', { ...frame, areaId: 'a', name: 'x'.repeat(301) }],
  ['thirteen editions', '/schedules', { ...placed, bulletinIds: Array(13).fill('b') }],
  ['more than is asked', '/editions', { ...wish, priority: 'emergency' }],
])('%s is refused before a service hears of it', async (_, path, payload) => {
  const at = await fakeApp();
  onTestFinished(() => at.app.close());
  const url = `/api/programmes${path}`;
  const headers = await signedIn(at);
  const answer = await at.app.inject({ method: 'POST', url, headers, payload });
  expect(answer.statusCode).toBe(400);
  expect(at.asked.filter(({ method }) => method.startsWith('programmes.'))).toEqual([]);
});
