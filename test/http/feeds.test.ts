// The plan as iCalendar on the wire: what RFC 5545 asks of the text, what HTTP asks of the answer.
// It must never know how a plan is put together: test/services/feeds.test.ts does.
import { describe, expect, onTestFinished, test } from 'vitest';
import { calendarText } from '../../src/http/feeds/calendar-text.ts';
import type { FeedEvent } from '../../src/services/feeds/feeds-door.ts';
import { fakeApp, signedIn } from './fake.ts';
import { AT_MS, event, feed, plan } from './feed-sample.ts';

async function site() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const get = (url: string, headers: Record<string, string> = {}) =>
    fake.app.inject({ url, headers });
  return { ...fake, get };
}
const SAYS = { vi: 'Đã phát ở 2/3 cụm loa.', en: 'Played at 2 of 3 speakers.' };
const LINK = '/feeds/AAAAAAAAAAAAAAAAAAAAAA.ics';

/** Lines as a calendar reads them: unfolded (RFC 5545 3.1), then name and value with escapes undone (3.3.11). */
function parsed(text: string): { name: string; value: string }[] {
  expect(text.endsWith('\r\n') || text.endsWith('END:VCALENDAR')).toBe(true);
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(':');
      const value = line
        .slice(at + 1)
        .replace(/\\([\\;,nN])/g, (_, c) => (/n/i.test(c) ? '\n' : c));
      return { name: line.slice(0, at), value };
    });
}
const valuesOf = (text: string, name: string) =>
  parsed(text)
    .filter((line) => line.name === name)
    .map(({ value }) => value);
const textOf = (...events: Partial<FeedEvent>[]) =>
  calendarText({ ...plan, events: events.map((each) => ({ ...event, ...each })) });

