// The process a file is opened in: whatever becomes of it, the asker gets an answer.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { IntakeError } from '../../audio/intake/errors.ts';
import { takeFile } from '../../audio/intake/index.ts';
import { openInProcess, type ProcessOptions } from '../../audio/intake/process.ts';
import { pdfOf, stream } from './pdf/paper.ts';

const FILE = { bytes: new TextEncoder().encode('Điều 1. Phạm vi điều chỉnh'), name: 'a.txt' };
const LINUX = existsSync('/proc/self/status');
const MB = 1024 ** 2;
const started: ChildProcess[] = [];

function running(code: string, program = process.execPath): () => ChildProcess {
  return () => {
    const child = spawn(program, ['--max-old-space-size=24', '-e', code], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    started.push(child);
    return child;
  };
}

async function outcomeOf(options: Partial<ProcessOptions>): Promise<unknown> {
  try {
    return await openInProcess(FILE, { onPage: () => {}, signal: undefined, ...options });
  } catch (error) {
    expect(error).toBeInstanceOf(IntakeError);
    return (error as IntakeError).code;
  }
}

const REFUSING =
  'process.on("message", () => process.send({ refused: { code: "encrypted", place: {}, said: "" } }))';
test.each([
  ['throws', 'throw new Error("x")', 'crashed'],
  ['leaves without a word', 'process.exit(0)', 'crashed'],
  ['breaks down', 'process.kill(process.pid, "SIGSEGV")', 'crashed'],
  [
    'fills its memory',
    'const all = []; for (;;) all.push(new Array(1e5).fill({}))',
    'too-much-memory',
  ],
  ['the kernel ends for its memory', 'process.kill(process.pid, "SIGKILL")', 'too-much-memory'],
  ['never answers', 'setInterval(() => {}, 1000)', 'too-slow'],
  ['turns in a circle', 'for (;;);', 'too-slow'],
  ['refuses', REFUSING, 'encrypted'],
  ['tells of too much memory', 'process.send({ resident: 1e10 }); for (;;);', 'too-much-memory'],
])('a process that %s ends in a sentence', async (_, code, outcome) => {
  expect(await outcomeOf({ start: running(code), silenceMs: 3000 })).toBe(outcome);
});

test('a process that cannot be started ends in a sentence', async () => {
  expect(await outcomeOf({ start: running('', '/nowhere/node') })).toBe('crashed');
});

test.runIf(LINUX)(
  'bytes outside the heap are bounded as well',
  async () => {
    const hoard =
      'const all = []; setInterval(() => { const one = new Uint8Array(2 ** 24).fill(1); if (all.length < 40) all.push(one); }, 5)';
    const start = running(hoard);
    expect(await outcomeOf({ start, residentMax: 200 * MB })).toBe('too-much-memory');
  },
  20_000,
);

test.runIf(LINUX)(
  'two kilobytes that become a gigabyte cost the service nothing',
  async () => {
    const zeros = deflateSync(deflateSync(Buffer.alloc(1024 * MB), { level: 9 }), { level: 9 });
    expect(zeros.length).toBeLessThan(10_000);
    const bomb = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
      stream(zeros, '/Filter[/FlateDecode/FlateDecode]'),
    ]);
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    const taking = takeFile({ bytes: bomb, name: null }).finally(() => clearInterval(watch));
    await expect(taking).rejects.toMatchObject({ code: 'too-much-memory' });
    expect(most - before).toBeLessThan(100 * MB);
  },
  90_000,
);

test('a process that tells of its pages may take longer than the silence allowed', async () => {
  const seen: string[] = [];
  const code = `let page = 0;
    setInterval(() => { page += 1; if (page < 6) process.send({ page: { done: page, total: 5 } });
      else process.send({ opened: 'all' }); }, 400)`;
  const onPage = (done: number, total: number) => seen.push(`${done}/${total}`);
  expect(await outcomeOf({ start: running(code), silenceMs: 1800, onPage })).toBe('all');
  expect(seen).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
});

test('telling of memory is no progress', async () => {
  const code = 'setInterval(() => process.send({ resident: 1000 }), 100)';
  expect(await outcomeOf({ start: running(code), silenceMs: 1000 })).toBe('too-slow');
});

test('a signal ends a process in the middle of its work', async () => {
  const cancel = new AbortController();
  const from = performance.now();
  const busy = running('process.send({ page: { done: 1, total: 9 } }, () => { for (;;); })');
  const outcome = outcomeOf({ start: busy, signal: cancel.signal, onPage: () => cancel.abort() });
  expect(await outcome).toBe('stopped');
  expect(performance.now() - from).toBeLessThan(5000);
});

test('a signal that came before starts nothing', async () => {
  const before = started.length;
  expect(await outcomeOf({ start: running(''), signal: AbortSignal.abort() })).toBe('stopped');
  expect(started.length).toBe(before);
});

test('no process outlives its file', async () => {
  const alive = () =>
    started.filter(
      ({ pid, exitCode, signalCode }) => pid !== undefined && exitCode === null && !signalCode,
    );
  await expect.poll(() => alive().length, { timeout: 5000 }).toBe(0);
});

test('the real process opens a text, and the asker keeps its bytes', async () => {
  expect(await outcomeOf({})).toMatchObject({ taken: { text: 'Điều 1. Phạm vi điều chỉnh' } });
  expect(FILE.bytes.length).toBeGreaterThan(0);
});

test('only the seen part of a larger buffer is opened', async () => {
  const bytes = new TextEncoder().encode('Mật khẩu. Điều 1. Phạm vi điều chỉnh').subarray(14);
  const opened = await openInProcess({ bytes, name: null }, { onPage() {}, signal: undefined });
  expect(opened).toMatchObject({ taken: { text: 'Điều 1. Phạm vi điều chỉnh' } });
});

const SERVICE = `
  const { openInProcess } = await import(process.argv[1]);
  const { readFileSync } = await import('node:fs');
  const started = () => readFileSync('/proc/self/task/' + process.pid + '/children', 'latin1').trim();
  const before = new Set(started().split(' '));
  // half a minute of work for the child, which is told of nothing more
  const bytes = new TextEncoder().encode('<p>' + '<b>a'.repeat(4_000_000));
  openInProcess({ bytes, name: 'a.html' }, { onPage() {}, signal: undefined }).catch(() => {});
  const watch = setInterval(() => {
    const child = started().split(' ').find((pid) => pid && !before.has(pid));
    if (child) { clearInterval(watch); process.stdout.write(child); }
  }, 20);`;

test.runIf(LINUX)('a service that is killed leaves no process behind', async () => {
  const room = new URL('../../audio/intake/process.ts', import.meta.url).href;
  const service = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', SERVICE, room],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [pid] = (await once(service.stdout, 'data')) as [Buffer];
  const child = `/proc/${pid.toString()}`;
  expect(existsSync(child)).toBe(true);
  service.kill('SIGKILL');
  await expect.poll(() => existsSync(child), { timeout: 5000 }).toBe(false);
});
