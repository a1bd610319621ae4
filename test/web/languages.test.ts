// Languages at the desks: a variant added and asked for, an order of languages set, what is missing told while planning.
// It must never assert what rows hold: services' tests do.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FrameWords } from '../../src/domain/frames/frame-model.ts';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { DAM_FRAME, saidFrame } from '../services/frame-steps.ts';
import { asked, sendBy, tokenOf, withVariant } from '../services/language-steps.ts';
import { airings, pass, scheduled } from '../services/steps.ts';
import { NOON, PASSWORD, quickPasswords } from '../services/world.ts';
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

  test('a recording confirmed beside an approved sound is put in its place by one press', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const { store } = at.at.deps;
    const { original, variant } = await withVariant(at.at, at.place, {
      text: 'Mai trạm y tế xã tiêm cho trẻ.',
    });
    const { commissions, recordingLinks } = at.at.house.services;
    const made = commissions.create(at.place.author, asked(original.id));
    await sendBy(at.at, tokenOf(made.url));
    const { id: commissionId } = made.commission;
    const wish = { commissionId, listenerName: 'Sùng Thị Sua' };
    const token = tokenOf(commissions.invite(at.place.author, wish).url);
    const { contentHash } = recordingLinks.view({ token });
    recordingLinks.judge({ token, contentHash: contentHash ?? '', confirmed: true, remark: null });
    expect(store.bulletins.get(variant.id)).toMatchObject({ state: 'approved' });

    const page = await at.open(at.place.author, 'recordings');
    await page.getByText('Chi tiết').click();
    await page.getByText('Bản ghi này chờ bạn thay vào').waitFor();
    await fits(page, 'offered');
    await page.getByRole('button', { name: 'Thay vào và gửi duyệt' }).click();
    const sure = page.getByRole('dialog');
    await sure.getByText('ngừng phát cho tới khi').waitFor();
    await sure.getByRole('button', { name: 'Thay vào và gửi duyệt' }).click();
    await page.getByText('Bản ghi này chờ bạn thay vào').waitFor({ state: 'detached' });
    const now = store.bulletins.get(variant.id);
    expect(now).toMatchObject({ state: 'pending', version: variant.version + 1 });
    expect(now?.clipId).not.toBe(variant.clipId);
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('an airing that is over is stopped where another language of it still sounds', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const { at: world, place } = at;
    const { original, variant } = await withVariant(world, place, { text: 'Mai tiêm cho trẻ.' });
    for (const [bulletin, minutes] of [
      [original, 2],
      [variant, 6],
    ] as const)
      scheduled(world, place, { bulletin, rule: { kind: 'once', atMs: NOON + minutes * 60_000 } });
    for (let third = 0; third < 18; third += 1) await pass(world, 20_000);
    const of = ({ id }: typeof original) => airings(world).find((one) => one.bulletinId === id);
    const first = of(original);
    expect(first?.state).toBe('closed');

    const page = await at.open(place.author, `airing/${first?.id}`);
    await page.getByRole('main').getByRole('button', { name: 'Dừng phát' }).click();
    const sure = page.getByRole('dialog');
    await sure.getByText('cả những bản tiếng khác').waitFor();
    await sure.getByRole('button', { name: 'Dừng phát' }).click();
    await sure.waitFor({ state: 'detached' });
    await page
      .getByRole('main')
      .getByRole('button', { name: 'Dừng phát' })
      .waitFor({ state: 'detached' });
    expect(of(variant)?.state).toBe('cancelled');
    expect(await complaintsOf(page, 'main')).toEqual([]);
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('a notice that one language comes too late for says so, and where, before it is sent', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const { pieces, deps } = at.at;
    const [village = ''] = at.place.villages;
    deps.store.languageOrders.put({ areaId: village, languages: ['vie', 'blt'] });
    const { take } = pieces;
    pieces.take = async (of) => ({ ...(await take(of)), durationMs: 20_000 });
    await saidFrame(at.at, at.place, [], MEETING);

    const page = await at.open(at.place.author, 'notice/hop-ban');
    await page.getByRole('button', { name: 'ban-1' }).first().click();
    await page.getByRole('button', { name: /^Ngày mai/ }).click();
    await page.getByRole('button', { name: '19:30', exact: true }).first().click();
    await page.getByLabel('Địa điểm').fill('nhà văn hóa');
    await page.getByRole('checkbox', { name: /ban-1/ }).check();
    const offer = page.locator('.frame-offers');
    await offer.getByText('đủ tiếng').waitFor();
    // the commune is silent from 20:00: the Vietnamese just fits
    await page.getByRole('radio', { name: 'Giờ khác' }).check();
    const clock = page.getByRole('group', { name: 'Giờ phát' });
    await clock.getByLabel('Giờ', { exact: true }).selectOption('19');
    await clock.getByLabel('Phút').selectOption('59');
    await offer.getByText('1 thôn, bản không nghe được tiếng này').waitFor();
    await offer.getByText('ngoài khung giờ').waitFor();
    await offer.getByText('không có giờ phát').waitFor();
    await offer.scrollIntoViewIfNeeded();
    await fits(page, 'too-late');
    expect(at.complaints).toEqual([]);
  }, 90_000);
});

/** Tomorrow's meeting in Thái, said with few pieces. */
const MEETING: FrameWords = {
  ...{ name: 'Họp', language: 'blt', templateId: 'hop-ban' },
  sentences: ['Mời bà con họp lúc {gio}, {ngay}.'],
  slots: DAM_FRAME.slots
    .filter(({ name }) => name !== 'khu-vuc')
    .map((slot) => (slot.kind === 'hour' ? { ...slot, also: ['19:30'] } : slot) as typeof slot),
};
