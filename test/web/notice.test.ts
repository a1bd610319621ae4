import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import { makeReader } from '../../src/reader.ts';
import { box, type Commune, PASSWORD, person, setUp, until } from '../services/world.ts';
import { builtPage, type Desk, desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TEN_HOURS_MS = 36_000_000;
const LOST = {
  'ho-ten': 'Cháu Lò Thị Mai',
  noi: 'chợ trung tâm xã',
  ngay: '2026-12-05',
  gio: '15:00',
  'dien-thoai': '0912345678',
};
const SHOTS = process.env.VANGXA_SHOTS;

describe.runIf(hasChromium)('a quick notice, on a phone 360 px wide', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('goes from the first screen to its way to the poles in few taps and far under a minute', async () => {
    const { at, a, page } = await opened();
    stand(at, a);
    await page.goto(`${at.base}/#/`);
    await page.getByRole('heading', { name: 'Thông báo nhanh' }).waitFor();
    await look(page, 'list');
    const startedMs = Date.now();
    const taps = counting(page);
    await taps.link('Họp bản');
    await taps.button('bản Mòng');
    await taps.button(/^Ngày mai/);
    await taps.button('Giờ: 19:30', '19:30');
    await page.getByLabel('Địa điểm').fill('nhà văn hóa bản Mòng');
    await page.getByText('mười chín giờ ba mươi phút Chủ nhật ngày sáu tháng mười hai').waitFor();
    // the village it names, and no other, without a tap
    await page.getByRole('checkbox', { name: /Bản Mòng/, checked: true }).waitFor();
    await page.getByRole('checkbox', { name: /Bản Hua Nà/, checked: false }).waitFor();
    await page.getByRole('status').getByText('1/1 cụm loa trực tuyến').first().waitFor();
    await page.getByText('Cán bộ hac đã đứng tên mẫu này').waitFor();
    expect(await squeezed(page)).toEqual([]);
    await look(page, 'make');
    await taps.button('Phát thông báo');
    await page.getByText('Đã duyệt: Cán bộ hac đứng tên mẫu').waitFor();
    await until(() => {
      void at.at.house.beat();
      at.at.clock.move(200);
      return at.at.deps.store.airings.dueToClose(Number.MAX_SAFE_INTEGER).length > 0;
    }, 'an airing');
    await page.getByText(/Đang tới loa, phát lúc/).waitFor();
    const seconds = (Date.now() - startedMs) / 1_000;
    console.log(`quick notice: ${taps.count()} taps, one word typed, ${seconds.toFixed(1)} s`);
    expect(taps.count()).toBeLessThanOrEqual(6);
    expect(seconds).toBeLessThan(60);
    await look(page, 'sent');
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('shows by itself how many poles have said it, and can be made again', async () => {
    const { at, a, page } = await opened();
    stand(at, a);
    await page.goto(`${at.base}/#/notice/cat-nuoc`);
    await fillWater(page);
    await page.getByRole('button', { name: 'Phát thông báo' }).click();
    await page.getByText(/đứng tên mẫu/).waitFor();
    const streamId = await onAir(at);
    at.at.clock.move(31_000);
    await a.boxes[1]?.receipt({ event: 'finished', streamId });
    await page.getByText(/Đã phát ở 1\/1 cụm loa/).waitFor();
    await page.getByRole('link', { name: 'Làm lại thông báo này' }).click();
    await page.getByText('tạm ngừng cấp nước sinh hoạt từ bảy giờ').waitFor();
    expect(await page.getByLabel('Địa điểm').inputValue()).toBe('bản Hua Nà');
  }, 60_000);

  test('keeps what is typed, says what is wrong where it is wrong, and sends nothing by halves', async () => {
    const { at, a, page } = await opened();
    await page.goto(`${at.base}/#/notice/hop-ban`);
    await page.getByLabel('Địa điểm').fill('<b>chợ</b> 🎉');
    await page.getByText('chỉ dùng chữ, số và dấu câu thường').waitFor();
    await page.reload();
    expect(await page.getByLabel('Địa điểm').inputValue()).toBe('<b>chợ</b> 🎉');
    await page.getByRole('button', { name: 'Gửi duyệt và phát' }).click();
    await page.getByText('Giờ: còn trống.').waitFor();
    expect(at.at.deps.store.bulletins.ofTenants([a.id])).toEqual([]);
    await page.getByLabel('Địa điểm').fill('a'.repeat(200));
    await page.getByText('nhiều nhất 80 ký tự').waitFor();
    expect(await squeezed(page)).toEqual([]);
  }, 60_000);

  test('an answer that is lost is asked after, and a double click is one notice', async () => {
    const { at, a, page } = await opened();
    await page.goto(`${at.base}/#/notice/cat-nuoc`);
    await fillWater(page);
    let lost = 0;
    await page.route('**/api/notices', async (route) => {
      lost += 1;
      // it arrives, and its answer does not
      if (lost === 1) await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Gửi duyệt và phát' }).dblclick();
    await page.getByText(/Đang chờ duyệt|Đang tạo âm thanh/).waitFor();
    expect(at.at.deps.store.bulletins.ofTenants([a.id])).toHaveLength(1);
    expect(lost).toBe(1);
  }, 60_000);

  test('a template that was changed meanwhile is said, and nothing typed is lost', async () => {
    const { at, a, page } = await opened();
    await page.goto(`${at.base}/#/notice/cat-nuoc`);
    await fillWater(page);
    const { notices } = at.at.house.services;
    const of = { areaId: a.id };
    const one = notices.templates(a.author, of).find(({ id }) => id === 'cat-nuoc');
    const { hash: seenHash = '', id: _i, version: _v, from: _f, hidden: _h, ...words } = one ?? {};
    const template = { ...words, closing: 'Xin cảm ơn bà con.' } as never;
    notices.setTemplate(a.author, {
      ...of,
      templateId: 'cat-nuoc',
      seenHash,
      hidden: false,
      template,
    });
    await page.getByRole('button', { name: 'Gửi duyệt và phát' }).click();
    await page.getByText('vừa được sửa: câu kết').first().waitFor();
    await page.reload();
    await page.getByText('Xin cảm ơn bà con').waitFor();
    await page.getByText('từ bảy giờ đến mười một giờ').waitFor();
  }, 60_000);

  test('at night a lost child is said to be danger to life, and sent where a person chooses', async () => {
    const { at, a, page } = await opened();
    at.at.clock.move(TEN_HOURS_MS);
    const name = `vang-xa.kept.${a.author.accountId}.notice.${a.id}.tim-nguoi-lac`;
    const left = JSON.stringify({ slots: LOST, when: 'twice', repeats: 2 });
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [name, left] as const);
    await page.goto(`${at.base}/#/notice/tim-nguoi-lac`);
    await page.reload();
    await page.getByText('đang ngoài khung giờ phát của xã').waitFor();
    expect(await page.getByRole('radio', { name: 'Ngay bây giờ' }).count()).toBe(0);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    await look(page, 'night');
    await page.getByRole('button', { name: 'Khẩn cấp: nguy hiểm tính mạng' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Đúng, đây là tin khẩn cấp' })
      .click();
    await page.getByText('Chưa nơi nào được chọn sẵn').waitFor();
    expect(await page.getByRole('checkbox', { name: /^Bản/, checked: true }).count()).toBe(0);
    expect(await page.getByRole('radio', { name: /^Ngay bây giờ/ }).isChecked()).toBe(true);
    expect(await page.getByRole('button', { name: 'Gửi duyệt và phát' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: /Bản Mòng/ }).check();
    expect(await squeezed(page)).toEqual([]);
    await look(page, 'urgent');
    await page.getByRole('button', { name: 'Gửi duyệt và phát' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi duyệt và phát' }).click();
    await page.getByText(/Đang chờ duyệt|Đang tạo âm thanh/).waitFor();
    const [made] = at.at.deps.store.bulletins.ofTenants([a.id]);
    expect(made).toMatchObject({ priority: 'emergency', standingId: null });
    const [schedule] = at.at.deps.store.schedules.ofBulletin(made?.id ?? '');
    expect(schedule).toMatchObject({ areaIds: [a.villages[0]], rule: { kind: 'now' } });
  }, 60_000);

  test('templates are edited and stood for, on a phone and on a desk', async () => {
    const { at, a, page } = await opened();
    await page.goto(`${at.base}/#/notice/templates`);
    await page.getByRole('button', { name: 'Sửa Họp bản' }).click();
    await page.getByLabel('Câu kết').fill('Xin cảm ơn bà con.');
    await look(page, 'template');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Xã đã sửa').waitFor();
    expect(await squeezed(page)).toEqual([]);
    await look(page, 'templates');
    const approver = await signedIn(at, a.approver.name, 1280);
    await approver.goto(`${at.base}/#/notice/standings`);
    await approver.getByText('Chưa ai đứng tên mẫu nào.').waitFor();
    await approver.getByText('Xả lũ', { exact: true }).click();
    const form = approver.locator('details[open]');
    await form.getByLabel(/Đứng tên cả khi khẩn cấp/).check();
    await form.getByLabel(/Tôi đã đọc/).check();
    await look(approver, 'standings');
    await form.getByRole('button', { name: 'Đứng tên' }).click();
    await approver.getByText(/cả tin khẩn cấp/).waitFor();
    expect(at.at.deps.store.standings.open(a.id)).toMatchObject([{ emergency: true }]);
    expect(await squeezed(approver)).toEqual([]);
  }, 60_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);

type Boxed = Commune & { boxes: ReturnType<typeof box>[] };
async function opened(): Promise<{ at: Desk; a: Boxed; page: Page }> {
  const reader = makeReader();
  onTestFinished(() => reader.close());
  const at = await desk({ browser, webDir: built.webDir, reader });
  const a = muongLa(at, await setUp(at.at));
  const boxes = a.villages.map((areaId, n) =>
    box(at.at, { siteId: `loa-${n + 1}`, areaId, by: a.technician }),
  );
  for (const one of boxes) await one.hello();
  const page = await signedIn(at, a.author.name);
  return { at, a: { ...a, boxes }, page };
}

function muongLa({ at }: Desk, admin: Actor): Commune {
  const { areas } = at.house.services;
  const [province] = at.deps.store.areas.all();
  const add = (kind: 'commune' | 'village', code: string, name: string, parentId = province?.id) =>
    areas.create(admin, { code, kind, name, parentId: parentId ?? '', population: 620 }).id;
  const id = add('commune', 'muong-la', 'Xã Mường La');
  const villages = [
    add('village', 'ban-mong', 'Bản Mòng', id),
    add('village', 'ban-hua-na', 'Bản Hua Nà', id),
  ];
  return {
    ...{ id, villages },
    author: person(at, 'lan', ['author', id]),
    approver: person(at, 'hac', ['approver', id]),
    operator: person(at, 'truc', ['operator', id]),
    technician: person(at, 'ky-thuat', ['technician', id]),
  };
}

/** Everybody's password is the same here: the accounts are made without their invitation. */
async function signedIn(at: Desk, name: string, width = 360): Promise<Page> {
  const admin = at.at.deps.store.accounts.byName('quan-tri');
  const account = at.at.deps.store.accounts.byName(name);
  const hash = at.at.deps.store.accounts.passwordHash(admin?.id ?? '');
  at.at.deps.store.accounts.setPasswordHash(account?.id ?? '', hash);
  const page = await at.sit(width);
  await page.goto(`${at.base}/`);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation', { name: 'Các mục chính' }).waitFor();
  return page;
}

function stand({ at }: Desk, a: Commune): void {
  const { notices } = at.house.services;
  for (const { id, hash } of notices.templates(a.author, { areaId: a.id }))
    notices.stand(a.approver as Actor, {
      ...{ areaId: a.id, templateId: id, templateHash: hash, emergency: false, accountIds: null },
      untilMs: at.clock.planMs() + 86_400_000,
    });
}

async function fillWater(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'bản Hua Nà' }).click();
  await page.getByRole('button', { name: /^Ngày mai/ }).click();
  await page.getByText('từ bảy giờ đến mười một giờ').waitFor();
}

async function onAir({ at }: Desk): Promise<string> {
  const sent = () => at.deps.store.airings.dueToClose(Number.MAX_SAFE_INTEGER);
  await until(() => {
    void at.house.beat();
    at.clock.move(200);
    return sent().some(({ state }) => state === 'sent');
  }, 'an airing');
  return sent()[0]?.id ?? '';
}

function counting(page: Page) {
  let taps = 0;
  const tap = async (role: 'link' | 'button', name: string | RegExp) => {
    taps += 1;
    await page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();
  };
  return {
    count: () => taps,
    link: (name: string) => tap('link', name),
    button: (name: string | RegExp, other?: string) => tap('button', other ?? name),
  };
}

/** Nothing for axe to find, and a picture where one is wanted. */
async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html).join(' ').slice(0, 300)))`,
  )) as string[];
  if (SHOTS) await page.screenshot({ path: `${SHOTS}-${name}.png`, fullPage: true });
  expect(found).toEqual([]);
}
