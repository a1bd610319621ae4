// The villagers' pages and the officer's answers in a real Chromium: with and without script, light and dark, 360 px.
// It must never assert what rows hold: services' tests do.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCommune, sounded } from '../services/public-steps.ts';
import { PASSWORD, quickPasswords, until } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const shots = process.env.VANGXA_SHOTS;
const shot = async (page: Page, name: string) =>
  shots && page.screenshot({ path: `${shots}/V-${name}.png`, fullPage: true });

async function village() {
  const at = await desk({ browser, webDir: built.webDir });
  const place = await openCommune(at.at);
  const said = (title: string, of: Parameters<typeof sounded>[2] = {}) =>
    sounded(at.at, place, { title, ...of });
  said('Họp bản tối thứ Bảy', {
    text: 'Ủy ban nhân dân xã mời bà con bản một họp lúc mười chín giờ ba mươi tại nhà văn hóa.',
    minutesAgo: 20,
  });
  said('Hồ chứa xả lũ', { minutesAgo: 90, airing: { priority: 'emergency' } });
  said('Diễn tập phòng cháy rừng', {
    ...{ minutesAgo: 200, airing: { drill: true, priority: 'emergency' } },
    verdicts: ['partly-played', 'failed'],
  });
  said('Dừng giữa chừng', { minutesAgo: 300, airing: { state: 'cancelled' } });
  said('Luật Đất đai, quyền của người sử dụng đất', {
    ...{ minutesAgo: 26 * 60, text: 'Người sử dụng đất có các quyền sau đây. '.repeat(40) },
  });
  said('Tìm cháu Giàng A Páo', { minutesAgo: 60, personalData: true });
  return { ...at, place };
}

