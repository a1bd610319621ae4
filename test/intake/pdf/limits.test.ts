// What a file may cost: the kernel's limits on programs, time for a whole scan, sheets in one picture, folders left behind.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { kindOf } from '../../../audio/intake/containers.ts';
import { sweepDesks, takeFile } from '../../../audio/intake/index.ts';
import { finishPdf } from '../../../audio/intake/pdf/finish.ts';
import { pixelsOf } from '../../../audio/intake/pdf/picture.ts';
import { run } from '../../../audio/intake/pdf/programs.ts';

const LINUX = process.platform === 'linux';
const BOUNDS = { timeoutMs: 10_000, maxBytes: 65_536 };

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-test-limits-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.runIf(LINUX)('the kernel bounds', () => {
  test('the memory, time and dumps of an OCR program', async () => {
    const limits = await run('/bin/cat', ['/proc/self/limits'], BOUNDS);
    expect(limits).toMatch(/^Max address space +1073741824 +1073741824/mu);
    expect(limits).toMatch(/^Max cpu time +120 +120/mu);
    expect(limits).toMatch(/^Max core file size +0 +0/mu);
  });

  test('an OCR program before the service, when memory runs out', async () => {
    const waiting = 'until [ "$(cat /proc/self/oom_score_adj)" = 800 ]; do :; done; echo first';
    expect(await run('/bin/sh', ['-c', waiting], BOUNDS)).toBe('first\n');
  });

  test('a program that falls over for want of memory, which is told as such', async () => {
    const falling = run('/bin/sh', ['-c', 'kill -SEGV $$'], BOUNDS);
    await expect(falling).rejects.toMatchObject({ code: 'too-much-memory' });
    await expect(run('/bin/false', [], BOUNDS)).rejects.toMatchObject({ code: 'ocr-failed' });
  });

  test('the process a file is opened in, which has none of the secrets of the service', async () => {
    process.env.VANGXA_TEST_SECRET = 'hidden';
    onTestFinished(() => void delete process.env.VANGXA_TEST_SECRET);
    const children = () =>
      readFileSync(`/proc/self/task/${process.pid}/children`, 'latin1').trim().split(' ');
    const before = new Set(children());
    const bytes = new TextEncoder().encode('Điều 1. Phạm vi điều chỉnh');
    const taking = takeFile({ bytes, name: null });
    const child = children().find((pid) => !before.has(pid));
    expect(readFileSync(`/proc/${child}/environ`, 'latin1')).not.toContain('VANGXA');
    await expect
      .poll(() => readFileSync(`/proc/${child}/limits`, 'latin1'))
      .toMatch(/^Max data size +1073741824 (?:.*\n)*Max core file size +0 /mu);
    expect(readFileSync(`/proc/${child}/oom_score_adj`, 'latin1').trim()).toBe('800');
    await taking;
  });
});

