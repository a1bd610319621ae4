import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeReadingThread } from '../../src/reading-thread.ts';
import { profile } from '../domain/samples.ts';

const order = { profile: profile(), additions: [], settled: [] };
const of = { text: 'Mời bà con họp lúc 19 giờ.', order };
const sham = (body: string) => () =>
  new Worker(`const { parentPort } = require('node:worker_threads'); ${body}`, { eval: true });
const other = (n: number) => ({ text: `Văn bản thứ ${n}.`, order });
const answering = sham(
  `parentPort.on('message', ({ id }) => parentPort.postMessage({ id, answer: [] }));`,
);

function thread(of: Parameters<typeof makeReadingThread>[0] = {}) {
  const made = makeReadingThread(of);
  onTestFinished(() => made.close());
  return made;
}

describe('the thread that reads', () => {
  test('answers as the room does, plain values only', async () => {
    const read = await thread().ask('script', of);
    expect(read.sentences.join(' ')).toMatch(/mười chín giờ/i);
    expect(read.parts).toHaveLength(1);
  }, 60_000);

  test('does not hold up this one: time goes on while half a megabyte is read', async () => {
    const reading = thread();
    await reading.ask('script', of);
    let last = performance.now();
    let longestMs = 0;
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 5);
    onTestFinished(() => clearInterval(beat));
    const startMs = performance.now();
    const text = 'Điều 1. Mời bà con xã Suối Mây đến họp ngày 5/12/2026.\n'.repeat(7_000);
    const read = await reading.ask('script', { text, order });
    const tookMs = performance.now() - startMs;
    expect(read.syllables).toBeGreaterThan(7_000);
    // what remains is taking the answer over: far less than the reading itself
    expect(longestMs).toBeLessThan(tookMs / 2);
  }, 120_000);

  test('that dies says so to the one whose turn it was; the others are asked again in a new one', async () => {
    let started = 0;
    const dying = sham(`parentPort.on('message', () => process.exit(3));`);
    const reading = thread({ start: () => (started++ === 0 ? dying() : answering()) });
    const asked = [reading.ask('digest', of), reading.ask('digest', other(1))];
    expect(await Promise.allSettled(asked)).toMatchObject([
      { reason: { code: 'reading-stopped', fault: 'ours' } },
      { value: [] },
    ]);
    expect(await reading.ask('digest', of)).toEqual([]);
    expect(started).toBe(2);
  });

  test('that takes too long over one text is stopped for that one alone', async () => {
    const slow = sham(
      `parentPort.on('message', ({ id, of }) => of.text === 'Lâu.' || parentPort.postMessage({ id, answer: [] }));`,
    );
    const reading = thread({ start: slow, answerMs: 1_000 });
    const asked = ['Lâu.', 'Một.', 'Hai.'].map((text) => reading.ask('digest', { text, order }));
    expect(await Promise.allSettled(asked)).toMatchObject([
      { reason: { code: 'reading-too-slow' } },
      { value: [] },
      { value: [] },
    ]);
  });

  test('is asked the same once, however many ask it at a time', async () => {
    const counting = sham(
      `let n = 0; parentPort.on('message', ({ id }) => parentPort.postMessage({ id, answer: ++n }));`,
    );
    const reading = thread({ start: counting });
    const asked = Array.from({ length: 60 }, () => reading.ask('digest', of));
    const { text } = of;
    const minutes = { text, order, minutes: 5, part: { from: 0, to: 9 } };
    asked.push(
      reading.ask('programmes', minutes) as never,
      reading.ask('programmes', minutes) as never,
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set([1, 2]));
    expect(await reading.ask('digest', of)).toBe(3);
  });

  test('that never answers is given up, and says what to do', async () => {
    const reading = thread({ start: sham(`parentPort.on('message', () => {});`), answerMs: 50 });
    await expect(reading.ask('digest', of)).rejects.toMatchObject({
      code: 'reading-too-slow',
      say: { vi: expect.stringContaining('tách') },
    });
  });

  test('hands a refusal on as it was, and a fault of ours with its trace', async () => {
    const say = { vi: 'Không.', en: 'No.' };
    const problem = { code: 'empty', fault: 'caller', say };
    const refusing =
      sham(`let n = 0; parentPort.on('message', ({ id }) => parentPort.postMessage({ id,
      problem: n++ === 0 ? ${JSON.stringify(problem)} : { trace: 'at line 7' } }));`);
    const reading = thread({ start: refusing });
    await expect(reading.ask('digest', of)).rejects.toMatchObject({ name: 'AppError', ...problem });
    await expect(reading.ask('digest', of)).rejects.toThrow('at line 7');
  });

  test('where no thread can be had, who asks is told, and the next one is tried', async () => {
    let starts = 0;
    const reading = thread({
      start() {
        starts += 1;
        if (starts === 1) throw new Error('no memory for a thread');
        return answering();
      },
    });
    await expect(reading.ask('digest', of)).rejects.toMatchObject({ code: 'reading-stopped' });
    expect(await reading.ask('digest', of)).toEqual([]);
  });

  test('keeps forty waiting and no more, the last ten for making sound', async () => {
    const reading = makeReadingThread({ start: sham(`parentPort.on('message', () => {});`) });
    const waiting = Array.from({ length: 30 }, (_, n) => reading.ask('digest', other(n)));
    const full = { code: 'limit-reached' };
    await expect(reading.ask('digest', of)).rejects.toMatchObject(full);
    const forSound = { forSound: true };
    for (let n = 30; n < 40; n += 1)
      waiting.push(reading.ask('script', other(n), forSound) as never);
    const all = Promise.allSettled(waiting);
    await expect(reading.ask('script', of, forSound)).rejects.toMatchObject(full);
    await reading.close();
    expect((await all).every(({ status }) => status === 'rejected')).toBe(true);
  });
});
