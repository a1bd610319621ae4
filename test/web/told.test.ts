import { mkdirSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import { DEAD } from '../services/fake-senders.ts';
import { beats, emergency, reach, reachable, silent } from '../services/told-steps.ts';
import { PASSWORD, person, quickPasswords } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, type Desk, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
/** where somebody wants to look at the screens afterwards */
const SHOTS = process.env.VANGXA_SHOTS ?? null;

type Sat = Desk & { page: Page; tenantId: string };

/** A technician who also administers the commune, signed in at this width. */
async function sat(of: { width?: number; dark?: boolean; at?: string } = {}): Promise<Sat> {
  const opened = await desk({ browser, webDir: built.webDir });
  const { place } = await reachable(opened.at);
  const actor = person(opened.at, 'hoa', ['technician', place.id], ['administrator', place.id]);
  const page = await opened.sit(of.width ?? 360);
  if (of.dark) await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(opened, page, { actor, at: of.at ?? '#/told' });
  return { ...opened, page, tenantId: place.id };
}

async function signIn(opened: Desk, page: Page, of: { actor: Actor; at: string }): Promise<void> {
  const hash = await quickPasswords().hash(PASSWORD);
  opened.at.deps.store.accounts.setPasswordHash(of.actor.accountId, hash);
  await page.goto(`${opened.base}/${of.at}`);
  await page.getByLabel('Tên đăng nhập').fill(of.actor.name);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('main h1').waitFor();
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === null) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/T-${name}.png`, fullPage: true });
}

/** What no screen may be: squeezed, or unusable for somebody who hears or sees it otherwise. */
async function sound(page: Page): Promise<void> {
  expect(await squeezed(page)).toEqual([]);
  // the frame around it has tests of its own
  expect(await complaintsOf(page, 'main')).toEqual([]);
}

describe.runIf(hasChromium)('being told, in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test.each([360, 1_280])(
    'messages stand in a list that grows by itself at %i px',
    async (width) => {
      const { at, page, tenantId, complaints } = await sat({ width });
      await page.getByText('Chưa có tin nào').waitFor();
      await sound(page);
      await shot(page, `empty-${width}`);
      reach(at, { ...person(at, 'x'), accountId: ownId(at) }, 7);
      at.senders.answers('sms', DEAD);
      for (let n = 1; n <= 7; n += 1) at.deps.happenings.tell(silent(tenantId, n));
      await beats(at, 60_000);
      await page.getByText('7 cụm loa im lặng').waitFor();
      await page.getByText(/^Đã gửi .* qua Thiết bị$/).waitFor();
      await page.getByText(/Chưa gửi được qua SMS: máy chủ bên kia không trả lời/).waitFor();
      at.deps.happenings.tell(emergency(tenantId));
      await beats(at, 10_000);
      await page.getByText('Tin khẩn cấp đang phát').waitFor();
      await page.getByText('Mới').first().waitFor();
      await sound(page);
      await shot(page, `list-${width}`);
      // looked at is read, and stays marked as new while it is on the screen
      const unread = () => at.deps.store.inbox.unread(ownId(at), [tenantId]);
      await expect.poll(unread).toBe(0);
      expect(await page.getByText('Mới').count()).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    },
    60_000,
  );

  test.each([
    [360, false],
    [360, true],
    [1_280, false],
  ])(
    'settings at %i px, dark %s: an address by its code, kinds, quiet hours',
    async (width, dark) => {
      const { at, page, complaints } = await sat({ width, dark, at: '#/told/settings' });
      await page.getByRole('heading', { name: 'Nhận tin', level: 1 }).waitFor();
      await sound(page);
      await shot(page, `settings-${width}${dark ? '-dark' : ''}`);
      await page.getByLabel('Số di động').fill('0912 345 678');
      await page.getByRole('button', { name: 'Gửi mã xác nhận' }).nth(1).click();
      await page.getByLabel('Mã 6 chữ số').waitFor();
      await sound(page);
      const sent = at.senders.to('sms').at(-1)?.to as { text: string };
      const code = /\d{6}/.exec(sent.text)?.[0] ?? '';
      await page.getByLabel('Mã 6 chữ số').fill(code === '000000' ? '000001' : '000000');
      await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
      await page.getByText('Mã không đúng').waitFor();
      await page.getByLabel('Mã 6 chữ số').fill(code);
      await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
      await page.getByText('+84912345678').waitFor();
      await page.getByRole('button', { name: 'Gửi thử: SMS' }).click();
      await page.getByText('Đã gửi. Nếu không thấy').waitFor();
      const silentKind = page.getByRole('group', { name: 'Cụm loa im lặng' });
      await silentKind.getByLabel('Thư').check();
      await page.getByLabel('Không gửi ra ngoài trong giờ này').uncheck();
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Đã lưu.').waitFor();
      await sound(page);
      await shot(page, `settings-done-${width}${dark ? '-dark' : ''}`);
      expect(at.deps.store.toldSettings.get(ownId(at))).toMatchObject({
        quiet: null,
        choices: { 'speaker-silent': ['app', 'push', 'mail', 'sms'] },
      });
      await page.reload();
      await silentKind.getByLabel('Thư').waitFor();
      expect(await silentKind.getByLabel('Thư').isChecked()).toBe(true);
      expect(complaints).toEqual([]);
    },
    60_000,
  );

  test.each([360, 1_280])(
    'the administrator sees how messages went and makes a webhook at %i px',
    async (width) => {
      const { at, page, tenantId, complaints } = await sat({ width });
      at.deps.happenings.tell(silent(tenantId, 1));
      at.deps.happenings.tell(emergency(tenantId));
      await beats(at, 60_000);
      await page.goto(page.url().replace(/#.*/u, '#/told/commune'));
      await page
        .getByText(/^Đã gửi .* qua SMS$/)
        .first()
        .waitFor();
      await page.locator('summary', { hasText: 'Thêm webhook' }).click();
      await page.getByLabel('Địa chỉ nhận').fill('http://10.0.0.1/x');
      await page.getByRole('button', { name: 'Thêm webhook' }).click();
      await page.getByText('Địa chỉ phải bắt đầu bằng https://').waitFor();
      await page.getByLabel('Địa chỉ nhận').fill('https://trung-tam.example/vang-xa');
      await page.getByRole('button', { name: 'Thêm webhook' }).click();
      await page.getByText('chỉ hiện một lần').waitFor();
      await sound(page);
      await shot(page, `commune-${width}`);
      await page.getByRole('button', { name: 'Gửi thử: Webhook' }).click();
      await page.getByText('Đã gửi. Nếu không thấy').waitFor();
      expect(complaints).toEqual([]);
    },
    60_000,
  );

  test('a push is shown by the worker, and pressed it opens its screen', async () => {
    const { base, page, complaints } = await sat();
    await page.context().grantPermissions(['notifications'], { origin: base });
    const { cdp, registrationId } = await worker(page);
    const letter = {
      ...{ id: 'd1', title: '7 cụm loa im lặng', body: 'Bản Mòng', link: `${base}/#/speakers` },
      ...{ language: 'vi', urgent: true, topic: 'n1' },
    };
    const push = (data: string) =>
      cdp.send('ServiceWorker.deliverPushMessage', { origin: base, registrationId, data });
    await push(JSON.stringify(letter));
    await expect
      .poll(() => shown(page))
      .toEqual([
        { title: '7 cụm loa im lặng', body: 'Bản Mòng', tag: 'n1', screen: '/#/speakers' },
      ]);
    // the same told again takes its place; what cannot be read still points to the list
    await push(JSON.stringify({ ...letter, title: '9 cụm loa im lặng' }));
    await expect
      .poll(async () => (await shown(page)).map(({ title }) => title))
      .toEqual(['9 cụm loa im lặng']);
    await push('{');
    await push(JSON.stringify({ ...letter, topic: 'n2', link: 'https://elsewhere.example/' }));
    await expect
      .poll(async () => (await shown(page)).map(({ screen }) => screen).sort())
      .toEqual([...['/#/speakers', '/#/told', '/#/told']]);
    await press(page, 'n1');
    await page.waitForURL(`${base}/#/speakers`);
    expect((await shown(page)).map(({ tag }) => tag)).not.toContain('n1');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('where the browser has no push service it says so in words, and nothing is left half done', async () => {
    const { at, base, page } = await sat({ at: '#/told/settings' });
    await page.context().grantPermissions(['notifications'], { origin: base });
    // as browsers answer where none is reachable; one that is, is not this test's to find
    await page.evaluate(`PushManager.prototype.subscribe = () =>
      Promise.reject(new DOMException('push service not available', 'AbortError'))`);
    await page.getByRole('button', { name: 'Nhận tin trên thiết bị này' }).click();
    await page.getByText('không đăng ký nhận tin được').waitFor();
    expect(await page.getByText('Đang nhận tin').count()).toBe(0);
    expect(at.deps.store.pushes.of(ownId(at))).toEqual([]);
    await sound(page);
  }, 60_000);
});

