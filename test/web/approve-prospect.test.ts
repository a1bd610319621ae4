import './page-stub.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { fateOf, prospectOf } from '../../src/web/screens/approve/prospect.ts';
import { scheduled } from '../services/steps.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

const MINUTE_MS = 60_000;
const NOW_MS = Date.parse('2026-12-05T12:00:00+07:00');
const once = (atMs: number) => ({ rule: { kind: 'once' as const, atMs } });
const now = { rule: { kind: 'now' as const, atMs: null } };
const heard = (nextAtMs: number | null) => ({ nextAtMs, hindrance: null });

describe('where an approval leads, in words', () => {
  test.each([
    [once(NOW_MS + 5 * MINUTE_MS), heard(NOW_MS + 5 * MINUTE_MS), true, /^Sẽ phát lúc 12:05/],
    [now, heard(NOW_MS + MINUTE_MS), true, /^Phát ngay/],
    [
      now,
      heard(NOW_MS + 17 * 60 * MINUTE_MS),
      true,
      /ngoài giờ cho phép: sẽ phát lúc 05:00 ngày mai/i,
    ],
    [now, { nextAtMs: null, hindrance: 'past' as const }, false, /đã qua/],
    [now, { nextAtMs: null, hindrance: 'expired' as const }, false, /Việc này đã qua/],
    [once(NOW_MS), { nextAtMs: NOW_MS, hindrance: 'out-of-hours' as const }, false, /Ngoài khung/],
    // a page left open past its hour
    [once(NOW_MS - 1), heard(NOW_MS - 1), false, /Giờ phát đã qua/],
  ])('%j foreseen as %j', (schedule, foreseen, airs, says) => {
    const fate = fateOf(schedule, foreseen, NOW_MS);
    expect(fate.airs).toBe(airs);
    expect(fate.says).toMatch(says);
  });

  test('is the soonest that airs, of several; and nowhere without a schedule', () => {
    const schedules = [
      { id: 'a', ...once(NOW_MS - 1) },
      { id: 'b', ...once(NOW_MS + 9 * MINUTE_MS) },
      { id: 'c', ...once(NOW_MS + 3 * MINUTE_MS) },
    ];
    const outlook = [
      { scheduleId: 'a', nextAtMs: null, hindrance: 'past', hushed: [] },
      { scheduleId: 'b', ...heard(NOW_MS + 9 * MINUTE_MS), hushed: [] },
      { scheduleId: 'c', ...heard(NOW_MS + 3 * MINUTE_MS), hushed: [] },
    ];
    const of = (all: object) => prospectOf({ schedules, outlook, ...all } as never, NOW_MS);
    expect(of({})).toMatchObject({ airs: true, says: expect.stringContaining('12:03') });
    expect(of({ outlook: outlook.slice(0, 1) })).toEqual({
      airs: false,
      says: 'Giờ phát đã qua nên sẽ không phát.',
    });
    expect(of({ outlook: [] })).toMatchObject({
      airs: false,
      says: expect.stringContaining('Không còn lịch phát'),
    });
    expect(of({ schedules: [], outlook: [] })).toMatchObject({
      airs: false,
      says: expect.stringContaining('Chưa chọn nơi phát'),
    });
  });
});

let browser: Browser;
let reader: ClosableReader;
let built: Awaited<ReturnType<typeof builtPage>>;

describe.runIf(hasChromium)('approving on a phone, when nothing would be heard', () => {
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

  test('the hour has passed: said above the button, asked before, and honest afterwards', async () => {
    const at = await started();
    const { bulletins } = at.at.house.services;
    const bulletin = await at.write();
    const atMs = at.at.clock.planMs() + 20 * MINUTE_MS;
    scheduled(at.at, at.place, { bulletin, rule: { kind: 'once', atMs } });
    bulletins.submit(at.place.author, { bulletinId: bulletin.id });
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    const bar = page.getByRole('region', { name: 'Quyết định' });
    await bar.getByText(/^Sẽ phát lúc/).waitFor();
    at.at.clock.move(30 * MINUTE_MS);
    await at.at.house.beat();
    await page.reload();
    await bar.getByText('Giờ phát đã qua nên sẽ không phát.').waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await shot(page, 'A-nothing');
    await bar.getByRole('button', { name: 'Duyệt cho phát' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Bản tin vẫn được ghi là đã duyệt.').waitFor();
    expect(at.at.deps.store.bulletins.get(bulletin.id)?.state).toBe('pending');
    await dialog.getByRole('button', { name: 'Vẫn duyệt' }).click();
    await bar.getByText('Đã duyệt, nhưng chưa có lần phát nào.').waitFor();
    await bar.getByText('Giờ phát đã qua nên sẽ không phát.').waitFor();
    expect(at.at.deps.store.bulletins.get(bulletin.id)?.state).toBe('approved');
  }, 60_000);

  test('no schedule is left, or none was ever made: said in both places', async () => {
    const at = await started();
    const bulletin = await at.write();
    at.at.house.services.bulletins.submit(at.place.author, { bulletinId: bulletin.id });
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByText('Chưa chọn nơi phát: duyệt xong vẫn chưa phát').first().waitFor();
    await expect.poll(() => page.getByText('Chưa chọn nơi phát').count()).toBe(2);
  }, 60_000);

  test('a hush silences a notice in its hours, and holds no emergency back', async () => {
    const at = await started();
    const [site] = at.at.deps.store.sites.all();
    const untilMs = at.at.clock.planMs() + 120 * MINUTE_MS;
    at.at.house.services.hushes.begin(at.place.operator, {
      ...{ siteId: site?.id ?? '', untilMs, reason: 'đám tang', reasonKind: 'funeral' },
    });
    const priority = 'emergency' as const;
    const urgent = await at.sent({ priority, text: 'Nước lũ lên nhanh, bà con lên chỗ cao ngay.' });
    const page = await at.open(at.place.approver, `approvals/${urgent.id}`);
    await page.getByText(/vẫn phát dù đang tạm im đến .*: đám tang/).waitFor();
    // at 17:30, long after the hush
    const calm = await at.sent();
    await page.goto(`${at.base}/#/approvals/${calm.id}`);
    await page
      .getByRole('region', { name: 'Quyết định' })
      .getByText(/Sẽ phát lúc 17:30/)
      .waitFor();
    expect(await page.getByText('đang tạm im').count()).toBe(0);
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);
