import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withDesk } from '../../../audio/intake/pdf/desk.ts';
import { finishPdf } from '../../../audio/intake/pdf/finish.ts';
import { pixelsOf, takePicture } from '../../../audio/intake/pdf/picture.ts';
import { findOcr } from '../../../audio/intake/pdf/programs.ts';
import { readPdf } from '../../../audio/intake/pdf/read.ts';
import type { Progress } from '../../../audio/intake/types.ts';
import { column, type Piece, paper } from './paper.ts';
import { hasOcr, pictureOf, scannedPdf } from './scan.ts';

const LINES = [
  'Điều 1. Phê duyệt kế hoạch phổ biến, giáo dục pháp luật',
  'cho nhân dân trên địa bàn xã trong năm hai nghìn.',
  'Điều 2. Chủ tịch Ủy ban nhân dân xã chịu trách nhiệm',
  'thi hành quyết định này.',
];
const quiet = () => {};
const letters = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe.runIf(hasOcr)('with tesseract, Vietnamese and pdftoppm', () => {
  test('a scanned PDF is read page by page, marked as read by a machine', async () => {
    const file = scannedPdf([{ lines: LINES }, { lines: ['Trang hai của quyết định.'] }]);
    const steps: Progress[] = [];
    const taken = await finishPdf(file, await readPdf(file, quiet), {
      onProgress: (step) => steps.push(step),
    });
    expect(letters(taken.text)).toBe(`${LINES.join(' ')} Trang hai của quyết định.`);
    expect(taken.container).toBe('scan');
    expect(taken.ocr?.engine).toMatch(/^tesseract \d+\.\d+\.\d+ vie$/u);
    expect(taken.notes).toEqual([
      {
        vi: '2 trang là ảnh quét, chữ do máy nhận dạng, cần soát lại: trang 1–2.',
        en: 'Scanned pages read by OCR, to be checked: 1–2.',
      },
    ]);
    expect(taken.pages.map(({ from, to }) => letters(taken.text.slice(from, to)))).toEqual([
      LINES.join(' '),
      'Trang hai của quyết định.',
    ]);
    expect(steps).toEqual([0, 1, 2].map((done) => ({ step: 'ocr', done, total: 2 })));
  });

  test('in a mixed file text pages are read as text, pictures by OCR, a stamp over a scan does not hide it', async () => {
    const stamp: Piece[] = [{ text: 'Số: 12/QĐ-UBND', x: 60, y: 40 }];
    const scan = pictureOf(LINES);
    const file = paper([
      { pieces: column(['Chương I. Những quy định chung của văn bản này.']) },
      { pieces: stamp, picture: { jpeg: scan, width: 1240, height: 1754 } },
    ]);
    const taken = await finishPdf(file, await readPdf(file, quiet));
    expect(taken.container).toBe('pdf');
    expect(letters(taken.text)).toContain('Chương I. Những quy định chung của văn bản này.');
    expect(letters(taken.text)).toContain(LINES.join(' '));
    expect(taken.notes[0]?.vi).toContain('1 trang là ảnh quét');
  });

  test('stopping ends the program and leaves nothing on the disk', async () => {
    const file = scannedPdf([{ lines: LINES }, { lines: LINES }, { lines: LINES }]);
    const read = await readPdf(file, quiet);
    const stop = new AbortController();
    const begun = performance.now();
    const taking = finishPdf(file, read, {
      signal: stop.signal,
      onProgress: ({ done }) => done === 0 && setTimeout(() => stop.abort(), 50),
    });
    await expect(taking).rejects.toMatchObject({ code: 'stopped' });
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`vangxa-scan-${process.pid}-`)),
    ).toEqual([]);
  });

  test.each(['jpg', 'png', 'tiff'] as const)('a %s picture is read', async (format) => {
    const taken = await takePicture(pictureOf(LINES, format));
    expect(letters(taken.text)).toBe(LINES.join(' '));
    expect(taken).toMatchObject({ container: 'scan', pages: [{ page: 1, from: 0 }] });
    expect(taken.notes[0]?.vi).toContain('cần soát lại');
  });

  test('a picture of nothing is empty, and bytes that only begin like one are refused by name', async () => {
    await expect(takePicture(pictureOf([' ']))).rejects.toMatchObject({ code: 'empty' });
    const half = pictureOf(LINES, 'png').subarray(0, 200);
    await expect(takePicture(half)).rejects.toMatchObject({ code: 'ocr-failed' });
  });
});

test.runIf(process.env.VANGXA_REQUIRE === '1')(
  'OCR in Vietnamese is installed, since VANGXA_REQUIRE says so',
  () => {
    expect(findOcr()).toMatchObject({ rasterise: expect.any(String) });
  },
);

