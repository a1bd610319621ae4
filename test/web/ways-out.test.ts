// The ways out of a conflict at a real browser: moved in the form, made shorter beside the first, priority asked for and given.
// It must never know who meets whom.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions, approved, scheduled } from '../services/steps.ts';
import { person } from '../services/world.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';
import { poleDesk } from './pole-desk.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const SHOTS = process.env.SHOTS;
const MINUTE = 60_000;

describe.runIf(hasChromium)('the ways out of a conflict, in a real browser', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('each is done where it is pressed, and what was typed waits', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    const bulletin = await approved(at.at, at.place);
    person(at.at, 'duyet-2', ['approver', at.place.id]);
    // each of 24 s: the wish begins while the first sounds, 12 s before it ends
    const atMs = at.at.clock.planMs() + 60 * MINUTE;
    scheduled(at.at, at.place, { bulletin, rule: { kind: 'once', atMs } });
    scheduled(at.at, at.place, { bulletin, rule: { kind: 'once', atMs: atMs + 75_000 } });
    const page = await at.open(`plan/new?at=${atMs}&area=${at.place.id}`, 360);
    await page.getByText('Trùng lịch').waitFor();
    await page.getByRole('button', { name: 'Xin mức ưu tiên' }).click();
    await page.getByText('Đã gửi đề nghị ưu tiên').waitFor();
    expect(actions(at.at)).toContain('bulletin.want');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/F5-ways-360.png`, fullPage: true });
    await page.getByRole('button', { name: /^Dời sang/ }).click();
    await page.getByText('Không trùng với bản tin nào.').waitFor();
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('priority that was asked for waits with the approver, who declines it with a reason', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    const { approving } = at.at.house.services;
    const bulletin = await approved(at.at, at.place);
    const { villages: areaIds, operator, approver } = at.place;
    approving.want(operator, { what: 'priority', bulletinId: bulletin.id, areaIds });
    const { accountId } = at.place.author;
    at.at.deps.store.accounts.putGrant({ accountId, role: 'approver', areaId: at.place.id });
    const page = await at.open('approvals', 360);
    await page.getByRole('heading', { name: '1 đề nghị ưu tiên chờ trả lời' }).waitFor();
    // the person at the desk wrote it
    await page.getByText('Bạn đã soạn hoặc sửa bản tin này').waitFor();
    await page.locator('summary', { hasText: 'Từ chối' }).click();
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    await page.getByLabel(/^Lý do từ chối/).fill('Đã có bản tin khác');
    await page.getByRole('button', { name: 'Từ chối' }).click();
    await page.getByRole('heading', { name: /đề nghị ưu tiên/ }).waitFor({ state: 'detached' });
    expect(at.at.happened.at(-1)).toMatchObject({ kind: 'want-answered', granted: false });
    expect(approving.wants(approver).waiting).toEqual([]);
    const asker = await at.openAs(operator.name, 'wants');
    await asker.getByText('Đã có bản tin khác').waitFor();
    expect(await complaintsOf(asker)).toEqual([]);
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('a shorter version is another bulletin, and its page leads back to the form', async () => {
    const at = await poleDesk({ browser, webDir: built.webDir });
    const { bulletins } = at.at.house.services;
    const bulletin = await approved(at.at, at.place);
    const atMs = at.at.clock.planMs() + 60 * MINUTE;
    const before = await approved(at.at, at.place, { priority: 'emergency' });
    // it would be interrupted after twelve seconds
    scheduled(at.at, at.place, { bulletin: before, rule: { kind: 'once', atMs: atMs + 12_000 } });
    const address = `plan/new?at=${atMs}&area=${at.place.id}&bulletin=${bulletin.id}`;
    const page = await at.open(address);
    await page.getByRole('button', { name: 'Rút còn 12 giây' }).click();
    await page.getByText('Đã tạo bản rút gọn, dài nhất 12 giây').waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/F5-shorter.png`, fullPage: true });
    const made = bulletins.list(at.place.author).find(({ maxSeconds }) => maxSeconds === 12);
    expect(made).toMatchObject({ title: 'Tiêm chủng (bản rút gọn)', tenantId: at.place.id });
    expect(at.at.deps.store.bulletins.get(bulletin.id)).toMatchObject({ state: 'approved' });
    await page.getByRole('link', { name: 'Mở bản rút gọn' }).click();
    await page.getByRole('heading', { name: 'Tiêm chủng (bản rút gọn)' }).waitFor();
    await page.getByRole('link', { name: 'Quay lại' }).click();
    await page.getByText('Trùng lịch').waitFor();
    expect(page.url()).toContain(address);
    expect(at.complaints).toEqual([]);
  }, 60_000);
});
