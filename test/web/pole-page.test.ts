import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ordersOn } from '../services/world.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { type PoleDesk, poleDesk } from './pole-desk.ts';
import { qrPicture } from './qr-picture.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const sit = () => poleDesk({ browser, webDir: built.webDir });
const factsOf = ({ at }: PoleDesk) => at.deps.store.siteFacts.get('loa-1');

describe.runIf(hasChromium)('one speaker’s page, in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('a note, a SIM card and a volume are kept, and said again', async () => {
    const at = await sit();
    const page = await at.open('speakers/loa-1');
    await page.getByText('Ghi chú, ảnh, tên gọi').click();
    await page.getByLabel('Ghi chú của kỹ thuật').fill('Cần thang <b>4 m</b> 🪜');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu.').waitFor();
    expect(factsOf(at)?.note).toBe('Cần thang <b>4 m</b> 🪜');

    await page.getByText('Thẻ SIM', { exact: true }).click();
    await page.getByLabel('Nhà mạng').fill('Viettel');
    await page.getByLabel('Số thuê bao').fill('0978000111');
    await page.getByLabel(/^Ngày phải gia hạn/).fill('2026-12-09');
    await page.getByRole('button', { name: 'Lưu thẻ SIM' }).click();
    await page.getByText('SIM hết hạn 09/12/2026').first().waitFor();
    expect(factsOf(at)?.sim).toMatchObject({ carrier: 'Viettel', number: '0978000111' });

    const volume = page.getByRole('slider', { name: /^Âm lượng/ });
    await volume.focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft');
    await page.getByText('Âm lượng: 80 %').waitFor();
    await page.getByRole('button', { name: 'Lưu âm lượng' }).click();
    await expect.poll(() => factsOf(at)?.volumePercent).toBe(80);
    await page.getByText('đặt 80 %, cụm loa đang báo 100 %').waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('a photo is made small before it is sent, and shown', async () => {
    const at = await sit();
    keepFiles(at);
    const page = await at.open('speakers/loa-1');
    await page.getByText('Ghi chú, ảnh, tên gọi').click();
    const choose = page.getByLabel('Chụp ảnh cột loa');
    const picture = { name: 'cot.png', mimeType: 'image/png' };
    await choose.setInputFiles({ ...picture, buffer: Buffer.from('GIF89a nothing') });
    await page.getByText('Không mở được ảnh này').waitFor();
    await choose.setInputFiles({ ...picture, buffer: qrPicture('x'.repeat(2_000)) });
    await page.getByRole('img', { name: 'Ảnh cột loa Loa loa-1' }).scrollIntoViewIfNeeded();
    const side = () => page.evaluate('document.querySelector(".pole-photo").naturalWidth');
    await expect.poll(side).toBeGreaterThan(100);
    expect(await side()).toBeLessThanOrEqual(1_600);
    expect(factsOf(at)?.photo?.bytes).toBeLessThan(500_000);
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('the place is taken from the phone, and only kept when saved', async () => {
    const at = await sit();
    const page = await at.open('speakers/loa-1');
    await page.context().grantPermissions(['geolocation'], { origin: at.base });
    await page.context().setGeolocation({ latitude: 21.512345, longitude: 104.02, accuracy: 12 });
    await page.getByRole('button', { name: 'Lấy vị trí của điện thoại' }).click();
    await page.getByText('sai số khoảng 12 m').waitFor();
    expect(factsOf(at)?.place ?? null).toBeNull();
    await page.getByRole('button', { name: 'Lưu vị trí' }).click();
    await page.getByRole('link', { name: 'Xem trên bản đồ' }).waitFor();
    expect(factsOf(at)?.place).toEqual({ lat: 21.512345, lon: 104.02 });
  }, 60_000);

  test('a phone that may not say where it is leaves the fields to be typed', async () => {
    const at = await sit();
    const page = await at.open('speakers/loa-1');
    await page.getByRole('button', { name: 'Lấy vị trí của điện thoại' }).click();
    await page.getByText('Không lấy được vị trí').waitFor();
    await page.getByLabel('Vĩ độ').fill('21,5');
    await page.getByLabel('Kinh độ').fill('104,02');
    await page.getByRole('button', { name: 'Lưu vị trí' }).click();
    await page.getByRole('link', { name: 'Xem trên bản đồ' }).waitFor();
    expect(factsOf(at)?.place).toEqual({ lat: 21.5, lon: 104.02 });
  }, 60_000);

  test('a beep is asked for, waits, and is answered where it was asked', async () => {
    const at = await sit();
    const page = await at.open('speakers/loa-1');
    await page.getByRole('button', { name: 'Kêu bíp' }).click();
    await page.getByText('Đang chờ trả lời').waitFor();
    const orders = at.at.wire.said.flatMap(({ topic }) => ordersOn(at.at, topic));
    const order = orders.find(({ kind }) => kind === 'command');
    await at.place.boxes[0]?.receipt({
      ...{ event: 'commanded', streamId: null, orderId: String(order?.orderId) },
      ...{ command: 'identify', ok: true, facts: {} },
    });
    await page.getByText(/^Đã trả lời/).waitFor();
    expect(await page.getByText('Đang chờ trả lời').count()).toBe(0);
  }, 60_000);

  test('spares are made once with their labels, and shown in the store without them', async () => {
    const at = await sit();
    const page = await at.open('speakers/spares');
    await page.getByLabel('Số thiết bị').selectOption('2');
    await page.getByRole('button', { name: 'Tạo và lấy nhãn' }).click();
    await page.getByText('Đã tạo 2 thiết bị').waitFor();
    expect(await page.getByText(/^vangxa:unit:vangxa-spare-/).count()).toBe(2);
    await page.getByRole('button', { name: 'Lấy tờ nhãn để in' }).click();
    await page.getByRole('link', { name: 'Tải tờ nhãn (PDF)' }).waitFor();
    expect(await squeezed(page)).toEqual([]);
    await page.reload();
    await page.getByText('Chưa kết nối').first().waitFor();
    expect(await page.content()).not.toContain('vangxa:unit:');
    await page.getByRole('button', { name: 'Hủy thiết bị này' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hủy thiết bị này' }).click();
    await page.getByText('Đã hủy').waitFor();
    expect(at.complaints).toEqual([]);
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);

/** Photos lie in real files here, for the page shows them. */
function keepFiles({ at }: PoleDesk): void {
  const place = (hash: string) => join(built.webDir, hash);
  at.files.path = place;
  at.files.keep = async (hash, bytes) => writeFileSync(place(hash), bytes);
}
