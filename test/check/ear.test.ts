// An ear that listens to a clip: what it heard otherwise is pointed at, and what it cannot hear spoils nothing.
// It must never need a model: the ears are made up, and the real one is given a broken one.
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkClip } from '../../audio/check/check-clip.ts';
import type { Ear } from '../../audio/check/ear.ts';
import { errorShare, isMisheard } from '../../audio/check/misheard.ts';
import { createSherpaEar, earFiles } from '../../audio/check/sherpa-ear.ts';
import type { EarOrder } from '../../audio/check/sherpa-ear-child.ts';
import { produceRecorded } from '../../audio/recorded.ts';
import { makeFolder } from '../audio/fixture.ts';
import { ffmpeg, inputs } from '../foreign/inputs.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const never = new AbortController().signal;

describe('words', () => {
  test.each([
    ['Mời bà con đến đúng giờ.', 'mời bà con đến đúng giờ', 0],
    ['Mời bà con đến đúng giờ.', 'mời bà con đến đúng ngày', 1 / 6],
    ['Mời bà con đến đúng giờ.', 'mời con đến', 0.5],
    ['Mời bà con đến.', 'Mời bà con đến. Mời bà con đến.', 1],
    ['Mời bà con đến đúng giờ.', '', 1],
    // composed and decomposed are one way to write
    ['Hòa bình lập lại'.normalize('NFD'), 'hòa bình lập lại', 0],
  ])('“%s” heard as “%s”', (said, heard, share) => {
    expect(errorShare(said, heard)).toBeCloseTo(share);
  });

  test('are too few to judge, or different enough to listen again', () => {
    expect(errorShare('Xin cảm ơn.', 'gì đó')).toBeNull();
    expect([0.4, 0.41, null].map(isMisheard)).toEqual([false, true, false]);
  });
});

describe.skipIf(ffmpeg === null)('a clip', () => {
  const SENTENCES = [
    { words: 'Mời bà con đến đúng giờ.', startMs: 0, endMs: 1_600 },
    { words: 'Họp tại nhà văn hóa bản.', startMs: 2_000, endMs: 3_600 },
  ];
  let clipPath: string;
  beforeAll(async () => {
    const clip = await produceRecorded({
      ...{ bytes: inputs(folder.path).talk(), title: 'Họp', clipsDir: folder.path, signal: never },
      limits: { maxBytes: 8_000_000, maxSeconds: 60 },
      onProgress: () => undefined,
    });
    clipPath = clip.path;
    // as a clip of a voice has them
    const facts = clipPath.replace(/opus$/u, 'json');
    const whole = { ...JSON.parse(readFileSync(facts, 'utf8')), sentences: SENTENCES };
    writeFileSync(facts, JSON.stringify(whole));
  });
  const check = (ear: Ear | null, of: { onDeaf?(why: unknown): void } = {}) =>
    checkClip(clipPath, { syllables: null, longestRestMs: 400, signal: never, ear, ...of });
  const earOf = (hear: Ear['hear']): Ear => ({
    ...{ id: 'made-up', sampleRateHz: 16_000, hear, close: async () => undefined },
  });

  test('as it was made has nothing to be told of', async () => {
    expect(await check(null)).toEqual([]);
  });

  test('is heard sentence by sentence; the one that sounds otherwise is pointed at', async () => {
    const lengths: number[] = [];
    const heard = ['mời bà con đến đúng giờ', 'họp chợ ở huyện'];
    const found = await check(
      earOf(async (samples) => {
        lengths.push(samples.length / 16_000);
        expect(Math.max(...samples)).toBeGreaterThan(0.05);
        return heard[lengths.length - 1] ?? '';
      }),
    );
    expect(lengths.map((seconds) => Math.round(seconds * 10) / 10)).toEqual([1.7, 1.7]);
    expect(found).toMatchObject([{ kind: 'misheard', sentence: 1, atMs: 2_000, severity: 'look' }]);
    expect(found[0]?.say.vi).toMatch(/\d+ %/u);
  });

  test('is judged all the same when the ear fails', async () => {
    const why: unknown[] = [];
    const deaf = earOf(() => Promise.reject(new Error('deaf')));
    expect(await check(deaf, { onDeaf: (cause) => why.push(cause) })).toEqual([]);
    expect(why).toHaveLength(1);
  });
});

