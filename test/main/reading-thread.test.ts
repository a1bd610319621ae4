import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeReadingThread } from '../../src/reading-thread.ts';
import { profile } from '../domain/samples.ts';

const order = { profile: profile(), additions: [], settled: [] };
const of = { text: 'Mời bà con họp lúc 19 giờ.', order };
const sham = (body: string) => () =>
  new Worker(`const { parentPort } = require('node:worker_threads'); ${body}`, { eval: true });

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

  test('that dies says so to whoever waits, and the next question has a new one', async () => {
    let started = 0;
    const dying = sham(`parentPort.on('message', () => process.exit(3));`);
    const living = sham(
      `parentPort.on('message', ({ id }) => parentPort.postMessage({ id, answer: [] }));`,
    );
    const reading = thread({ start: () => (started++ === 0 ? dying() : living()) });
    const lost = await Promise.allSettled([reading.ask('digest', of), reading.ask('digest', of)]);
    expect(lost).toMatchObject(
      [1, 2].map(() => ({ reason: { code: 'reading-stopped', fault: 'ours' } })),
    );
    expect(await reading.ask('digest', of)).toEqual([]);
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

  test('keeps forty waiting and no more', async () => {
    const reading = makeReadingThread({ start: sham(`parentPort.on('message', () => {});`) });
    const waiting = Array.from({ length: 40 }, () => reading.ask('digest', of));
    const all = Promise.allSettled(waiting);
    await expect(reading.ask('digest', of)).rejects.toMatchObject({ code: 'limit-reached' });
    await reading.close();
    expect((await all).every(({ status }) => status === 'rejected')).toBe(true);
  });
});
