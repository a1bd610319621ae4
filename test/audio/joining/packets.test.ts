// Finished clips joined packet by packet: measured by other tools than those that joined them.
// It must never judge how a single clip is made.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClip } from '../../../audio/clip-file.ts';
import { chimeClip } from '../../../audio/joining/chime.ts';
import { type JoinPiece, joinClips } from '../../../audio/joining/packets.ts';
import type { KeptClip } from '../../../audio/kept-clip.ts';
import { measureFile } from '../../../audio/mastering/measure.ts';
import { produceClip } from '../../../audio/produce.ts';
import { createEspeakVoice } from '../../../audio/voices/espeak.ts';
import { lengthOf, placed } from '../../../src/domain/programmes/lengths.ts';
import { decode, makeFolder, silentEnds } from '../fixture.ts';

const folder = makeFolder();
const { signal } = new AbortController();
const RATE_MS = 16; // samples a millisecond, as decoded
const FRAME_MS = 60;
/** −44 dBFS: above the tone of the room (room-tone.ts), far below speech. */
const SILENT = 32_768 * 10 ** (-44 / 20);

const TEXTS = [
  ['Đây là Đài truyền thanh xã Mường Thử.'],
  [
    'Thông báo lịch tiêm phòng cho đàn gia súc.',
    'Thời gian từ bảy giờ sáng đến mười một giờ trưa.',
  ],
  ['Ủy ban nhân dân xã mời bà con dự họp.'],
  ['Chương trình đến đây là hết.'],
];
const PAUSES = [0, 800, 800, 1_500, 800];

let clips: KeptClip[] = [];
let pieces: JoinPiece[] = [];
let whole: KeptClip;
let promisedMs = 0;

const joining = (over: Partial<Parameters<typeof joinClips>[0]> = {}) =>
  joinClips({
    ...{ pieces, title: 'Bản tin chiều', language: 'vie', profile: 'horn' },
    ...{ clipsDir: folder.path, onProgress: () => undefined, signal, nowMs: () => 7 },
    ...over,
  });

beforeAll(async () => {
  const voice = createEspeakVoice();
  const clipsDir = folder.path;
  clips = [await chimeClip({ profile: 'horn', clipsDir, signal })];
  for (const sentences of TEXTS)
    clips.push(
      await produceClip({
        ...{ sentences, title: sentences[0] ?? '', voice, clipsDir, maxSeconds: null, signal },
        onProgress: () => undefined,
      }),
    );
  await voice.close();
  const lengths = clips.map((clip, at) => ({ length: lengthOf(clip), pauseMs: PAUSES[at] ?? 0 }));
  const { places, durationMs } = placed(lengths);
  promisedMs = durationMs;
  pieces = clips.map((facts, at) => ({
    ...{ path: facts.path, facts },
    pauseFrames: places[at]?.pauseFrames ?? 0,
  }));
  whole = await joining();
}, 120_000);
afterAll(() => folder.remove());

test('the length was known to the millisecond before anything was joined', async () => {
  expect(whole.durationMs).toBe(promisedMs);
  const decoded = await decode(whole.path);
  expect(Math.abs(decoded.length / RATE_MS - promisedMs)).toBeLessThan(1);
});

