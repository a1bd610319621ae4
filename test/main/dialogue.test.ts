// Clauses of a plan ticked, composed as questions and answers, and made into sound by the real room: two voices, its length known.
// It must never know rows or HTTP.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clip } from '../../src/domain/model.ts';
import { makeReader } from '../../src/reader.ts';
import type { ComposedText } from '../../src/services/bulletins/compose-port.ts';
import { makeStudio } from '../../src/studio.ts';
import { decode } from '../audio/fixture.ts';
import { pitchHz } from '../audio/pitch.ts';
import { profile } from '../domain/samples.ts';
import { PLAN } from '../reading/programmes/plan.ts';
import { ownVoices } from './voices.ts';

const embedded = await ownVoices();
const OWN = { tenantId: 'xa', language: 'vie', personalData: false };
const RATE_HZ = 16_000;
const reader = makeReader();
const folder = mkdtempSync(join(tmpdir(), 'vangxa-dialogue-'));
const studio = makeStudio({ folder, reader, voices: embedded });
const order = { profile: profile(), additions: [], settled: [] };
const part = { from: 0, to: PLAN.length };

async function composed(genre: 'qa' | 'excerpt' | 'news'): Promise<ComposedText> {
  const clauses = await reader.composer.clauses(PLAN, order, { part });
  const picks = clauses.filter(({ labels }) => labels[0] === 'Phần II').map(({ id }) => id);
  const station = 'Đài truyền thanh xã Chiềng Lề';
  return reader.composer.compose(PLAN, order, { part, picks, genre, station, notices: [] });
}

async function sounded(text: string, turns: { from: number; speaker: 'first' | 'second' }[] = []) {
  const made = await studio.make({
    ...{ title: 'Hỏi – đáp', text, order, maxSeconds: null, repeats: 1, turns, ...OWN },
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  return { ...made, bulletinId: 'b' };
}

let clip: Clip;
let foreseen: number;
beforeAll(async () => {
  const { text, turns } = reader.composer.turns((await composed('qa')).text);
  const read = await reader.script(text, order);
  foreseen = reader.seconds(read.script, order.profile);
  clip = await sounded(text, [...turns]);
}, 120_000);
afterAll(async () => {
  await Promise.all([studio.close(), reader.close()]);
  rmSync(folder, { recursive: true, force: true });
});

test('whoever answers sounds higher than whoever asks, in every turn', async () => {
  const samples = await decode(studio.soundPath(clip));
  const height = (words: RegExp) => {
    const found = clip.sentences.filter((one) => words.test(one.words));
    expect(found.length).toBeGreaterThan(0);
    return found.map(({ startMs, endMs }) =>
      pitchHz(samples.subarray((startMs * RATE_HZ) / 1_000, (endMs * RATE_HZ) / 1_000), RATE_HZ),
    );
  };
  const asked = height(/nêu thế nào về/);
  const answered = height(/^(?:Nạo vét|Thay hai nghìn|Xây mới|Đo lưu lượng|Khi mực nước)/);
  expect(Math.min(...answered) / Math.max(...asked)).toBeGreaterThan(1.15);
  const [closing] = height(/^Vừa rồi là/);
  expect(closing).toBeLessThan(Math.min(...answered));
  // the one who says more comes first
  expect(clip.synthetic?.voice.split(', ').sort()).toEqual(['vi', 'vi+f2']);
}, 60_000);

test('its length was known before it was made, within a twentieth; so is that of the other genres', async () => {
  expect(Math.abs(foreseen / (clip.durationMs / 1_000) - 1)).toBeLessThan(0.05);
  const { text } = await composed('excerpt');
  const read = await reader.script(text, order);
  const excerpt = await sounded(text);
  const seconds = reader.seconds(read.script, order.profile);
  expect(Math.abs(seconds / (excerpt.durationMs / 1_000) - 1)).toBeLessThan(0.05);
}, 120_000);

test('peaks are as many as can be drawn, quiet in the rests, kept beside the clip and measured again when damaged', async () => {
  const peaks = await studio.peaks(clip);
  expect(peaks.length).toBeLessThanOrEqual(1_200);
  expect(peaks.length).toBeGreaterThan(500);
  expect(Math.max(...peaks)).toBeGreaterThan(50);
  expect(Math.max(...peaks)).toBeLessThanOrEqual(127);
  const at = (ms: number) => peaks[Math.floor((ms / clip.durationMs) * peaks.length)] ?? 0;
  const [first, second] = clip.sentences;
  expect(at(((first?.startMs ?? 0) + (first?.endMs ?? 0)) / 2)).toBeGreaterThan(8);
  expect(at(((first?.endMs ?? 0) + (second?.startMs ?? 0)) / 2)).toBeLessThan(8);
  const kept = studio.soundPath(clip).replace('.opus', '.peaks.json');
  const before = statSync(kept).mtimeMs;
  expect(await studio.peaks(clip)).toEqual(peaks);
  expect(statSync(kept).mtimeMs).toBe(before);
  for (const damage of ['', '[1,"x"]', '{"a":1}']) {
    writeFileSync(kept, damage);
    expect(await studio.peaks(clip)).toEqual(peaks);
  }
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(peaks);
}, 60_000);

test('a clip that is not there is a sentence, not a crash', async () => {
  await expect(studio.peaks({ ...clip, id: 'x', path: 'clips/none.opus' })).rejects.toMatchObject({
    say: { vi: expect.any(String) },
  });
});
