// The mark of personal facts: proposed where a text is written or composed, and a person's to tick or untick.
// It must never know how a hint is found.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { DECISION } from '../reading/documents.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
const BOX = 'Bản tin có thông tin cá nhân';

describe.runIf(hasChromium)('whoever writes', () => {
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

  test('a free text with a telephone number is proposed as personal, and is as its writer says', async () => {
    const at = await started();
    const page = await at.open(at.place.author, 'say');
    await page
      .getByLabel('Nội dung', { exact: false })
      .first()
      .fill('Ai thấy bò lạc xin gọi số 0912 345 678. Xin cảm ơn bà con.');
    await page.getByRole('button', { name: 'Xem cách đọc' }).click();
    const box = page.getByRole('checkbox', { name: BOX });
    await page.locator('.personal mark', { hasText: '0912 345 678' }).waitFor();
    expect(await box.isChecked()).toBe(true);
    await shot(page, 'M-say-personal');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await box.uncheck();
    await page.getByRole('button', { name: 'Tạo âm thanh' }).click();
    await page.waitForURL(/say\/\w+/u);
    const made = at.at.deps.store.bulletins.get(page.url().split('/').at(-1) ?? '');
    expect(made?.personalData).toBe(false);
  }, 60_000);

  test('in the editor the box is there before anything is found, and holds what was ticked', async () => {
    const at = await started();
    const { documents } = at.at.house.services;
    const { document } = await documents.create(at.place.author, {
      ...{ areaId: at.place.id, name: null, content: { text: DECISION } },
    });
    const page = await at.open(at.place.author, `editor?document=${document.id}`);
    await page.getByRole('checkbox', { name: /Điều 2/ }).check();
    const box = page.getByRole('checkbox', { name: BOX });
    await box.waitFor();
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await shot(page, 'M-editor-personal');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await page.getByRole('button', { name: 'Tạo bản tin' }).click();
    await page.waitForURL(/bulletin=/u);
    const id = new URLSearchParams(page.url().split('?')[1]).get('bulletin') ?? '';
    expect(at.at.deps.store.bulletins.get(id)?.personalData).toBe(true);
  }, 60_000);
});
