import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { kept, sources } from './page-stub.ts';
import '../../src/web/words.ts';
import { planNow, setClock } from '../../src/web/clock.ts';
import * as format from '../../src/web/format.ts';
import { connect, disconnect, listen, live, progress } from '../../src/web/live.ts';
import { recall, remember } from '../../src/web/remember.ts';
import { read } from '../../src/web/router.ts';
import { type ApiFailure, send } from '../../src/web/send.ts';
import {
  begin,
  firstScreen,
  holds,
  session,
  sessionOver,
  signedOut,
} from '../../src/web/session.ts';
import { inBoth, language, switchLanguage, words } from '../../src/web/words.ts';
import { NOW_MS, sessionOf } from '../http/sample.ts';

const signedIn = (roles: readonly string[]) => {
  const { account, grants, csrfToken, speed, simulated, planNowMs } = sessionOf(roles);
  begin({ account, grants, csrfToken, speed, simulated, planNowMs });
};

beforeEach(() => {
  signedOut();
  language.value = 'vi';
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a request', () => {
  const asked: { url: string; init: RequestInit }[] = [];
  const answering = (status: number, body: unknown) =>
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      asked.push({ url, init });
      return new Response(body === null ? null : JSON.stringify(body), { status });
    });
  const failing = (wish: Parameters<typeof send>[0]): Promise<ApiFailure> =>
    send(wish).then(
      () => expect.fail('it was answered'),
      (reason: ApiFailure) => reason,
    );

  test('brings what was answered, and nothing for "done"', async () => {
    answering(200, { areas: [] });
    expect(await send({ method: 'GET', path: '/api/areas' })).toEqual({ areas: [] });
    answering(204, null);
    expect(await send({ method: 'DELETE', path: '/api/session' })).toBeNull();
  });

  test('carries the CSRF token with a change and with nothing else', async () => {
    signedIn(['author']);
    answering(200, {});
    await send({ method: 'POST', path: '/api/bulletins', body: { text: 'Họp.' } });
    await send({ method: 'GET', path: '/api/bulletins' });
    const [change, question] = asked.slice(-2);
    expect(change?.init.headers).toMatchObject({
      'x-csrf-token': 'csrf-1',
      'content-type': 'application/json',
    });
    expect(change?.init.body).toBe('{"text":"Họp."}');
    expect(question?.init.headers).toEqual({ accept: 'application/json' });
  });

  test('carries a file as its bytes', async () => {
    answering(201, {});
    const body = new Blob(['Điều 1.']);
    await send({ method: 'POST', path: '/api/documents', body });
    const { init } = asked.at(-1) ?? expect.fail('nothing was asked');
    expect(init.headers).toMatchObject({ 'content-type': 'application/octet-stream' });
    expect(init.body).toBe(body);
  });

  test('that is refused brings the service’s own two sentences', async () => {
    const message = { vi: 'Ngoài giờ.', en: 'Outside hours.' };
    answering(400, { error: { code: 'out-of-hours', fault: 'caller', message, place: null } });
    const failure = await failing({ method: 'POST', path: '/api/schedules' });
    expect(failure).toMatchObject({ status: 400, code: 'out-of-hours', say: message });
  });

  test.each([
    ['no answer', () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))],
    ['a proxy’s own page', () => answering(502, null)],
    ['a page where an answer should be', () => answering(200, null)],
  ])('that gets %s says so in both languages', async (_what, prepare) => {
    prepare();
    await switchLanguage(); // English is there once it was chosen
    const failure = await failing({ method: 'GET', path: '/api/plan' });
    expect(failure.code).toBe('no-answer');
    expect(failure.say.vi).toContain('Không kết nối được');
    expect(failure.say.en).toContain('cannot be reached');
    await switchLanguage();
  });

  test('that finds the session gone ends it here; nobody’s 401 is not "ended"', async () => {
    const message = { vi: 'Chưa đăng nhập.', en: 'Not signed in.' };
    answering(401, { error: { code: 'sign-in-first', fault: 'x', message, place: null } });
    await failing({ method: 'GET', path: '/api/session' });
    expect(sessionOver.value).toBe(false);
    signedIn(['author']);
    await failing({ method: 'GET', path: '/api/plan' });
    // the page stays where it was, blind, until somebody signs in
    expect([session.value?.account.name, sessionOver.value]).toEqual(['lan', true]);
  });
});

describe('times as a person here reads them', () => {
  test('are Vietnam’s, in 24 hours, day before month, in both languages', () => {
    for (const next of ['vi', 'en'] as const) {
      language.value = next;
      expect(format.when(NOW_MS)).toBe('17:00 24/11');
      expect(format.hourSeconds(NOW_MS + 61_000)).toBe('17:01:01');
    }
  });

  test.each([
    [0, 'Hôm nay, Thứ Ba 24/11'],
    [1, 'Ngày mai, Thứ Tư 25/11'],
    [2, 'Thứ Năm 26/11'],
    [5, 'Chủ nhật 29/11'],
    [-1, 'Thứ Hai 23/11'],
  ])('%i days ahead is said “%s”', (days, said) => {
    expect(format.dayName(NOW_MS + days * 86_400_000, NOW_MS)).toBe(said);
  });

  test('a day begins at midnight in Vietnam', () => {
    const midnight = format.dayStartMs(format.dayNumber(NOW_MS));
    expect(format.hour(midnight)).toBe('00:00');
    expect(format.dayNumber(midnight - 1)).toBe(format.dayNumber(NOW_MS) - 1);
  });

  test.each([
    [0, '00:00'],
    [195, '03:15'],
    [1_440, '24:00'],
  ])('minute %i is %s and back', (minute, clock) => {
    expect(format.clockOf(minute)).toBe(clock);
    expect(format.minuteOf(clock)).toBe(minute);
  });

  test('what is no hour is none', () => {
    expect(format.minuteOf('sáng')).toBeNull();
  });

  test('lengths and figures', () => {
    expect(format.length(363)).toBe('6 phút 3 giây');
    expect(format.length(9.6)).toBe('10 giây');
    expect(format.figure(1_234.56, 1)).toBe('1.234,6');
    language.value = 'en';
    expect(format.figure(1_234.56, 1)).toBe('1,234.6');
  });

  test('a first guess for an hour is a half hour with ten minutes to get ready', () => {
    expect(format.hour(format.nextHalfHour(NOW_MS))).toBe('17:30');
    expect(format.hour(format.nextHalfHour(NOW_MS + 21 * 60_000))).toBe('18:00');
  });
});