test('the unit leaves room for the service and its files, and outlives one that takes too much', () => {
  const unit = readFileSync('config/deploy/vangxa.service', 'utf8');
  const [high, max] = ['MemoryHigh', 'MemoryMax'].map((name) =>
    Number(new RegExp(`^${name}=(\\d+)M$`, 'mu').exec(unit)?.[1]),
  );
  const taking = readFileSync('src/services/reading/taking.ts', 'utf8');
  const atOnce = Number(/^const AT_ONCE = \{ inAll: (\d+)/mu.exec(taking)?.[1]);
  expect(high).toBeGreaterThan(1200 + atOnce * 1024);
  expect(max).toBeGreaterThan(high ?? 0);
  expect(unit).toMatch(/^OOMPolicy=continue$/mu);
});

describe('a whole scan has a limit of time', () => {
  const scanned = (page: number) =>
    ({ page, text: '', picture: 'yes', guessed: false, longSide: 842 }) as const;
  const WORDS = 'Điều 1. Phê duyệt kế hoạch phổ biến pháp luật'.split(' ');
  const row = (word: string, at: number) => [5, 1, 1, 1, 1, at, at * 90, 50, 80, 30, 96, word];
  const TSV = [[1, 1, 0, 0, 0, 0, 0, 0, 1240, 1754, -1, ''], ...WORDS.map(row)];

  /** Reads every page in longer than the scan has. */
  function programs() {
    const folder = place();
    const [recognise, words] = [join(folder, 'tesseract'), join(folder, 'words.tsv')];
    writeFileSync(words, TSV.map((cells) => cells.join('\t')).join('\n'));
    const script = `#!/bin/sh\n[ "$1" = --version ] && exec echo tesseract 5.3.0\nsleep 0.6\ncat ${words}\n`;
    writeFileSync(recognise, script, { mode: 0o755 });
    return { rasterise: '/bin/true', recognise };
  }

  test('it ends with what was read, and a note of what was not', async () => {
    const read = { pages: [1, 2, 3].map(scanned), signatures: [], notes: [] };
    const options = { programs: programs(), wholeMs: 500 };
    const taken = await finishPdf(new Uint8Array(), read, options);
    expect(taken.text).toBe(WORDS.join(' '));
    expect(taken.notes.map(({ en }) => en)).toEqual([
      'Scanned pages read by OCR, to be checked: 1.',
      'Pages there was no time left to recognise; split the file and send them: 2–3.',
    ]);
    expect(taken.notes[1]?.vi).toMatch(/^2 trang chưa được nhận dạng chữ.*: trang 2–3\.$/u);
  });

  test('a file of which nothing was read is refused', async () => {
    const read = { pages: [scanned(1)], signatures: [], notes: [] };
    const taking = finishPdf(new Uint8Array(), read, { programs: programs(), wholeMs: -1 });
    await expect(taking).rejects.toMatchObject({ code: 'too-slow' });
  });
});

describe('folders left behind', () => {
  const DEAD = 'vangxa-scan-4194999-abc';

  test('are swept at the start', () => {
    const folder = place();
    mkdirSync(join(folder, DEAD, 'page'), { recursive: true });
    sweepDesks(folder);
    expect(readdirSync(folder)).toEqual([]);
    expect(() => sweepDesks(join(folder, 'nowhere'))).not.toThrow();
  });

  test('that cannot be removed stop nobody', () => {
    const folder = place();
    const locked = join(folder, DEAD, 'locked');
    mkdirSync(locked, { recursive: true });
    writeFileSync(join(locked, 'page'), '');
    chmodSync(locked, 0); // root removes it all the same
    expect(() => sweepDesks(folder)).not.toThrow();
    if (existsSync(locked)) chmodSync(locked, 0o700);
  });

  test.runIf(process.getuid?.() === 0)('by another user are his', () => {
    const folder = place();
    mkdirSync(join(folder, DEAD));
    chownSync(join(folder, DEAD), 65_534, 65_534);
    sweepDesks(folder);
    expect(readdirSync(folder)).toEqual([DEAD]);
  });
});

/** Sheets of these sides one after another; the last points to `next`. */
function tiffOf(sides: readonly number[], next = 0): Buffer {
  const sheet = (side: number, at: number) => {
    const bytes = Buffer.alloc(30);
    bytes.writeUInt16LE(2, 0);
    [256, 257].forEach((tag, entry) => {
      bytes.writeUInt16LE(tag, 2 + entry * 12);
      bytes.writeUInt16LE(4, 4 + entry * 12);
      bytes.writeUInt32LE(1, 6 + entry * 12);
      bytes.writeUInt32LE(side, 10 + entry * 12);
    });
    bytes.writeUInt32LE(at === sides.length - 1 ? next : 8 + (at + 1) * 30, 26);
    return bytes;
  };
  return Buffer.concat([Buffer.from('49492a0008000000', 'hex'), ...sides.map(sheet)]);
}

test.each([
  ['three sheets counts the largest', tiffOf([100, 9000, 50]), 81_000_000],
  ['a chain that comes back to itself is broken', tiffOf([100, 200], 8), null],
  ['a chain that leaves the file is broken', tiffOf([100, 200], 99_999), null],
  ['fifty sheets is read', tiffOf(Array(50).fill(10)), 100],
  ['more sheets than anybody reads is broken', tiffOf(Array(51).fill(10)), null],
])('a TIFF of %s', (_, bytes, pixels) => {
  expect(pixelsOf(bytes)).toBe(pixels);
});

test('four bytes of a PNG make no picture', () => {
  const head = Buffer.from('89504e470d0a1a0a', 'hex');
  expect(kindOf(head, 'a.png')).toBe('picture');
  expect(kindOf(head.subarray(0, 4), 'a.png')).toBe('txt');
  expect(kindOf(Buffer.from('\u0089PNG và chữ', 'latin1'), 'a.png')).toBe('txt');
});
