// A collaborator's link on a phone of 360 px: recorded with its microphone, sent, heard by a second person, and then the sound.
// It must never need a person: Chromium brings a microphone that hums; what it records is decoded by the real safe door.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeStudio, type StudioVoices } from '../../src/studio.ts';
import { asked, rowOf } from '../services/language-steps.ts';
import { liveCommune, written } from '../services/steps.ts';
import { shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { desk, hasChromium, launch, squeezed } from './browser.ts';

let browser: Browser;
let folder: string;
const HUM = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const NO_VOICE = { chosen: () => ({ ids: [], none: 'no-voice' }) } as unknown as StudioVoices;

describe.runIf(hasChromium)('a collaborator with a phone', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vangxa-link-'));
    browser = await launch(HUM);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The real door for what people send; everything else stands in. */
  async function office() {
    const at = await desk({ browser, webDir: folder });
    const studio = makeStudio({ folder, reader: at.at.deps.reader, voices: NO_VOICE });
    onTestFinished(() => studio.close());
    const { record, soundPath, check } = studio;
    Object.assign(at.at.studio, { record, soundPath, check });
    const place = await liveCommune(at.at);
    const { id } = await written(at.at, place);
    const { commissions } = at.at.house.services;
    const { commission, url } = commissions.create(place.author, asked(id));
    const path = new URL(url).pathname;
    const invite = () => {
      const wish = { commissionId: commission.id, listenerName: 'Sùng Thị Sua' };
      return new URL(commissions.invite(place.author, wish).url).pathname;
    };
    return { ...at, place, commission, path, invite };
  }
  const record = async (page: Page) => {
    await page.getByRole('button', { name: 'Bắt đầu thu' }).click();
    await page.getByText(/Đang thu 00:0[2-9]/u).waitFor();
    await page.getByRole('button', { name: 'Dừng thu' }).click();
    await page.getByText('Nghe lại trước khi gửi').waitFor();
  };
  const send = (page: Page) => page.getByRole('button', { name: 'Gửi bản ghi' }).click();

  test('records, listens, sends; a second person confirms; and the clip is there', async () => {
    const { at, base, sit, path, invite, commission, complaints } = await office();
    const page = await sit();
    await page.goto(`${base}${path}`);
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    await shot(page, 'L-link-asked');
    await record(page);
    await send(page);
    // nothing was agreed to yet: the browser itself asks
    expect(at.deps.store.commissions.get(commission.id)?.state).toBe('asked');
    await page.getByLabel('Họ tên người đọc').fill('Giàng A Páo');
    await page.getByRole('checkbox', { name: /đồng ý/u }).check();
    await shot(page, 'L-link-recorded');
    await send(page);
    await page.getByText('Đang chờ người thứ hai').waitFor({ timeout: 30_000 });
    const sent = at.deps.store.commissions.get(commission.id);
    const clip = at.deps.store.clips.get(sent?.clipId ?? '');
    expect(clip).toMatchObject({ synthetic: null, language: 'mww' });
    expect(clip?.durationMs).toBeGreaterThan(1_000);
    await shot(page, 'L-link-sent');
    expect(await squeezed(page)).toEqual([]);

    const second = await sit();
    await second.goto(`${base}${invite()}`);
    expect(await squeezed(second)).toEqual([]);
    expect(await complaintsOf(second)).toEqual([]);
    await shot(second, 'L-listen');
    await second.getByRole('checkbox', { name: /đã nghe hết/u }).check();
    await second.getByRole('button', { name: 'Đúng, xác nhận' }).click();
    await second.getByText('Đã xác nhận').waitFor();
    await shot(second, 'L-listen-done');
    const variant = rowOf(at, commission.bulletinId);
    expect(variant).toMatchObject({ state: 'pending', clipId: sent?.clipId });
    expect(complaints).toEqual([]);
  }, 90_000);

  test('chooses a file instead, is told what is wrong with it, and keeps the page', async () => {
    const { at, base, sit, path, place, commission } = await office();
    const page = await sit();
    await page.goto(`${base}${path}?lang=en`);
    await page.getByLabel(/choose a sound file/u).setInputFiles({
      ...{ name: 'song.mp3', mimeType: 'audio/mpeg' },
      // what would make a careless decoder open other files
      buffer: Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'),
    });
    await page.getByRole('checkbox', { name: /agree/u }).check();
    await page.getByRole('button', { name: 'Send the recording' }).click();
    await expect
      .poll(() => page.locator('#bao').textContent(), { timeout: 20_000 })
      .toMatch(/kinds of sound/u);
    expect(await page.getByRole('button', { name: 'Send the recording' }).isEnabled()).toBe(true);
    await shot(page, 'L-link-refused');
    expect(at.deps.store.commissions.get(commission.id)?.state).toBe('asked');
    at.house.services.commissions.revoke(place.author, { commissionId: commission.id });
    await page.getByRole('button', { name: 'Send the recording' }).click();
    await page.getByText('There is no such thing').waitFor();
  }, 60_000);
});
