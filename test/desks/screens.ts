// Every screen a signed-in person can open, by the address it has and who opens it; one list for axe, pictures and weights.
// It must never know what a screen shows.
import type { Page } from 'playwright-core';
import type { Role } from './office.ts';

/** `hash` may hold {names} of things that exist in the furnished commune. */
export type Screen = { name: string; hash: string; who: Role };

export const SCREENS: readonly Screen[] = [
  { name: 'notice', hash: '#/notice', who: 'planner' },
  { name: 'approvals', hash: '#/approvals', who: 'approver' },
  { name: 'plan', hash: '#/plan', who: 'planner' },
  { name: 'speakers', hash: '#/speakers', who: 'planner' },
  { name: 'more', hash: '#/more', who: 'planner' },
];

/** The address changes, the screen is fetched, its question answered: then it can be looked at. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.locator('#main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}
