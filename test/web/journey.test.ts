import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeReader } from '../../src/reader.ts';
import { builtPage, type Desk, desk, hasChromium, launch, squeezed } from './browser.ts';

const PASSWORD = 'một câu thật là dài';
let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;

describe.runIf(hasChromium)('in a real browser, on a phone 360 px wide', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    built?.remove();
  });

  test('a fresh install is set up, a notice is said, approved and planned, all from the page', async () => {
    // what an approver must check is read for real
    const reader = makeReader();
    onTestFinished(() => reader.close());
    const at = await desk({ browser, webDir: built.webDir, reader });
    const admin = await at.sit();
    await setUp(at, admin);
    await addPlaces(admin);
    const enrolment = await addSpeaker(admin);
    expect(enrolment).toMatchObject({ username: 'nha-van-hoa-ban-mong' });
    // she may approve, only not what she wrote
    const author = await invite(at, admin, { name: 'lan', roles: ['Soạn bản tin', 'Duyệt'] });
    const approver = await invite(at, admin, { name: 'hac', roles: ['Duyệt'] });

    await compose(author, 'Mời bà con họp lúc 19h30 ngày 28/11/2026. Mang theo 50.000 đồng.');
    const [said] = at.at.deps.store.bulletins.inState('ready');
    expect(said).toMatchObject({ title: 'Họp bản', language: 'vie' });
    await sendForApproval(author);
    await seeOwnBulletinRefused(author);
    await approve(approver);

    // the author's screen hears of it by itself
    await author.goto(`${at.base}/#/plan/rules`);
    await author.getByText('Họp bản').waitFor();
    await at.at.house.beat();
    await author.goto(`${at.base}/#/plan`);
    await author.getByText('Bản Mòng · 24 giây').waitFor();
    expect(at.complaints).toEqual([]);
  }, 90_000);
});

test.skipIf(hasChromium)('Chromium is absent: the screens are not tried here', () => undefined);

