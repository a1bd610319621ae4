import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { paragraph, wordFile } from '../intake/word-file.ts';
import { DECISION } from '../reading/documents.ts';
import { liveCommune } from '../services/steps.ts';
import { PASSWORD, quickPasswords } from '../services/world.ts';
import { builtPage, type Desk, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
let folder: string;

/** The decision as an officer has it: a Word file, with an abbreviation nobody knows. */
const DOUBTFUL = DECISION.replaceAll('**', '').replace('Phạm vi', 'Phạm vi của XQKT');
const wordOf = (text: string): Buffer =>
  wordFile({
    body: text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph(line))
      .join(''),
  });

/** An author of a commune at a desk whose service reads for real. */
async function reading(): Promise<Desk & { page: Page; areaId: string }> {
  const at = await desk({ browser, webDir: built.webDir, reader });
  const place = await liveCommune(at.at);
  const { accounts } = at.at.deps.store;
  const { accountId } = place.author;
  accounts.setPasswordHash(accountId, await quickPasswords().hash(PASSWORD));
  const page = await at.sit();
  await page.goto(`${at.base}/#/documents`);
  await page.getByLabel('Tên đăng nhập').fill(place.author.name);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Nhận văn bản' }).waitFor();
  return { ...at, page, areaId: place.id };
}

async function take(page: Page, name: string, bytes: Buffer | string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Nhận và đọc thử' }).click();
}

const view = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

describe.runIf(hasChromium)('a document in a real browser, read for real', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vangxa-documents-'));
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

  test('a Word file comes in, each word shows its source, its doubt is settled for the commune', async () => {
    const { page, complaints } = await reading();
    await take(page, 'quyet-dinh.docx', wordOf(DOUBTFUL));
    await page
      .getByText(/06\/2026\/QĐ-UBND/)
      .first()
      .waitFor();
    expect(await squeezed(page)).toEqual([]);
    // the day of the text, pressed, shows where it came from
    const day = page.getByRole('link', { name: /mười sáu tháng sáu|một tháng năm/ }).first();
    await day.click();
    await page.getByText('Quy tắc: ngày tháng').waitFor();
    expect(await page.locator('.script-source mark').textContent()).toMatch(/01\/5\/2026|16/);
    expect(await squeezed(page)).toEqual([]);

    await view(page, 'Chỗ ngờ');
    await page.getByText('Chữ viết tắt chưa biết').waitFor();
    await page.locator('summary', { hasText: 'Chốt cách đọc' }).first().click();
    await page.getByLabel('Đọc là').fill('xã quân khu ta');
    await page.getByLabel('Ghi nhớ').selectOption('commune');
    expect(await squeezed(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chốt cách đọc' }).click();
    await page.getByText('Đã chốt 1 chỗ').waitFor();
    expect(await page.getByText('Chữ viết tắt chưa biết').count()).toBe(0);
    await view(page, 'Bản đọc');
    await page.getByText('xã quân khu ta').first().waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  test('the digest, the programmes and the status of a document stand on their own pages', async () => {
    const { page, complaints } = await reading();
    await take(page, 'quyet-dinh.txt', DECISION);
    await page
      .getByText(/06\/2026\/QĐ-UBND/)
      .first()
      .waitFor();
    await view(page, 'Tóm lược');
    await page.locator('mark', { hasText: '01/5/2026' }).first().waitFor();
    await page.locator('mark', { hasText: '05/QĐ-UBND' }).first().waitFor();
    expect(await squeezed(page)).toEqual([]);
    await view(page, 'Chương trình');
    await page.getByText('Chương trình 1').waitFor();
    expect(await squeezed(page)).toEqual([]);
    await view(page, 'Hiệu lực');
    await page.getByText('có hiệu lực từ ngày').first().waitFor();
    await page.getByText('bãi bỏ', { exact: false }).first().waitFor();
    await page.getByLabel(/Tình trạng/).selectOption('in-force');
    await page.getByLabel(/Có hiệu lực từ ngày/).fill('2026-05-01');
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText(/Đã xác nhận/).waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 90_000);

  test('the signed one beside its plan is called so, and what differs is shown', async () => {
    const { page, complaints } = await reading();
    const plan = DECISION.replace('Số: 06/2026/QĐ-UBND', 'Số:      /QĐ-UBND').replace(
      'ngày 05 tháng 4 năm 2026',
      'ngày     tháng     năm 2026',
    );
    await take(page, 'du-thao.txt', plan.replace('5h và 17h', '6h và 18h'));
    await page.getByRole('heading', { level: 1, name: /phát thanh/i }).waitFor();
    await page.goto(page.url().replace(/#.*/u, '#/documents'));
    await take(page, 'da-ky.txt', DECISION);
    await page.getByText('Có vẻ đây là bản đã ký của').waitFor();
    expect(await squeezed(page)).toEqual([]);
    await page.getByRole('link', { name: 'Xem chỗ khác nhau' }).click();
    await page.getByText('Văn bản kia').first().waitFor();
    await page.locator('ins', { hasText: '5' }).first().waitFor();
    await page.locator('del', { hasText: '6' }).first().waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 90_000);

  test('what is no document is refused by name, and nothing is lost', async () => {
    const { page } = await reading();
    await take(page, 'anh.docx', Buffer.from('PK\x03\x04 không phải tệp Word'));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('anh.docx');
    expect(await page.getByRole('button', { name: 'Nhận và đọc thử' }).isEnabled()).toBe(true);
  }, 60_000);

  test('a commune’s pace and its own words are saved, and where a word is used is told', async () => {
    const { page, base, areaId, complaints } = await reading();
    await take(page, 'quyet-dinh.txt', DECISION);
    await page
      .getByText(/06\/2026\/QĐ-UBND/)
      .first()
      .waitFor();
    await page.goto(`${base}/#/reading/${areaId}`);
    await page.getByLabel(/Nhịp đọc/).fill('170');
    await page.getByLabel('Hàng nghìn').selectOption('ngàn');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Xã đặt riêng.').waitFor();
    expect(await squeezed(page)).toEqual([]);
    await page.goto(`${base}/#/lexicon/${areaId}`);
    await page.locator('summary', { hasText: 'Thêm một mục' }).click();
    for (const [label, value] of [
      ['Viết', 'QĐ'],
      ['Đọc là', 'quyết định'],
      ['Ghi chú', 'Như tỉnh viết'],
      ['Ví dụ', 'theo QĐ này'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('của xã', { exact: true }).waitFor();
    expect(await squeezed(page)).toEqual([]);
    await page.getByLabel('Tìm chữ hoặc cách đọc').fill('UBND');
    const entry = page
      .locator('li.row')
      .filter({ hasText: /^UBND → ủy ban nhân dân/ })
      .first();
    await entry.locator('summary').click();
    await entry.getByRole('link', { name: /…/ }).first().waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);
});

test.skipIf(hasChromium)('Chromium is absent: documents are not tried here', () => undefined);
