// A notice when everything goes wrong: a slow line, none, an ended session, the back button, two tabs, odd names.
// It must never look inside the service.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, squeezed } from '../desks/eyes.ts';
import { handOn } from '../desks/hand.ts';
import { fillMeeting, onlyIn } from '../desks/journeys.ts';
import { endSession, lineOf, ODD_NAME, TOO_LONG } from '../desks/mishaps.ts';
import { credentialOf, type Office, openOffice } from '../desks/office.ts';
import { show } from '../desks/screens.ts';
import { stand } from '../desks/village.ts';

const VILLAGE = 'Bản Đỉnh Thông';
let office: Office;

type Briefs = { notices: { id: string }[] };
const noticesMade = async (): Promise<number> => {
  const { planner, communeId } = office.settled;
  const path = `/api/notices?areaId=${communeId}&limit=30`;
  return (await planner.call<Briefs>('GET', path)).notices.length;
};
const placeField = (page: Page) => page.getByLabel('Địa điểm');

describe.runIf(hasChromium)('a notice that meets trouble', () => {
  beforeAll(async () => {
    office = await openOffice();
    await stand(office, 'hop-ban');
  }, 120_000);
  afterAll(() => office?.close());

  test('over 3G, through a hole without any line, goes out once and by itself', async () => {
    const page = await office.sit('planner');
    const line = await lineOf(page);
    await line.slow();
    await show(page, '#/notice/hop-ban');
    const hand = handOn(page);
    await fillMeeting(page, hand, VILLAGE);
    await onlyIn(page, hand, VILLAGE);
    await page.getByText(/đã đứng tên mẫu này/).waitFor();
    const before = await noticesMade();
    await line.gone();
    await hand.button('Phát thông báo');
    await page.getByText('đang hỏi xem thông báo đã tới chưa').waitFor();
    await line.slow();
    await page.getByText(/Đang tới loa, phát lúc|Đã phát ở/).waitFor({ timeout: 90_000 });
    expect(await noticesMade()).toBe(before + 1);
    expect(office.complaints).toEqual([]);
  }, 150_000);

  test('whose writer’s session ends in the middle of a word is finished after signing in again', async () => {
    const page = await office.sit('planner');
    await show(page, '#/notice/hop-ban');
    await placeField(page).fill('sân bóng');
    await placeField(page).press('End');
    const typing = placeField(page).pressSequentially(' bản Đỉnh Thông', { delay: 40 });
    await endSession(page, office.base);
    const dialog = page.getByRole('dialog', { name: 'Đăng nhập lại' });
    await dialog.waitFor();
    await typing;
    // what came after the question went to the question, as it should
    const typed = await placeField(page).inputValue();
    expect(typed).toMatch(/^sân bóng/);
    await dialog.getByLabel('Mật khẩu').fill(credentialOf(office.settled, 'planner').password);
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await placeField(page).inputValue()).toBe(typed);
    await fillMeeting(page, handOn(page), VILLAGE);
    expect(office.complaints).toEqual([]);
  }, 60_000);

  test('is still there after the back button, and in a second tab; once sent, in neither', async () => {
    const page = await office.sit('planner');
    await show(page, '#/notice');
    await page.getByRole('link', { name: 'Họp bản', exact: true }).click();
    await fillMeeting(page, handOn(page), VILLAGE);
    const typed = await placeField(page).inputValue();
    await page.goBack();
    await page.getByRole('heading', { name: 'Thông báo nhanh' }).waitFor();
    await page.goForward();
    await placeField(page).waitFor();
    expect(await placeField(page).inputValue()).toBe(typed);
    const tab = await page.context().newPage();
    await tab.goto(`${office.base}/#/notice/hop-ban`);
    await placeField(tab).waitFor();
    expect(await placeField(tab).inputValue()).toBe(typed);
    await tab.getByRole('button', { name: 'Phát thông báo' }).click();
    await tab.getByText(/Đang tạo âm thanh|Đã có âm thanh/).waitFor();
    await page.reload();
    await placeField(page).waitFor();
    expect(await placeField(page).inputValue()).toBe('');
    expect(office.complaints).toEqual([]);
  }, 90_000);

  test('of what is over by now is refused where it is wrong, and nothing is sent', async () => {
    const page = await office.sit('planner');
    await show(page, '#/notice/hop-ban');
    const before = await noticesMade();
    await page.getByRole('button', { name: 'bản Đỉnh Thông', exact: true }).first().click();
    await page.getByRole('button', { name: /^Hôm nay/ }).click();
    await page.getByRole('button', { name: '8:00', exact: true }).click();
    await placeField(page).fill('nhà văn hóa');
    await page
      .getByText(/việc này đã qua rồi/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Phát thông báo$|^Gửi duyệt và phát$/ }).click();
    await page
      .getByText(/việc này đã qua rồi/)
      .first()
      .waitFor();
    expect(page.url()).toContain('#/notice/hop-ban');
    expect(await noticesMade()).toBe(before);
    expect(office.complaints).toEqual([]);
  }, 60_000);

  test('names of markup, emoji, turned writing and 270 letters are text; of 500 are refused in words', async () => {
    const { administrator, author, communeId } = office.settled;
    const name = ODD_NAME;
    const area = { kind: 'village', parentId: communeId, code: 'ban-la' };
    await administrator.call('POST', '/api/areas', { ...area, name });
    const text = 'Mời bà con họp bản lúc 19 giờ.';
    await author.call('POST', '/api/bulletins', { areaId: communeId, title: name, text });
    await expect(
      administrator.call('POST', '/api/areas', { ...area, code: 'ban-dai', name: TOO_LONG }),
    ).rejects.toThrow(/300/);
    const page = await office.sit('author');
    for (const hash of ['#/say', '#/areas', '#/notice/hop-ban', '#/plan/new', '#/documents']) {
      await show(page, hash);
      if (hash === '#/say') await page.getByText('onerror=alert(1)').first().waitFor();
      expect([hash, ...(await squeezed(page))]).toEqual([hash]);
      expect(await page.locator('img[src="x"]').count()).toBe(0);
    }
    expect(office.complaints).toEqual([]);
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the desks are not tried here', () => undefined);
