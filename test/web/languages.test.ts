// Languages at the desks: a variant added and asked for, an order of languages set, what is missing told while planning.
// It must never assert what rows hold: services' tests do.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { sendBy, tokenOf } from '../services/language-steps.ts';
import { PASSWORD, quickPasswords } from '../services/world.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;

const fits = async (page: Page, name: string) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await shot(page, `L-${name}-${width}`);
    expect([name, width, ...(await squeezed(page))]).toEqual([name, width]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await complaintsOf(page, 'main')).toEqual([]);
};

describe.runIf(hasChromium)('languages at the desks', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
    reader = makeReader();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
  });

  test('an author adds a language, asks for a recording, and the list follows it to the end', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const bulletin = await at.write();
    const page = await at.open(at.place.author, `say/${bulletin.id}`);
    await page.getByText('Thêm ngôn ngữ', { exact: true }).click();
    const add = page.locator('details', { hasText: 'Thêm ngôn ngữ' });
    await add.getByLabel('Ngôn ngữ của bản tin').selectOption('mww');
    await page.getByRole('button', { name: 'Thêm bản này' }).click();
    await page.getByText('Đây là bản tiếng khác').waitFor();
    await page.getByText('Đặt thu âm').first().click();
    await page.getByLabel('Tên cộng tác viên').fill('Giàng A Páo');
    await page.getByLabel('Thù lao đã thỏa thuận').fill('150.000 đ');
    await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    await page.getByText('Nó chỉ hiện một lần').waitFor();
    const url = await page.getByRole('textbox', { name: 'Chép' }).inputValue();
    await fits(page, 'variant');

    await page.goto(`${at.base}/#/recordings`);
    await page.getByText('chưa gửi bản ghi').waitFor();
    await sendBy(at.at, tokenOf(url));
    await page.getByText('chờ người thứ hai nghe').waitFor();
    await page.getByText('Chi tiết').click();
    await page.getByLabel('Tên người nghe lại').fill('Sùng Thị Sua');
    await page.getByRole('button', { name: 'Mời người nghe lại' }).click();
    await page.getByText('cho người nghe lại. Nó').waitFor();
    await fits(page, 'recordings');
    // whoever asked for it does not find it right as well
    await page.getByText('nên không tự xác nhận').waitFor();
    const second = await at.open(at.place.approver, 'recordings');
    await second.getByText('Chi tiết').click();
    await second.getByRole('button', { name: 'xác nhận đúng' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'xác nhận đúng' }).click();
    await second.getByText('đã xác nhận').first().waitFor();
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('a village’s order is set, and what is missing there is told while planning', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const { store } = at.at.deps;
    const bulletin = at.approve(at.place.approver, await at.sent());
    const { accountId } = at.place.operator;
    store.accounts.setPasswordHash(accountId, await quickPasswords().hash(PASSWORD));
    const page = await at.open(at.place.operator, `areas/${at.place.id}`);
    await page.getByRole('heading', { name: 'Thứ tự ngôn ngữ khi phát' }).waitFor();
    await page.getByText('Chưa nơi nào đặt: tiếng Việt.').waitFor();
    await page.getByLabel('Nơi nghe').selectOption({ label: 'ban-2' });
    await page.getByLabel('Tiếng thứ 2').selectOption('mww');
    const form = page.locator('form', { has: page.getByLabel('Tiếng thứ 1') });
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã đặt riêng ở đây.').waitFor();
    await fits(page, 'order');

    await page.goto(`${at.base}/#/plan/new?bulletin=${bulletin.id}`);
    const all = page.getByRole('checkbox').first();
    await all.check();
    await page.getByText('Các bản sẽ nghe bằng tiếng gì').waitFor();
    await page.getByText('Tiếng Mông Trắng: chưa có').waitFor();
    await fits(page, 'planning');
    expect(at.complaints).toEqual([]);
  }, 90_000);
});
