// What happens to a person's work when the line, the session or the clock of their phone fails them.
// It must never know how the page keeps what was typed.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commune, PASSWORD, person, quickPasswords, setUp } from '../services/world.ts';
import { builtPage, type Desk, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const TEXT = 'Mời bà con bản Mòng ra nhà văn hóa họp.';
const BOX = 'Viết hoặc dán nội dung cần phát';

describe.runIf(hasChromium)('on a bad line', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('a session that ends in the middle of a sentence: signed in again, the sentence is there', async () => {
    const { at, page, authorId } = await office();
    await page.goto(`${at.base}/#/say`);
    await page.getByLabel(BOX).fill(TEXT);
    at.at.deps.store.sessions.dropOf(authorId);
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    const again = page.getByRole('dialog', { name: 'Đăng nhập lại' });
    await again.waitFor();
    // whoever sits here now sees nothing of it
    expect(await page.getByLabel(BOX).isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await again.waitFor();
    await again.getByLabel('Mật khẩu').fill(PASSWORD);
    await again.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel(BOX).inputValue()).toBe(TEXT);
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    await page.getByRole('heading', { name: 'Loa sẽ đọc thế này' }).waitFor();
    expect(at.complaints).toEqual([]);
  });

  test('what one person typed is not shown to the next on the same machine', async () => {
    const { at, page } = await office();
    await page.goto(`${at.base}/#/say`);
    await page.getByLabel(BOX).fill(TEXT);
    await page.reload();
    expect(await page.getByLabel(BOX).inputValue()).toBe(TEXT);
    await page.goto(`${at.base}/#/more`);
    await page.locator('#main').getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('bản Mòng');
  });

  test('the other language, asked for without a line, is refused with the reason, and the stop stays in reach', async () => {
    const { at, page } = await office();
    await page.goto(`${at.base}/#/areas`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.context().setOffline(true);
    const english = page.getByRole('button', { name: 'English' });
    await english.click();
    await page.locator('.banners').getByText('Không kết nối được với máy chủ').waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    await page.context().setOffline(false);
    await english.click();
    await page.getByRole('button', { name: 'Tiếng Việt' }).waitFor();
  });

  test('a line that is lost is said, and what happened meanwhile is caught up with', async () => {
    const { at, page, areas, admin, communeId } = await office();
    await page.goto(`${at.base}/#/areas`);
    await page.getByText('ban-1', { exact: true }).first().waitFor();
    await page.context().setOffline(true);
    at.cutLines();
    await page.getByText('Mất kết nối, đang nối lại').waitFor();
    areas.create(admin, { code: 'ban-moi', kind: 'village', name: 'Bản Mới', parentId: communeId });
    await page.context().setOffline(false);
    await page.getByText('Bản Mới').first().waitFor({ timeout: 20_000 });
    expect(await page.getByText('Mất kết nối, đang nối lại').count()).toBe(0);
  });

  test('a phone that loses its bars says so at once, though nothing was closed', async () => {
    const { at, page } = await office();
    await page.goto(`${at.base}/#/areas`);
    await page.getByText('ban-1', { exact: true }).first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('Mất kết nối, đang nối lại').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Mất kết nối, đang nối lại').waitFor({ state: 'detached' });
  });

  test('an answer that is lost: pressed again, it was done once', async () => {
    const { at, page } = await office();
    await page.goto(`${at.base}/#/say`);
    await page.getByLabel(BOX).fill(TEXT);
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    let lost = 0;
    await page.route('**/api/bulletins', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch(); // it reaches the service, which does it
      return route.abort('connectionreset');
    });
    const make = page.getByRole('button', { name: 'Tạo âm thanh' });
    await make.click();
    await page.getByText('Không kết nối được với máy chủ').waitFor();
    await make.click();
    await page.getByRole('heading', { name: 'Nghe thử' }).waitFor();
    expect(
      at.at.deps.store.bulletins.ofTenants(at.at.deps.store.areas.all().map(({ id }) => id)),
    ).toHaveLength(1);
  });

  test('pressed twice quickly, it is done once', async () => {
    const { at, page } = await office();
    await page.goto(`${at.base}/#/say`);
    await page.getByLabel(BOX).fill(TEXT);
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    await page.getByRole('button', { name: 'Tạo âm thanh' }).dblclick();
    await page.getByRole('heading', { name: 'Nghe thử' }).waitFor();
    expect(
      at.at.deps.store.bulletins.ofTenants(at.at.deps.store.areas.all().map(({ id }) => id)),
    ).toHaveLength(1);
  });

  test('a phone whose clock is a day wrong shows the hours of the service', async () => {
    const { at, page } = await office();
    await page.clock.setFixedTime(new Date('2026-12-04T03:00:00+07:00'));
    await page.goto(`${at.base}/#/say`);
    await page.reload();
    await page.getByLabel(BOX).fill(TEXT);
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    await page.getByRole('button', { name: 'Tạo âm thanh' }).click();
    await page.getByRole('radio', { name: 'Vào lúc' }).check();
    // by the service it is Saturday 5 December, noon; the phone believes Friday, three in the morning
    const day = page.getByLabel('Ngày', { exact: true });
    expect(await day.locator('option:checked').textContent()).toContain('Thứ Bảy 05/12');
  });

  test('without any line the page still opens, and says what is wrong', async () => {
    const { at, page } = await office();
    await page.goto(`${at.base}/#/say`);
    await page.waitForFunction('navigator.serviceWorker.ready.then(() => true)');
    // the second opening goes through the worker, which keeps what it fetches
    await page.reload();
    await page.getByLabel(BOX).waitFor();
    await page.waitForFunction(
      "caches.open('vang-xa-shell').then((it) => it.keys()).then((kept) => kept.length > 2)",
    );
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Không kết nối được với máy chủ').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByLabel(BOX).waitFor();
    expect(
      await page.evaluate(
        "caches.open('vang-xa-shell').then((it) => it.keys()).then((kept) => kept.some(({ url }) => url.includes('/api/')))",
      ),
    ).toBe(false);
  });

  test('the back button in the middle loses nothing', async () => {
    const { at, page } = await office();
    await page.goto(`${at.base}/#/plan`);
    await page.goto(`${at.base}/#/say`);
    await page.getByLabel(BOX).fill(TEXT);
    await page.goBack();
    await page.getByRole('heading', { name: 'Lịch phát' }).first().waitFor();
    await page.goForward();
    expect(await page.getByLabel(BOX).inputValue()).toBe(TEXT);
  });
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);

/** A commune with an author signed in at a phone. */
async function office(): Promise<{
  at: Desk;
  page: Page;
  authorId: string;
  admin: Awaited<ReturnType<typeof setUp>>;
  areas: Desk['at']['house']['services']['areas'];
  communeId: string;
}> {
  const at = await desk({ browser, webDir: built.webDir });
  const admin = await setUp(at.at);
  const xa = commune(at.at, admin, 'xa-a');
  const author = person(at.at, 'bien-tap', ['author', xa.id]);
  const hash = await quickPasswords().hash(PASSWORD);
  at.at.deps.store.accounts.setPasswordHash(author.accountId, hash);
  const page = await at.sit();
  await page.goto(at.base);
  await page.getByLabel('Tên đăng nhập').fill('bien-tap');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation', { name: 'Các mục chính' }).waitFor();
  const { areas } = at.at.house.services;
  return { at, page, authorId: author.accountId, admin, areas, communeId: xa.id };
}
