// A frame on a phone: written, recorded word by word, confirmed by somebody else, tried out; and what a notice then tells the officer.
// It must never need a microphone: Chromium brings one that hums.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
const HUM = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

describe.runIf(hasChromium)('a commune that speaks Thái', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch(HUM);
    reader = makeReader();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
  });

  test('writes a frame, records it with three presses a word, has it confirmed, and says it', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const { place } = at;
    const { store } = at.at.deps;
    store.languageOrders.put({ areaId: place.id, languages: ['vie', 'blt'] });
    const page = await at.open(place.author, 'frames');
    const clean = async (name: string) => {
      await shot(page, name);
      expect(await squeezed(page)).toEqual([]);
      expect(await complaintsOf(page, 'main')).toEqual([]);
    };
    await page.getByText('Chưa có khung câu nào').waitFor();
    await page.getByRole('button', { name: 'Thêm khung câu' }).click();
    await page.getByLabel('Tên khung').fill('Xả lũ, câu gọn');
    await page.getByLabel('Dùng cùng mẫu thông báo').selectOption('xa-lu');
    await page.getByLabel(/Các câu/u).fill('Hồ xả nước, bà con ở {khu-vuc} rời sông.');
    await page.getByLabel('Giá trị thêm').fill('hạ lưu suối Nậm Mu');
    await clean('F-new');
    await page.getByRole('button', { name: 'Thêm khung câu' }).click();

    // two fixed parts, two villages, one stream
    await page.getByText('Còn thiếu 5 đoạn').waitFor();
    await page.getByLabel('Tên người đọc').fill('Lò Thị Mai');
    await page.getByLabel('Người đọc đồng ý thế nào').fill('ký giấy ngày 3/12');
    await page.getByRole('checkbox', { name: 'Người đọc đồng ý' }).check();
    await page.getByRole('button', { name: 'Bắt đầu ghi' }).click();
    const prompt = page.locator('.frame-prompt');
    expect(await prompt.textContent()).toBe('Hồ xả nước, bà con ở');
    await clean('F-record');
    const button = page.locator('.frame-button');
    for (let piece = 0; piece < 4; piece += 1) {
      const before = await prompt.textContent();
      await button.focus();
      // by the keyboard alone
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Dừng', exact: true }).waitFor();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Tiếp theo' }).waitFor();
      if (piece === 0) await clean('F-heard');
      await button.press('Space');
      await expect.poll(() => prompt.textContent().catch(() => '')).not.toBe(before);
    }
    await page.getByText('4/5', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Bỏ qua' }).click();
    await page.getByRole('button', { name: 'Ghi tiếp các đoạn đã bỏ qua' }).waitFor();

    const other = await at.open(place.approver, `frames/${frameId()}`, 1_280);
    await other.getByRole('button', { name: 'Đánh dấu tất cả là đúng' }).click();
    await other.getByRole('checkbox', { name: /thứ tự các phần/u }).check();
    await other.getByLabel('Tên người nghe').fill('Quàng Văn Phóng');
    await shot(other, 'F-confirm-1280');
    expect(await squeezed(other)).toEqual([]);
    await other.getByRole('button', { name: 'Xác nhận 4 đoạn' }).click();
    await other.getByText('đã được Quàng Văn Phóng nghe').waitFor();

    await page.getByLabel('Vùng bị ảnh hưởng').fill('hạ lưu suối Nậm Mu');
    await page.getByRole('button', { name: 'Ghép và nghe' }).click();
    await page.getByText('Chưa nói được, còn thiếu').waitFor();
    await page.getByLabel('Vùng bị ảnh hưởng').fill('ban-1');
    await page.getByRole('button', { name: 'Ghép và nghe' }).click();
    await page.locator('audio[src^="blob:"]').waitFor();
    await clean('F-try');

    // one word more: what keeps its words keeps its recordings, and the whole is heard again
    await page.getByRole('button', { name: 'Sửa khung' }).click();
    const sentences = page.getByRole('textbox', { name: /Các câu/u });
    expect(await sentences.inputValue()).toBe('Hồ xả nước, bà con ở {khu-vuc} rời sông.');
    expect(await page.getByLabel('Giá trị thêm').inputValue()).toBe('hạ lưu suối Nậm Mu');
    await sentences.fill('Hồ xả nước, bà con ở {khu-vuc} rời sông ngay.');
    await clean('F-change');
    await page.getByRole('button', { name: 'Lưu khung' }).click();
    await page.locator('summary', { hasText: 'Còn thiếu 2 đoạn' }).waitFor();
    await page.getByText('Chưa ai nghe thử và xác nhận cả khung').waitFor();
    const change = page.getByRole('button', { name: 'Sửa khung' });
    await expect.poll(() => change.evaluate((it) => it === document.activeElement)).toBe(true);
    // opened, left, opened again: what was typed is still there, and a reload does not empty it
    await page.keyboard.press('Enter');
    await sentences.fill('Hồ xả nước, bà con ở {khu-vuc} rời sông');
    await page.getByRole('button', { name: 'Không sửa nữa' }).click();
    await page.reload();
    await change.click();
    expect(await sentences.inputValue()).toBe('Hồ xả nước, bà con ở {khu-vuc} rời sông');
    // somebody else saves meanwhile: told, and nothing of theirs is written over
    const [mine] = store.frames.ofTenants([place.id]);
    const theirs = { ...(mine as NonNullable<typeof mine>), version: 9 };
    store.frames.update(theirs);
    at.at.deps.changes.tell({ kind: 'notice', id: place.id, tenantId: place.id });
    await page.getByRole('button', { name: 'Lưu khung' }).click();
    await page.getByText('đã được người khác sửa').waitFor();
    expect(store.frames.get(theirs.id)).toEqual(theirs);
    await page.getByRole('button', { name: 'Không sửa nữa' }).click();
    await change.click();
    await sentences.fill('Hồ xả nước, bà con ở {khu-vuc} rời sông.');
    await page.getByRole('button', { name: 'Lưu khung' }).click();
    await page.locator('summary', { hasText: 'Còn thiếu 1 đoạn' }).waitFor();
    await other.reload();
    await other.getByRole('checkbox', { name: /thứ tự các phần/u }).check();
    await other.getByLabel('Tên người nghe').fill('Quàng Văn Phóng');
    await other.getByRole('button', { name: 'Xác nhận 0 đoạn' }).click();
    await other.getByText('đã được Quàng Văn Phóng nghe').waitFor();

    await page.goto(`${at.base}/#/notice/xa-lu`);
    await page.getByLabel('Vùng bị ảnh hưởng').fill('hạ lưu suối Nậm Mu');
    // an emergency is sent to villages that a person names
    await page.getByRole('button', { name: 'Tất cả' }).click();
    const offer = page.locator('.frame-offers');
    await offer.getByText('Tiếng Thái Đen').waitFor();
    await offer.getByText('“hạ lưu suối Nậm Mu”').waitFor();
    await page.getByLabel('Vùng bị ảnh hưởng').fill('ban-1');
    await offer.getByText('đủ tiếng').waitFor();
    await offer.scrollIntoViewIfNeeded();
    await clean('F-offers');
    expect(at.complaints).toEqual([]);

    function frameId(): string {
      return store.frames.ofTenants([place.id])[0]?.id ?? '';
    }
  }, 90_000);
});
