// What those who speak and answer for it do all week, each from the screen they stand at to what the service says.
// It must never reach round the page: a journey is what a hand can do.
import type { Page } from 'playwright-core';
import { type Hand, handOn, type Journey } from './hand.ts';
import { show } from './screens.ts';

/** Sound of some seconds is made in a few; a busy machine takes more. */
const SOUND_MS = 90_000;

export type Said = Journey & { id: string };

/** "Họp bản" for one village, from the list of templates to its way to the poles, or to the approver. */
export async function quickNotice(
  page: Page,
  of: { village: string; waits?: boolean },
): Promise<Said> {
  await show(page, '#/notice');
  const hand = handOn(page);
  await hand.link('Họp bản');
  await fillMeeting(page, hand, of.village);
  await onlyIn(page, hand, of.village);
  await hand.button(of.waits ? 'Gửi duyệt và phát' : 'Phát thông báo');
  await page
    .getByText(of.waits ? /Đang chờ duyệt/ : /Đang tới loa, phát lúc/)
    .waitFor({ timeout: SOUND_MS });
  return { ...hand.cost(), id: idIn(page) };
}

export async function fillMeeting(page: Page, hand: Hand, village: string): Promise<void> {
  await hand.tap(page.getByRole('button', { name: small(village), exact: true }).first());
  await hand.button(/^Ngày mai/);
  await hand.button('19:30');
  await hand.type(page.getByLabel('Địa điểm'), `nhà văn hóa ${small(village)}`);
  await page.getByText('mười chín giờ ba mươi phút').first().waitFor();
}

/** Water let out of a dam, an emergency, for one village. */
export async function floodNotice(page: Page, village: string): Promise<Said> {
  await show(page, '#/notice');
  const hand = handOn(page);
  await hand.link(/^Xả lũ/);
  await hand.type(page.getByLabel('Hồ, đập'), 'Thủy điện Suối Mây');
  await hand.button(/^Hôm nay/);
  await hand.button('19:30');
  await hand.type(page.getByLabel('Vùng bị ảnh hưởng'), 'hạ lưu suối Mây');
  await hand.type(page.getByLabel('Số điện thoại'), '112');
  await onlyIn(page, hand, village);
  await hand.button('Phát thông báo');
  await hand.tap(page.getByRole('dialog').getByRole('button', { name: 'Phát thông báo' }));
  await page.getByText(/Đang tới loa, phát lúc|Đã phát ở/).waitFor({ timeout: SOUND_MS });
  return { ...hand.cost(), id: idIn(page) };
}

/** Every village is chosen at first. */
export async function onlyIn(page: Page, hand: Hand, village: string): Promise<void> {
  await hand.button('Bỏ hết');
  await hand.tap(page.getByRole('checkbox', { name: new RegExp(village) }));
}

/** The head of the commune answers in advance for a template, emergencies too where it is one. */
export async function standFor(page: Page, template: string): Promise<Journey> {
  await show(page, '#/notice/standings');
  const hand = handOn(page);
  await hand.tap(page.getByText(template, { exact: true }).first());
  const form = page.locator('details[open]');
  const emergency = form.getByLabel(/Đứng tên cả khi khẩn cấp/);
  if ((await emergency.count()) > 0) await hand.tap(emergency);
  await hand.tap(form.getByLabel(/Tôi đã đọc/));
  await hand.tap(form.getByRole('button', { name: 'Đứng tên' }));
  await page.locator('li', { hasText: template }).first().waitFor();
  return hand.cost();
}

/** From the list of what one was told to "approved". */
export async function approveTold(page: Page, title: string | RegExp): Promise<Journey> {
  await show(page, '#/told');
  const hand = handOn(page);
  await hand.tap(page.locator('li.told', { hasText: title }).first().getByRole('link').first());
  await hand.button('Duyệt cho phát');
  await page.getByText('Đã duyệt.', { exact: false }).first().waitFor();
  return hand.cost();
}

/** A document let go over the page, clauses ticked, made, heard, sent: at a desk. */
export async function editBulletin(
  page: Page,
  of: { name: string; text: string; clauses: number; village: string },
): Promise<Said> {
  await show(page, '#/editor');
  const hand = handOn(page);
  await drop(page, of);
  await page.getByText(of.name).first().waitFor();
  await hand.button('Nhận và đọc thử');
  const boxes = page.locator('.clause-pick input');
  await boxes.first().waitFor({ timeout: SOUND_MS });
  for (let at = 0; at < of.clauses; at += 1) await hand.tap(boxes.nth(at));
  await page.locator('.lines').first().waitFor();
  await hand.button('Tạo bản tin');
  await page.getByRole('heading', { name: 'Nghe bản tin' }).waitFor({ timeout: SOUND_MS });
  await hand.button('Nghe');
  await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 0.5);
  await hand.button('Tạm dừng');
  await hand.tap(page.getByRole('checkbox', { name: new RegExp(of.village) }));
  await hand.button('Gửi duyệt');
  await page.getByText('Người duyệt đang xem.').first().waitFor();
  return {
    ...hand.cost(),
    id: new URLSearchParams(page.url().split('?')[1]).get('bulletin') ?? '',
  };
}

/** As a hand lets a file go: the browser is given it, not a field. */
export async function drop(page: Page, file: { name: string; text: string }): Promise<void> {
  const held = await page.evaluateHandle(({ name, text }) => {
    const all = new DataTransfer();
    const type = name.endsWith('.mp4') ? 'video/mp4' : 'text/plain';
    all.items.add(new File([text], name, { type }));
    return all;
  }, file);
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: held });
}

const small = (village: string): string => village.replace(/^Bản/, 'bản');
const idIn = (page: Page): string => new URLSearchParams(page.url().split('?')[1]).get('id') ?? '';
