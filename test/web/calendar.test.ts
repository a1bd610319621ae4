// The calendar in a real browser over the real services: drawn, dragged, typed, printed, subscribed to.
// It must never stand in for the service: what a move does is asked of the rows.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/model.ts';
import { sounded } from '../services/public-steps.ts';
import { approved, scheduled, written } from '../services/steps.ts';
import { NOON } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { type PoleDesk, poleDesk } from './pole-desk.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const HOUR_MS = 3_600_000;
/** Saturday: the week's own Sunday is still to come */
const WEEK = 'plan/calendar?day=2026-12-05&view=week';
const at17 = NOON + 5 * HOUR_MS;

async function sit(): Promise<PoleDesk & { bulletin: Bulletin }> {
  const at = await poleDesk({ browser, webDir: built.webDir });
  return { ...at, bulletin: await approved(at.at, at.place) };
}
const once = (atMs: number) => ({ kind: 'once' as const, atMs });
/** of the grid, not of what is printed */
const event = (page: Page, name: RegExp) =>
  page.locator('.calendar-grid').getByRole('button', { name });

/** Ready, without sound, half heard, and a title that looks like markup. */
async function furnish(at: Awaited<ReturnType<typeof sit>>): Promise<void> {
  const { at: world, place, bulletin } = at;
  scheduled(world, place, { bulletin, rule: once(at17) });
  scheduled(world, place, { bulletin, rule: once(at17 + HOUR_MS), areaIds: [place.id] });
  const draft = await written(world, place, { priority: 'priority' });
  scheduled(world, place, { bulletin: draft, rule: once(at17 + 90 * 60_000) });
  const title = '<img src=x onerror=alert(1)>';
  sounded(world, place, { title, minutesAgo: 120, verdicts: ['played', 'failed'] });
}

/** Down on the event, up so many half-hours below; what is foreseen is read on the way. */
async function drag(page: Page, of: { name: RegExp; slots: number; meanwhile?: () => unknown }) {
  const box = await event(page, of.name).boundingBox();
  if (box === null) throw new Error('nothing to take hold of');
  const [x, y] = [box.x + box.width / 2, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 20, { steps: 3 });
  await page.mouse.move(x, y + of.slots * 44, { steps: 8 });
  await of.meanwhile?.();
  await page.mouse.up();
}

