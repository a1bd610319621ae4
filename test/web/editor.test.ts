// The editor in a real Chromium over the real reading room: clauses ticked, words linked both ways, made, heard, sent.
// It must never make sound: the studio stands in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { pasteInto } from '../desks/eyes.ts';
import { DECISION } from '../reading/documents.ts';
import { liveCommune } from '../services/steps.ts';
import { PASSWORD, quickPasswords } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, type Desk, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
let folder: string;

const DOUBTFUL = DECISION.replace('Bãi bỏ Quyết định', 'XQKT bãi bỏ Quyết định');

type AtEditor = Desk & { page: Page; documentId: string };

async function editing(
  of: { text?: string; width?: number; draft?: boolean } = {},
): Promise<AtEditor> {
  const at = await desk({ browser, webDir: built.webDir, reader });
  const place = await liveCommune(at.at);
  const { store } = at.at.deps;
  store.accounts.setPasswordHash(place.author.accountId, await quickPasswords().hash(PASSWORD));
  const { documents } = at.at.house.services;
  const wish = { areaId: place.id, name: null, content: { text: of.text ?? DECISION } };
  const documentId = (await documents.create(place.author, wish)).document.id;
  const none = { commentUntil: null, inForceFrom: null, endedOn: null, by: null, remark: 'vì' };
  const status = { ...none, kind: 'draft' as const, commentUntil: '2026-12-15' };
  if (of.draft) documents.setStatus(place.author, { documentId, position: 1, status });
  const page = await at.sit(of.width ?? 360);
  await page.goto(`${at.base}/#/editor?document=${documentId}`);
  await page.getByLabel('Tên đăng nhập').fill(place.author.name);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Biên tập bản tin' }).waitFor();
  return { ...at, page, documentId };
}

const shot = (page: Page, name: string) => {
  const folderOf = process.env.VANGXA_SHOTS;
  return folderOf ? page.screenshot({ path: join(folderOf, `${name}.png`), fullPage: true }) : null;
};

const tick = (page: Page, name: RegExp | string) => page.getByRole('checkbox', { name }).check();
const turn = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();

