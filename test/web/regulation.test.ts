// A regulation written, tried and saved, and an exception asked for and confirmed, in a real browser over real services.
// It must never stand in for the service: what is saved is asked of the rows.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { approved, scheduled } from '../services/steps.ts';
import { ALL_DAY, NOON, PASSWORD, quickPasswords } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { type PoleDesk, poleDesk } from './pole-desk.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const HOUR_MS = 3_600_000;
const once = (hours: number) => ({ kind: 'once' as const, atMs: NOON + hours * HOUR_MS });

async function sit(): Promise<PoleDesk> {
  const at = await poleDesk({ browser, webDir: built.webDir });
  for (const hours of [1, 3, 5])
    scheduled(at.at, at.place, { bulletin: await approved(at.at, at.place), rule: once(hours) });
  return at;
}

async function fits(page: Page): Promise<void> {
  expect(await squeezed(page)).toEqual([]);
  expect(await complaintsOf(page)).toEqual([]);
}

describe.runIf(hasChromium)('a regulation, in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('is begun from a template, tried against the plan, and saved', async () => {
    const at = await sit();
    const { place } = at;
    const page = await at.open(`areas/${place.id}`, 360);
    await page.getByRole('radio', { name: /Liên Chiểu 12\/2025/ }).check();
    await page.getByText(/Không giờ nào trước 05:30/).waitFor();
    await page.getByText(/mẫu này đổi: khung giờ, số buổi một ngày/).waitFor();
    await page.getByRole('button', { name: 'Điền theo mẫu này' }).click();
    await fits(page);
    const perDay = page.getByLabel('Nhiều nhất mấy buổi một ngày');
    expect(await perDay.inputValue()).toBe('2');
    await perDay.fill('1');
    // what is typed outlives a reload
    await page.reload();
    expect(await perDay.inputValue()).toBe('1');
    await page.getByRole('button', { name: 'Xem sẽ làm im những gì' }).click();
    await page.getByText('2 lượt phát đã lên lịch trong 14 ngày tới sẽ không phát được.').waitFor();
    await fits(page);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/regulation-360.png`, fullPage: true });
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText(/Đã lưu\..*2 lượt phát/).waitFor();
    const saved = at.at.deps.store.regulations.get(place.id);
    expect(saved?.rules).toMatchObject({ sessionsPerDay: 1, template: 'lien-chieu-2025' });
    expect(saved?.hours.windows.map(({ fromMinute }) => fromMinute)).toEqual([330, 1_020]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await fits(page);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/regulation-1280.png`, fullPage: true });
    expect(at.complaints).toEqual([]);
  }, 120_000);

  test('an exception is asked where it is refused, and confirmed by another', async () => {
    const at = await sit();
    const { place } = at;
    const bulletin = await approved(at.at, place);
    const rules = { ...NO_RULES, sessionsPerDay: 3 };
    at.at.deps.store.regulations.put({ areaId: place.id, hours: ALL_DAY, rules, counter: 9 });
    const page = await at.open('more', 360);
    await page.goto(`${at.base}/#/overrides`);
    await page.getByText('Không có đề nghị nào đang chờ.').waitFor();
    await fits(page);
    const wish = { bulletinId: bulletin.id, areaIds: [place.id], rule: once(7) };
    const reason = 'Bão số 9 đổ bộ sớm, bà con cần nghe lại';
    at.at.house.services.overrides.ask(place.author, { wish, reason });
    await page.getByText(reason).waitFor();
    // who asked is offered no decision
    expect(await page.getByRole('button', { name: 'Xác nhận' }).count()).toBe(0);
    const hash = await quickPasswords().hash(PASSWORD);
    at.at.deps.store.accounts.setPasswordHash(place.approver.accountId, hash);
    const other = await at.openAs(place.approver.name, 'overrides');
    await other.getByText(/chỉ cho phát 3 buổi, đã có: 13:00–13:01/).waitFor();
    await fits(other);
    if (process.env.SHOTS)
      await other.screenshot({ path: `${process.env.SHOTS}/overrides.png`, fullPage: true });
    expect(await other.getByRole('button', { name: 'Từ chối' }).isDisabled()).toBe(true);
    await other.getByRole('button', { name: 'Xác nhận' }).click();
    await other.getByText(/đã xác nhận lúc/).waitFor();
    expect(at.at.deps.store.schedules.ofBulletin(bulletin.id)).toHaveLength(1);
  }, 120_000);
});
