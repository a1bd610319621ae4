// The routes of giving out and of choosing an order: what the services are asked, and what is refused before them.
// It must never know how anything is decided.
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

async function opened() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  return { ...fake, mine: signedIn(fake) };
}
const assignmentId = 'g';
const wish = { bulletinId: 'b', areaIds: ['xa-a'], leastAirings: 3, dueAtMs: 1 };
const occurrenceIds = ['s@1#2', 't@1'];

test.each([
  ['GET', '/api/assignments', null, 'assignments.list', { beforeId: null, limit: 25 }],
  [
    'GET',
    '/api/assignments?beforeId=g&limit=9',
    null,
    'assignments.list',
    { beforeId: 'g', limit: 9 },
  ],
  ['GET', '/api/assignments/g', null, 'assignments.get', { assignmentId }],
  ['POST', '/api/assignments', wish, 'assignments.give', wish],
  ['POST', '/api/assignments/g/accept', {}, 'assignments.accept', { assignmentId }],
  [
    'POST',
    '/api/assignments/g/accept',
    { communeId: 'x' },
    'assignments.accept',
    { assignmentId, communeId: 'x' },
  ],
  [
    'POST',
    '/api/assignments/g/decline',
    { reason: 'Bận' },
    'assignments.decline',
    { assignmentId, reason: 'Bận' },
  ],
  ['POST', '/api/assignments/g/remind', {}, 'assignments.remind', { assignmentId }],
  ['POST', '/api/assignments/g/withdraw', {}, 'assignments.withdraw', { assignmentId }],
  [
    'POST',
    '/api/assignments/g/extend',
    { dueAtMs: 9 },
    'assignments.extend',
    { assignmentId, dueAtMs: 9 },
  ],
  ['GET', '/api/precedence', null, 'precedence.list', undefined],
  ['PUT', '/api/precedence', { occurrenceIds }, 'precedence.choose', { occurrenceIds }],
] as const)('%s %s with %j asks %s', async (method, url, payload, asked, input) => {
  const { app, mine, asked: all } = await opened();
  const answer = await app.inject({ method, url, headers: mine, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  expect(all.at(-1)).toEqual({ method: asked, input });
});

test.each([
  ['no airing at all', 'POST', '/api/assignments', { ...wish, leastAirings: 0 }],
  ['an airing an hour for a week', 'POST', '/api/assignments', { ...wish, leastAirings: 168 }],
  ['nobody', 'POST', '/api/assignments', { ...wish, areaIds: [] }],
  [
    'every hamlet of the country',
    'POST',
    '/api/assignments',
    { ...wish, areaIds: Array.from({ length: 501 }, (_, n) => `a${n}`) },
  ],
  ['markup for a name', 'POST', '/api/assignments', { ...wish, bulletinId: '<b>' }],
  ['a book for a note', 'POST', '/api/assignments', { ...wish, note: 'a'.repeat(301) }],
  ['half a day', 'POST', '/api/assignments/g/extend', { dueAtMs: 1.5 }],
  ['no reason', 'POST', '/api/assignments/g/decline', {}],
  ['one alone', 'PUT', '/api/precedence', { occurrenceIds: ['s@1'] }],
  ['a path', 'PUT', '/api/precedence', { occurrenceIds: ['../x', 's@1'] }],
] as const)('%s is refused before anybody is asked', async (_, method, url, payload) => {
  const { app, mine, asked } = await opened();
  const answer = await app.inject({ method, url, headers: mine, payload });
  expect(answer.statusCode).toBe(400);
  expect(asked.filter(({ method: name }) => /assign|preced/.test(name))).toEqual([]);
});

test('a stranger is asked to sign in, and nothing is told', async () => {
  const { app, asked } = await opened();
  for (const url of ['/api/assignments', '/api/assignments/g', '/api/precedence'])
    expect((await app.inject({ url })).statusCode).toBe(401);
  expect(asked).toEqual([]);
});
