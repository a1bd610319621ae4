// The schedule's form in a real browser: times as they are said, what it leads to, a change by somebody else, one time alone.
// It must never know how a rule is expanded.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repeat } from '../domain/calendar/rules.ts';
import { approved, scheduled } from '../services/steps.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { poleDesk } from './pole-desk.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const SHOTS = process.env.SHOTS;

async function sit() {
  const at = await poleDesk({ browser, webDir: built.webDir });
  return { ...at, bulletin: await approved(at.at, at.place) };
}
const daily = repeat({ at: [17 * 3_600], fromDay: '2026-12-05' });

describe.runIf(hasChromium)('the schedule form, in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('a rule with spoken times, summer and a day of mourning says what it leads to, and is saved', async () => {
    const at = await sit();
    const page = await at.open('plan/new');
    await page.getByRole('checkbox', { name: /Xã xa-a/ }).check();
    await page.getByRole('radio', { name: 'Lặp lại' }).check();
    await page.getByRole('textbox', { name: 'Giờ phát thứ 1' }).fill('5h chiều');
    await page.getByText('= 17:00').waitFor();
    await page.getByRole('button', { name: 'Thêm giờ phát' }).click();
    await page.getByRole('textbox', { name: 'Giờ phát thứ 2' }).fill('25h');
    await page.getByText('không có 25 giờ').waitFor();
    await page.getByRole('textbox', { name: 'Giờ phát thứ 2' }).fill('6h15 sáng');
    await page.getByRole('button', { name: 'Thêm một mùa' }).click();
    await page.getByText('từ 16/4 đến 15/10 phát 17:30').waitFor();
    await page.getByText('Những lần phát tới').waitFor();
    await page.getByText('Khi trùng giờ, khi lỡ giờ').click();
    await page.getByRole('radio', { name: /Phát bù từ đầu/ }).check();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    for (const [name, width] of [
      ['360', 360],
      ['1280', 1_280],
    ] as const) {
      if (!SHOTS) break;
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SHOTS}/C5-form-${name}.png`, fullPage: true });
    }
    await page.reload();
    await page.getByText('06:15, 17:00 thứ Hai').waitFor();
    await page.getByRole('button', { name: 'Thêm vào lịch' }).click();
    await page.getByText('06:15').first().waitFor();
    const [schedule] = at.at.house.services.schedules.list(at.place.author);
    expect(schedule).toMatchObject({
      rule: { kind: 'repeat', at: [17 * 3_600, 6 * 3_600 + 900], special: { mourning: 'skip' } },
      air: { missed: { kind: 'late', untilMs: 1_800_000 } },
    });
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('seasons are added and taken away by the keyboard, what is wrong of one stands with it, and all are kept', async () => {
    const at = await sit();
    const page = await at.open('plan/new');
    await page.getByRole('checkbox', { name: /Xã xa-a/ }).check();
    await page.getByRole('radio', { name: 'Lặp lại' }).check();
    const adds = page.getByRole('button', { name: 'Thêm một mùa' });
    const season = (n: number) => page.getByRole('group', { name: `Mùa ${n}`, exact: true });
    await adds.press('Enter');
    expect(await season(1).locator(':focus').inputValue()).toBe('16/4');
    await adds.press('Enter');
    // it begins where the summer ends, and its end is for the planner to say
    expect(await season(2).locator(':focus').inputValue()).toBe('16/10');
    const until = season(2).getByRole('textbox', { name: 'Đến hết ngày/tháng' });
    await until.fill('cuối năm');
    await season(2).getByText('Chưa hiểu ngày này').waitFor();
    await until.fill('31/11');
    await season(2).getByText('Không có ngày 31/11').waitFor();
    expect(await until.getAttribute('aria-invalid')).toBe('true');
    await until.fill('1/5');
    await season(2).getByText('Hai mùa cùng nhận ngày 16/4').waitFor();
    await until.fill('15/4');
    await season(2).getByRole('textbox', { name: 'Giờ phát thứ 1' }).fill('4h30 chiều');
    await page.getByText('từ 16/10 đến 15/4 phát 16:30').waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/seasons-360.png`, fullPage: true });
    await page.reload();
    await page.getByText('từ 16/10 đến 15/4 phát 16:30').waitFor();
    await season(1).getByRole('button', { name: 'Bỏ mùa 1' }).press('Enter');
    expect(await adds.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Thêm vào lịch' }).click();
    await page.waitForURL(/#\/plan$/);
    const [schedule] = at.at.house.services.schedules.list(at.place.author);
    expect(schedule?.rule).toMatchObject({
      seasons: [{ from: '10-16', until: '04-15', at: [16.5 * 3_600] }],
    });
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('whoever changes a schedule that somebody else just changed is told, and loses nothing unseen', async () => {
    const at = await sit();
    const { schedules } = at.at.house.services;
    const { id } = scheduled(at.at, at.place, { bulletin: at.bulletin, rule: daily });
    const page = await at.open(`plan/edit/${id}`);
    await page.getByRole('textbox', { name: 'Giờ phát thứ 1' }).fill('17h45');
    const areaIds = at.place.villages;
    const rule = { ...daily, at: [18 * 3_600] };
    const wish = { bulletinId: at.bulletin.id, areaIds, rule, scheduleId: id, version: 1 };
    schedules.update(at.place.operator, wish);
    await page.getByText('Có người vừa sửa lịch này').waitFor();
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByText(/đã đổi ngày giờ phát/).waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/C5-edit.png`, fullPage: true });
    await page.getByRole('button', { name: /Xem bản mới/ }).click();
    await page.getByText('18:00 hằng ngày').first().waitFor();
    await page.getByRole('textbox', { name: 'Giờ phát thứ 1' }).fill('17h45');
    await page.getByText('17:45 hằng ngày').waitFor();
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.waitForURL(/plan\/rules/);
    expect(schedules.get(at.place.author, { scheduleId: id })).toMatchObject({
      version: 3,
      rule: { at: [63_900] },
    });
  }, 90_000);

  test('one time is cancelled from the plan and put back, and a day of mourning empties its day', async () => {
    const at = await sit();
    scheduled(at.at, at.place, {
      bulletin: at.bulletin,
      rule: { ...daily, special: { holiday: 'as-usual', mourning: 'skip' } },
    });
    const page = await at.open('plan');
    const only = page.getByRole('button', { name: /^Chỉ lần này/ });
    await only.first().click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Riêng lần này đã hủy').waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/C5-plan.png`, fullPage: true });
    await only.first().click();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/C5-only.png` });
    await page.getByRole('button', { name: 'Trả về như lịch' }).click();
    await expect.poll(() => page.getByText('Riêng lần này đã hủy').count()).toBe(0);
    at.at.house.services.specialDays.add(at.place.operator, {
      ...{ areaId: at.place.id, kind: 'mourning', name: 'Quốc tang' },
      ...{ fromDay: '2026-12-05', untilDay: '2026-12-06' },
    });
    await expect.poll(() => only.count()).toBe(1);
    await page.goto(`${at.base}/#/plan/days`);
    await page.locator('strong', { hasText: 'Quốc tang' }).waitFor();
    await page.getByText('Tết Nguyên đán').first().waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/C5-days.png`, fullPage: true });
  }, 90_000);
});
