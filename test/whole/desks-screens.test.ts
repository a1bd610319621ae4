// Every screen of a furnished commune, narrow, wide and dark: nothing for axe to find, nothing squeezed, a picture of each.
// It must never know what a screen shows.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFinds } from '../desks/axe.ts';
import { hasChromium, squeezed } from '../desks/eyes.ts';
import { type Names, openFurnished } from '../desks/furnished.ts';
import type { Office, Role } from '../desks/office.ts';
import { OPEN_PAGES, SCREENS, SCREENS_OF_ONE, settled, show, withNames } from '../desks/screens.ts';
import { BUILT } from './house.ts';

const PICTURES = join(BUILT, 'screens');
const ALL = [...SCREENS, ...SCREENS_OF_ONE];
const ROLES: readonly Role[] = ['planner', 'author', 'approver', 'administrator'];
/** As a phone is held, and as an office's monitor stands. */
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1_920, height: 1_080 };

/** An audit of fifty lines; a browser draws no more at once. */
const TALLEST_PX = 8_000;

let office: Office;
let names: Names;
let unshown: string[];

test('the list of screens names each address the page knows', () => {
  const source = readFileSync(join(import.meta.dirname, '../../src/web/screens.tsx'), 'utf8');
  const table = /const SCREENS[^{]*\{(.*?)\n\};/s.exec(source)?.[1] ?? '';
  const known = [...table.matchAll(/^ {2}'?([\w/*-]+)'?: \(/gm)].map(([, name = '']) => name);
  expect(known.length).toBeGreaterThan(30);
  const listed = ALL.map(({ hash }) => hash.slice(2).split('?')[0] ?? '');
  const isListed = (name: string) => {
    const pattern = new RegExp(`^${name.replaceAll('*', '[^/]+')}$`);
    return listed.some((one) => pattern.test(one));
  };
  expect(known.filter((name) => !isListed(name))).toEqual([]);
});

describe.runIf(hasChromium)('a furnished commune', () => {
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    ({ office, names, complaints: unshown } = await openFurnished());
  }, 300_000);
  afterAll(() => office?.close());

  test('has something on every screen: nothing of it could not be made', () => {
    expect(unshown).toEqual([]);
  });

  test('has a calendar with something to foresee, to answer and to decide', async () => {
    const { administrator, planner } = office.settled;
    type Found = { rehearsals: { found: number }[] };
    const { rehearsals } = await planner.call<Found>('GET', '/api/rehearsals');
    expect(rehearsals[0]?.found).toBeGreaterThan(0);
    type Given = { parts: { standing: { state: string } }[] };
    const given = await administrator.call<Given>('GET', `/api/assignments/${names.assignment}`);
    const states = given.parts.map(({ standing }) => standing.state);
    expect(states).toEqual(expect.arrayContaining(['waiting', 'declined']));
    expect(states.some((state) => state === 'placed' || state === 'aired')).toBe(true);
    const { overrides } = await planner.call<{ overrides: object[] }>('GET', '/api/overrides');
    expect(overrides).toHaveLength(1);
    const { feeds } = await planner.call<{ feeds: { readAtMs: number }[] }>('GET', '/api/feeds');
    expect(feeds[0]?.readAtMs).toBeGreaterThan(0);
  });

  test.each(ROLES)(
    'its screens of the %s',
    async (who) => {
      const page = await office.sit(who, { bypassCSP: true });
      const found: string[] = [];
      for (const { name, hash } of ALL.filter((screen) => screen.who === who)) {
        await show(page, withNames(hash, names));
        found.push(...(await looked(page, name)));
      }
      expect(found).toEqual([]);
      expect(office.complaints).toEqual([]);
    },
    240_000,
  );

  test('its pages for those without an account', async () => {
    const found: string[] = [];
    for (const [name, path] of Object.entries(OPEN_PAGES)) {
      const page = await office.phone(withNames(path, names), { bypassCSP: true });
      await page.locator('h1').first().waitFor();
      found.push(...(await looked(page, name)));
      await page.context().close();
    }
    expect(found).toEqual([]);
    expect(office.complaints).toEqual([]);
  }, 120_000);
});

/** Narrow in both lights, then wide; what is wrong with it, each line beginning with the screen's name. */
async function looked(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  const look = async (as: string) => {
    await atRest(page);
    const wrong = [...(await axeFinds(page)), ...(await squeezed(page))];
    found.push(...wrong.map((one) => `${name} ${as}: ${one}`));
    // as tall as it is long: what sticks to the edge of a phone must not lie across the picture
    const { width = 0 } = page.viewportSize() ?? {};
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(height, TALLEST_PX) });
    await page.screenshot({ path: join(PICTURES, `${name}-${as}.png`), fullPage: true });
  };
  await page.setViewportSize(NARROW);
  await page.emulateMedia({ colorScheme: 'light' });
  if ((await page.locator('#main').count()) > 0) await settled(page);
  await look('360');
  await page.setViewportSize(NARROW);
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('360-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(WIDE);
  await look('1920');
  return found;
}

/** Colours still on their way to another light are nobody's: contrast is of what stays. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const moving of document.getAnimations())
      if (moving.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) moving.finish();
  });
}

test.skipIf(hasChromium)('Chromium is absent: the desks are not tried here', () => undefined);
