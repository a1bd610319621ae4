// A drag on the calendar given up with Escape, in a real browser: nothing moves and nobody is asked.
// It must never stand in for the service: what a drag did is asked of the rows.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approved, scheduled } from '../services/steps.ts';
import { NOON } from '../services/world.ts';
import { builtPage, hasChromium, launch } from './browser.ts';
import { poleDesk } from './pole-desk.ts';

const HOUR_MS = 3_600_000;

describe.runIf(hasChromium)('a drag on the calendar, in a real browser', () => {
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

  test('given up with Escape leaves it where it stood; the next one moves it', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    const { at: world, place } = at;
    const bulletin = await approved(world, place);
    const atMs = NOON + 5 * HOUR_MS;
    const { id } = scheduled(world, place, { bulletin, rule: { kind: 'once', atMs } });
    const page = await at.open('plan/calendar?day=2026-12-05&view=week', 1280);
    const five = page.locator('.calendar-grid').getByRole('button', { name: /^17:00/ });
    const foreseen = page.locator('.foreseen-bar').getByText(/18:00/).last();
    const dragged = async () => {
      const box = await five.boundingBox();
      if (box === null) throw new Error('nothing to take hold of');
      const [x, y] = [box.x + box.width / 2, box.y + 10];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + 20, { steps: 3 });
      await page.mouse.move(x, y + 88, { steps: 8 });
      await foreseen.waitFor();
      return { x, y };
    };
    await five.waitFor();
    const { x, y } = await dragged();
    await page.keyboard.press('Escape');
    await foreseen.waitFor({ state: 'detached' });
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.up();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await five.count()).toBe(1);
    expect(world.deps.store.schedules.get(id)).toMatchObject({ rule: { atMs }, version: 1 });
    expect(world.deps.store.exceptions.of(id)).toEqual([]);
    await dragged();
    await page.mouse.up();
    await page.getByText(/Đã dời “Tiêm chủng” đến 18:00/).waitFor();
    expect(at.complaints).toEqual([]);
  }, 60_000);
});
