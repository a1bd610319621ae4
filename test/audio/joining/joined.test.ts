// Pieces of several recorders become one notice: no click at any join, one loudness, in a few seconds; measured with the real ffmpeg.
// It must never need a voice, nor call a hard cut a join.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edgeSamples } from '../../../audio/joining/edges.ts';
import { type JoinOrder, joinPieces } from '../../../audio/joining/joined.ts';
import {
  PIECE_RATE_HZ,
  piecePath,
  readPiece,
  sweepPieces,
  type TakenPiece,
  takePiece,
} from '../../../audio/joining/pieces.ts';
import { measureFile } from '../../../audio/mastering/measure.ts';
import { ffmpeg, inputs } from '../../foreign/inputs.ts';
import { decode, makeFolder, silentEnds } from '../fixture.ts';
import { clicksAt } from './clicks.ts';

const root = makeFolder();
afterAll(() => root.remove());
const [folder, clipsDir] = [join(root.path, 'pieces'), join(root.path, 'clips')];
const { signal } = new AbortController();
const files = inputs(root.path);

/** Five recorders: near and far, high and low, a hissing one, a humming one, one that stops too late. */
const RECORDERS = [
  { name: 'a.wav', hz: 110, seconds: 2.4, gainDb: 0, after: '' },
  { name: 'b.webm', hz: 190, seconds: 0.6, gainDb: -22, after: ',apad=pad_dur=0.8' },
  { name: 'c.mp3', hz: 140, seconds: 2.1, gainDb: -9, after: ',adelay=400' },
  { name: 'd.flac', hz: 230, seconds: 0.45, gainDb: 3, after: ',apad=pad_dur=0.3' },
  { name: 'e.m4a', hz: 90, seconds: 1.9, gainDb: -15, after: ',adelay=90,apad=pad_dur=0.4' },
] as const;

function recorded(of: (typeof RECORDERS)[number]): Uint8Array {
  const tones = [1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2].map(
    (loud, at) => `${loud}*sin(${of.hz * (at + 1)}*2*PI*t+${at})`,
  );
  const voice = `0.12*(${tones.join('+')})*pow(sin(PI*4*t)\\,2)`;
  const source = `aevalsrc=${voice}:s=48000:d=${of.seconds}${of.after},volume=${of.gainDb}dB`;
  const room = `anoisesrc=a=0.0006:r=48000:d=4:seed=7`;
  return files.made(of.name, {
    source: `${source}[v];${room}[n];[v][n]amix=inputs=2:duration=first:normalize=0`,
    args: of.name.endsWith('webm') ? ['-c:a', 'libopus'] : [],
  });
}

