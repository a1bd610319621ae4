// A recording in the place of the voice, made on a phone: recorded, agreed to, sent; and what the machine noticed, pressed.
// It must never need a microphone: Chromium brings one that hums.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { refusal } from '../../src/services/refusals.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
const HUM = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

describe.runIf(hasChromium)('whoever has a person’s voice', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch(HUM);
    reader = makeReader();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
  });

  async function opened() {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const bulletin = await at.write();
    const page = await at.open(at.place.author, `say/${bulletin.id}`);
    await page.getByText('Dùng bản ghi âm').first().click();
    return { at, bulletin, page };
  }
  const record = async (page: Page) => {
    await page.getByRole('button', { name: 'Ghi âm bằng máy này' }).click();
    await page.getByText('Đang ghi').waitFor();
    await page.getByText(/Đang ghi: .*[1-9] giây/u).waitFor();
    await page.getByRole('button', { name: 'Dừng ghi' }).click();
    await page.getByText('Bản vừa ghi').waitFor();
  };

  test('records on the phone, is told what the machine noticed, and goes to that second', async () => {
    const { at, bulletin, page } = await opened();
    at.at.studio.noticed = [
      {
        ...{ kind: 'long-silence', atMs: 9_000, untilMs: 12_000, sentence: null, severity: 'bad' },
        say: { vi: 'Im lặng 3 giây giữa bản tin.', en: 'Three seconds of silence.' },
      },
    ];
    const send = page.getByRole('button', { name: 'Dùng bản ghi này' });
    expect(await send.isDisabled()).toBe(true);
    await record(page);
    await page.getByLabel('Tên người đọc').fill('Lò Thị Mai');
    await page.getByLabel('Đồng ý bằng cách nào').fill('ký giấy ngày 3/12');
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Người đọc đồng ý' }).check();
    await shot(page, 'M-recording');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await send.click();
    await page.getByText('Giọng của Lò Thị Mai').waitFor();
    const finding = page.getByRole('button', { name: /Im lặng 3 giây/u });
    await finding.click();
    expect(await page.getByRole('slider').inputValue()).toBe('9000');
    await shot(page, 'M-findings');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    const { store } = at.at.deps;
    expect(store.bulletins.get(bulletin.id)).toMatchObject({ state: 'ready', version: 2 });
    expect(store.recordings.of(bulletin.id)?.consentNote).toBe('ký giấy ngày 3/12');
    await page.getByRole('button', { name: 'Bỏ bản ghi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản ghi' }).click();
    await page.getByText('Giọng của Lò Thị Mai').waitFor({ state: 'detached' });
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('keeps what was typed over a reload, and the sound it has when a file is refused', async () => {
    const { at, bulletin, page } = await opened();
    await page.getByLabel('Tên người đọc').fill('Vàng A Sở');
    await page.getByLabel('Đồng ý bằng cách nào').fill('đồng ý trước mặt trưởng bản');
    await page.getByRole('checkbox', { name: 'Người đọc đồng ý' }).check();
    await page.reload();
    await page.getByText('Dùng bản ghi âm').first().click();
    expect(await page.getByLabel('Tên người đọc').inputValue()).toBe('Vàng A Sở');
    const say = { vi: 'Tệp này không phải âm thanh được nhận.', en: 'Not a sound.' };
    at.at.studio.failNext(refusal('caller', 'foreign-unknown', say));
    const file = {
      name: 'danh-sach.m3u8',
      mimeType: 'audio/mpegurl',
      buffer: Buffer.from('#EXTM3U'),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('danh-sach.m3u8').waitFor();
    await page.getByRole('button', { name: 'Dùng bản ghi này' }).click();
    await page.getByText(say.vi).waitFor();
    expect(at.at.deps.store.bulletins.get(bulletin.id)).toEqual(bulletin);
    expect(await page.getByLabel('Tên người đọc').inputValue()).toBe('Vàng A Sở');
    // and where the microphone is not given
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: 'Ghi âm bằng máy này' }).click();
    await page.getByText('Trình duyệt chưa được phép dùng micrô').waitFor();
  }, 60_000);
});
