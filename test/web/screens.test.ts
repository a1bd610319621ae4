import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveCommune, pass, scheduled, sentAiring, written } from '../services/steps.ts';
import { type Commune, PASSWORD, quickPasswords } from '../services/world.ts';
import { builtPage, type Desk, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;

/** An author who also plans and keeps the speakers, in a commune with two of them on the line. */
async function busyCommune() {
  const at = await desk({ browser, webDir: built.webDir });
  const place = await liveCommune(at.at);
  const { accounts } = at.at.deps.store;
  const { accountId } = place.author;
  for (const role of ['technician', 'operator', 'planner', 'administrator'] as const)
    accounts.putGrant({ accountId, role, areaId: place.id });
  accounts.setPasswordHash(accountId, await quickPasswords().hash(PASSWORD));
  const signIn = async (page: Page) => {
    await page.getByLabel('Tên đăng nhập').fill(place.author.name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Các mục chính' }).waitFor();
  };
  return { ...at, place, signIn };
}

async function approvedAndSent(at: Desk, place: Commune): Promise<string> {
  const { bulletins } = at.at.house.services;
  const bulletin = await written(at.at, place);
  bulletins.submit(place.author, { bulletinId: bulletin.id });
  const contentHash = at.at.deps.store.clips.get(bulletin.clipId ?? '')?.contentHash ?? '';
  bulletins.approve(place.approver, { bulletinId: bulletin.id, contentHash });
  scheduled(at.at, place, { bulletin, rule: { kind: 'cron', pattern: '30 17 * * 1-5' } });
  scheduled(at.at, place, { bulletin, rule: { kind: 'now' } });
  return sentAiring(at.at);
}

describe.runIf(hasChromium)('every screen in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test.each([360, 1280])(
    'fits %i px, names its fields, and complains of nothing',
    async (width) => {
      const at = await busyCommune();
      const airing = await approvedAndSent(at, at.place);
      const page = await at.sit(width);
      await page.goto(at.base);
      expect(await squeezed(page)).toEqual([]);
      await at.signIn(page);
      const screens = ['say', 'approvals', 'plan', 'plan/past', 'plan/rules', 'plan/new'];
      const rest = ['speakers', 'speakers/new', 'areas', 'accounts', 'audit', 'more', 'nowhere'];
      for (const path of [...screens, ...rest, `airing/${airing}`, `areas/${at.place.id}`]) {
        await page.goto(`${at.base}/#/${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expect.poll(() => page.getByText('Đang tải…').count()).toBe(0);
        expect(await squeezed(page), path).toEqual([]);
        expect(await page.locator('.notice-bad').count(), path).toBe(0);
      }
      expect(at.complaints).toEqual([]);
    },
    90_000,
  );

  test('a schedule is previewed before it is added, with why it would not air', async () => {
    const at = await busyCommune();
    await approvedAndSent(at, at.place);
    const page = await at.sit();
    await page.goto(`${at.base}/#/plan/new`);
    await at.signIn(page);
    await page.getByRole('checkbox', { name: /Xã xa-a/ }).check();
    await page.getByRole('radio', { name: 'Lặp lại' }).check();
    await page.getByRole('textbox', { name: 'Giờ phát thứ 1' }).fill('18h15');
    await page.getByText('Những lần phát tới').waitFor();
    await expect.poll(() => page.getByText('18:15', { exact: true }).count()).toBe(5);
    await page.getByRole('radio', { name: /mẫu cron/ }).check();
    await page.getByRole('textbox', { name: 'Mẫu cron' }).fill('0 0 30 2 *');
    await page.locator('.notice-bad, .wrong').waitFor();
  }, 60_000);

  test('the service’s refusal is shown in the language chosen, and the choice is kept', async () => {
    const at = await busyCommune();
    const page = await at.sit();
    await page.goto(at.base);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Sign-in name').fill('nobody');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/^[\x20-\x7e]+$/);
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  }, 60_000);

  test('a change made elsewhere appears without a touch', async () => {
    const at = await busyCommune();
    const page = await at.sit();
    await page.goto(`${at.base}/#/speakers`);
    await at.signIn(page);
    await page.getByText('2/2 cụm loa trực tuyến').first().waitFor();
    await at.place.boxes[0]?.hello({ online: false });
    await page.getByText('1/2 cụm loa trực tuyến').first().waitFor();
    // a will is the broker's word alone: said at once, and called silence only after a while
    await page.getByText('Vừa mất tín hiệu').waitFor();
  }, 60_000);

  test('a session that ends while one writes asks to sign in again and keeps the text', async () => {
    const at = await busyCommune();
    const page = await at.sit();
    await page.goto(`${at.base}/#/say`);
    await at.signIn(page);
    const text = page.getByLabel('Viết hoặc dán nội dung cần phát');
    await text.fill('Mời bà con họp.');
    at.at.deps.store.sessions.dropOf(at.place.author.accountId);
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    const again = page.getByRole('dialog');
    await again.getByText('Những gì bạn đang làm vẫn còn nguyên').waitFor();
    await page.keyboard.press('Escape');
    await again.getByText(at.place.author.name, { exact: true }).waitFor();
    await again.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await text.inputValue()).toBe('Mời bà con họp.');
  }, 60_000);

  test('a lost line is said, and what changed meanwhile is there when it is back', async () => {
    const at = await busyCommune();
    const page = await at.sit();
    await page.goto(`${at.base}/#/speakers`);
    await at.signIn(page);
    await page.getByText('2/2 cụm loa trực tuyến').first().waitFor();
    await page.context().setOffline(true);
    // Chromium keeps an open stream when offline: the server ends it, as a lost line would
    at.cutLines();
    await page.getByText('Mất kết nối, đang nối lại').waitFor();
    await at.place.boxes[0]?.hello({ online: false });
    await page.context().setOffline(false);
    await page.getByText('1/2 cụm loa trực tuyến').first().waitFor({ timeout: 20_000 });
    expect(await page.getByText('Mất kết nối, đang nối lại').count()).toBe(0);
  }, 60_000);

  test('an emergency is asked about before it is made, and no means no', async () => {
    const at = await busyCommune();
    const page = await at.sit();
    await page.goto(`${at.base}/#/say`);
    await at.signIn(page);
    await page.getByLabel('Viết hoặc dán nội dung cần phát').fill('Hồ xả lũ lúc 15h00.');
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    await page.getByRole('radio', { name: /Khẩn cấp/ }).check();
    await page.getByRole('button', { name: 'Tạo âm thanh' }).click();
    await page.getByRole('dialog').getByText('Chỉ dùng khi tính mạng').waitFor();
    await page.keyboard.press('Escape');
    expect(at.at.deps.store.bulletins.ofTenants([at.place.id])).toEqual([]);
    await page.getByRole('button', { name: 'Tạo âm thanh' }).click();
    await page.getByRole('button', { name: 'Đúng, khẩn cấp' }).click();
    await page.getByRole('heading', { name: 'Nghe thử' }).waitFor();
    const [made] = at.at.deps.store.bulletins.ofTenants([at.place.id]);
    expect(made?.priority).toBe('emergency');
    await pass(at.at, 1_000);
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);
