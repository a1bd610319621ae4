// What the province gives, what a document was heard as, and which of two is first, in a real browser.
// It must never know how anything is counted or stopped.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imported } from '../services/document-steps.ts';
import { approved, hashOf, pass, scheduled, sentAiring, TEXT } from '../services/steps.ts';
import { PASSWORD, person, quickPasswords, until } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { type PoleDesk, poleDesk } from './pole-desk.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;

/** Somebody who writes at the province, somebody who approves there, and a bulletin of theirs. */
async function provinceOf({ at, place }: PoleDesk) {
  const id = at.deps.store.areas.get(place.id)?.parentId ?? '';
  const author = person(at, 'tinh-soan', ['author', id], ['planner', id]);
  const approver = person(at, 'tinh-duyet', ['approver', id]);
  const onlooker = person(at, 'tinh-xem', ['administrator', id]);
  const hash = await quickPasswords().hash(PASSWORD);
  for (const { accountId } of [author, onlooker])
    at.deps.store.accounts.setPasswordHash(accountId, hash);
  const { bulletins } = at.house.services;
  const wish = { areaId: id, text: TEXT, title: 'Phòng cháy rừng mùa khô' };
  const { id: bulletinId } = bulletins.create(author, wish);
  await until(() => at.deps.store.bulletins.get(bulletinId)?.state !== 'making', 'the sound');
  const made = at.deps.store.bulletins.get(bulletinId);
  bulletins.submit(author, { bulletinId });
  const contentHash = made ? hashOf(at, made) : '';
  bulletins.approve(approver, { bulletinId, contentHash });
  return { bulletinId };
}

