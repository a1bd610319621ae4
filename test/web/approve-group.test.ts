// Several approvers at once, an editorial board, a slip that comes back signed, the rule of a commune.
// It must never know how a bulletin is judged.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makePapers } from '../../src/papers/papers.ts';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { holderOf, sign } from '../intake/pdf/signing.ts';
import { hashOf } from '../services/steps.ts';
import { person } from '../services/world.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
const started = () => approvers({ browser, webDir: built.webDir, reader });

/** Downloads the slip as a person would, with the real printer behind it. */
async function printedSlip(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải phiếu để ký (PDF)' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function fileOf(name: string, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-slip-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe.runIf(hasChromium)('several approvers', () => {
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

  test('two at once: the slower one is told who was quicker, without a touch', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const slow = await at.open(at.second, `approvals/${bulletin.id}`);
    await slow.getByRole('button', { name: 'Duyệt cho phát' }).waitFor();
    at.approve(at.place.approver, bulletin);
    await slow.getByText('Cán bộ xa-a-duyet đã duyệt lúc', { exact: false }).waitFor();
    expect(await slow.getByRole('button', { name: 'Duyệt cho phát' }).count()).toBe(0);
    await shot(slow, 'A-second');
  }, 60_000);

  test('two at once without a line: the slower press is refused, and then told who it was', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const slow = await at.open(at.second, `approvals/${bulletin.id}`);
    const button = slow.getByRole('button', { name: 'Duyệt cho phát' });
    await button.waitFor();
    // nothing is heard any more, and questions still pass: as on a line that drops streams
    await slow.evaluate(() => {
      EventSource.prototype.addEventListener = () => undefined;
    });
    at.cutLines();
    at.at.deps.store.bulletins.update({ ...at.approve(at.place.approver, bulletin) });
    // the press itself must go through: the page does not know yet
    const refused = slow.waitForResponse(
      (answer) =>
        answer.url().endsWith(`/${bulletin.id}/approve`) && answer.request().method() === 'POST',
    );
    await button.click();
    expect((await refused).status()).toBe(409);
    await slow.getByText('Cán bộ xa-a-duyet đã duyệt lúc', { exact: false }).waitFor();
    expect(at.at.deps.store.approvals.of(bulletin.id)).toHaveLength(1);
  }, 60_000);

  test('a board of two: set by the administrator, seen on the page, one after the other', async () => {
    const at = await started();
    const { accounts } = at.at.deps.store;
    const admin = at.place.author.accountId;
    accounts.putGrant({ accountId: admin, role: 'administrator', areaId: at.place.id });
    const desk = await at.open(at.place.author, `areas/${at.place.id}`);
    await desk.getByRole('heading', { name: 'Ai duyệt bản tin của xã' }).waitFor();
    await desk.getByRole('radio', { name: /Tất cả người trong danh sách/ }).check();
    const save = desk.getByRole('button', { name: 'Lưu quy chế duyệt' });
    expect(await save.isDisabled()).toBe(true);
    await desk.getByRole('checkbox', { name: 'Cán bộ xa-a-duyet' }).check();
    await desk.getByRole('checkbox', { name: 'Cán bộ duyet-hai' }).check();
    await shot(desk, 'A-rule');
    expect(await squeezed(desk)).toEqual([]);
    expect(await complaintsOf(desk, 'main .page > section')).toEqual([]);
    await save.click();
    await desk.getByText('Đã lưu.').waitFor();

    const bulletin = await at.sent();
    const first = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await first.getByText('Nhóm duyệt: 0/2 đã duyệt').waitFor();
    await first.getByRole('button', { name: 'Duyệt (0/2 đã duyệt)' }).click();
    await first.getByText('Còn chờ những người khác', { exact: false }).waitFor();
    expect(at.at.deps.store.bulletins.get(bulletin.id)?.state).toBe('pending');
    await first.reload();
    await first.getByText('Bạn đã duyệt bản này', { exact: false }).waitFor();
    await shot(first, 'A-group');
    expect(await squeezed(first)).toEqual([]);
    expect(await complaintsOf(first, 'main')).toEqual([]);
    const last = await at.open(at.second, `approvals/${bulletin.id}`);
    await last.getByText('Cán bộ xa-a-duyet: đã duyệt lúc', { exact: false }).waitFor();
    await last.getByRole('button', { name: 'Duyệt (1/2 đã duyệt)' }).click();
    await last.getByText(/Đã duyệt\. (Sẽ phát lúc|Phát ngay)/).waitFor();
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('somebody outside the board may return it, and is told why they may not approve', async () => {
    const at = await started();
    const outside = person(at.at, 'ngoai-nhom', ['approver', at.place.id]);
    at.at.deps.store.approvalRules.put(at.place.id, {
      ...{ mode: 'any', accountIds: [at.second.accountId] },
    });
    const bulletin = await at.sent();
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByText('bạn không ở trong nhóm duyệt', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Trả lại' }).count()).toBe(1);
    expect(outside.name).toBe('ngoai-nhom');
  }, 60_000);

  test('its author takes it back while it waits', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const page = await at.open(at.place.author, `say/${bulletin.id}`);
    await page.getByRole('button', { name: 'Rút lại để sửa' }).click();
    await page.getByRole('button', { name: 'Gửi duyệt' }).waitFor();
    expect(at.at.deps.store.bulletins.get(bulletin.id)?.state).toBe('ready');
  }, 60_000);

  test('a slip is printed, signed elsewhere and brought back: its signature is shown, and approves nothing', async () => {
    const at = await started();
    const papers = makePapers();
    onTestFinished(() => papers.close());
    at.at.deps.papers = papers;
    const bulletin = await at.sent();
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByRole('heading', { name: 'Phiếu duyệt' }).click();
    const slip = await printedSlip(page);
    expect(slip.subarray(0, 5).toString()).toBe('%PDF-');
    const holder = await holderOf({ name: 'Lò Văn Hặc', organisation: 'UBND xã Mường Thử' });
    const upload = page.locator('input[type=file]');
    const other = await at.sent({ title: 'Chuyện khác', text: 'Cắt điện ngày 30/11/2026.' });
    const stranger = await at.open(at.place.approver, `approvals/${other.id}`);
    await stranger.getByRole('heading', { name: 'Phiếu duyệt' }).click();
    await stranger.locator('input[type=file]').setInputFiles(fileOf('phieu.pdf', slip));
    await stranger.getByText('Trong tệp không có mã của âm thanh này', { exact: false }).waitFor();
    await upload.setInputFiles(fileOf('phiếu đã ký.pdf', await sign(slip, holder)));
    await page.getByText('Đã nhận phiếu.').waitFor({ timeout: 30_000 });
    await page.getByText('Lò Văn Hặc, UBND xã Mường Thử', { exact: false }).waitFor();
    await page.getByText('chưa ai xác nhận', { exact: false }).first().waitFor();
    await shot(page, 'A-slip-page');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    expect(at.at.deps.store.bulletins.get(bulletin.id)?.state).toBe('pending');
    await page.getByRole('button', { name: 'Duyệt cho phát' }).click();
    await page.getByText('Đã duyệt.', { exact: false }).waitFor();
    expect(at.at.deps.store.approvals.of(bulletin.id)[0]?.slipHash).not.toBeNull();
    expect(at.complaints).toEqual([]);
  }, 120_000);

  test('the square code on paper says whether the paper is of this sound', async () => {
    const at = await started();
    const bulletin = await at.sent();
    const right = hashOf(at.at, bulletin);
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}?hash=${right}`);
    await page.getByText('Mã trên phiếu khớp', { exact: false }).waitFor();
    await page.goto(`${at.base}/#/approvals/${bulletin.id}?hash=${'0'.repeat(64)}`);
    await page.getByText('đừng ký phiếu đó', { exact: false }).waitFor();
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);
