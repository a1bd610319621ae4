// A programme put together, heard and placed by a planner on a phone, in a real browser.
// It must never know how anything is chosen or joined.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { variant } from '../services/programme-steps.ts';
import { approved } from '../services/steps.ts';
import { PASSWORD, person, quickPasswords } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { poleDesk } from './pole-desk.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;

async function fine(page: Page, name: string): Promise<void> {
  expect(await squeezed(page)).toEqual([]);
  expect(await complaintsOf(page)).toEqual([]);
  const folder = process.env.VANGXA_KEEP;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe.runIf(hasChromium)('in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('a template is written, a day previewed in each order of languages, built and placed', async () => {
    const desk = await poleDesk({ browser, webDir: built.webDir });
    const { at, place } = desk;
    const planner = person(at, 'lap-lich', ['planner', place.id], ['author', place.id]);
    const hash = await quickPasswords().hash(PASSWORD);
    at.deps.store.accounts.setPasswordHash(planner.accountId, hash);
    const { store } = at.deps;
    store.languageOrders.put({ areaId: place.villages[1] ?? '', languages: ['mww', 'vie'] });
    const one = await approved(at, place, { text: 'Mai tiêm chủng.' });
    store.bulletins.update({ ...one, title: 'Tiêm chủng cho trẻ' });
    const two = await approved(at, place, { text: 'Tối nay họp bản.' });
    store.bulletins.update({ ...two, title: 'Họp bản tối nay' });
    await variant(at, place, { original: one, language: 'mww' });

    const page = await desk.openAs('lap-lich', 'programmes/templates/new');
    await page.getByLabel('Tên chương trình').fill('Buổi chiều');
    await page.getByLabel('Xưng danh', { exact: true }).fill('Đây là Đài truyền thanh xã A.');
    await page.getByRole('group', { name: 'Thể loại' }).getByLabel('Thông báo').check();
    await fine(page, 'programme-template-360');
    await page.getByRole('button', { name: 'Lưu mẫu' }).click();
    await page.getByText('Buổi chiều').waitFor();
    const [template] = store.programmeTemplates.ofTenants([place.id]);
    expect(template?.choosing.genres).toEqual(['notice']);
    await fine(page, 'programme-templates-360');

    await page.evaluate(() => (location.hash = '#/programmes'));
    await page.getByLabel('Tự chọn').check();
    const choice = page.getByLabel('Bản tin đã duyệt');
    for (const title of ['Họp bản tối nay', 'Tiêm chủng cho trẻ']) {
      await choice.selectOption({ label: title });
      await page.getByRole('button', { name: 'Thêm vào chương trình' }).click();
    }
    // by keyboard alone: the focus stays on the button that was pressed
    await page.getByRole('button', { name: 'Đưa “Tiêm chủng cho trẻ” lên trước' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.order-list li span').allInnerTexts()).toEqual([
      ...['Tiêm chủng cho trẻ', 'Họp bản tối nay'],
    ]);
    await page.getByLabel(/^Xã xa-a/).check();
    await page.getByText('“Họp bản tối nay” chưa có bằng tiếng').first().waitFor();
    await page.getByText('Dài đúng').first().waitFor();
    expect(await page.locator('.edition-bar').count()).toBe(2);
    await fine(page, 'programme-preview-360');
    await page.setViewportSize({ width: 1280, height: 900 });
    await fine(page, 'programme-preview-1280');
    await page.getByRole('button', { name: 'Dựng chương trình' }).click();
    await page.getByText('Sẵn sàng phát').nth(1).waitFor();
    await page.getByText('Nghe thử').first().click();
    await page.locator('.player').first().waitFor();
    await page.getByRole('button', { name: 'Xếp lịch', exact: true }).click();
    await page.getByText('Đã xếp lịch.').waitFor();
    expect(store.schedules.active()).toHaveLength(2);
    await fine(page, 'programme-built-1280');

    // a part is withdrawn
    const { approving } = at.house.services;
    approving.withdraw(place.approver, { bulletinId: two.id, remark: 'Sai giờ' });
    await at.house.beat();
    // within the hour: it is built anew without that part, by itself
    const mended = async () => {
      await at.house.beat();
      return store.bulletins.inState('approved').some(({ version }) => version === 2);
    };
    await expect.poll(mended, { timeout: 30_000 }).toBe(true);
    await page.setViewportSize({ width: 360, height: 740 });
    await fine(page, 'programme-mended-360');
    expect(desk.complaints).toEqual([]);
  }, 60_000);
});