function ownId(at: Desk['at']): string {
  return at.deps.store.accounts.byName('hoa')?.id ?? '';
}

async function worker(page: Page): Promise<{ cdp: CDPSession; registrationId: string }> {
  const cdp = await page.context().newCDPSession(page);
  onTestFinished(() => cdp.detach().catch(() => undefined));
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  await page.evaluate(`navigator.serviceWorker.register('/sw.js')
    .then(() => navigator.serviceWorker.ready).then(() => null)`);
  return { cdp, registrationId: await registered };
}

/** Only a finger may bring a page to the front: that one step is left out, and what the worker does of it stays. */
async function press(page: Page, tag: string): Promise<void> {
  const [sw] = page.context().serviceWorkers();
  await sw?.evaluate(`(async () => {
    WindowClient.prototype.focus = async function () { return this; };
    const [notification] = await self.registration.getNotifications({ tag: '${tag}' });
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
  })()`);
}

type Shown = { title: string; body: string; tag: string; screen: string };
async function shown(page: Page): Promise<Shown[]> {
  return page.evaluate(`navigator.serviceWorker.ready
    .then((registration) => registration.getNotifications())
    .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, screen: data.screen })))`);
}

test.skipIf(hasChromium)('Chromium is absent: messages are not tried here', () => undefined);
