// What aired, three days at a time: what is left out is said, and one press further back it stands.
// It must never count rows: the service's own lists are shown.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AiringList } from '../../src/http/schemas/airing.ts';
import { sounded } from '../services/public-steps.ts';
import { NOON } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch } from './browser.ts';
import { poleDesk } from './pole-desk.ts';

const HOUR_MS = 3_600_000;
const DAY_MIN = 24 * 60;

describe.runIf(hasChromium)('what aired, in a real browser', () => {
  let browser: Browser;
  let built: Awaited<ReturnType<typeof builtPage>>;
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('older days are reached by a press or by their date, and what is cut says so', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    for (const [title, daysAgo] of [
      ['Hôm qua', 1],
      ['Tuần trước', 5],
    ] as const)
      sounded(at.at, at.place, { title, minutesAgo: daysAgo * DAY_MIN, verdicts: ['played'] });
    const page = await at.open('plan/past', 360);
    const named = (title: string) => page.getByRole('link', { name: title });
    await named('Hôm qua').waitFor();
    expect(await named('Tuần trước').count()).toBe(0);
    await page.getByRole('button', { name: 'Cũ hơn' }).click();
    await named('Tuần trước').waitFor();
    expect(await named('Hôm qua').count()).toBe(0);
    expect(await complaintsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mới nhất' }).click();
    await named('Hôm qua').waitFor();
    // as if thousands had aired since an hour ago
    await page.route('**/api/airings?**', async (route) => {
      const answer = await route.fetch();
      const list = (await answer.json()) as AiringList;
      await route.fulfill({ response: answer, json: { ...list, cutAtMs: NOON - HOUR_MS } });
    });
    await page.getByLabel(/^Xem ba ngày/).fill('2026-12-01');
    await page.getByText(/chỉ hiện từ 11:00/).waitFor();
    await page.unroute('**/api/airings?**');
    await page.getByLabel(/^Xem ba ngày/).fill('2026-11-30');
    await named('Tuần trước').waitFor();
  }, 60_000);
});
