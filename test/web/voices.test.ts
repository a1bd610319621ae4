// The screen of voices on a phone and at a desk: an order moved by keyboard, a sentence heard, the cloud opened by name.
// It must never need an engine: the studio is a fake.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { AZURE, aVoice } from '../services/fake-voices.ts';
import { PASSWORD, person, quickPasswords } from '../services/world.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;

describe.runIf(hasChromium)('whoever chooses voices', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch();
    reader = makeReader();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
  });

  async function opened() {
    const desk = await approvers({ browser, webDir: built.webDir, reader });
    const { there, broken } = desk.at.voices;
    const licence = { licence: 'CC-BY 4.0', source: 'https://huggingface.co/rhasspy/piper-voices' };
    there.unshift(AZURE, aVoice({ id: 'sherpa.vais:vais1000', engine: 'sherpa-onnx', ...licence }));
    there[2] = aVoice({
      ...{ id: 'system:vi', engine: 'espeak-ng', engineVersion: '1.51', second: 'vi+f2' },
      rests: { reason: 'voice-failed', untilMs: desk.at.clock.wallMs() + 60_000 },
    });
    broken.push({
      name: 'vits-mms-hmn',
      say: { vi: 'Thư mục không có tệp tokens.txt.', en: 'There is no tokens.txt.' },
    });
    return desk;
  }

  test('moves a voice with the keyboard, hears a sentence, saves, and goes back', async () => {
    const desk = await opened();
    const page = await desk.open(desk.place.author, 'voices');
    const steps = page.getByRole('list', { name: 'Thứ tự' }).getByRole('listitem');
    await steps.nth(2).waitFor();
    await shot(page, 'V-voices-360');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    expect(await page.getByText('Đang nghỉ tới').count()).toBe(1);
    expect(await page.getByText('tokens.txt').count()).toBe(1);

    await page.getByRole('button', { name: 'Đưa vi (espeak-ng wasm-1) lên' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('vi (espeak-ng wasm-1) đứng thứ 2.').waitFor();
    await page.getByText('Nghe thử', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Nghe thử' }).click();
    await page.getByLabel('Câu nghe thử', { exact: true }).waitFor();
    expect(desk.at.studio.listened).toMatchObject([{ language: 'vie', tenantId: desk.place.id }]);
    expect(desk.at.studio.listened[0]?.trying?.steps).toHaveLength(3);
    await page.getByRole('button', { name: 'Lưu lựa chọn' }).click();
    await page.getByText('Đã chọn riêng ở đây.').waitFor();
    const kept = desk.at.deps.store.voiceChoices.get(desk.place.id, 'vie');
    expect(kept?.steps).toEqual(desk.at.studio.listened[0]?.trying?.steps);
    await page.getByRole('button', { name: 'Bỏ lựa chọn riêng' }).click();
    await page.getByText('Chưa ai chọn').waitFor();
    expect(desk.complaints).toEqual([]);
  }, 60_000);

  test('opens the cloud for the province, after what it means was asked', async () => {
    const desk = await opened();
    const { store } = desk.at.deps;
    const province = store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const planner = person(desk.at, 'tinh-lich', ['planner', province]);
    store.accounts.setPasswordHash(planner.accountId, await quickPasswords().hash(PASSWORD));
    const page = await desk.open(planner, 'voices', 1280);
    await page.getByLabel('Của nơi nào').selectOption(province);
    await page.getByText('91/2025/QH15').waitFor();
    await page.getByRole('button', { name: 'Cho phép toàn tỉnh' }).click();
    await page.getByRole('dialog').getByText('nhật ký').waitFor();
    expect(store.cloudWords.get(province)).toBeNull();
    await page.getByRole('dialog').getByRole('button', { name: 'Cho phép toàn tỉnh' }).click();
    await page.getByText('Xã vẫn có thể từ chối').waitFor();
    expect(store.cloudWords.get(province)?.allowed).toBe(true);
    await page
      .getByText(/vi-VN-HoaiMyNeural .* đọc; không được thì/u)
      .first()
      .waitFor();
    await shot(page, 'V-voices-1280');
    expect(await squeezed(page)).toEqual([]);
  }, 60_000);

  test('sees on a bulletin who stood in and why, and has it made anew', async () => {
    const desk = await opened();
    const { make } = desk.at.studio;
    const by = (engine: string) => ({ engine, engineVersion: '1', voice: 'vi' });
    desk.at.deps.studio.make = async (wanted) => ({
      ...(await make(wanted)),
      falls: [{ sentence: 0, from: by('a'), to: by('b'), reason: 'voice-unreachable' }],
      spokenBy: [{ ...by('b'), sentences: 1 }],
    });
    const bulletin = await desk.write();
    const page = await desk.open(desk.place.author, `say/${bulletin.id}`);
    await page.getByText('1 câu do giọng khác đọc vì không kết nối được').waitFor();
    await shot(page, 'V-bulletin-360');
    await page.getByRole('button', { name: 'Tạo lại âm thanh' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo lại âm thanh' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(desk.at.studio.wanted.at(-1)?.retake).toBe(1);
    expect(await squeezed(page)).toEqual([]);
  }, 60_000);
});