test('the whole is as loud as its parts are, and no peak is higher than allowed', async () => {
  const { lufs, truePeakDb } = await measureFile(whole.path);
  expect(Math.abs((lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
  expect(truePeakDb).toBeLessThanOrEqual(-1.5);
  expect(whole).toMatchObject({ lufs, truePeakDb });
});

test.each(['opus', 'libopus'] as const)('no click at a join, by %s', async (decoder) => {
  const samples = await decode(whole.path, decoder);
  let atMs = 0;
  for (const { pauseFrames, facts } of pieces) {
    const startMs = atMs + pauseFrames * FRAME_MS;
    for (const ms of atMs === 0 ? [] : [atMs, startMs]) {
      const [from, until] = [(ms - 30) * RATE_MS, (ms + 60) * RATE_MS];
      // speech itself steps by 20,000; here a room is heard and nothing else: −36 dBFS
      expect(steepest(samples.subarray(from, until)), `at ${ms} ms`).toBeLessThan(520);
    }
    atMs = startMs + lengthOf(facts as KeptClip).frames * FRAME_MS;
  }
});

test('between two sounds it is silent as long as was wished, within 200 ms, and at the ends hardly at all', async () => {
  const samples = await decode(whole.path);
  const { sentences } = whole;
  for (const [at, sentence] of sentences.entries()) {
    const next = sentences[at + 1];
    if (!next) continue;
    const heard = longestSilence(samples, {
      fromMs: sentence.endMs - 200,
      untilMs: next.startMs + 200,
    });
    // within one clip a full stop rests 400 ms
    const wished = { 0: 800, 1: 400, 2: 1_500, 3: 800 }[at] ?? 0;
    expect(heard, `after ${sentence.words}`).toBeLessThanOrEqual(wished + 200);
    expect(heard, `after ${sentence.words}`).toBeGreaterThan(wished - 250);
  }
  const { leadMs, tailMs } = silentEnds(samples);
  expect(Math.max(leadMs, tailMs)).toBeLessThan(200);
});

test('sentences stand at their new times, whoever spoke is summed, and the file says that it is machine speech', async () => {
  expect(whole.sentences.map(({ words }) => words)).toEqual(TEXTS.flat());
  expect(whole.spokenBy).toMatchObject([{ voice: 'vi', sentences: 5 }]);
  expect(whole.sentences.at(-1)?.endMs).toBeGreaterThan(promisedMs - 200);
  const { tags } = await openClip(whole.path);
  expect(tags.get('SYNTHETIC')).toBe('1');
  expect(tags.get('TITLE')).toBe('Bản tin chiều');
  expect(tags.get('LANGUAGE')).toBe('vie');
});

test('its packets are those of its clips, byte for byte: nothing was coded again', async () => {
  const bytes = await readFile(whole.path);
  for (const { facts } of pieces) {
    const clip = await openClip((facts as KeptClip).path);
    const first = (await clip.chunk(0)).payload;
    const length = new DataView(first.buffer, first.byteOffset).getUint16(0);
    expect(bytes.includes(Buffer.from(first.subarray(2, 2 + length)))).toBe(true);
  }
});

test('joined again it is found and not made', async () => {
  const again = await joining({ nowMs: () => 8 });
  expect(again).toMatchObject({ id: whole.id, madeAtMs: 7 });
  const [one, ...others] = pieces as [JoinPiece, ...JoinPiece[]];
  const other = await joining({
    pieces: [one, ...others.map((each) => ({ ...each, pauseFrames: 0 }))],
  });
  expect(other.id).not.toBe(whole.id);
});

test('a chime is people’s and nobody’s voice: alone it has no mark', async () => {
  const alone = await joining({ pieces: pieces.slice(0, 1), language: null });
  expect(alone).toMatchObject({ synthetic: null, language: null, sentences: [] });
  expect((await openClip(alone.path)).tags.has('SYNTHETIC')).toBe(false);
});

test.each([
  ['nothing', 'nothing-to-say', () => ({ pieces: [] })],
  [
    'a row without end',
    'too-many-sentences',
    () => ({ pieces: Array.from({ length: 501 }, () => pieces[0] as JoinPiece) }),
  ],
  [
    'a clip that is gone',
    'sound-broken',
    () => ({ pieces: [{ ...(pieces[0] as JoinPiece), path: '/nirgends.opus' }] }),
  ],
  ['a clip that is another', 'sound-broken', () => ({ pieces: [changed({ contentHash: 'x' })] })],
  ['a clip for a room', 'sound-broken', () => ({ pieces: [changed({ profile: 'indoor' })] })],
] as const)('%s is refused', async (_, code, over) => {
  await expect(joining(over() as never)).rejects.toMatchObject({ code });
});

test('who stops it leaves nothing behind', async () => {
  const stopped = AbortSignal.abort();
  await expect(joining({ title: 'khác', signal: stopped })).rejects.toMatchObject({
    code: 'stopped',
  });
});

function changed(over: object): JoinPiece {
  const [first] = pieces as [JoinPiece];
  return { ...first, facts: { ...first.facts, ...over } };
}

function steepest(samples: Int16Array): number {
  let most = 0;
  for (let n = 1; n < samples.length; n += 1)
    most = Math.max(most, Math.abs((samples[n] ?? 0) - (samples[n - 1] ?? 0)));
  return most;
}

function longestSilence(samples: Int16Array, of: { fromMs: number; untilMs: number }): number {
  let [longest, run] = [0, 0];
  for (let n = Math.max(0, of.fromMs) * RATE_MS; n < of.untilMs * RATE_MS; n += 1) {
    run = Math.abs(samples[n] ?? 0) < SILENT ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest / RATE_MS;
}