describe('the text', () => {
  test('is a published calendar of events with names, places and times in UTC', () => {
    const text = textOf({ says: SAYS });
    expect(valuesOf(text, 'VERSION')).toEqual(['2.0']);
    expect(valuesOf(text, 'METHOD')).toEqual(['PUBLISH']);
    expect(valuesOf(text, 'X-WR-TIMEZONE')).toEqual(['Asia/Ho_Chi_Minh']);
    expect(valuesOf(text, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT']);
    expect(valuesOf(text, 'UID')).toEqual([`sch-1-${AT_MS}@vangxa`]);
    expect(valuesOf(text, 'SEQUENCE')).toEqual(['0']);
    expect(valuesOf(text, 'DTSTART')).toEqual(['20261125T103000Z']);
    expect(valuesOf(text, 'DTEND')).toEqual(['20261125T103200Z']);
    expect(valuesOf(text, 'SUMMARY')).toEqual(['Họp bản']);
    expect(valuesOf(text, 'LOCATION')).toEqual(['Bản Mòng, Bản Nà Cạn']);
    expect(valuesOf(text, 'DESCRIPTION')).toEqual(['Đã phát ở 2/3 cụm loa.']);
    expect(valuesOf(text, 'STATUS')).toEqual(['CONFIRMED']);
  });

  test('says beside its name when it could not hold all', () => {
    const cut = { ...plan, nearest: 2_000 };
    const said = valuesOf(calendarText(cut), 'X-WR-CALDESC');
    expect(said[0]).toContain('chỉ gồm 2.000 lượt phát gần hiện tại nhất');
    expect(valuesOf(calendarText(cut, 'en'), 'X-WR-CALDESC')[0]).toContain('2,000 airings');
    expect(valuesOf(textOf(), 'X-WR-CALDESC')).toEqual([]);
  });

  test('ends its lines with CRLF and folds them at 75 octets without breaking a letter', () => {
    const title = 'Thông báo họp bản về việc giữ gìn nguồn nước sạch đầu nguồn của bà con. '.repeat(
      4,
    );
    const text = textOf({ title });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
    expect(valuesOf(text, 'SUMMARY')).toEqual([title.trim()]);
  });

  test.each([
    ['separators', 'Họp; đọc, ký \\ nộp', 'Họp; đọc, ký \\ nộp'],
    [
      'line breaks that would forge a field',
      'Họp\r\nATTENDEE:mailto:a@b',
      'Họp ATTENDEE:mailto:a@b',
    ],
    ['signs that turn a line around', 'a\u202egnoht\u202c', 'agnoht'],
    ['control characters', 'Họp\u0000\u0007 bản', 'Họp bản'],
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('takes %s for letters of a title', (_, title, read) => {
    const text = textOf({ title });
    expect(valuesOf(text, 'SUMMARY')).toEqual([read]);
    expect(parsed(text).map(({ name }) => name)).not.toContain('ATTENDEE');
  });

  test('cuts what no phone would show', () => {
    expect(valuesOf(textOf({ title: 'a'.repeat(5_000) }), 'SUMMARY')[0]).toHaveLength(600);
  });

  test('says what became of it in English beneath, where that is asked', () => {
    const text = calendarText({ ...plan, events: [{ ...event, says: SAYS }] }, 'en');
    expect(valuesOf(text, 'DESCRIPTION')).toEqual([`${SAYS.vi}\n${SAYS.en}`]);
    expect(valuesOf(text, 'X-WR-CALNAME')).toEqual(['What airs: Xã Mường La']);
  });

  test('tells what was called off under the same name, with a greater sequence', () => {
    const text = textOf({}, { sequence: 86_400, isCancelled: true });
    const [first, second] = valuesOf(text, 'UID');
    expect(first).toBe(second);
    expect(valuesOf(text, 'SEQUENCE')).toEqual(['0', '86400']);
    expect(valuesOf(text, 'STATUS')).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  test('of two thousand events is a megabyte at most', () => {
    const vi = 'Đã phát ở 2/3 cụm loa. Không phát được: cụm loa mất điện từ 16:42.';
    const says = { vi, en: vi };
    const many = Array.from({ length: 2_000 }, (_, n) => ({ uid: `s-${n}@vangxa`, says }));
    expect(Buffer.byteLength(textOf(...many))).toBeLessThan(1024 * 1024);
  });
});

describe('the answer', () => {
  test('needs no session and sets no cookie; the token is what is before .ics', async () => {
    const { get, asked } = await site();
    const answer = await get(LINK);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    expect(valuesOf(answer.body, 'SUMMARY')).toEqual(['Họp bản']);
    expect(asked).toContainEqual({
      method: 'feeds.read',
      input: { token: 'AAAAAAAAAAAAAAAAAAAAAA' },
    });
  });

  test('is in English where the link asks for it, and in no third language', async () => {
    const { get } = await site();
    expect(valuesOf((await get(`${LINK}?lang=en`)).body, 'X-WR-CALNAME')).toEqual([plan.name.en]);
    expect((await get(`${LINK}?lang=fr`)).statusCode).toBe(400);
  });

  test('is not sent again while nothing changed', async () => {
    const { get } = await site();
    const { headers } = await get(LINK);
    const etag = String(headers.etag);
    expect(etag).toMatch(/^"[A-Za-z0-9_-]{22}"$/);
    const again = await get(LINK, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get(LINK, { 'if-none-match': `W/${etag}` })).statusCode).toBe(304);
    expect((await get(LINK, { 'if-none-match': '"khac"' })).statusCode).toBe(200);
  });

  test('of a link nobody made is a plain “missing”, and a flood is held back', async () => {
    const { get, services } = await site();
    const { missing } = await import('../../src/services/refusals.ts');
    services.feeds.read = () => {
      throw missing();
    };
    const answer = await get('/feeds/khong-co.ics');
    expect(answer.statusCode).toBe(404);
    expect(answer.json().error.code).toBe('missing');
    let last = 404;
    for (let n = 0; n < 60; n += 1) last = (await get(LINK)).statusCode;
    expect(last).toBe(429);
  });

  test('of too long a name is refused before anything is looked up', async () => {
    const { get, asked } = await site();
    expect((await get(`/feeds/${'a'.repeat(80)}.ics`)).statusCode).toBe(400);
    expect(asked).toEqual([]);
  });
});

describe('the routes', () => {
  test('list, make and revoke links, for whoever is signed in', async () => {
    const { app, get, ...fake } = await site();
    const { asked } = fake;
    expect((await get('/api/feeds')).statusCode).toBe(401);
    const headers = signedIn(fake);
    expect((await get('/api/feeds', headers)).json()).toEqual({ feeds: [feed] });
    const payload = { kind: 'commune', id: 'area-muong-la' };
    const made = await app.inject({ method: 'POST', url: '/api/feeds', headers, payload });
    expect([made.statusCode, made.json().url]).toEqual([201, expect.stringContaining('/feeds/')]);
    const wrong = { kind: 'province', id: 'area-muong-la' };
    const refused = await app.inject({
      method: 'POST',
      url: '/api/feeds',
      headers,
      payload: wrong,
    });
    expect(refused.statusCode).toBe(400);
    const ended = await app.inject({ method: 'DELETE', url: '/api/feeds/feed-1', headers });
    expect(ended.statusCode).toBe(204);
    expect(asked.map(({ method }) => method)).toEqual(['feeds.list', 'feeds.make', 'feeds.end']);
  });

  test('count how airings ended, beside the airings themselves', async () => {
    const { get, ...fake } = await site();
    const headers = signedIn(fake);
    const { summaries } = (await get('/api/airings/summaries?fromMs=0&toMs=1', headers)).json();
    expect(summaries).toMatchObject([{ airingId: 'air-1', counts: { all: 3, failed: 1 } }]);
    expect((await get('/api/airings/summaries', headers)).statusCode).toBe(200);
    expect((await get('/api/airings/summaries?fromMs=x', headers)).statusCode).toBe(400);
  });
});
