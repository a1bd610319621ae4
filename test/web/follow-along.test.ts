// Text and sound moving together in a real Chromium with a real clip: the clause that is lit is the one that sounds.
// It must never guess at times: they are those the clip was made with.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peaksOf } from '../../audio/peaks.ts';
import { type ProducedClip, produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { timedClauses } from '../../src/domain/sound/timed-clauses.ts';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { openCommune, sounded } from '../services/public-steps.ts';
import { approvers, shot } from './approve-desk.ts';
import { complaintsOf } from './axe.ts';
import { builtPage, desk, hasChromium, launch, squeezed } from './browser.ts';

const SENTENCES = [
  'Ủy ban nhân dân xã Suối Mây thông báo.',
  'Ngày mai, trạm y tế xã tiêm chủng cho trẻ em, từ bảy giờ sáng, tại nhà văn hóa bản Mòng.',
  'Mời bà con đưa trẻ đến đúng giờ, mang theo sổ tiêm, và nhắc nhau cùng đi.',
];
let browser: Browser;
let built: Awaited<ReturnType<typeof builtPage>>;
let reader: ClosableReader;
let made: ProducedClip;
let folder: string;

/** What sounds by the page's own clock, and what is lit at that very moment. */
const litNow = (page: Page) =>
  page.evaluate(() => ({
    ms: (document.querySelector('audio')?.currentTime ?? 0) * 1_000,
    words: document.querySelector('button[aria-current]')?.textContent ?? '',
    playing: document.querySelector('audio')?.paused === false,
  }));
const heardAt = (ms: number): string =>
  timedClauses(made.sentences).findLast(({ startMs }) => startMs <= ms)?.words ?? '';
const playedUntil = (page: Page, seconds: number) =>
  page.waitForFunction((s) => (document.querySelector('audio')?.currentTime ?? 0) > s, seconds);

/** Looked at often while it plays: each time the right one, but for the moment of a change. */
async function follows(page: Page, untilSeconds: number): Promise<string[]> {
  const seen: string[] = [];
  for (let at = 0.4; at < untilSeconds; at += 0.4) {
    await playedUntil(page, at);
    const { ms, words } = await litNow(page);
    expect([heardAt(ms), heardAt(ms - 60), heardAt(Math.max(0, ms - 120))]).toContain(words);
    if (seen.at(-1) !== words) seen.push(words);
  }
  return seen;
}

describe.runIf(hasChromium)('whoever listens', () => {
  beforeAll(async () => {
    built = await builtPage();
    browser = await launch(['--autoplay-policy=no-user-gesture-required']);
    reader = makeReader();
    folder = mkdtempSync(join(tmpdir(), 'vangxa-follow-'));
    const voice = createEspeakVoice();
    made = await produceClip({
      ...{ sentences: SENTENCES, title: 'Tiêm chủng', voice, clipsDir: folder, maxSeconds: null },
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    await voice.close();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await reader?.close();
    built?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('sees clause after clause lit as it sounds, presses one and hears from there; the machine’s finding stands in the waveform', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const { store, studio } = at.at.deps;
    at.at.studio.soundPath = () => made.path;
    studio.peaks = () => peaksOf(made.path);
    const bulletin = await at.sent();
    const clip = store.clips.get(bulletin.clipId ?? '');
    if (clip === null) throw new Error('no clip');
    const { durationMs, sentences, synthetic } = made;
    store.clips.put({ ...clip, durationMs, sentences, synthetic });
    const third = sentences[2]?.startMs ?? 0;
    store.findings.put(clip.id, [
      {
        ...{
          kind: 'long-silence',
          atMs: third,
          untilMs: third + 900,
          sentence: 2,
          severity: 'bad',
        },
        say: { vi: 'Im lặng giữa câu.', en: 'A silence.' },
      },
    ]);
    const page = await at.open(at.place.approver, `approvals/${bulletin.id}`);
    await page.getByRole('button', { name: 'Nghe', exact: true }).click();
    const seen = await follows(page, 4);
    expect(seen.length).toBeGreaterThanOrEqual(2);
    await shot(page, 'M-follow-360');
    const last = timedClauses(sentences).at(-1);
    await page.getByRole('button', { name: last?.words ?? '', exact: true }).click();
    const after = await litNow(page);
    expect(after.ms).toBeGreaterThanOrEqual((last?.startMs ?? 0) - 1);
    expect(after.ms).toBeLessThan((last?.startMs ?? 0) + 1_500);
    await page.waitForFunction(
      (words) => document.querySelector('button[aria-current]')?.textContent === words,
      last?.words,
    );
    await page.getByRole('button', { name: 'Tạm dừng' }).click();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: last?.words ?? '', exact: true }).focus();
    await page.keyboard.press('ArrowUp');
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe(timedClauses(sentences).at(-2)?.words);
    expect(await page.locator('.waveform-mark.waveform-bad').count()).toBe(1);
    expect(await page.locator('.moving-found').count()).toBe(1);
    const mark = page.locator('[data-synthetic=true]').first();
    expect(await mark.textContent()).toContain('espeak');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    expect(at.complaints).toEqual([]);
  }, 90_000);

  test('marks what looks personal with one button, or answers why it is not, on the bulletin’s page', async () => {
    const at = await approvers({ browser, webDir: built.webDir, reader });
    const bulletin = await at.write({ text: 'Ai thấy bò lạc xin gọi 0912 345 678.' });
    const page = await at.open(at.place.author, `say/${bulletin.id}`);
    const card = page.getByRole('region', { name: 'Thông tin cá nhân' });
    await card.getByText('0912 345 678').waitFor();
    await shot(page, 'M-suspected-360');
    expect(await squeezed(page)).toEqual([]);
    expect(await complaintsOf(page, 'main')).toEqual([]);
    await card.getByText('Không phải thông tin cá nhân').click();
    await card.getByLabel('Vì sao không phải?').fill('số trực của xã');
    await card.getByRole('button', { name: 'Ghi lý do' }).click();
    await page.getByText(/trả lời lúc .*: số trực của xã/u).waitFor();
    const other = await at.write({ text: 'Gọi anh Páo 0387 654 321 để nhận bò.' });
    await page.goto(`${at.base}/#/say/${other.id}`);
    await card.getByRole('button', { name: 'Đánh dấu' }).click();
    await card.waitFor({ state: 'detached' });
    expect(at.at.deps.store.bulletins.get(other.id)?.personalData).toBe(true);
    expect(at.complaints).toEqual([]);
  }, 60_000);

  test('as a villager follows it too, on a page that is whole without its script', async () => {
    const at = await desk({ browser, webDir: built.webDir });
    const place = await openCommune(at.at);
    const { airingId, bulletinId } = sounded(at.at, place, {
      ...{ title: 'Tiêm chủng', text: SENTENCES.join(' ') },
    });
    const { store, studio } = at.at.deps;
    at.at.studio.soundPath = () => made.path;
    studio.peaks = () => peaksOf(made.path);
    const clip = store.clips.get(store.bulletins.get(bulletinId)?.clipId ?? '');
    const { durationMs, sentences, synthetic } = made;
    if (clip) store.clips.put({ ...clip, durationMs, sentences, synthetic });
    const page = await at.sit(360);
    await page.goto(`${at.base}/xa/xa-a`);
    expect(await page.locator('script').count()).toBe(0);
    await page.getByRole('link', { name: 'Nghe và đọc theo từng câu: Tiêm chủng' }).click();
    await page.locator('#chu').waitFor();
    await page.evaluate(() => document.querySelector('audio')?.play());
    await page.locator('.vay button').first().waitFor();
    expect(await page.locator('#chu').isHidden()).toBe(true);
    const seen = await follows(page, 3);
    expect(seen.length).toBeGreaterThanOrEqual(1);
    const second = timedClauses(sentences)[1];
    await page.getByRole('button', { name: second?.words ?? '', exact: true }).click();
    const { ms, playing } = await litNow(page);
    expect(playing).toBe(true);
    expect(ms).toBeGreaterThanOrEqual((second?.startMs ?? 0) - 1);
    expect(ms).toBeLessThan((second?.startMs ?? 0) + 1_500);
    await shot(page, 'M-follow-public-360');
    expect(await squeezed(page)).toEqual([]);
    expect(await page.locator('[aria-live]').count()).toBe(0);
    expect(await page.locator(`#l-${airingId}`).getAttribute('data-voice')).toBe(
      made.synthetic.voice,
    );
    expect(at.complaints).toEqual([]);
  }, 60_000);
});
