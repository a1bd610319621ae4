// What a commune's people do all week, each from the screen they stand at to what the service says of it.
// It must never reach round the page: a journey is what a hand can do.
import type { Page } from 'playwright-core';
import { type Hand, handOn, type Journey } from './hand.ts';
import { show } from './screens.ts';

export type NoticeSaid = Journey & { id: string };

/** "Họp bản" for one village, from the list of templates to its way to the poles, or to the approver. */
export async function quickNotice(
  page: Page,
  of: { village: string; waits?: boolean },
): Promise<NoticeSaid> {
  await show(page, '#/notice');
  const hand = handOn(page);
  await hand.link('Họp bản');
  await fillMeeting(page, hand, of.village);
  await onlyIn(page, hand, of.village);
  await hand.button(of.waits ? 'Gửi duyệt và phát' : 'Phát thông báo');
  await page
    .getByText(of.waits ? /Đang chờ duyệt/ : /Đang tới loa, phát lúc/)
    .waitFor({ timeout: 60_000 });
  return { ...hand.cost(), id: idIn(page) };
}

async function fillMeeting(page: Page, hand: Hand, village: string): Promise<void> {
  await hand.tap(page.getByRole('button', { name: small(village), exact: true }).first());
  await hand.button(/^Ngày mai/);
  await hand.button('19:30');
  await hand.type(page.getByLabel('Địa điểm'), `nhà văn hóa ${small(village)}`);
  await page.getByText('mười chín giờ ba mươi phút').first().waitFor();
}

/** Every village is chosen at first. */
export async function onlyIn(page: Page, hand: Hand, village: string): Promise<void> {
  await hand.button('Bỏ hết');
  await hand.tap(page.getByRole('checkbox', { name: new RegExp(village) }));
}

const small = (village: string): string => village.replace(/^Bản/, 'bản');
const idIn = (page: Page): string => new URL(page.url().replace('#', '')).searchParams.get('id') ?? '';
