// The routes of regulations and exceptions: what each asks of the services, and what never gets that far.
// It must never know what a rule means.
import { describe, expect, onTestFinished, test } from 'vitest';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { fakeApp, signedIn } from './fake.ts';
import { NOW_MS } from './sample.ts';

type Method = 'GET' | 'POST' | 'PUT';
const hours = { utcOffsetMin: 420, windows: [{ days: [1], fromMinute: 300, toMinute: 360 }] };
const rules = { ...NO_RULES, sessionsPerDay: 2, order: ['national', 'province', 'commune'] };
const wish = { bulletinId: 'b', areaIds: ['a'], rule: { kind: 'once', atMs: NOW_MS } };
const reason = 'Bão đến sớm hơn';

const ROUTES: [Method, string, object | null, number, string, unknown][] = [
  ['GET', '/api/areas/a/regulation', null, 200, 'areas.regulation', { areaId: 'a' }],
  [
    'PUT',
    '/api/areas/a/regulation',
    { hours, rules },
    200,
    'areas.setRegulation',
    { areaId: 'a', hours, rules },
  ],
  [
    'POST',
    '/api/areas/a/regulation/preview',
    { hours },
    200,
    'areas.tryRegulation',
    { areaId: 'a', hours },
  ],
  ['GET', '/api/regulation-templates', null, 200, 'areas.regulationTemplates', undefined],
  ['POST', '/api/overrides', { wish, reason }, 201, 'overrides.ask', { wish, reason }],
  [
    'POST',
    '/api/overrides',
    { scheduleId: 's', reason },
    201,
    'overrides.ask',
    { scheduleId: 's', reason },
  ],
  ['GET', '/api/overrides', null, 200, 'overrides.list', { state: 'open', beforeId: null }],
  [
    'GET',
    '/api/overrides?state=decided&beforeId=x',
    null,
    200,
    'overrides.list',
    { state: 'decided', beforeId: 'x' },
  ],
  [
    'POST',
    '/api/overrides/o/confirm',
    {},
    200,
    'overrides.decide',
    { overrideId: 'o', confirmed: true, remark: null },
  ],
  [
    'POST',
    '/api/overrides/o/refuse',
    { remark: 'Không' },
    200,
    'overrides.decide',
    { overrideId: 'o', confirmed: false, remark: 'Không' },
  ],
];

async function desk() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const headers = signedIn(fake);
  return {
    ...fake,
    ask: (method: Method, url: string, payload: object | null = null) =>
      fake.app.inject({ method, url, headers, ...(payload && { payload }) }),
  };
}

describe('each route asks its service', () => {
  test.each(ROUTES)('%s %s', async (...[method, url, body, status, asked, input]) => {
    const at = await desk();
    const answer = await at.ask(method, url, body);
    expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining('{')]);
    expect(at.asked.at(-1)).toEqual({ method: asked, input });
    // the sound's hash and the rule as data stay inside
    expect(answer.body).not.toContain('contentHash');
  });
});

const cap = { zone: 'school', fromMinute: 0, toMinute: 60, percent: 40 };
test.each<[string, Method, string, object]>([
  [
    'no session a day',
    'PUT',
    '/api/areas/a/regulation',
    { hours, rules: { ...rules, sessionsPerDay: 0 } },
  ],
  [
    'a level nobody knows',
    'PUT',
    '/api/areas/a/regulation',
    { hours, rules: { ...rules, order: ['district'] } },
  ],
  [
    'a level twice',
    'PUT',
    '/api/areas/a/regulation',
    { hours, rules: { ...rules, order: ['commune', 'commune'] } },
  ],
  [
    'a thousand volumes',
    'PUT',
    '/api/areas/a/regulation',
    { hours, rules: { ...rules, volumes: Array(1_000).fill(cap) } },
  ],
  [
    'louder than all',
    'PUT',
    '/api/areas/a/regulation',
    { hours, rules: { ...rules, volumes: [{ ...cap, percent: 101 }] } },
  ],
  ['half of the rules', 'PUT', '/api/areas/a/regulation', { hours, rules: { quiet: [] } }],
  [
    'a rule of its own making',
    'PUT',
    '/api/areas/a/regulation',
    { hours, rules: { ...rules, always: true } },
  ],
  ['a page of reasons', 'POST', '/api/overrides', { wish, reason: 'x'.repeat(601) }],
  ['both a wish and a schedule', 'POST', '/api/overrides', { wish, scheduleId: 's', reason }],
  ['neither', 'POST', '/api/overrides', { reason }],
  ['a decision nobody knows', 'POST', '/api/overrides/o/confirm', { remark: 'x'.repeat(601) }],
])('%s is refused before any service hears of it', async (_, method, url, body) => {
  const at = await desk();
  const answer = await at.ask(method, url, body);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().error.message.vi).not.toBe('');
  expect(at.asked).toEqual([]);
});