async function setUp(at: Desk, page: Page): Promise<void> {
  await page.goto(`${at.base}/#/setup?token=${at.at.house.offerSetUp()}`);
  await page.getByLabel('Tên tỉnh hoặc thành phố').fill('Tỉnh Sơn La');
  await page.getByLabel('Họ và tên').fill('Lò Thị Mai');
  await page.getByLabel('Tên đăng nhập của bạn').fill('quan-tri');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  expect(await squeezed(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tạo và bắt đầu' }).click();
  await page.getByRole('heading', { name: 'Địa bàn và giờ phát' }).waitFor();
}

async function addPlaces(page: Page): Promise<void> {
  const add = async (parent: string, name: string) => {
    await page.getByLabel('Thuộc').selectOption({ label: parent });
    await page.getByRole('textbox', { name: 'Tên', exact: true }).fill(name);
    await page.getByRole('button', { name: 'Thêm địa bàn' }).click();
    await page.getByText(`Đã thêm ${name}.`).waitFor();
  };
  await add('Tỉnh Sơn La', 'Xã Mường La');
  await add('Xã Mường La', 'Bản Mòng');
  expect(await squeezed(page)).toEqual([]);
  await page.getByRole('link', { name: 'Giờ phát' }).last().click();
  await page.getByRole('heading', { name: 'Giờ phát của Xã Mường La' }).waitFor();
  await page.getByRole('button', { name: 'Thêm khung giờ' }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();
  expect(await squeezed(page)).toEqual([]);
}

async function addSpeaker(page: Page): Promise<object> {
  await page.getByRole('link', { name: 'Cụm loa' }).click();
  await page.getByText('Chưa có điểm loa nào.').waitFor();
  await page.getByRole('link', { name: 'Thêm điểm loa' }).click();
  await page.getByLabel('Tên điểm loa').fill('Nhà văn hóa bản Mòng');
  await page.getByLabel('Mã điểm loa: nha-van-hoa-ban-mong').waitFor();
  await page.getByRole('button', { name: 'Thêm điểm loa' }).click();
  await page.getByText('Chưa lắp thiết bị').waitFor();
  await page.getByRole('button', { name: 'Lắp thiết bị' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lắp thiết bị' }).click();
  await page.getByRole('link', { name: 'Tải tệp ghi danh' }).waitFor();
  expect(await squeezed(page)).toEqual([]);
  const enrolment = JSON.parse(await page.getByLabel('Chép').inputValue());
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page.getByText('Chưa kết nối lần nào').waitFor();
  expect(await page.content()).not.toContain(enrolment.password);
  return enrolment;
}

type Wanted = { name: string; roles: readonly string[] };
async function invite(at: Desk, admin: Page, { name, roles }: Wanted): Promise<Page> {
  await admin.goto(`${at.base}/#/accounts`);
  await admin.getByLabel('Họ và tên').fill(`Cán bộ ${name}`);
  await admin.getByLabel('Tên đăng nhập').fill(name);
  await admin.getByLabel('Tại').selectOption({ label: 'Xã Mường La' });
  for (const role of roles) await admin.getByRole('checkbox', { name: role, exact: true }).check();
  await admin.getByRole('button', { name: 'Tạo lời mời' }).click();
  const link = await admin.getByLabel('Chép').inputValue();
  await admin.reload();
  const page = await at.sit();
  await page.goto(`${at.base}/${link.slice(link.indexOf('#'))}`);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu').fill('khác');
  await page.getByText('Hai mật khẩu chưa giống nhau.').waitFor();
  await page.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Nhận tài khoản' }).click();
  await page.getByRole('navigation', { name: 'Các mục chính' }).waitFor();
  return page;
}

async function compose(page: Page, text: string): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '#/say'));
  await page.getByRole('heading', { name: 'Viết bản tin' }).waitFor();
  await page.getByLabel('Viết hoặc dán nội dung cần phát').fill(text);
  await page.getByLabel('Tiêu đề').fill('Họp bản');
  // nothing typed is lost when the page is
  await page.reload();
  expect(await page.getByLabel('Viết hoặc dán nội dung cần phát').inputValue()).toBe(text);
  await page.getByRole('button', { name: 'Xem cách đọc' }).click();
  await page.getByText('Mời bà con họp lúc mười chín giờ ba mươi phút ngày hai mươi tám').waitFor();
  await page.getByText('Không có chỗ nào phải xem lại.').waitFor();
  const language = page.getByLabel('Ngôn ngữ của bản tin');
  expect(await language.inputValue()).toBe('vie');
  // no voice here speaks it: that one is recorded, not read
  await language.selectOption({ label: 'Tiếng Thái Đen (Tai Dam)' });
  expect(await squeezed(page)).toEqual([]);
  await language.selectOption('vie');
  await page.getByRole('button', { name: 'Tạo âm thanh' }).click();
  await page.getByRole('heading', { name: 'Nghe thử' }).waitFor();
}

async function sendForApproval(page: Page): Promise<void> {
  const send = page.getByRole('button', { name: 'Gửi duyệt' });
  expect(await send.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: /Bản Mòng/ }).check();
  await page.getByText('1 cụm loa, 0 đang trực tuyến').waitFor();
  expect(await squeezed(page)).toEqual([]);
  await send.click();
  await page.getByText('Người duyệt đang xem.').waitFor();
}

async function seeOwnBulletinRefused(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Duyệt/ }).click();
  await page.getByRole('link', { name: /Họp bản/ }).click();
  await page.getByText('Bạn đã soạn hoặc sửa bản tin này, nên người khác phải duyệt.').waitFor();
  expect(await page.getByRole('button', { name: 'Duyệt cho phát' }).count()).toBe(0);
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Họp bản/ }).click();
  await page.getByText('Người soạn: Cán bộ lan').waitFor();
  for (const one of ['19h30', '28/11/2026', '50.000 đồng'])
    await page.locator('.digest mark', { hasText: one }).waitFor();
  await page.getByText('1 cụm loa, 0 đang trực tuyến').waitFor();
  expect(await squeezed(page)).toEqual([]);
  await page.getByRole('button', { name: 'Duyệt cho phát' }).click();
  await page.getByText(/Đã duyệt\. (Sẽ phát lúc|Phát ngay)/).waitFor();
}
