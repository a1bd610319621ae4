import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { makePapers, PAPER_MAX_CHARS, RECORD_MAX_CHARS } from '../../src/papers/papers.ts';
import type { RecordPaper } from '../../src/services/approval/papers-port.ts';
import { slip } from './samples.ts';

const sham = (body: string) => () =>
  new Worker(`const { parentPort } = require('node:worker_threads'); ${body}`, { eval: true });
const answering = `parentPort.on('message', ({ id }) => parentPort.postMessage({ id, bytes: new Uint8Array([37]) }));`;

function papers(of: Parameters<typeof makePapers>[0] = {}) {
  const made = makePapers(of);
  onTestFinished(() => made.close());
  return made;
}

test('a paper is printed in a thread of its own, and this one goes on meanwhile', async () => {
  const printing = papers();
  let beats = 0;
  const beat = setInterval(() => {
    beats += 1;
  }, 5);
  onTestFinished(() => clearInterval(beat));
  const bytes = await printing.make(slip());
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(bytes.length).toBeLessThan(200_000);
  expect(beats).toBeGreaterThan(3);
}, 60_000);

test('a thread that dies costs one paper; the next is printed in a new one', async () => {
  let started = 0;
  const dying = sham(`parentPort.on('message', () => process.exit(3));`);
  const printing = papers({ start: () => (started++ === 0 ? dying() : sham(answering)()) });
  expect(await Promise.allSettled([printing.make(slip()), printing.make(slip())])).toMatchObject([
    { reason: { code: 'paper-stopped', fault: 'ours' } },
    { status: 'fulfilled' },
  ]);
  expect(started).toBe(2);
});

test('what cannot be drawn is refused with its cause, and the thread lives on', async () => {
  const failing = `parentPort.on('message', ({ id }) => parentPort.postMessage(id === 1 ? { id, trace: 'no font' } : { id, bytes: new Uint8Array(1) }));`;
  const printing = papers({ start: sham(failing) });
  await expect(printing.make(slip())).rejects.toMatchObject({ code: 'paper-stopped' });
  expect(await printing.make(slip())).toHaveLength(1);
});

test('a paper that never ends is given up', async () => {
  const printing = papers({ start: sham(`parentPort.on('message', () => {});`), printMs: 200 });
  await expect(printing.make(slip())).rejects.toMatchObject({ code: 'paper-too-slow' });
});

test('a book is no paper, and a queue has an end', async () => {
  const printing = papers({ start: sham(`parentPort.on('message', () => {});`) });
  const book = slip({ sentences: ['a'.repeat(PAPER_MAX_CHARS)] });
  await expect(printing.make(book)).rejects.toMatchObject({ code: 'paper-too-long' });
  const log = { kind: 'record', rows: [['a'.repeat(RECORD_MAX_CHARS)]] } as unknown as RecordPaper;
  const refused = await printing.make(log).catch((error) => error);
  expect(refused.say.vi).toMatch(/600\.000 ký tự.*CSV/);
  const waiting = Array.from({ length: 30 }, () => printing.make(slip()).catch((error) => error));
  await expect(printing.make(slip())).rejects.toMatchObject({ code: 'limit-reached' });
  await printing.close();
  expect((await Promise.all(waiting)).map(({ code }) => code)).toContain('paper-stopped');
});