async function fine(page: Page, name: string): Promise<void> {
  expect(await squeezed(page)).toEqual([]);
  expect(await complaintsOf(page)).toEqual([]);
  const folder = process.env.VANGXA_KEEP;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe.runIf(hasChromium)('in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('the province gives, the commune places it, and one button reminds', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    await provinceOf(at);
    const board = await at.openAs('tinh-soan', 'assign');
    await board.getByText('Chưa giao bản tin nào.').waitFor();
    await board.getByRole('link', { name: 'Giao bản tin cho xã' }).click();
    await board.getByLabel(/^Tỉnh Mường Thử/).check();
    await board.getByLabel('Hạn phát (hết ngày)').fill('2026-12-11');
    await fine(board, 'assign-new-360');
    await board.getByRole('button', { name: 'Giao', exact: true }).click();
    await board.getByText('Chưa trả lời', { exact: true }).waitFor();
    await board.getByRole('button', { name: 'Đôn đốc 1 xã còn thiếu' }).click();
    await board.getByText('Đã đôn đốc 1 xã.').waitFor();
    await fine(board, 'assign-board-360');
    await board.setViewportSize({ width: 1280, height: 900 });
    await fine(board, 'assign-board-1280');

    // who may only look sees each commune too, and is offered nothing
    const onlooker = await at.openAs('tinh-xem', 'assign');
    await onlooker.getByText('Phòng cháy rừng mùa khô').click();
    await onlooker.locator('.assign-board').getByText('Xã xa-a').waitFor();
    expect(await onlooker.getByRole('button', { name: /Đôn đốc|Thu hồi/ }).count()).toBe(0);

    const page = await at.open('assign');
    await page.getByText('Phòng cháy rừng mùa khô').click();
    await page.getByText('đã phát 0/3').waitFor();
    await fine(page, 'assign-commune-360');
    await page.getByRole('link', { name: 'Xếp lịch phát' }).click();
    await expect
      .poll(() => page.getByLabel('Bản tin đã duyệt').locator('option:checked').innerText())
      .toBe('Phòng cháy rừng mùa khô');
    expect(await page.getByLabel(/^Xã xa-a/).isChecked()).toBe(true);
    await fine(page, 'assign-place-360');
    await page.getByText('12:30 ngày 5/12/2026').first().waitFor();
    expect(await page.getByText('Không tìm thấy').count()).toBe(0);
    const { schedules } = at.at.deps.store;
    const [given] = at.at.house.services.assignments.list(at.place.operator, {
      ...{ beforeId: null, limit: 1 },
    });
    at.at.house.services.schedules.create(at.place.operator, {
      ...{ bulletinId: given?.bulletinId ?? '', areaIds: [at.place.id] },
      rule: { kind: 'once', atMs: at.at.clock.planMs() + 3_600_000 },
    });
    expect(schedules.active()).toHaveLength(1);
    await board.getByText('còn 1 lần đã xếp lịch').waitFor();
    await page.goto(`${at.base}/#/plan/rules`);
    await page.getByText('Phòng cháy rừng mùa khô').first().waitFor();
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('a document that ended says who heard it, and offers the correction', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    const { at: world, place } = at;
    const documentId = await imported(world, place, `# 27/QĐ-UBND\n${TEXT}`);
    const { bulletins, documents } = world.house.services;
    const wish = { areaId: place.id, documentId, title: 'Tiêm chủng' };
    const { id: bulletinId } = bulletins.create(place.author, wish);
    await until(() => world.deps.store.bulletins.get(bulletinId)?.state !== 'making', 'sound');
    const made = world.deps.store.bulletins.get(bulletinId);
    if (!made) throw new Error('no bulletin');
    bulletins.submit(place.author, { bulletinId });
    const contentHash = hashOf(world, made);
    const bulletin = bulletins.approve(place.approver, { bulletinId, contentHash });
    scheduled(world, place, { bulletin, rule: { kind: 'now' } });
    const streamId = await sentAiring(world);
    await place.boxes[0]?.receipt({ event: 'finished', streamId });
    const { siteId } = place.boxes[0] ?? { siteId: '' };
    const heard = () => world.deps.store.airings.speaker(streamId, siteId)?.verdict ?? null;
    await until(() => heard() !== null, 'the verdict');
    const ended = { commentUntil: null, inForceFrom: null, endedOn: '2026-12-05' };
    documents.setStatus(place.approver, {
      ...{ documentId, position: 1 },
      status: { kind: 'repealed', ...ended, by: '31/QĐ-UBND' },
    });
    const page = await at.open(`documents/${documentId}?view=status`);
    await page.getByText('mọi bản tin soạn từ đó đã dừng').waitFor();
    await page.getByText('ban-1', { exact: true }).waitFor();
    await fine(page, 'heard-360');
    await page.setViewportSize({ width: 1280, height: 900 });
    await fine(page, 'heard-1280');
    await page.getByRole('button', { name: 'Soạn tin đính chính' }).click();
    await page.getByRole('heading', { name: 'Đính chính: 27/QĐ-UBND' }).waitFor();
    expect(at.complaints).toEqual([]);
  });

  test('two priority bulletins at one time are put in order with two presses', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    const { at: world, place } = at;
    const atMs = world.clock.planMs() + 3_600_000;
    for (const text of ['Ngày mai tiêm chủng.', 'Chiều nay họp bản.']) {
      const bulletin = await approved(world, place, { text, priority: 'priority' });
      scheduled(world, place, { bulletin, rule: { kind: 'once', atMs } });
    }
    const page = await at.open('plan');
    await page.getByRole('heading', { name: 'Bản tin ưu tiên trùng giờ' }).waitFor();
    await fine(page, 'order-360');
    await page.getByRole('button', { name: /^Đưa “/ }).click();
    await page.getByRole('button', { name: 'Phát theo thứ tự này' }).click();
    await page.getByText('Đã chọn thứ tự.').waitFor();
    await pass(world, 3_600_000 - 30_000);
    const times = world.deps.store.airings
      .list({ tenantIds: [place.id], fromMs: 0, toMs: 9_999_999_999_999 })
      .map(({ playAtMs }) => playAtMs - atMs);
    expect(times).toEqual([0, 24_000]);
    expect(at.complaints).toEqual([]);
  });
});
