import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOON } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { type PoleDesk, poleDesk } from './pole-desk.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const sit = () => poleDesk({ browser, webDir: built.webDir });
const DAY_MS = 24 * 3_600_000;

describe.runIf(hasChromium)('the screens of poles, in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test.each([360, 1280])(
    'fit %i px, and nobody who hears or types them is left out',
    async (width) => {
      const at = await sit();
      await furnish(at);
      const page = await at.open('speakers', width);
      const screens = ['speakers', 'speakers/incidents', 'speakers/map', 'speakers/spares'];
      const rest = ['speakers/new', 'speakers/loa-1', 'speakers/loa-2', 'speakers/loa-1/swap'];
      for (const path of [...screens, ...rest, 'plan']) {
        await page.goto(`${at.base}/#/${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expect.poll(() => page.getByText('Đang tải…').count()).toBe(0);
        expect(await squeezed(page), path).toEqual([]);
        expect(await complaintsOf(page), path).toEqual([]);
      }
      await page.getByRole('button', { name: 'Dừng phát' }).click();
      await page.getByRole('dialog').getByText('không có bản tin nào đang phát').waitFor();
      expect(await complaintsOf(page)).toEqual([]);
      expect(at.complaints).toEqual([]);
    },
    120_000,
  );

  test('five thousand speakers are a few dozen rows at a time, and any of them is found', async () => {
    const at = await sit();
    many(at, 5_000);
    const page = await at.open('more', 1280);
    const fromMs = performance.now();
    await page.goto(`${at.base}/#/speakers`);
    await page.locator('.windowed li').first().waitFor();
    // the service's own answer and 16 km of list, on a machine that does other things as well
    expect(performance.now() - fromMs).toBeLessThan(8_000);
    const rows = () => page.locator('.windowed li').count();
    const nodes = () => page.evaluate<number>('document.querySelectorAll("*").length');
    for (const share of [0, 0.3, 0.7, 1]) {
      await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight * ${share})`);
      await expect.poll(rows).toBeGreaterThan(2);
      expect(await rows()).toBeLessThan(60);
      expect(await nodes()).toBeLessThan(3_000);
    }
    // whoever hears the list is told how long it really is: 5,000 and the one that was there
    expect(await page.locator('.windowed li').last().getAttribute('aria-setsize')).toBe('5001');
    await page.getByLabel('Tìm theo tên').fill('loa nhieu 4321');
    await page.getByRole('link', { name: 'Loa nhiều 4321' }).waitFor();
    expect(await rows()).toBe(1);
  }, 120_000);

  test('Tab walks on from row to row beyond what was drawn', async () => {
    const at = await sit();
    many(at, 200);
    const page = await at.open('speakers', 1280);
    await page.locator('.windowed li').first().waitFor(); // or the keys walk over an empty page
    await page.getByLabel('Tìm theo tên').focus();
    for (let press = 0; press < 60; press++) await page.keyboard.press('Tab');
    const at60 = await page.evaluate<string>('document.activeElement.textContent');
    expect(at60).toMatch(/Loa|Tạm im|Lắp/);
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(1_000);
  }, 60_000);

  test('the map draws every placed speaker without the Internet, and lists those without a place', async () => {
    const at = await sit();
    await furnish(at);
    const page = await at.open('speakers/map', 1280);
    await page.locator('.map canvas').waitFor();
    await expect.poll(() => inked(page)).toBeGreaterThan(100);
    await page.getByRole('heading', { name: 'Chưa có vị trí' }).waitFor();
    await page.getByRole('link', { name: 'Đặt vị trí Loa loa-2' }).waitFor();
    await page.getByRole('button', { name: 'Xem vị trí Loa loa-1' }).click();
    const popup = page.locator('.leaflet-popup');
    await popup.getByText('Loa loa-1').waitFor();
    await popup.getByRole('link', { name: 'Mở' }).click();
    await page.getByRole('heading', { name: 'Loa loa-1', level: 1 }).waitFor();
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('incidents begin with the oldest silence and say what to bring', async () => {
    const at = await sit();
    await furnish(at);
    const page = await at.open('speakers/incidents');
    await page.getByRole('heading', { name: 'Mang theo' }).waitFor();
    await page.getByText('thẻ SIM hoặc thẻ nạp').first().waitFor();
    await page
      .getByRole('link', { name: /Loa loa-1/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Loa loa-1', level: 1 }).waitFor();
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);

/** One site with everything written of it, one with nothing; a spare; a hush; an incident. */
async function furnish({ at, place }: PoleDesk): Promise<void> {
  const { siteNotes, hushes, spares } = at.house.services;
  const renewsAtMs = NOON + 3 * DAY_MS;
  siteNotes.change(place.technician, {
    siteId: 'loa-1',
    place: { lat: 21.5, lon: 104.02 },
    note: 'Chìa khóa ở nhà trưởng bản.',
    sim: { carrier: 'Viettel', number: '0978000111', plan: 'D10', renewsAtMs },
  });
  const wish = { siteId: 'loa-1', untilMs: NOON + DAY_MS, reasonKind: 'sick' } as const;
  hushes.begin(place.operator, wish);
  spares.create(place.technician, { tenantId: place.id, count: 1 });
  await at.house.beat();
  at.clock.move(120_000);
  await at.house.beat();
}

/** Rows as they would stand after years, put there without a thousand presses. */
function many({ at, place }: PoleDesk, count: number): void {
  const { store } = at.deps;
  store.transaction(() => {
    for (let n = 1; n <= count; n++)
      store.sites.insert({
        ...{ id: `nhieu-${n}`, areaId: place.villages[1] ?? '', tenantId: place.id },
        ...{ name: `Loa nhiều ${n}`, zone: 'ordinary', startOffsetMs: 0 },
      });
  });
}

/** How many points of the map's canvas are drawn upon. */
const inked = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const canvas = document.querySelector('.map canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at] > 0) count += 1;
    return count;
  })()`);