describe.runIf(hasChromium)('a bulletin edited in a real browser', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vangxa-editor-'));
    built = await builtPage();
    browser = await launch();
    reader = makeReader();
  });
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('on a phone: ticked, its length known, a word pressed is found in the document, made, heard and sent', async () => {
    const { page, complaints, at } = await editing();
    await page.getByText('Chưa đánh dấu điều khoản nào').waitFor({ state: 'attached' });
    await tick(page, /Điều 2/);
    expect(await page.getByRole('checkbox', { name: /Khoản 2/ }).isChecked()).toBe(true);
    await page
      .getByText(/\d+ giây/)
      .first()
      .waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, '#main')).toEqual([]);
    await shot(page, 'E-ticked-360');
    await turn(page, /^Bản tin \(3\)/);
    const day = page.getByRole('link', { name: /một tháng năm/ });
    await day.waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, '#main')).toEqual([]);
    await shot(page, 'E-script-360');
    await day.click();
    // the other side comes up with the very characters lit
    await page.locator('[data-side="source"] .lit').first().waitFor();
    expect(await page.locator('[data-side="source"] .lit').allTextContents()).toEqual([
      '01/5/2026',
    ]);
    await page.getByRole('button', { name: 'Tạo bản tin' }).click();
    await page.getByRole('heading', { name: 'Nghe bản tin' }).waitFor();
    await page.getByRole('button', { name: 'Nghe', exact: true }).waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, '#main')).toEqual([]);
    await shot(page, 'E-heard-360');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: /Gửi/ }).click();
    await page
      .getByText(/chờ duyệt/i)
      .first()
      .waitFor();
    const [bulletin] = at.deps.store.bulletins.inState('pending');
    expect(bulletin).toMatchObject({ genre: 'excerpt', title: 'Trích: Hiệu lực' });
    expect(complaints).toEqual([]);
  }, 120_000);

  test('on a desk: both sides at once, questions in two voices, a doubt settled for the commune in one tap', async () => {
    const { page, complaints, at, documentId } = await editing({ text: DOUBTFUL, width: 1_280 });
    await tick(page, /Điều 2/);
    await page.getByLabel('Thể loại').selectOption('qa');
    await page.getByText('Giọng 2').first().waitFor();
    await page.locator('.lines').getByText('Quyết định này quy định thế nào về hiệu lực').waitFor();
    await shot(page, 'E-desk-1280');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, '#main')).toEqual([]);
    await page.locator('[data-side="source"] a', { hasText: '01/5/2026' }).click();
    expect(await page.locator('[data-side="script"] .lit').textContent()).toContain(
      'một tháng năm',
    );
    await page.getByRole('button', { name: 'Đúng, nhớ cho xã mình' }).click();
    await page.getByText('1 chỗ cần bạn xem').waitFor({ state: 'detached' });
    expect(at.deps.store.settlements.of(documentId).map(({ kept }) => kept)).toEqual(['commune']);
    expect(complaints).toEqual([]);
  }, 90_000);

  test('a draft says what it is above everything, and its bulletin has the words in its text', async () => {
    const { page } = await editing({ draft: true, width: 1_280 });
    await page.getByText('DỰ THẢO', { exact: true }).waitFor();
    await tick(page, /Điều 1/);
    await page.locator('.lines').getByText('Chưa phải là quy định có hiệu lực').first().waitFor();
    expect(await page.locator('.lines').getByText('Chưa phải là quy định').count()).toBe(2);
    await shot(page, 'E-draft-1280');
    await page.goto(page.url().replace('editor?document=', 'documents/'));
    await page.getByText('DỰ THẢO', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Biên tập bản tin' }).waitFor();
  }, 90_000);

  test('what is ticked and written outlives a reload, the back button and a second tab', async () => {
    const { page } = await editing({ width: 1_280 });
    await tick(page, /Điều 1/);
    await page.getByLabel('Thể loại').selectOption('situation');
    await page.getByText('Còn chỗ phải viết').waitFor();
    await page.getByRole('button', { name: 'Viết ngay' }).click();
    const text = page.getByLabel('Nội dung bản tin');
    await text.fill(
      (await text.inputValue()).replace(/\[Viết [^\]]*\]/u, 'Anh Páo muốn đốt nương.'),
    );
    await page.getByText('Còn chỗ phải viết').waitFor({ state: 'detached' });
    await shot(page, 'E-edit-1280');
    await page.reload();
    await page.getByLabel('Nội dung bản tin').waitFor();
    expect(await page.getByLabel('Nội dung bản tin').inputValue()).toContain('Anh Páo muốn');
    expect(await page.getByRole('checkbox', { name: /Điều 1/ }).isChecked()).toBe(true);
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await tab.getByLabel('Nội dung bản tin').waitFor();
    expect(await tab.getByLabel('Nội dung bản tin').inputValue()).toContain('Anh Páo muốn');
    await page.getByRole('button', { name: 'Tạo bản tin' }).click();
    await page.getByRole('heading', { name: 'Nghe bản tin' }).waitFor();
    await page.goBack();
    await page.getByText('Đã tạo một bản tin từ những mục này').waitFor();
    expect(await page.getByRole('checkbox', { name: /Điều 1/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Soạn lại từ các mục đang chọn' }).click();
    await page.getByText('Còn chỗ phải viết').waitFor();
  }, 90_000);

  test('a film, ten pasted megabytes and a file too large are refused in words, and the page lives on', async () => {
    const { page, base, complaints } = await editing();
    await page.goto(`${base}/#/editor`);
    const field = page.locator('input[type=file]');
    await field.waitFor({ state: 'attached' });
    await field.setInputFiles({
      name: 'hop-ban.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.alloc(64),
    });
    await page.getByText('"hop-ban.mp4" là phim hoặc âm thanh').waitFor();
    expect(await page.getByRole('button', { name: 'Nhận và đọc thử' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Bỏ' }).click();
    const paste = page.getByLabel('Hoặc dán nội dung');
    await paste.fill('Điều 1.');
    await pasteInto(paste, { words: 'a ', times: 5_000_000 });
    await page.getByText(/nhiều hơn 500.000/).waitFor();
    expect(await paste.inputValue()).toBe('Điều 1.'); // what stood there is not lost
    await paste.fill(DECISION);
    await shot(page, 'E-begin-360');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, '#main')).toEqual([]);
    await page.getByRole('button', { name: 'Nhận và đọc thử' }).click();
    await page.getByRole('checkbox', { name: /Điều 2/ }).waitFor();
    expect(page.url()).toContain('#/editor?document=');
    expect(complaints).toEqual([]);
  }, 90_000);

  test('a file let go over the page is taken', async () => {
    const { page, base } = await editing();
    await page.goto(`${base}/#/editor`);
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    const path = join(folder, 'quyet-dinh.txt');
    writeFileSync(path, DECISION);
    const files = await page.evaluateHandle((text) => {
      const held = new DataTransfer();
      held.items.add(new File([text], 'quyet-dinh.txt', { type: 'text/plain' }));
      return held;
    }, DECISION);
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: files });
    await page.getByText('quyet-dinh.txt').waitFor();
    await page.getByRole('button', { name: 'Nhận và đọc thử' }).click();
    await page.getByRole('checkbox', { name: /Điều 2/ }).waitFor();
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the editor is not tried here', () => undefined);
