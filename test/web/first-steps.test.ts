// What a furnished commune still has to do, and who stays silent in what is planned.
// It must never know how either is found.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { PASSWORD, person, quickPasswords } from '../services/world.ts';
import { approvers, shot } from './approve-desk.ts';
import { builtPage, hasChromium, launch } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;

describe.runIf(hasChromium)('a commune that has its poles', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
    reader = makeReader();
  });
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
  });
  const started = () => approvers({ browser, webDir: built.webDir, reader });

  test('its administrator is told to open the villagers’ page until somebody has', async () => {
    const at = await started();
    const { store } = at.at.deps;
    const administrator = person(at.at, 'quan-tri-xa', ['administrator', at.place.id]);
    store.accounts.setPasswordHash(administrator.accountId, await quickPasswords().hash(PASSWORD));
    const page = await at.open(administrator, 'areas');
    const step = page.getByRole('link', { name: 'Mở trang Loa vừa nói gì? cho bà con' });
    await step.waitFor();
    expect(await step.getAttribute('href')).toBe('#/reports/page');
    await page.getByRole('link', { name: 'Người duyệt đứng tên mẫu thông báo' }).waitFor();
    await shot(page, 'M-first-steps');
    const settings = { areaId: at.place.id, open: true, phone: null };
    at.at.house.services.publicDesk.setSettings(administrator, settings);
    await step.waitFor({ state: 'detached' });
  }, 60_000);

  test('before a bulletin is sent, the pole that would stay silent is named with its reason', async () => {
    const at = await started();
    const bulletin = await at.write();
    at.at.house.services.hushes.begin(at.place.operator, {
      ...{ siteId: 'loa-1', reasonKind: 'exam', reason: 'Thi hết kỳ' },
      untilMs: at.at.clock.planMs() + 3 * 3_600_000,
    });
    const page = await at.open(at.place.author, `say/${bulletin.id}`);
    await page.getByRole('group', { name: 'Ở đâu' }).getByRole('checkbox').first().check();
    await page.locator('.hushed', { hasText: 'Thi hết kỳ' }).waitFor();
    await shot(page, 'M-send-hushed');
  }, 60_000);
});
