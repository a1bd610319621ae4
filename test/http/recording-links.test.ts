// The pages behind a recording link over real rows: what a stranger with the link sees, and what one without it may try.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { asked, rowOf, tokenOf } from '../services/language-steps.ts';
import { approved, liveCommune, written } from '../services/steps.ts';
import { type Commune, type World, world } from '../services/world.ts';

let at: World;
let place: Commune;
let app: Awaited<ReturnType<typeof buildApp>>;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-links-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'clip.opus'), 'OggS0123456789');
  const path = join(folder, 'clip.opus');
  at.studio.soundPath = () => path;
  at.studio.rendition = async () => ({ path, mime: 'audio/mpeg', bytes: 14 });
  const config = { trustProxy: false, webDir: null, version: 'test' };
  app = await buildApp({ services: at.house.services, config, log: null });
  onTestFinished(() => app.close());
});
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const desk = () => at.house.services.commissions;
async function asking(of: Parameters<typeof asked>[1] = {}) {
  const { id } = await written(at, place);
  const made = desk().create(place.author, asked(id, of));
  return { commissionId: made.commission.id, path: new URL(made.url).pathname, made };
}
async function send(path: string, of: { query?: string; headers?: object; bytes?: Buffer } = {}) {
  const view = at.house.services.recordingLinks.view({ token: tokenOf(path) });
  const query = of.query ?? `ten=P%C3%A1o&dong-y=1&loi=${view.textHash}`;
  return app.inject({
    ...{ method: 'POST', url: `${path}/ban-ghi?${query}` },
    headers: { 'content-type': 'application/octet-stream', ...of.headers },
    payload: of.bytes ?? Buffer.alloc(70_000),
  });
}
function inviting(commissionId: string): string {
  const wish = { commissionId, listenerName: 'Sùng Thị Sua' };
  return new URL(desk().invite(place.author, wish).url).pathname;
}
const judge = (path: string, form: Record<string, string>, headers: object = {}) =>
  app.inject({
    ...{ method: 'POST', url: path, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const hashIn = (body: string): string => /name="hash" value="([^"]+)"/u.exec(body)?.[1] ?? '';

describe('the page of a link', () => {
  test('shows one bulletin in large letters, and tells nobody where it is', async () => {
    const { path } = await asking();
    const { body, headers, statusCode } = await get(path);
    expect(statusCode).toBe(200);
    for (const part of ['Giàng A Páo', 'Xã xa-a', 'Tiếng Mông Trắng', '8/12/2026', 'tiêm chủng'])
      expect(body, part).toContain(part);
    for (const hidden of ['Zalo', '150.000', place.author.name, 'tokenHash'])
      expect(body, hidden).not.toContain(hidden);
    expect(headers).toMatchObject({
      ...{ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' },
      'x-robots-tag': 'noindex',
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).not.toMatch(/style="|https?:\/\//u);
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
    expect((await get(`${path}?lang=en`)).body).toContain('Start recording');
    for (const file of ['/thu-am/trang.js', '/thu-am/trang.css'])
      expect((await get(file)).statusCode).toBe(200);
  });

  test('writes markup in names and words as letters', async () => {
    const { id } = await written(at, place, { text: 'Mời <script>alert(1)</script> bà con họp.' });
    const collaboratorName = '"><img src=x onerror=alert(1)>Páo\u202e';
    const { url } = desk().create(place.author, asked(id, { collaboratorName }));
    const { body } = await get(new URL(url).pathname);
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toMatch(/<img|<script>alert|\u202e/u);
  });

  test('warns where the bulletin names people', async () => {
    const { path, made } = await asking();
    const row = rowOf(at, made.commission.bulletinId);
    at.deps.store.bulletins.update({ ...row, personalData: true });
    expect((await get(path)).body).toContain('đừng chuyển đường dẫn');
  });

  test('guessed, of the other kind, revoked, over: one answer for all', async () => {
    const { path, commissionId } = await asking();
    const listener = inviting(commissionId);
    const guesses = [
      ...['/thu-am/x', `/thu-am/${'A'.repeat(43)}`, path.replace('thu-am', 'nghe-lai')],
      ...[listener.replace('nghe-lai', 'thu-am'), '/thu-am/..%2f..%2fetc%2fpasswd'],
    ];
    for (const guess of guesses) {
      const { statusCode, body } = await get(guess);
      expect([statusCode, body.includes('đã bị thu hồi')], guess).toEqual([404, true]);
    }
    at.clock.move(7 * 86_400_000);
    expect((await get(path)).statusCode).toBe(404);
    expect((await get(`${path}/ban-ghi`)).statusCode).toBe(404);
  });

  test('says so when the bulletin was withdrawn', async () => {
    const { id: bulletinId } = await approved(at, place);
    const { url } = desk().create(place.author, asked(bulletinId));
    at.house.services.approving.withdraw(place.approver, { bulletinId, remark: 'Sai' });
    const { statusCode, body } = await get(new URL(url).pathname);
    expect([statusCode, body.includes('không cần thu âm nữa')]).toEqual([409, true]);
  });
});

describe('what is sent through it', () => {
  test('is heard by a second person through another link, confirmed once, and is then the sound', async () => {
    const { path, commissionId, made } = await asking();
    expect((await send(path)).statusCode).toBe(201);
    const page = await get(path);
    expect(page.body).toContain('Đang chờ người thứ hai');
    for (const kind of ['opus', 'mp3'])
      expect((await get(`${path}/ban-ghi?kieu=${kind}`, { range: 'bytes=0-3' })).body).toBe('OggS');
    const listener = inviting(commissionId);
    const shown = await get(listener);
    expect(shown.body).not.toContain('<script');
    const form = { hash: hashIn(shown.body), dung: '1' };
    const crossed = await judge(listener, form, { 'sec-fetch-site': 'cross-site' });
    expect(crossed.statusCode).toBe(403);
    const done = await judge(listener, form, { 'sec-fetch-site': 'same-origin' });
    expect([done.statusCode, done.headers.location]).toEqual([303, listener]);
    expect((await get(listener)).body).toContain('Đã xác nhận');
    expect(rowOf(at, made.commission.bulletinId)).toMatchObject({ state: 'pending' });
    // replayed
    expect((await judge(listener, form)).statusCode).toBe(409);
    expect((await get(path)).body).not.toContain('<form');
    expect((await send(path)).json().error.code).toBe('commission-over');
  });

  test('is returned with a remark that whoever speaks reads', async () => {
    const { path, commissionId } = await asking();
    await send(path);
    const listener = inviting(commissionId);
    const hash = hashIn((await get(listener)).body);
    expect((await judge(listener, { hash, 'nhan-xet': '' })).statusCode).toBe(400);
    await judge(listener, { hash, 'nhan-xet': 'Thiếu <b>ngày</b>' });
    expect((await get(path)).body).toContain('Thiếu &lt;b&gt;ngày&lt;/b&gt;');
    expect((await get(listener)).body).toContain('Bạn đã trả lại');
  });

  test('shows both what the machine noticed', async () => {
    const say = { vi: 'Vỡ tiếng', en: 'Clipped' };
    const finding = { kind: 'clipped', atMs: 0, untilMs: 1, sentence: null, say };
    at.studio.noticed = [{ ...finding, severity: 'look' }];
    const { path } = await asking();
    await send(path);
    expect((await get(path)).body).toContain('Vỡ tiếng');
    expect((await get(`${path}?lang=en`)).body).toContain('Clipped');
  });

  test.each([
    ['without consent', { query: 'ten=P&loi=x' }, 400],
    ['without a name', { query: 'dong-y=1&loi=x' }, 400],
    ['with a name of a thousand letters', { query: `ten=${'x'.repeat(1e3)}&dong-y=1&loi=x` }, 400],
    ['of words that have changed', { query: 'ten=P&dong-y=1&loi=x' }, 409],
    ['of a gigabyte', { headers: { 'content-length': `${1024 ** 3}` } }, 400],
    ['as a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['from another site', { headers: { origin: 'https://evil.example' } }, 403],
  ])('%s is refused, and no byte is decoded', async (_, of, status) => {
    const { path, commissionId } = await asking();
    const made = at.studio.made.length;
    const answer = await send(path, of);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().error.message.vi).not.toBe('');
    expect(at.studio.made).toHaveLength(made);
    expect(at.deps.store.commissions.get(commissionId)?.state).toBe('asked');
  });

  test('through a token of nothing goes nowhere', async () => {
    const url = `/thu-am/${'A'.repeat(43)}/ban-ghi?ten=P&dong-y=1&loi=x`;
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await app.inject({ method: 'POST', url, headers, payload: Buffer.alloc(9) });
    expect(answer.statusCode).toBe(404);
  });

  test('opens no session and no other address of the service', async () => {
    const { path } = await asking();
    const token = tokenOf(path);
    for (const url of ['/api/bulletins', '/api/commissions', '/api/session'])
      expect(
        (await get(url, { authorization: token, cookie: `vx_session=${token}` })).statusCode,
      ).toBe(401);
  });
});