/** A phone whose script is switched off, counting every byte that comes. */
async function phone(base: string, of: { dark?: boolean; script?: boolean; width?: number } = {}) {
  const context = await browser.newContext({
    viewport: { width: of.width ?? 360, height: 740 },
    javaScriptEnabled: of.script ?? false,
    colorScheme: of.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const seen = { bytes: 0, urls: [] as string[] };
  page.on('response', async (response) => {
    const { responseBodySize, responseHeadersSize } = await response.request().sizes();
    seen.bytes += responseBodySize + responseHeadersSize;
    seen.urls.push(response.url().replace(base, ''));
  });
  return { page, seen, close: () => context.close() };
}

describe.runIf(hasChromium)('villagers', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('read the week without a script, without a cookie, in few bytes', async () => {
    const { base } = await village();
    const { page, seen, close } = await phone(base);
    await page.goto(`${base}/xa/xa-a?loa=loa-1`, { waitUntil: 'networkidle' });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Loa vừa nói gì?');
    expect(await page.getByText('Tìm cháu').count()).toBe(0);
    expect(await page.getByText('Dừng giữa chừng').count()).toBe(0);
    expect(await page.getByText('đã được dừng khi đang phát').count()).toBe(1);
    expect(seen.urls.sort()).toEqual(['/xa/trang.css', '/xa/xa-a?loa=loa-1']);
    await until(() => seen.bytes > 0, 'the sizes');
    expect(seen.bytes).toBeLessThan(50_000);
    process.stdout.write(
      `a week of six, as sent: ${seen.bytes} B in ${seen.urls.length} requests\n`,
    );
    expect(await page.context().cookies()).toEqual([]);
    await shot(page, 'week-360');
    await close();
  }, 60_000);

  test('report in two taps without a script, and see the answer by its number', async () => {
    const { at, base, place } = await village();
    const { page, close } = await phone(base);
    await page.goto(`${base}/xa/xa-a?loa=loa-1`);
    let taps = 0;
    const tap = async (name: RegExp, role: 'link' | 'button') => {
      taps += 1;
      await page.getByRole(role, { name }).first().click();
    };
    await tap(/^Ồn quá: Họp bản/u, 'link');
    await shot(page, 'report-360');
    await tap(/^Gửi phản ánh/u, 'button');
    await page.getByText('Đã nhận. Cảm ơn bà con.').waitFor();
    expect(taps).toBe(2);
    await shot(page, 'thanks-360');
    const [kept] = at.deps.store.reports.list({
      ...{ tenantIds: [place.id], states: ['new'], beforeId: null, limit: 5 },
    });
    expect(kept).toMatchObject({ kind: 'noise', siteId: 'loa-1', areaId: place.villages[0] });
    await page.getByRole('link', { name: 'Về trang của xã' }).click();
    await page.getByLabel('Xem trả lời theo số').fill(kept?.number.toLowerCase() ?? '');
    await page.getByRole('button', { name: 'Xem' }).last().click();
    await page.getByText('Chưa ai xem').waitFor();
    await close();
  }, 60_000);

  test.each([
    ['light', false, 360],
    ['dark', true, 360],
    ['wide', false, 1280],
  ])(
    '%s: nothing is in the way of eyes, ears, thumbs',
    async (name, dark, width) => {
      const { base } = await village();
      const { page, close } = await phone(base, { dark, width, script: true });
      const urls = ['/xa', '/xa/xa-a', '/xa/xa-a?lang=en', '/xa/xa-a/phan-anh', '/xa/khong-co'];
      for (const url of urls) {
        await page.goto(base + url);
        expect([url, ...(await squeezed(page))]).toEqual([url]);
        const smallest = await page.evaluate(
          `Math.min(...[...document.querySelectorAll('body *')].filter((one) => one.textContent.trim()).map((one) => parseFloat(getComputedStyle(one).fontSize)))`,
        );
        expect(smallest).toBeGreaterThanOrEqual(18);
        // the page lets no script in, so the checker comes by the debugger
        expect([url, ...(await complaintsOf(page))]).toEqual([url]);
      }
      await page.goto(`${base}/xa/xa-a`);
      await shot(page, `week-${name}`);
      await close();
    },
    120_000,
  );

  test('are answered by an officer, who sees where and what about', async () => {
    const { at, base, place, sit, complaints } = await village();
    const wish = { code: 'xa-a', airingId: null, village: null, siteId: null, text: '' };
    const send = (of: Partial<Parameters<typeof at.house.services.reports.send>[0]>) =>
      at.house.services.reports.send({ ...wish, kind: 'noise', address: '192.0.2.9', ...of });
    const view = at.house.services.publicPages.view({ code: 'xa-a' });
    const airingId = view.airings[0]?.id ?? null;
    send({ airingId, siteId: 'loa-1', text: 'Loa sát nhà, <b>năm giờ sáng</b> đã phát 😀' });
    send({ kind: 'wrong', airingId, village: 'xa-a-ban-2', text: 'Họp chiều chứ không phải tối' });
    send({ kind: 'unclear', village: 'xa-a-ban-2' });
    send({ kind: 'unclear', village: 'xa-a-ban-2', address: '192.0.2.10' });
    const { accounts } = at.deps.store;
    const hash = await quickPasswords().hash(PASSWORD);
    accounts.putGrant({
      accountId: place.administrator.accountId,
      role: 'author',
      areaId: place.id,
    });
    accounts.setPasswordHash(place.administrator.accountId, hash);
    const page = await sit(360);
    await page.goto(`${base}/#/reports`);
    await page.getByLabel('Tên đăng nhập').fill(place.administrator.name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Loa sát nhà').waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    await shot(page, 'reports-360');
    const mine = page.locator('li.row', { hasText: 'Loa sát nhà' });
    await mine.getByRole('button', { name: 'Trả lời' }).click();
    await mine
      .getByRole('textbox', { name: 'Câu trả lời' })
      .fill('Đã chuyển giờ phát sang 5 giờ 30. Gọi 0912345678.');
    await mine.getByLabel('Đăng công khai').check();
    await shot(page, 'answer-360');
    await mine.getByRole('button', { name: 'Gửi câu trả lời' }).click();
    await mine.getByText('số điện thoại, số giấy tờ').waitFor();
    await mine
      .getByRole('textbox', { name: 'Câu trả lời' })
      .fill('Đã chuyển giờ phát sang 5 giờ 30. Cảm ơn bà con.');
    await mine.getByRole('button', { name: 'Gửi câu trả lời' }).click();
    await page.getByText('Đã trả lời (1)').waitFor();
    await page.getByRole('link', { name: /Đã trả lời/u }).click();
    await page.getByText('Đã chuyển giờ phát').waitFor();
    expect(at.house.services.publicPages.view({ code: 'xa-a' }).answers).toMatchObject([
      { text: null, answer: 'Đã chuyển giờ phát sang 5 giờ 30. Cảm ơn bà con.' },
    ]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await shot(page, 'answered-1280');
    await page.getByRole('button', { name: 'Soạn thành bản tin' }).click();
    await page.waitForURL(/#\/say/u);
    const draft = page.getByLabel('Nội dung').first();
    await expect.poll(() => draft.inputValue()).toContain('Đã chuyển giờ phát');
    await page.goto(`${base}/#/reports`);
    await page.getByText('2 lần').waitFor();
    await shot(page, 'reports-1280');
    const wrong = page.locator('li.row', { hasText: 'Họp chiều' });
    await wrong.getByRole('button', { name: 'Gỡ bản tin' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gỡ bản tin' }).click();
    await until(
      () =>
        at.house.services.publicPages
          .view({ code: 'xa-a' })
          .airings.every(({ id }) => id !== airingId),
      'the bulletin to leave the page',
    );
    expect(complaints).toEqual([]);
  }, 120_000);

  test('have a page because their administrator opened it, with posters for its poles', async () => {
    const { at, base, place, sit } = await village();
    const { publicDesk } = at.house.services;
    publicDesk.setSettings(place.administrator, { areaId: place.id, open: false, phone: null });
    const { accounts } = at.deps.store;
    accounts.setPasswordHash(place.administrator.accountId, await quickPasswords().hash(PASSWORD));
    const page = await sit(360);
    await page.goto(`${base}/#/reports/page`);
    await page.getByLabel('Tên đăng nhập').fill(place.administrator.name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Đang đóng').waitFor();
    await page.getByLabel('Mở trang cho mọi người xem').check();
    await page.getByLabel('Điện thoại của xã').fill('0212 3852 047');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đang mở', { exact: true }).waitFor();
    await page.getByLabel('Cho điểm loa nào?').selectOption('loa-2');
    const link = page.getByRole('link', { name: 'Tải áp phích' });
    expect(await link.getAttribute('href')).toBe(`/api/areas/${place.id}/poster?siteId=loa-2`);
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    await shot(page, 'page-settings-360');
    await page.setViewportSize({ width: 1280, height: 800 });
    await shot(page, 'page-settings-1280');
  }, 60_000);
});