describe.skipIf(ffmpeg === null)('a notice joined from recorded pieces', () => {
  const pieces: TakenPiece[] = [];
  const order = (of: Partial<JoinOrder> = {}): JoinOrder => ({
    ...{ folder, clipsDir, times: 1, title: 'Xả lũ, tiếng Thái', language: 'blt', signal },
    // two sentences of some 20 s, as a notice of a dam has
    sentences: [said(0, 1, 2, 3), said(4, 3, 0, 1, 2), said(0, 2, 4, 1)],
    ...{ nowMs: () => 0, onProgress: () => undefined },
    ...of,
  });
  const said = (...at: number[]) =>
    at.map((one) => ({ hash: pieces[one]?.hash ?? '', words: `đoạn ${one}` }));

  beforeAll(async () => {
    for (const one of RECORDERS)
      pieces.push(await takePiece({ bytes: recorded(one), folder, signal }));
  });

  test('each piece is trimmed to the same edges, whatever silence was before and after', async () => {
    for (const [at, { durationMs }] of pieces.entries()) {
      const spokenMs = 1_000 * (RECORDERS[at]?.seconds ?? 0);
      // a voice that swells and fades begins within the first syllable; two edges of 60 ms are kept
      expect(Math.abs(durationMs - 120 - spokenMs)).toBeLessThan(170);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('is as loud as any clip, without a click at any join, within five seconds', async () => {
    const beganMs = performance.now();
    const clip = await joinPieces(order());
    expect(performance.now() - beganMs).toBeLessThan(5_000);
    expect(clip).toMatchObject({ language: 'blt', spokenBy: [], synthetic: null });
    expect(readFileSync(clip.path, 'latin1')).not.toContain('SYNTHETIC');
    const heard = await measureFile(clip.path);
    expect(Math.abs((heard.lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
    expect(heard.truePeakDb ?? 0).toBeLessThanOrEqual(-1.5);
    const samples = await decode(clip.path);
    const ends = silentEnds(samples);
    expect(ends.leadMs).toBeLessThanOrEqual(200);
    expect(ends.tailMs).toBeLessThanOrEqual(200);
    expect(clip.durationMs).toBeGreaterThan(18_000);
    // thirteen pieces, each with its second; words 80 ms apart, sentences 450
    expect(clip.sentences).toHaveLength(13);
    const gaps = clip.sentences
      .slice(1)
      .map(({ startMs }, at) => startMs - (clip.sentences[at]?.endMs ?? 0));
    for (const [at, gap] of gaps.entries())
      expect(Math.abs(gap - (at === 3 || at === 8 ? 450 : 80))).toBeLessThanOrEqual(2);
    const joinsMs = gaps.map((gap, at) => (clip.sentences[at]?.endMs ?? 0) + gap / 2);
    const clicks = clicksAt(samples, { rateHz: 16_000, joinsMs });
    expect(clicks.step).toBeLessThan(0.5);
    expect(clicks.burst).toBeLessThan(0.5);
    expect(await joinPieces(order({ nowMs: () => 9 }))).toEqual(clip);
  }, 20_000);

  test('a deliberately hard cut fails the very same measure', async () => {
    const whole = await Promise.all(pieces.map(({ hash }) => readPiece(folder, hash)));
    const cut = whole.map(torn);
    const hard = Int16Array.from(cut.flatMap((samples) => [...samples]));
    const { hash } = await takePiece({ bytes: wav(hard), folder, signal });
    const clip = await joinPieces(order({ sentences: [[{ hash, words: 'cắt thô' }]] }));
    const [first] = clip.sentences;
    let atMs = first?.startMs ?? 0;
    const joinsMs = cut.slice(0, -1).map(({ length }) => {
      atMs += (length * 1_000) / PIECE_RATE_HZ;
      return atMs;
    });
    const clicks = clicksAt(await decode(clip.path), { rateHz: 16_000, joinsMs });
    expect(clicks.burst).toBeGreaterThan(1);
    expect(clicks.step).toBeGreaterThan(0.5);
  }, 20_000);

  test('said twice it is twice as long, and one word alone is a clip too', async () => {
    const twice = await joinPieces(order({ sentences: [said(1, 3)], times: 2 }));
    expect(twice.sentences.map(({ words }) => words)).toEqual([
      'đoạn 1',
      'đoạn 3',
      'đoạn 1',
      'đoạn 3',
    ]);
    expect(twice.durationMs).toBeGreaterThan(2_500);
    await expect(joinPieces(order({ sentences: [] }))).rejects.toMatchObject({
      code: 'nothing-to-say',
    });
  }, 20_000);

  test('a piece that is gone or was changed is never a silent gap', async () => {
    const sentences = [[{ hash: 'f'.repeat(64), words: 'mười lăm giờ' }]];
    await expect(joinPieces(order({ sentences }))).rejects.toMatchObject({ code: 'piece-missing' });
    const { hash } = await takePiece({
      bytes: wav(new Int16Array(30_000).map(tone)),
      folder,
      signal,
    });
    const bytes = readFileSync(piecePath(folder, hash));
    bytes.writeInt16LE(99, 9_000);
    writeFileSync(piecePath(folder, hash), bytes);
    await expect(readPiece(folder, hash)).rejects.toMatchObject({ code: 'piece-missing' });
    expect(await sweepPieces(folder, new Set())).toBe(0);
  });

  test('a playlist, a script for concat and silence are refused, and nothing is kept', async () => {
    const before = readdirSync(folder);
    const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n';
    for (const [text, code] of [
      [playlist, 'foreign-unknown'],
      ["ffconcat version 1.0\nfile '/etc/passwd'\n", 'foreign-unknown'],
      ['', 'foreign-empty'],
    ])
      await expect(
        takePiece({ bytes: Buffer.from(text ?? ''), folder, signal }),
      ).rejects.toMatchObject({ code });
    await expect(takePiece({ bytes: files.silent(), folder, signal })).rejects.toMatchObject({
      code: 'foreign-silent',
    });
    const long = files.made('long.wav', { source: 'sine=f=200:d=32' });
    await expect(takePiece({ bytes: long, folder, signal })).rejects.toMatchObject({
      code: 'foreign-too-long',
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});

const tone = (_: number, at: number) => Math.round(8_000 * Math.sin(at / 20));

/** Cut where it is loudest, upwards at its beginning and downwards at its end. */
function torn(samples: Int16Array): Int16Array {
  const edge = edgeSamples(PIECE_RATE_HZ);
  const inner = samples.subarray(edge, samples.length - edge);
  const half = inner.length >> 1;
  const top = inner.indexOf(Math.max(...inner.subarray(0, half)));
  const low = half + inner.subarray(half).indexOf(Math.min(...inner.subarray(half)));
  return inner.slice(top, low);
}

function wav(samples: Int16Array): Uint8Array {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + 2 * samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  for (const [at, value] of [
    16,
    0x0001_0001,
    PIECE_RATE_HZ,
    2 * PIECE_RATE_HZ,
    0x0010_0002,
  ].entries())
    head.writeUInt32LE(value, 16 + 4 * at);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(2 * samples.length, 40);
  return Buffer.concat([head, new Uint8Array(samples.buffer)]);
}
