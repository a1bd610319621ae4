// The source system's screen in a real Chromium: what came, what was kept out, the trust given; narrow and dark.
// It must never assert what rows hold: services' tests do.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, proofOf, signing, written } from '../domain/source/source-samples.ts';
import { liveCommune } from '../services/steps.ts';
import { PASSWORD, person, quickPasswords } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const shots = process.env.VANGXA_SHOTS;
const shot = async (page: Page, name: string) =>
  shots && page.screenshot({ path: `${shots}/N-${name}.png`, fullPage: true });

async function province(set: boolean) {
  const at = await desk({ browser, webDir: built.webDir });
  const { deps, source, house, clock } = at.at;
  await liveCommune(at.at);
  const provinceId = deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
  const head = person(at.at, 'lanh-dao', ['approver', provinceId], ['administrator', provinceId]);
  const hash = await quickPasswords().hash(PASSWORD);
  deps.store.accounts.setPasswordHash(head.accountId, hash);
  const key = signing();
  const push = (of: Record<string, unknown>, signs = true) => {
    const issuedAt = new Date(clock.planMs()).toISOString();
    const body = bytesOf(written({ issuedAt, ...of }));
    const proof = signs ? proofOf(key, body, clock.wallMs()) : null;
    try {
      house.services.source.take({ contentType: 'application/json', body, proof });
    } catch {
      // what is refused is on the screen
    }
  };
  if (set) {
    source.set({ keys: [key.key] });
    source.answers(() => {
      throw new Error('ECONNREFUSED');
    });
    push({ title: '<img src=x onerror=alert(1)>' });
    push({ externalId: 'TTN-2', priority: 'emergency', title: 'X'.repeat(299) });
    push({ externalId: 'TTN-3', province: 'tinh-khac' });
    push({ externalId: 'TTN-4', priority: 'emergency', title: 'Giả mạo' }, false);
    await house.beat();
    await house.source.idle();
  }
  const page = await at.sit(360);
  await page.goto(`${at.base}/#/source`);
  await page.getByLabel('Tên đăng nhập').fill('lanh-dao');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  return { ...at, page };
}

describe.runIf(hasChromium)('the source system on screen', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('shows what came and why not, gives the trust after a question, and fits a phone', async () => {
    const { page, base, complaints } = await province(true);
    await page.getByText('Không liên lạc được: ECONNREFUSED').waitFor();
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.getByText('Bản tin của tỉnh khác, không phải của tỉnh này (tinh-khac).').waitFor();
    await page.getByText('Không có chữ ký của hệ thống thông tin nguồn').waitFor();
    expect(await page.getByText('Giả mạo').count()).toBe(1);
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    await shot(page, 'source-360');
    await page.getByRole('button', { name: 'Bật phát ngay' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('mang tên bạn là người duyệt').waitFor();
    await dialog.getByRole('button', { name: 'Bật phát ngay' }).click();
    await page.getByText('Đang bật', { exact: true }).waitFor();
    await page.getByText(/Cán bộ lanh-dao bật lúc/).waitFor();
    const raw = await page.request.get(
      `${base}${await page.locator('a[download]').first().getAttribute('href')}`,
    );
    expect([raw.status(), raw.headers()['content-type']]).toEqual([
      200,
      'application/octet-stream',
    ]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await complaintsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1_280, height: 800 });
    expect(await squeezed(page)).toEqual([]);
    await shot(page, 'source-1280-dark');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('says what to do where it is not set up', async () => {
    const { page } = await province(false);
    await page.getByText('Chưa nối với hệ thống thông tin nguồn').waitFor();
    expect(await page.getByText('VANGXA_SOURCE_KEYS').count()).toBe(1);
    expect(await complaintsOf(page)).toEqual([]);
  }, 60_000);
});
