// The villagers' pages over real rows: what is sent, how heavy, with which headers, and what a stranger may try.
// It must never look at a page with eyes: test/web does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { openCommune, sounded } from '../services/public-steps.ts';
import { type World, world } from '../services/world.ts';

async function site() {
  const at = world();
  const place = await openCommune(at);
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-public-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'clip.opus'), 'OggS0123456789');
  at.studio.soundPath = () => join(folder, 'clip.opus');
  const config = { trustProxy: false, webDir: null, version: 'test' };
  const app = await buildApp({ services: at.house.services, config, log: null });
  onTestFinished(() => app.close());
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
  const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    app.inject({
      ...{
        method: 'POST',
        url: '/xa/xa-a/phan-anh',
        payload: new URLSearchParams(form).toString(),
      },
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  return { at, place, app, get, post };
}

/** As busy as it gets: forty a day, of a minute's text, and a gazette's half hour each evening. */
function busyWeek(at: World, place: Awaited<ReturnType<typeof openCommune>>): void {
  const short =
    'Ủy ban nhân dân xã mời bà con đến nhà văn hóa họp lúc mười chín giờ ba mươi. '.repeat(7);
  const long = 'Người sử dụng đất nộp hồ sơ tại bộ phận một cửa của Ủy ban nhân dân xã. '.repeat(
    400,
  );
  at.deps.store.transaction(() => {
    for (let n = 0; n < 280; n += 1)
      sounded(at, place, {
        title: `Thông báo số ${n} của Ủy ban nhân dân xã về lịch sinh hoạt của bà con các bản`,
        text: n % 40 === 0 ? long : `${short}Lần ${n}.`,
        minutesAgo: 30 + n * 35,
      });
  });
}

describe('a page', () => {
  test('is readable without a script: words, sound, source, machine’s mark, ways to report', async () => {
    const { at, place, get } = await site();
    const { airingId } = sounded(at, place, {
      title: 'Họp bản',
      verdicts: ['played', 'partly-played'],
    });
    const { body, headers, statusCode } = await get('/xa/xa-a');
    expect(statusCode).toBe(200);
    for (const part of [
      ...['<html lang="vi">', 'Loa vừa nói gì?', 'Xã xa-a', 'Hôm nay, thứ Bảy 5/12', '11:30'],
      ...['Họp bản', 'Đã phát ở: <span lang="vi">ban-1</span>', 'Phát một phần ở'],
      ...[`src="/xa/xa-a/sound/${airingId}.opus"`, 'preload="none"', 'Giọng đọc do máy tạo'],
      ...['data-synthetic="true" data-engine="espeak-ng"', 'AlgorithmicMediaDigitalSource'],
      ...[`phan-anh?viec=noise&amp;luot=${airingId}`, 'href="tel:02123852047"', 'index,noarchive'],
    ])
      expect(body, part).toContain(part);
    expect(body).not.toMatch(/<script|style="|https?:\/\/(?!schema\.org)/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('script');
    expect(headers['cache-control']).toBe('public, max-age=60');
  });

  test('of a busy week is under 50 KB with its style, sent plain or compressed, on every leaf', async () => {
    const { at, place, get } = await site();
    busyWeek(at, place);
    const style = (await get('/xa/trang.css')).rawPayload.length;
    let leaf = 1;
    let heaviest = 0;
    for (let url: string | null = '/xa/xa-a'; url !== null; leaf += 1) {
      const { body, rawPayload } = await get(url);
      heaviest = Math.max(heaviest, rawPayload.length);
      url =
        /href="([^"]*trang=\d+[^"]*)">Xem các tin trước/u
          .exec(body)?.[1]
          ?.replaceAll('&amp;', '&') ?? null;
      if (leaf > 60) throw new Error('leaves without end');
    }
    expect(leaf).toBeGreaterThan(10);
    expect(heaviest + style).toBeLessThan(50_000);
    const squeezed = await get('/xa/xa-a', { 'accept-encoding': 'gzip' });
    expect(squeezed.headers['content-encoding']).toBe('gzip');
    process.stdout.write(
      `heaviest leaf ${heaviest} B plain, first ${squeezed.rawPayload.length} B gzip, style ${style} B\n`,
    );
    expect(squeezed.rawPayload.length).toBeLessThan(15_000);
  });

  test('of one day, one village and in English is asked for by address; what is unknown is left out', async () => {
    const { at, place, get } = await site();
    sounded(at, place, { title: 'Hôm nay', verdicts: ['played', null] });
    sounded(at, place, { title: 'Hôm kia', minutesAgo: 2 * 24 * 60 });
    const day = (await get('/xa/xa-a?ngay=2026-12-03')).body;
    expect(day).toContain('Hôm kia</h3>');
    expect(day).not.toContain('Hôm nay</h3>');
    const english = (await get('/xa/xa-a?lang=en&ban=xa-a-ban-2')).body;
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Not aired in');
    expect(english).toContain('<option value="xa-a-ban-2" selected>');
    const pole = (await get('/xa/xa-a?loa=loa-1')).body;
    expect(pole).toContain('<option value="xa-a-ban-1" selected>');
    const odd = await get(
      '/xa/xa-a?ban=xx&ban=yy&loa=../..&ngay=x&trang=-1&lang=%3Cb%3E&fbclid=abc',
    );
    expect(odd.statusCode).toBe(200);
    expect(odd.body).toContain('Hôm nay</h3>');
  });

  test('has an empty week and an empty list of communes in words', async () => {
    const { at, place, get } = await site();
    expect((await get('/xa/xa-a')).body).toContain('Loa chưa phát gì');
    expect((await get('/xa')).body).toContain('href="/xa/xa-a"');
    const closed = { areaId: place.id, open: false, phone: null };
    at.house.services.publicDesk.setSettings(place.administrator, closed);
    expect((await get('/xa')).body).toContain('Chưa có xã');
  });

  test('is not sent again while nothing on it changed', async () => {
    const { at, place, get } = await site();
    const first = await get('/xa/xa-a');
    const etag = String(first.headers.etag);
    expect((await get('/xa/xa-a', { 'if-none-match': etag })).statusCode).toBe(304);
    sounded(at, place);
    at.clock.move(2_000);
    expect((await get('/xa/xa-a', { 'if-none-match': etag })).statusCode).toBe(200);
  });

  test('a long text is folded, then on a page of its own, in parts', async () => {
    const { at, place, get } = await site();
    const { airingId } = sounded(at, place, {
      title: 'Luật',
      text: 'Điều khoản dài. '.repeat(3_000),
    });
    expect((await get('/xa/xa-a')).body).toContain(`/xa/xa-a/tin/${airingId}`);
    const own = await get(`/xa/xa-a/tin/${airingId}`);
    expect(own.body).toContain('Phần 1/3');
    expect(own.rawPayload.length).toBeLessThan(50_000);
    expect((await get(`/xa/xa-a/tin/${airingId}?trang=3`)).body).not.toContain('Phần sau');
    expect((await get('/xa/xa-a/tin/khong-co')).statusCode).toBe(404);
  });

  test('takes titles for what they are: markup, emoji, the other direction, 500 letters', async () => {
    const { at, place, get } = await site();
    for (const title of [
      '<script>alert(1)</script>',
      '"><img src=x>',
      'a\u202egnp.exe',
      '😀'.repeat(250),
    ])
      sounded(at, place, { title, text: `${title} '&` });
    const { body } = await get('/xa/xa-a');
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(body).not.toMatch(/<script|<img|\u202e/u);
  });

  test.each([
    '/xa/khong-co',
    '/xa/muong-thu',
    '/xa/xa-a-ban-1',
    '/xa/..%2f..%2fetc',
    '/xa/%00',
    '/xa/xa-a/x',
  ])('%s is a page that says so, or nothing', async (url) => {
    const { get } = await site();
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toMatch(/stack|node_modules/u);
  });
});

describe('the sound', () => {
  test('comes in ranges, asked about anew each time', async () => {
    const { at, place, get } = await site();
    const { airingId, bulletinId } = sounded(at, place);
    const url = `/xa/xa-a/sound/${airingId}.opus`;
    const part = await get(url, { range: 'bytes=0-3' });
    expect([part.statusCode, part.body, part.headers['content-type']]).toEqual([
      206,
      'OggS',
      'audio/ogg',
    ]);
    expect(part.headers['cache-control']).toBe('no-cache');
    at.house.services.publicDesk.markPersonal(place.author, { bulletinId, personalData: true });
    expect((await get(url)).statusCode).toBe(404);
    expect((await get('/xa/xa-a')).body).not.toContain(airingId);
  });

  test.each(['khong-co', '..%2f..%2fclip', '%2e%2e', 'a'.repeat(500)])(
    '%s is not there',
    async (id) => {
      const { get } = await site();
      const { statusCode } = await get(`/xa/xa-a/sound/${id}.opus`);
      expect([404, 414]).toContain(statusCode);
    },
  );
});

describe('a report', () => {
  test('is a form, then a number, then an answer', async () => {
    const { at, place, get, post } = await site();
    const { airingId } = sounded(at, place, { title: 'Họp bản' });
    const form = await get(`/xa/xa-a/phan-anh?viec=noise&luot=${airingId}&loa=loa-2`);
    expect(form.body).toContain('value="noise" required checked');
    expect(form.body).toContain('<option value="xa-a-ban-2" selected>');
    expect(form.headers['cache-control']).toBe('no-store');
    const sent = await post({
      viec: 'noise',
      luot: airingId,
      ban: 'xa-a-ban-2',
      loa: 'loa-2',
      loi: 'rè',
    });
    expect(sent.statusCode).toBe(303);
    const to = String(sent.headers.location);
    const thanks = await get(to);
    expect(thanks.body).toContain('Đã nhận');
    expect(thanks.body).not.toContain('rè');
    const [, number = ''] = /phan-anh\/(\w+)/u.exec(to) ?? [];
    const found = await get(
      `/xa/xa-a/tra-loi?so=${number.slice(0, 4)}-${number.slice(4).toLowerCase()}`,
    );
    expect(found.statusCode).toBe(303);
    const reportId = at.deps.store.reports.byNumber(number)?.id ?? '';
    const said = { answer: 'Đã <b>chỉnh</b>.\nCảm ơn.', answerPublic: true, textPublic: true };
    at.house.services.reports.answer(place.operator, { reportId, ...said });
    const answered = (await get(String(found.headers.location))).body;
    expect(answered).toContain('Đã &lt;b&gt;chỉnh&lt;/b&gt;.');
    expect((await get('/xa/xa-a')).body).toContain('<blockquote lang="vi">rè</blockquote>');
    expect((await get('/xa/xa-a/phan-anh/AAAAAAAA')).body).toContain(
      'Không có phản ánh nào mang số này',
    );
  });

  test('in English stays in English', async () => {
    const { get, post } = await site();
    const sent = await post({ viec: 'wrong', lang: 'en' });
    const to = String(sent.headers.location);
    expect((await get(to)).body).toContain('Received. Thank you.');
    expect((await get('/xa/xa-a/phan-anh?lang=en')).body).toContain('name="lang" value="en"');
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }, 403],
    ['another site by its own word', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page without a name', { origin: 'null' }, 403],
    ['a link elsewhere', { referer: 'https://elsewhere.example/x' }, 403],
    ['this page', { 'sec-fetch-site': 'same-origin' }, 303],
    [
      'this page, an old browser',
      { referer: 'http://localhost:80/xa/xa-a', host: 'localhost:80' },
      403,
    ],
    ['a browser that says nothing', {}, 303],
  ])('from %s', async (_, headers, status) => {
    const { post } = await site();
    expect((await post({ viec: 'noise' }, headers as Record<string, string>)).statusCode).toBe(
      status,
    );
  });

  test('of 10 MB, of another kind, or of nothing is a page that says so', async () => {
    const { app, post, at } = await site();
    const large = await post({ viec: 'noise', loi: 'x'.repeat(10_000_000) });
    expect([large.statusCode, large.body.includes('quá dài')]).toEqual([413, true]);
    const other = await post({}, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(other.statusCode).toBe(415);
    const nothing = await app.inject({ method: 'POST', url: '/xa/xa-a/phan-anh' });
    expect(nothing.statusCode).toBe(303);
    expect((await post({ viec: 'explode' })).statusCode).toBe(303);
    const counts = at.deps.store.reports.counts(at.deps.store.areas.all().map(({ id }) => id));
    expect(counts.new).toBe(0);
  });

  test('after too many says whom to ring, and a form is taken nowhere else', async () => {
    const { app, post } = await site();
    for (let n = 0; n < 30; n += 1) await post({ viec: 'noise', loi: `${n}` });
    const full = await post({ viec: 'noise', loi: 'nữa' });
    expect([full.statusCode, full.body.includes('tel:02123852047')]).toEqual([429, true]);
    const elsewhere = await app.inject({
      ...{ method: 'POST', url: '/api/session', payload: 'name=a&password=b' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(elsewhere.statusCode).toBe(415);
  });
});
