// The routes of the calendar: what each asks of the services, and what never gets that far.
// It must never know when a rule fires.
import { describe, expect, onTestFinished, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { repeat } from '../domain/calendar/rules.ts';
import { fakeApp, signedIn } from './fake.ts';
import { NOW_MS, occurrence } from './sample.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const WISH = { bulletinId: 'b', areaIds: ['a'], rule: repeat(), air: { ...USUAL_RULES, times: 3 } };
const DAY = { kind: 'mourning', name: 'Quốc tang', fromDay: '2026-12-05', untilDay: '2026-12-06' };
const MOVE = { slotMs: NOW_MS, change: { kind: 'move', toMs: NOW_MS + 1 }, reason: 'họp xã' };

const ROUTES: [
  method: Method,
  url: string,
  body: object | null,
  status: number,
  asked: string,
  input: unknown,
][] = [
  ['POST', '/api/schedules', WISH, 201, 'schedules.create', WISH],
  ['GET', '/api/schedules/s', null, 200, 'schedules.get', { scheduleId: 's' }],
  [
    'PUT',
    '/api/schedules/s',
    { ...WISH, version: 2 },
    200,
    'schedules.update',
    { ...WISH, version: 2, scheduleId: 's' },
  ],
  [
    'POST',
    '/api/schedules/preview',
    { ...WISH, scheduleId: 's' },
    200,
    'schedules.preview',
    { ...WISH, scheduleId: 's' },
  ],
  [
    'POST',
    '/api/schedules/s/exceptions',
    MOVE,
    201,
    'schedules.except',
    { ...MOVE, scheduleId: 's' },
  ],
  [
    'DELETE',
    '/api/schedules/s/exceptions/1796446800000',
    null,
    200,
    'schedules.unexcept',
    { scheduleId: 's', slotMs: 1_796_446_800_000 },
  ],
  ['GET', '/api/special-days', null, 200, 'specialDays.list', undefined],
  [
    'POST',
    '/api/special-days',
    { areaId: 'a', ...DAY },
    201,
    'specialDays.add',
    { areaId: 'a', ...DAY },
  ],
  ['PUT', '/api/special-days/d', DAY, 200, 'specialDays.change', { dayId: 'd', ...DAY }],
  ['DELETE', '/api/areas/a', null, 204, 'areas.remove', { areaId: 'a' }],
  ['DELETE', '/api/bulletins/b', null, 204, 'bulletins.remove', { bulletinId: 'b' }],
  ['DELETE', '/api/special-days/d', null, 204, 'specialDays.remove', { dayId: 'd' }],
  [
    'GET',
    '/api/plan?fromMs=5&toMs=9&cursor=7~l@7%232',
    null,
    200,
    'plan.list',
    { fromMs: 5, toMs: 9, cursor: '7~l@7#2' },
  ],
  [
    'GET',
    '/api/plan?fromMs=5&toMs=9',
    null,
    200,
    'plan.list',
    { fromMs: 5, toMs: 9, cursor: null },
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
    expect([answer.statusCode, status === 204 ? '' : answer.body]).toEqual([
      status,
      status === 204 ? '' : expect.stringContaining('{'),
    ]);
    expect(at.asked.at(-1)).toEqual({ method: asked, input });
  });
});

test('a time is read as people write it, or refused with what is wrong and how to write it', async () => {
  const { ask } = await desk();
  const read = (text: string) => ask('POST', '/api/clock-words', { text });
  expect((await read('5h chiều')).json()).toEqual({ seconds: 61_200 });
  const refused = await read('25h');
  expect(refused.statusCode).toBe(400);
  expect(refused.json()).toMatchObject({
    error: { code: 'no-such-hour', message: { vi: expect.stringContaining('25 giờ') } },
  });
});

test.each<[string, Method, string, object]>([
  ['a rule without days', 'POST', '/api/schedules', { ...WISH, rule: { ...repeat(), days: {} } }],
  ['a time past midnight', 'POST', '/api/schedules', { ...WISH, rule: repeat({ at: [86_400] }) }],
  [
    'a day in another spelling',
    'POST',
    '/api/schedules',
    { ...WISH, rule: repeat({ fromDay: '5/12/2026' }) },
  ],
  ['six times each', 'POST', '/api/schedules', { ...WISH, air: { ...USUAL_RULES, times: 6 } }],
  [
    'a gap of a week',
    'POST',
    '/api/schedules',
    { ...WISH, air: { ...USUAL_RULES, gapMs: 7 * 86_400_000 } },
  ],
  ['what nobody asked for', 'POST', '/api/schedules', { ...WISH, version: 1 }],
  ['a change without its version', 'PUT', '/api/schedules/s', WISH],
  [
    'a change of one time to nothing',
    'POST',
    '/api/schedules/s/exceptions',
    { ...MOVE, change: {} },
  ],
  [
    'a reason of 500 characters',
    'POST',
    '/api/schedules/s/exceptions',
    { ...MOVE, reason: 'x'.repeat(500) },
  ],
  ['a feast of another kind', 'POST', '/api/special-days', { areaId: 'a', ...DAY, kind: 'party' }],
  ['a clock of a thousand letters', 'POST', '/api/clock-words', { text: '5'.repeat(1_000) }],
])('%s never reaches the services', async (_, method, url, body) => {
  const at = await desk();
  expect((await at.ask(method, url, body)).statusCode).toBe(400);
  expect(at.asked).toEqual([]);
});

test('a page of the plan says where the rest is', async () => {
  const at = await desk();
  const answer = await at.ask('GET', '/api/plan?fromMs=5&toMs=9');
  expect(answer.json()).toMatchObject({
    cursor: null,
    occurrences: [{ slotMs: occurrence.slotMs }],
  });
});
