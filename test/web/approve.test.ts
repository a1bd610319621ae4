// The approver's page in a real browser at 360 px: everything before the press, the press, and after.
// It must never know how a bulletin is judged.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { until } from '../services/world.ts';
import { approvers, shot, TEXT } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
const started = () => approvers({ browser, webDir: built.webDir, reader });

describe.runIf(hasChromium)('an approver with a phone', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
    reader = makeReader();
  });
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
  });

  test('finds it, reads what must be right, and approves: two taps from the list', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const page = await at.open(at.place.approver, 'approvals');
    await page.getByRole('heading', { name: 'Chờ duyệt (1)' }).waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await shot(page, 'A-list');
    const startMs = performance.now();
    await page.getByRole('link', { name: /Họp bản/ }).click();
    for (const one of ['19h30', '28/11/2026', '50.000 đồng'])
      await page.locator('.digest mark', { hasText: one }).first().waitFor();
    await page.getByText('2 cụm loa, 2 đang trực tuyến').waitFor();
    await page.getByText('17:30, thứ Hai', { exact: false }).first().waitFor();
    await page.getByRole('heading', { name: 'Phiếu duyệt' }).waitFor();
    await shot(page, 'A-approve');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    const headings = await page.locator('h1, h2').allTextContents();
    expect(headings).toEqual([
      'Họp bản tối thứ Bảy',
      'Những điều phải đúng',
      'Lời và âm thanh',
      'Ai sẽ nghe, khi nào',
      'Phiếu duyệt',
    ]);
    await page.getByRole('button', { name: 'Duyệt cho phát' }).click();
    await page.getByText(/Đã duyệt\. (Sẽ phát lúc|Phát ngay)/).waitFor();
    const tookMs = performance.now() - startMs;
    expect(tookMs).toBeLessThan(30_000);
    expect(at.at.deps.store.bulletins.get(bulletin.id)?.state).toBe('approved');
    await shot(page, 'A-approved');
    expect(await complaintsOf(page, 'main')).toEqual([]);
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('is told which pole stays silent, until when and why', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const { hushes } = at.at.house.services;
    hushes.begin(at.place.operator, {
      ...{ siteId: 'loa-1', reasonKind: 'funeral', reason: 'Đám tang nhà ông Pâng' },
      // past Monday, 17:30: a hush that is over by then silences nobody
      untilMs: at.at.clock.planMs() + 3 * 86_400_000,
    });
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByText('Loa loa-1 đang tạm im đến', { exact: false }).waitFor();
    await page.getByText('Đám tang nhà ông Pâng', { exact: false }).first().waitFor();
  }, 60_000);

  test('by keyboard alone: the bar is reached, and Enter approves', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    const button = page.getByRole('button', { name: 'Duyệt cho phát' });
    await button.waitFor();
    await button.focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').textContent()).toBe('Trả lại');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Đã duyệt.', { exact: false }).waitFor();
  }, 60_000);

  test('returns it with a reason pressed and a word written; markup in it stays words', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByRole('button', { name: 'Trả lại' }).click();
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: 'Gửi trả lại' });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Sai ngày, giờ' }).click();
    const field = dialog.getByLabel('Lời nhắn cho người soạn');
    expect(await field.inputValue()).toBe('Sai ngày, giờ');
    await field.fill('Sai ngày, giờ; <img src=x onerror=alert(1)>');
    await page.waitForTimeout(50);
    await shot(page, 'A-return');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    // nothing typed is lost with the page
    await page.reload();
    await page.getByRole('button', { name: 'Trả lại' }).click();
    expect(await field.inputValue()).toContain('<img');
    await send.click();
    await page.getByText('Đã trả lại cho người soạn.').waitFor();
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    const author = await at.open(at.place.author, `say/${bulletin.id}`);
    await author.getByText('Sai ngày, giờ', { exact: false }).waitFor();
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('sees what changed since last time, figures first, and it is still there on a second look', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByRole('button', { name: 'Duyệt cho phát' }).waitFor();
    const { store } = at.at.deps;
    const of = { accountId: at.place.approver.accountId, bulletinId: bulletin.id };
    await until(() => store.seen.get(of) !== null, 'what was seen');
    await at.resent(bulletin, TEXT.replace('50.000', '70.000'));
    // it changed under the eyes: the page follows by itself
    await page.getByRole('heading', { name: 'Khác gì so với lần bạn xem trước' }).waitFor();
    await page.locator('.changed del', { hasText: '50.000 đồng' }).first().waitFor();
    await page.locator('.changed ins', { hasText: '70.000 đồng' }).first().waitFor();
    await page.locator('.digest mark', { hasText: '70.000 đồng' }).first().waitFor();
    await shot(page, 'A-changed');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await page.reload();
    await page.locator('.changed ins', { hasText: '70.000 đồng' }).first().waitFor();
    await page.getByRole('button', { name: 'Duyệt cho phát' }).click();
    await page.getByText('Đã duyệt.', { exact: false }).waitFor();
  }, 90_000);

  test('an emergency is asked about before it is approved, and no means no', async () => {
    const at = await started();
    const bulletin = await at.sent({ priority: 'emergency', title: 'Xả lũ' });
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByRole('button', { name: 'Duyệt cho phát' }).click();
    await page.getByRole('dialog').getByText('cắt ngang mọi tin khác', { exact: false }).waitFor();
    await shot(page, 'A-emergency');
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(at.at.deps.store.bulletins.get(bulletin.id)?.state).toBe('pending');
    await page.getByRole('button', { name: 'Duyệt cho phát' }).click();
    await page.getByRole('button', { name: 'Đúng, duyệt tin khẩn cấp' }).click();
    await page.getByText('Đã duyệt.', { exact: false }).waitFor();
  }, 60_000);

  test('the next one is a thumb away; what was approved can be withdrawn with a reason', async () => {
    const at = await started();
    const first = await at.sent();
    await at.sent({ title: 'Cắt điện', text: 'Cắt điện ngày 30/11/2026.' });
    const page = await at.open(at.place.approver, `approvals/${first.id}`);
    await page.getByRole('button', { name: 'Duyệt cho phát' }).click();
    await page.getByRole('link', { name: 'Bản tin tiếp theo (còn 1)' }).click();
    await page.getByRole('heading', { name: 'Cắt điện' }).waitFor();
    await page.goto(`${at.base}/#/approvals/${first.id}`);
    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('button', { name: 'Sai tên, địa điểm' }).click();
    await shot(page, 'A-withdraw');
    await page.getByRole('button', { name: 'Thu hồi và dừng phát' }).click();
    await page.getByText('Đã thu hồi.', { exact: false }).waitFor();
    expect(at.at.deps.store.bulletins.get(first.id)).toMatchObject({
      state: 'returned',
      stateReason: 'Sai tên, địa điểm',
    });
    await page.goto(`${at.base}/#/approvals`);
    await page.getByRole('heading', { name: 'Vừa quyết định' }).waitFor();
  }, 60_000);

  test('fits an office PC too, without a complaint', async () => {
    const at = await started();
    const bulletin = await at.sent();
    for (const width of [1280, 1920]) {
      const page = await at.open(at.place.approver, `approvals/${bulletin.id}`, width);
      await page.locator('.digest mark').first().waitFor();
      await shot(page, `A-approve-${width}`);
      expect(await squeezed(page)).toEqual([]);
      expect(await complaintsOf(page, 'main')).toEqual([]);
    }
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);
