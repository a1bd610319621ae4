// The thread a file is opened in: whatever becomes of it, the asker gets an answer.
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { IntakeError } from '../../audio/intake/errors.ts';
import { openInThread, type ThreadOptions } from '../../audio/intake/thread.ts';

const FILE = { bytes: new TextEncoder().encode('Điều 1. Phạm vi điều chỉnh'), name: 'a.txt' };
const started: Worker[] = [];

function running(code: string): (file: unknown) => Worker {
  return () => {
    const worker = new Worker(code, {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 16 },
    });
    started.push(worker);
    return worker;
  };
}

async function outcomeOf(options: Partial<ThreadOptions>): Promise<unknown> {
  try {
    return await openInThread(FILE, { onPage: () => {}, signal: undefined, ...options });
  } catch (error) {
    expect(error).toBeInstanceOf(IntakeError);
    return (error as IntakeError).code;
  }
}

test.each([
  ['throws', 'throw new Error("x")', 'crashed'],
  ['leaves without a word', 'process.exit(0)', 'crashed'],
  [
    'fills its memory',
    'const all = []; for (;;) all.push(new Array(1e5).fill({}))',
    'too-much-memory',
  ],
  ['never answers', 'setInterval(() => {}, 1000)', 'too-slow'],
  ['turns in a circle', 'for (;;);', 'too-slow'],
  [
    'refuses',
    'require("node:worker_threads").parentPort.postMessage({ refused: { code: "encrypted", place: {}, said: "" } })',
    'encrypted',
  ],
])('a worker that %s ends in a sentence', async (_, code, outcome) => {
  expect(await outcomeOf({ start: running(code), silenceMs: 2000 })).toBe(outcome);
});

test('bytes outside the heap are bounded as well', async () => {
  const hoard =
    'const all = []; setInterval(() => { const one = new Uint8Array(2 ** 24).fill(1); if (all.length < 40) all.push(one); }, 5)';
  const growthBytes = 200 * 1024 * 1024;
  expect(await outcomeOf({ start: running(hoard), growthBytes })).toBe('too-much-memory');
}, 20_000);

test('a worker that tells of its pages may take longer than the silence allowed', async () => {
  const seen: string[] = [];
  const code = `const { parentPort } = require('node:worker_threads'); let page = 0;
    setInterval(() => { page += 1; if (page < 6) parentPort.postMessage({ page: { done: page, total: 5 } });
      else parentPort.postMessage({ opened: 'all' }); }, 300)`;
  const onPage = (done: number, total: number) => seen.push(`${done}/${total}`);
  expect(await outcomeOf({ start: running(code), silenceMs: 1400, onPage })).toBe('all');
  expect(seen).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
});

test('a signal ends a worker in the middle of its work', async () => {
  const cancel = new AbortController();
  const from = performance.now();
  const busy = running(
    'require("node:worker_threads").parentPort.postMessage({ page: { done: 1, total: 9 } }); for (;;);',
  );
  const outcome = outcomeOf({ start: busy, signal: cancel.signal, onPage: () => cancel.abort() });
  expect(await outcome).toBe('stopped');
  expect(performance.now() - from).toBeLessThan(5000);
});

test('a signal that came before starts nothing', async () => {
  const before = started.length;
  expect(await outcomeOf({ start: running(''), signal: AbortSignal.abort() })).toBe('stopped');
  expect(started.length).toBe(before);
});

test('no worker outlives its file', async () => {
  await expect
    .poll(() => started.filter((worker) => worker.threadId !== -1).length, { timeout: 5000 })
    .toBe(0);
});

test('the real worker opens a text, and the asker keeps its bytes', async () => {
  expect(await outcomeOf({})).toMatchObject({ taken: { text: 'Điều 1. Phạm vi điều chỉnh' } });
  expect(FILE.bytes.length).toBeGreaterThan(0);
});
