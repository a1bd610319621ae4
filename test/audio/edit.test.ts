// Editing one sentence of a script, with the real voice and the real ffmpeg: what is made again and what is heard.
// It must never know how parts are cut.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureFile } from '../../audio/mastering/measure.ts';
import { type ProducedClip, type ProduceOrder, produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import type { Voice } from '../../audio/voices/port.ts';
import { decode, makeFolder, NOTICE } from './fixture.ts';

const folder = makeFolder();
const engine = createEspeakVoice();
const spoken: string[] = [];
const voice: Voice = {
  ...engine,
  speak(words, how) {
    spoken.push(words);
    return engine.speak(words, how);
  },
};
/** Two and a half minutes in several parts; no sentence twice. */
const SCRIPT = ['một', 'hai', 'ba'].flatMap((time) =>
  NOTICE.slice(0, 7).map((words) => words.replace(/([.;:])$/u, `, lần thứ ${time}$1`)),
);
const EDITED = SCRIPT.with(10, 'Riêng bản Nà Nghè tiêm vào buổi chiều cùng ngày.');
let before: ProducedClip;
let after: ProducedClip;

function order(changes: Partial<ProduceOrder> = {}): ProduceOrder {
  return {
    ...{ sentences: SCRIPT, title: 'Tiêm phòng', voice, clipsDir: folder.path, maxSeconds: null },
    ...{ onProgress: () => {}, signal: new AbortController().signal, nowMs: () => 0 },
    ...changes,
  };
}

beforeAll(async () => {
  before = await produceClip(order());
  spoken.length = 0;
  after = await produceClip(order({ sentences: EDITED }));
}, 120_000);
afterAll(async () => {
  await engine.close();
  folder.remove();
});

test('one sentence is spoken, and the parts it does not touch are the same ones', () => {
  expect(spoken).toEqual([EDITED[10]]);
  expect(before.parts.length).toBeGreaterThanOrEqual(3);
  const anew = after.parts.filter((key) => !before.parts.includes(key));
  expect(anew.length).toBeGreaterThan(0);
  expect(anew.length).toBeLessThanOrEqual(2);
});

test.each([
  ['before', () => before],
  ['after', () => after],
])('%s the edit the clip is as loud as asked, and as its kept parts say', async (_, of) => {
  const clip = of();
  const { lufs, truePeakDb } = await measureFile(clip.path);
  expect(Math.abs((lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
  expect(truePeakDb).toBeLessThanOrEqual(-1.5);
  expect(Math.abs((lufs ?? 0) - (clip.lufs ?? 0))).toBeLessThan(0.11);
  expect(Math.abs((truePeakDb ?? 0) - (clip.truePeakDb ?? 0))).toBeLessThan(0.21);
});

test.each(['opus', 'libopus'] as const)(
  'decoded by %s no join of parts clicks',
  async (decoder) => {
    const samples = await decode(after.path, decoder);
    const loudest = (fromMs: number, toMs: number) =>
      samples
        .subarray(fromMs * 16, toMs * 16)
        .reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    // every rest of the clip, the joins among them; filters ring 60 ms into a rest
    const rests = after.sentences.slice(1).map(({ startMs }, at) => {
      const endMs = after.sentences[at]?.endMs ?? startMs;
      return loudest(endMs + 60, startMs - 20);
    });
    expect(rests.length).toBe(EDITED.length - 1);
    expect(20 * Math.log10(Math.max(...rests) / 32_768)).toBeLessThan(-38);
  },
);

test('each part is as loud as the next: nobody hears where one ends', async () => {
  const samples = await decode(after.path);
  const levels = after.sentences.map(({ startMs, endMs }) => {
    const part = samples.subarray(startMs * 16, endMs * 16);
    return 10 * Math.log10(part.reduce((sum, one) => sum + one * one, 0) / part.length);
  });
  expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(4);
});

test('the clip says who spoke, in which language, for what place, and what it is made of', () => {
  expect(after).toMatchObject({ language: 'vie', profile: 'horn', falls: [] });
  expect(after.spokenBy).toEqual([
    { engine: 'espeak-ng', engineVersion: engine.engineVersion, voice: 'vi', sentences: 21 },
  ]);
});

test('a part and a sentence that rotted on disk are made again, and the clip is the same', async () => {
  spoken.length = 0;
  const kept = (room: string) => join(folder.path, 'kept', room);
  for (const room of ['parts', 'sentences'])
    for (const name of readdirSync(kept(room))) {
      const bytes = readFileSync(join(kept(room), name));
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 30) ^ 1, bytes.length - 30);
      if (room === 'parts' ? name.startsWith(after.parts[0] ?? '') : true)
        writeFileSync(join(kept(room), name), bytes);
    }
  const again = await produceClip(order({ sentences: EDITED, title: 'Tiêm phòng, bản hai' }));
  expect(spoken.length).toBeGreaterThan(0);
  expect(spoken.length).toBeLessThan(EDITED.length);
  expect(again.sentences.map(({ words }) => words)).toEqual(EDITED);
  expect(again.parts).toEqual(after.parts);
});

test('tried again it is another clip of the same sound', async () => {
  const retaken = await produceClip(order({ sentences: EDITED, retake: 1 }));
  expect(retaken.id).not.toBe(after.id);
  expect(retaken.parts).toEqual(after.parts);
});
