// What is done about poles: one hushed, all stopped, a box swapped; and what a villager reports of them.
// It must never reach round the page: a journey is what a hand can do.
import type { Page } from 'playwright-core';
import { handOn, type Journey } from './hand.ts';
import { show } from './screens.ts';

/** A funeral in the house beside the pole. */
export async function hushPole(page: Page, siteName: string): Promise<Journey> {
  await show(page, '#/speakers');
  const hand = handOn(page);
  await scrollTo(page, siteName);
  await hand.button(`Tạm im ${siteName}`);
  await hand.button('Đám tang');
  await hand.button(/^Đến /);
  await page
    .getByText(/^Tạm im đến .* \(đám tang\)$/)
    .first()
    .waitFor();
  return hand.cost();
}

/** The red button, from whatever screen one is at, until the service says it went. */
export async function stopAll(page: Page): Promise<Journey & { pressedMs: number }> {
  const hand = handOn(page);
  await hand.button('Dừng phát');
  const ask = page.getByRole('dialog');
  await ask
    .getByText(/đang phát/)
    .first()
    .waitFor();
  const pressedMs = performance.now();
  await hand.tap(ask.getByRole('button', { name: 'Dừng phát ngay' }));
  await page.getByText(/Đã gửi lệnh dừng tới/).waitFor();
  return { ...hand.cost(), pressedMs };
}

/** Another box at this pole, its label typed, until the new one says hello as the site. */
export async function swapUnit(
  page: Page,
  of: { siteId: string; label: string },
): Promise<Journey> {
  await show(page, `#/speakers/${of.siteId}/swap`);
  const hand = handOn(page);
  await hand.tap(page.getByText('Gõ mã trên nhãn'));
  await hand.type(page.getByLabel('Mã trên nhãn'), of.label);
  await hand.button('Dùng mã này');
  await hand.button(/^Lắp vào /);
  await page.getByText('Xong: thiết bị mới đã báo về').waitFor({ timeout: 60_000 });
  return hand.cost();
}

/** "Too loud", from the week's page, by a phone without a script; @returns the number to ask with */
export async function reportNoise(page: Page): Promise<Journey & { number: string }> {
  const hand = handOn(page);
  await hand.link(/^Ồn quá/);
  await hand.button(/^Gửi phản ánh/);
  await page.getByText('Đã nhận. Cảm ơn bà con.').waitFor();
  const number = (await page.locator('.number').textContent()) ?? '';
  return { ...hand.cost(), number: number.trim() };
}

export async function answerReport(page: Page, answer: string): Promise<Journey> {
  await show(page, '#/reports');
  const hand = handOn(page);
  await hand.button('Trả lời');
  await hand.type(page.getByRole('textbox', { name: 'Câu trả lời' }), answer);
  await hand.button('Gửi câu trả lời');
  await page.getByText(/^Đã trả lời \([1-9]/).waitFor();
  return hand.cost();
}

/** @returns what the commune answered to this number, as it stands on its page */
export async function readAnswer(page: Page, number: string): Promise<string> {
  await page.getByLabel('Xem trả lời theo số').fill(number);
  await page.getByRole('button', { name: 'Xem' }).last().click();
  await page.getByRole('heading', { name: 'Đã trả lời' }).waitFor();
  return (await page.locator('.said').last().textContent()) ?? '';
}

/** A long list draws what is in sight: a thumb moves on until the name comes by. */
async function scrollTo(page: Page, name: string): Promise<void> {
  await page.locator('.pole-name').first().waitFor();
  const wanted = page.locator('.pole-name', { hasText: name });
  await page.mouse.move(180, 400);
  for (let flick = 0; flick < FLICKS_MAX && (await wanted.count()) === 0; flick += 1) {
    await page.mouse.wheel(0, 400);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await wanted.first().waitFor();
}
const FLICKS_MAX = 60;