describe.runIf(hasChromium)('the calendar, in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test.each([
    [360, 'light'],
    [1280, 'dark'],
    [1920, 'light'],
  ] as const)(
    'fits %i px in %s, and nobody who hears or types it is left out',
    async (width, colorScheme) => {
      const at = await sit();
      await furnish(at);
      const page = await at.open('more', width);
      await page.emulateMedia({ colorScheme });
      for (const view of ['week', 'day', 'list']) {
        await page.goto(`${at.base}/#/plan/calendar?day=2026-12-05&view=${view}`);
        await page.reload();
        await page
          .getByRole('button', { name: /17:00.*Tiêm chủng/ })
          .first()
          .waitFor();
        expect(await squeezed(page), view).toEqual([]);
        expect(await complaintsOf(page), view).toEqual([]);
      }
      expect(await page.locator('img').count()).toBe(0);
      // styles are set by script alone: the page's policy holds, and nothing is fetched from elsewhere
      expect(at.complaints).toEqual([]);
    },
    120_000,
  );

  test('says of each event when, what, how long, where and how it stands, on paper too', async () => {
    const at = await sit();
    await furnish(at);
    const page = await at.open(WEEK, 1280);
    await event(page, /^17:00, Tiêm chủng, 24 giây, ban-1, ban-2, sẵn sàng$/).waitFor();
    await event(page, /18:30.*chưa duyệt, Ưu tiên/).waitFor();
    const past = event(page, /10:00, <img.*phát một phần, 1\/2 cụm loa, Không phát được/);
    await past.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Không phát được/).waitFor();
    expect(await dialog.getByRole('link', { name: 'Xem kết quả phát' }).count()).toBe(1);
    expect(await dialog.getByRole('button', { name: 'Dời' }).count()).toBe(0);
    expect(await complaintsOf(page)).toEqual([]);
    // on paper: a plain table of the week, with the commune and who made it
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.week-print');
    expect(await paper.isVisible()).toBe(true);
    // across the sheet, with no room left for the places that are not on it
    expect((await paper.boundingBox())?.width).toBeGreaterThan(1_200);
    expect(await page.locator('.calendar-grid').isVisible()).toBe(false);
    const text = await paper.innerText();
    for (const part of [/XÃ XA-A/i, '30/11 – 06/12/2026', '17:00', 'Người lập: Cán bộ xa-a-soan'])
      expect(text).toMatch(part);
    expect(text).toContain('<img src=x onerror=alert(1)>');
    // the list of what aired says the same of it
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${at.base}/#/plan/past`);
    await page.getByText('phát một phần · 1/2 cụm loa').waitFor();
    await page.locator('.hint', { hasText: 'Không phát được' }).waitFor();
  }, 60_000);

  test('dragged, it says what is in the way, moves this one time, and is put back by one press', async () => {
    const at = await sit();
    const { at: world, place, bulletin } = at;
    const moving = scheduled(world, place, { bulletin, rule: once(at17) });
    scheduled(world, place, { bulletin: await approved(world, place), rule: once(at17 + HOUR_MS) });
    const page = await at.open(WEEK, 1280);
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/conflicts')) asked += 1;
    });
    const foreseen = page.locator('.foreseen-bar');
    await event(page, /^17:00/).waitFor();
    await drag(page, {
      ...{ name: /^17:00/, slots: 2 },
      meanwhile: () => foreseen.getByText(/18:00/).last().waitFor(),
    });
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(8);
    await page.getByText('Đã dời “Tiêm chủng” đến 18:00.').waitFor();
    const changes = () => world.deps.store.exceptions.of(moving.id);
    expect(changes()).toMatchObject([
      { slotMs: at17, change: { kind: 'move', toMs: at17 + HOUR_MS } },
    ]);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await event(page, /^17:00/).waitFor();
    expect(changes()).toEqual([]);
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('refused, it goes back and the reason stays in sight', async () => {
    const at = await sit();
    scheduled(at.at, at.place, { bulletin: at.bulletin, rule: once(at17) });
    const page = await at.open(WEEK, 1280);
    const say = { vi: 'Trùng giờ nghỉ trưa của xã.', en: 'The commune rests then.' };
    const error = { code: 'over-regulation', fault: 'conflict', message: say };
    await page.route('**/exceptions', (route) => route.fulfill({ status: 409, json: { error } }));
    await event(page, /^17:00/).waitFor();
    await drag(page, { name: /^17:00/, slots: 2 });
    await page.getByRole('alert').getByText(say.vi).waitFor();
    await event(page, /^17:00/).waitFor();
    expect(await event(page, /^18:00/).count()).toBe(0);
  }, 60_000);

  test('typed: Tab, Enter, “Dời”, a time in words, and it has moved', async () => {
    const at = await sit();
    const { id } = scheduled(at.at, at.place, { bulletin: at.bulletin, rule: once(at17) });
    const page = await at.open(WEEK, 1280);
    await event(page, /^17:00/).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Dời' }).click();
    await dialog.getByLabel('Giờ phát').fill('lúc nào cũng được');
    const submit = dialog.getByRole('button', { name: 'Dời riêng lần này' });
    await expect.poll(() => submit.isDisabled()).toBe(true);
    await dialog.getByLabel('Giờ phát').fill('6h30 chiều');
    await dialog.getByText('Hiểu là 18:30:00').waitFor();
    await dialog.getByText('Không trùng với bản tin nào.').waitFor();
    expect(await complaintsOf(page)).toEqual([]);
    await dialog.getByLabel(/Lý do/).fill('Họp bản kéo dài');
    await submit.click();
    await event(page, /^18:30.*Đã dời riêng lần này/).waitFor();
    expect(at.at.deps.store.exceptions.of(id)).toMatchObject([
      { change: { toMs: at17 + 90 * 60_000 }, reason: 'Họp bản kéo dài' },
    ]);
  }, 60_000);

  test('what changes elsewhere comes by itself, and the place scrolled to stays', async () => {
    const at = await sit();
    scheduled(at.at, at.place, { bulletin: at.bulletin, rule: once(at17) });
    const page = await at.open(WEEK, 1280);
    await event(page, /^17:00/).waitFor();
    await page.evaluate("document.querySelector('.ec-main').scrollTop = 700");
    await event(page, /^17:00/).focus();
    const rule = once(at17 + HOUR_MS);
    scheduled(at.at, at.place, { bulletin: at.bulletin, rule });
    await event(page, /^18:00/).waitFor({ state: 'attached' });
    expect(await page.evaluate("document.querySelector('.ec-main').scrollTop")).toBeGreaterThan(
      600,
    );
    expect(await page.evaluate('document.activeElement.textContent')).toContain('17:00');
  }, 60_000);

  test('a day has a column for each village; an empty hour pressed there begins a new schedule', async () => {
    const at = await sit();
    await furnish(at);
    const page = await at.open('plan/calendar?day=2026-12-05&view=day', 1280);
    const evening = event(page, /^17:00/).first();
    await evening.scrollIntoViewIfNeeded();
    const box = await evening.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 4 - 44 * 2);
    await page.waitForURL(/plan\/new/);
    const query = new URLSearchParams(new URL(page.url()).hash.split('?')[1]);
    expect(Number(query.get('at'))).toBe(at17 - HOUR_MS);
    expect(query.get('area')).toBe(at.place.villages[0]);
  }, 60_000);

  test('a week of more than can be read is a list, and says what to choose', async () => {
    const at = await sit();
    const page = await at.open('more', 1280);
    const one = (n: number) => ({
      ...{ id: `l${n}@${at17}`, scheduleId: `l${n}`, slotMs: at17, playAtMs: at17, special: null },
      ...{ bulletinId: 'tin', tenantId: at.place.id, areaIds: at.place.villages, change: null },
      ...{ durationMs: 60_000, priority: 'normal', hindrance: null, hushed: [], title: `Tin ${n}` },
      ...{ airing: null, airingId: null },
    });
    const occurrences = Array.from({ length: 401 }, (_, n) => one(n));
    const json = { nowMs: NOON, cursor: null, occurrences };
    await page.route('**/api/plan?*', (route) => route.fulfill({ json }));
    await page.goto(`${at.base}/#/${WEEK}`);
    await page.getByText(/401 lần phát, quá nhiều/).waitFor();
    expect(await page.locator('.day-row').count()).toBe(401);
    expect(await page.locator('.calendar-grid').count()).toBe(0);
  }, 60_000);

  test('a link for other calendars is shown once, read, and revoked', async () => {
    const at = await sit();
    scheduled(at.at, at.place, { bulletin: at.bulletin, rule: once(at17) });
    const page = await at.open(WEEK, 1280);
    await page.getByText('Đăng ký lịch (iCalendar)').click();
    await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    const url = await page.getByLabel('Chép').inputValue();
    expect(await complaintsOf(page)).toEqual([]);
    const local = `${at.base}${new URL(url).pathname}`;
    const answer = await fetch(local);
    expect(await answer.text()).toContain('SUMMARY:Tiêm chủng');
    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByText('Chưa có đường dẫn nào.').waitFor();
    expect((await fetch(local)).status).toBe(404);
  }, 60_000);
});
