// What an approver must not miss: a draft's mark, each open doubt, a hush that begins meanwhile.
// It must never know how a bulletin is judged.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { DECISION } from '../reading/documents.ts';
import { approvers, shot, TEXT } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
const started = () => approvers({ browser, webDir: built.webDir, reader });

describe.runIf(hasChromium)('an approver with a phone', () => {
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

  test('reads each open doubt with what the sound says there, and the mark of a draft in list and page', async () => {
    const at = await started();
    const { documents } = at.at.house.services;
    const { document } = await documents.create(at.place.author, {
      ...{ areaId: at.place.id, name: null, content: { text: DECISION } },
    });
    const none = { inForceFrom: null, endedOn: null, by: null, remark: null };
    documents.setStatus(at.place.author, {
      ...{ documentId: document.id, position: 1 },
      status: { ...none, kind: 'draft', commentUntil: '2026-12-31' },
    });
    const text = `XQKT mời bà con góp ý. ${TEXT}`;
    const bulletin = await at.sent({ documentId: document.id, text });
    const page = await at.open(at.place.approver, 'approvals');
    await page.locator('.row', { hasText: 'DỰ THẢO' }).click();
    await page.locator('.approve-head', { hasText: 'DỰ THẢO' }).waitFor();
    const doubt = page.locator('.open-doubts li', { hasText: 'XQKT' });
    await doubt.getByText('Chữ viết tắt chưa biết').waitFor();
    expect(await doubt.locator('strong').textContent()).toMatch(/ca/);
    expect(await doubt.locator('q').textContent()).toContain('mời bà con góp ý');
    await shot(page, 'M-doubts');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    // a hush begins while the page is open and lasts past Monday 17:30: it is on the page by itself
    at.at.house.services.hushes.begin(at.place.operator, {
      ...{ siteId: 'loa-1', reasonKind: 'exam', reason: 'Thi hết kỳ' },
      untilMs: at.at.clock.planMs() + 54 * 3_600_000,
    });
    await page.getByText('Thi hết kỳ', { exact: false }).first().waitFor();
    expect(bulletin.state).toBe('pending');
  }, 90_000);
});