describe('who is signed in', () => {
  test.each([
    [['author', 'approver'], 'notice'],
    [['approver', 'planner'], 'approvals'],
    [['operator'], 'notice'],
    [['planner'], 'plan'],
    [['administrator', 'technician'], 'areas'],
    [['technician'], 'speakers'],
    [[], 'speakers'],
  ])('holding %j begins at %s', (roles, screen) => {
    signedIn(roles);
    expect(firstScreen()).toBe(screen);
    expect(roles.every((role) => holds(role as 'author'))).toBe(true);
    expect(holds()).toBe(false);
  });

  test('sets the page’s clock to the plan’s', () => {
    signedIn(['author']);
    expect(planNow.value).toBe(NOW_MS);
    setClock({ planNowMs: 5, speed: 8, simulated: true });
    expect(planNow.value).toBe(5);
  });
});

describe('the live line', () => {
  const heard: string[] = [];
  const stop = listen((kind) => heard.push(kind));
  afterEach(() => {
    heard.length = 0;
    disconnect();
  });
  const last = () => sources.at(-1) ?? expect.fail('no stream was opened');
  const says = (kind: string, change: object) =>
    last().listeners.get(kind)?.({ data: JSON.stringify(change) });

  test('tells each change by its kind; progress is kept by bulletin', () => {
    connect();
    last().onopen();
    says('airing', { kind: 'airing', id: 'a', tenantId: null });
    says('progress', { kind: 'progress', id: 'b', tenantId: null, detail: { done: 3 } });
    expect(heard).toEqual(['airing']);
    expect(progress.value.b).toEqual({ done: 3 });
    expect(live.value).toBe('on');
  });

  test('once lost and back, everything is asked again', () => {
    connect();
    last().onopen();
    heard.length = 0; // what an earlier line missed is told at the first opening
    last().onerror();
    expect(live.value).toBe('lost');
    last().onopen();
    expect([live.value, ...heard]).toEqual(['on', 'reconnected']);
  });

  test('that falls silent without closing is called lost, and opened anew', () => {
    vi.useFakeTimers();
    connect();
    last().onopen();
    const before = sources.length;
    vi.advanceTimersByTime(40_000);
    last().listeners.get('beat')?.({ data: '{}' });
    vi.advanceTimersByTime(40_000);
    expect([live.value, sources.length]).toEqual(['on', before]);
    vi.advanceTimersByTime(11_000);
    expect([live.value, sources.length]).toEqual(['lost', before + 1]);
    last().onopen();
    expect([live.value, heard.includes('reconnected')]).toEqual(['on', true]);
    vi.useRealTimers();
  });

  test('given up by the browser it is opened anew, unless it was closed meanwhile', () => {
    vi.useFakeTimers();
    connect();
    const before = sources.length;
    last().readyState = 2;
    last().onerror();
    vi.advanceTimersByTime(5_000);
    expect(sources.length).toBe(before + 1);
    last().readyState = 2;
    last().onerror();
    disconnect();
    vi.advanceTimersByTime(60_000);
    expect(sources.length).toBe(before + 1);
    vi.useRealTimers();
  });

  test('who has stopped listening is not told', () => {
    stop();
    connect();
    says('site', {});
    says('area', { kind: 'area', id: 'a', tenantId: null });
    expect(heard).toEqual([]);
  });
});

test('the language is switched, remembered and told to the browser', async () => {
  await switchLanguage();
  expect([words.value.language, kept.get('vang-xa.language')]).toEqual(['en', 'en']);
  expect(document.documentElement.lang).toBe('en');
  expect(inBoth((w) => w.common.signOut)).toEqual({ vi: 'Đăng xuất', en: 'Sign out' });
  await switchLanguage();
  expect([words.value.language, document.documentElement.lang]).toEqual(['vi', 'vi']);
});

test('a draft is kept until it is emptied; one too long for the browser is not', () => {
  remember('draft.text', 'Họp.');
  expect(recall('draft.text')).toBe('Họp.');
  remember('draft.text', 'x'.repeat(500_001));
  expect(recall('draft.text')).toBe('Họp.');
  remember('draft.text', '');
  expect(recall('draft.text')).toBeNull();
});

test('a browser that keeps nothing is no hindrance', () => {
  const refusing = () => {
    throw new Error('denied');
  };
  vi.stubGlobal('localStorage', { getItem: refusing, setItem: refusing, removeItem: refusing });
  expect(recall('language')).toBeNull();
  expect(() => remember('language', 'en')).not.toThrow();
});

test.each([
  ['', [], {}],
  ['#/plan/past', ['plan', 'past'], {}],
  ['#/setup?token=a-b_c', ['setup'], { token: 'a-b_c' }],
  ['#say/01ABC/', ['say', '01ABC'], {}],
])('the address %j names %j', (hash, parts, params) => {
  const route = read(hash);
  expect(route.parts).toEqual(parts);
  expect(Object.fromEntries(route.params)).toEqual(params);
});
