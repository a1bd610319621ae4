// Sound being made, on a phone: how far, after whom, stopped by one press and made again by another.
// It must never make sound.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { until } from '../services/world.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;

describe.runIf(hasChromium)('whoever waits for a sound', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
    reader = makeReader();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
  });

  test('sees the line, the sentence it is at, stops one and has it made again', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const { bulletins } = at.at.house.services;
    const { studio } = at.at;
    const held = studio.hold();
    const write = (title: string) =>
      bulletins.create(at.place.author, { areaId: at.place.id, text: 'Mời bà con.', title });
    const first = write('Kế hoạch phòng chống thiên tai năm 2026');
    await until(() => studio.wanted.length === 1);
    const second = write('Thu gom rác thải nhựa');
    const page = await at.open(at.place.author, 'makings');
    await page.getByText('Đọc thành tiếng · câu 1/2').waitFor();
    await page.getByText('Đến lượt ngay sau bản tin đang tạo').waitFor();
    studio.wanted[0]?.onProgress({ step: 'mastering', done: 30, total: 60 });
    await page.getByText('Chỉnh âm lượng').waitFor();
    await shot(page, 'M-makings');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    const row = page.getByRole('listitem').filter({ hasText: 'Thu gom rác' });
    await row.getByRole('button', { name: 'Dừng tạo âm thanh' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Dừng tạo' }).click();
    await row.waitFor({ state: 'detached' });
    expect(at.at.deps.store.bulletins.get(second.id)?.state).toBe('failed');
    held.letGo();
    await page.getByText('Không có âm thanh nào đang tạo.').waitFor();
    expect(at.at.deps.store.bulletins.get(first.id)?.state).toBe('ready');
    await page.goto(`${page.url().split('#')[0]}#/say/${second.id}`);
    await page.getByText('đã dừng việc tạo âm thanh').first().waitFor();
    await shot(page, 'M-stopped');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await page.getByRole('button', { name: 'Tạo tiếp âm thanh' }).click();
    await until(() => at.at.deps.store.bulletins.get(second.id)?.state === 'ready');
    expect(at.complaints).toEqual([]);
  }, 60_000);
});