describe('an ear of sherpa-onnx', () => {
  const files = (...names: string[]) => {
    const room = makeFolder();
    for (const name of names) writeFileSync(join(room.path, name), 'no model at all');
    return room.path;
  };

  test.each([
    [
      ['encoder.onnx', 'encoder.int8.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'],
      'transducer',
    ],
    [['model.onnx', 'tokens.txt'], 'ctc'],
  ])('knows %j as a %s', async (names, kind) => {
    const found = await earFiles(files(...names));
    expect(found.kind).toBe(kind);
    if (found.kind === 'transducer') expect(found.encoder).toContain('int8');
  });

  test('of a folder that holds no model is missing, and starts nothing', async () => {
    for (const names of [[], ['model.onnx'], ['encoder.onnx', 'tokens.txt']])
      await expect(
        createSherpaEar({ folder: files(...names), start: () => expect.unreachable() }).hear(
          new Float32Array(10),
          never,
        ),
      ).rejects.toMatchObject({ code: 'voice-missing' });
  });

  /** A child that answers as it is told, or ends. */
  function madeUp(answer: (order: EarOrder) => object | 'ends' | 'waits') {
    const child = Object.assign(new EventEmitter(), {
      killed: 0,
      kill: () => {
        child.killed += 1;
        return true;
      },
      send(order: EarOrder) {
        const reply = answer(order);
        if (reply === 'waits') return true;
        queueMicrotask(() =>
          reply === 'ends'
            ? child.emit('close')
            : child.emit('message', { id: order.id, ...reply }),
        );
        return true;
      },
    });
    return child;
  }
  const start = (child: ReturnType<typeof madeUp>) => () => child as unknown as ChildProcess;
  const folderOf = () => files('model.onnx', 'tokens.txt');

  test('loads once and hears often', async () => {
    const orders: string[] = [];
    const child = madeUp((order) => {
      orders.push('load' in order ? order.load.kind : `${order.samples.length}`);
      return { words: 'mời bà con' };
    });
    const ear = createSherpaEar({ folder: folderOf(), start: start(child) });
    expect(await ear.hear(new Float32Array(5), never)).toBe('mời bà con');
    await ear.hear(new Float32Array(7), never);
    expect(orders).toEqual(['ctc', '5', '7']);
    await ear.close();
    expect(child.killed).toBe(1);
  });

  test.each([
    ['refuses its model', (): object => ({ refused: 'bad protobuf' }), 'voice-missing'],
    ['ends', () => 'ends' as const, 'voice-failed'],
    ['does not answer', () => 'waits' as const, 'voice-slow'],
  ])('that %s is told and let go', async (_, answer, code) => {
    const child = madeUp(answer);
    const ear = createSherpaEar({ folder: folderOf(), start: start(child), limitMs: 20 });
    await expect(ear.hear(new Float32Array(5), never)).rejects.toMatchObject({ code });
    expect(child.killed).toBe(1);
  });

  test('that nobody waits for any more is let go', async () => {
    const stop = new AbortController();
    const child = madeUp(() => {
      queueMicrotask(() => stop.abort());
      return 'waits';
    });
    const ear = createSherpaEar({ folder: folderOf(), start: start(child) });
    await expect(ear.hear(new Float32Array(5), stop.signal)).rejects.toMatchObject({
      code: 'stopped',
    });
    expect(child.killed).toBe(1);
  });

  test.skipIf(!installed())(
    'whose real engine is given no model says so, and we live',
    async () => {
      const ear = createSherpaEar({ folder: folderOf() });
      const failure = await ear.hear(new Float32Array(16_000), never).catch((cause) => cause);
      expect(['voice-missing', 'voice-failed']).toContain(failure.code);
      await ear.close();
    },
    30_000,
  );
});

function installed(): boolean {
  try {
    createRequire(import.meta.url).resolve('sherpa-onnx-node');
    return true;
  } catch {
    return false;
  }
}