describe('without OCR', () => {
  const none = { programs: null };

  test('a scan says that it is a picture and what to do', async () => {
    const file = paper([{ pieces: [] }, { pieces: [] }]);
    const taking = finishPdf(file, await readPdf(file, quiet), none);
    await expect(taking).rejects.toMatchObject({
      code: 'needs-ocr',
      say: { en: expect.stringContaining('This is a picture; needs OCR') },
    });
    await expect(takePicture(Buffer.from('\u0089PNG', 'latin1'), none)).rejects.toMatchObject({
      code: 'needs-ocr',
    });
  });

  test('of a mixed file the text is read and the pictures are listed', async () => {
    const text = { pieces: column(['Chương I. Những quy định chung của văn bản này.']) };
    const picture = { pieces: [] };
    const file = paper([text, picture, picture, text, picture]);
    const taken = await finishPdf(file, await readPdf(file, quiet), none);
    expect(taken).toMatchObject({ container: 'pdf', ocr: null });
    expect(taken.notes).toEqual([
      {
        vi: '3 trang không có chữ đọc được: trang 2–3, 5.',
        en: 'Pages without readable text: 2–3, 5.',
      },
    ]);
    expect(taken.pages.map(({ from, to }) => to > from)).toEqual([true, false, false, true, false]);
  });

  test("a scanner's own layer is read, and said to be a guess", async () => {
    const pieces: Piece[] = [
      { text: 'Chương I. Những quy định chung của văn bản.', x: 70, y: 90, hidden: true },
    ];
    const file = paper([{ pieces }]);
    const taken = await finishPdf(file, await readPdf(file, quiet), none);
    expect(taken.ocr).toEqual({ engine: 'scanner' });
    expect(taken.notes[0]?.vi).toContain('máy quét tự nhận dạng');
  });

  test('more scanned pages than a night can read are refused', async () => {
    const page = { text: '', picture: 'yes', guessed: false, longSide: 842 } as const;
    const pages = Array.from({ length: 501 }, (_, at) => ({ ...page, page: at + 1 }));
    const programs = { rasterise: '/bin/false', recognise: '/bin/false' };
    const taking = finishPdf(new Uint8Array(), { pages, signatures: [], notes: [] }, { programs });
    await expect(taking).rejects.toMatchObject({ code: 'too-many-scanned' });
  });
});

test('programs are found on the path only, and only with Vietnamese', () => {
  const place = mkdtempSync(join(tmpdir(), 'vangxa-test-path-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const bin = join(place, 'bin');
  mkdirSync(bin);
  expect(findOcr(bin)).toBeNull();
  writeFileSync(join(bin, 'tesseract'), '#!/bin/sh\n', { mode: 0o755 });
  expect(findOcr(bin)).toBeNull();
  mkdirSync(join(place, 'share', 'tessdata'), { recursive: true });
  writeFileSync(join(place, 'share', 'tessdata', 'vie.traineddata'), '');
  expect(findOcr(bin)).toEqual({ rasterise: null, recognise: join(bin, 'tesseract') });
});

test('what a killed process left behind is removed by the next scan, what is in use is not', async () => {
  const place = mkdtempSync(join(tmpdir(), 'vangxa-test-desk-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const gone = spawn('true');
  await once(gone, 'exit');
  const [dead, earlier, alive] = [`${gone.pid}`, `${process.pid}`, `${process.ppid}`].map((pid) => {
    const folder = `vangxa-scan-${pid}-abc`;
    mkdirSync(join(place, folder));
    return folder;
  });
  mkdirSync(join(place, 'somebody-elses'));
  await withDesk(async () => {
    await withDesk(async () => {
      const there = readdirSync(place);
      expect(there).not.toContain(dead);
      expect(there).toContain(earlier);
      expect(there).toContain(alive);
      expect(there).toContain('somebody-elses');
      expect(there).toHaveLength(5);
    }, place);
  }, place);
  expect(readdirSync(place)).toHaveLength(3);
});

const HEADS: [string, number[] | Buffer, number | null][] = [
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452000027100000271008', 'hex'), 100_000_000],
  [
    'what is a PNG in four bytes only',
    Buffer.from('89504e470000000000000000000000000000000000000000', 'hex'),
    null,
  ],
  ['half a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), null],
  ['a JPEG', Buffer.from('ffd8ffe00004aaaaffc0001108006400c803', 'hex'), 20_000],
  ['a JPEG of noise', Buffer.from('ffd80102030405060708090a0b', 'hex'), null],
  ['a JPEG that ends', Buffer.from('ffd8ffe0ffff0000000000000000', 'hex'), null],
  [
    'a little-endian TIFF',
    Buffer.from(
      '49492a000800000002000001030001000000640000000101040001000000c800000000000000',
      'hex',
    ),
    20_000,
  ],
  [
    'a big-endian TIFF',
    Buffer.from(
      '4d4d002a00000008000201000003000000010064000001010004000000010000012c00000000',
      'hex',
    ),
    30_000,
  ],
  ['a TIFF that points nowhere', Buffer.from('49492a00ffffff7f', 'hex'), null],
  ['a TIFF without sides', Buffer.from('49492a00080000000000', 'hex'), null],
  ['a GIF', Buffer.from('GIF89a'), null],
];
test.each(HEADS)('the size of %s is read from its head', (_, bytes, pixels) => {
  expect(pixelsOf(Buffer.from(bytes))).toBe(pixels);
});

test('a picture that says it is larger than any paper is not opened', async () => {
  const programs = { rasterise: null, recognise: '/bin/false' };
  const bomb = Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff08', 'hex');
  await expect(takePicture(bomb, { programs })).rejects.toMatchObject({ code: 'too-much-memory' });
  await expect(takePicture(Buffer.from('GIF89a'), { programs })).rejects.toMatchObject({
    code: 'broken',
  });
});
