// Papers as a commune would print them, and how a test looks at the result: as text, as pixels.
// It must never draw one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SlipPaper } from '../../src/services/approval/papers-port.ts';

export const CODE = '01JD8Z3V6Q9W5T7Y2M4N6P8R0S';
export const HASH = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'.repeat(2);
export const LINK = `https://phat-thanh.example.vn/#/approvals/${CODE}?hash=${HASH}`;

export function slip(of: Partial<SlipPaper> = {}): SlipPaper {
  return {
    kind: 'approval-slip',
    communeName: 'Xã Mường La',
    bulletinId: CODE,
    title: 'Tiêm chủng mở rộng',
    version: 2,
    priority: 'normal',
    drill: false,
    warnings: [],
    authorName: 'Nguyễn Thị Lan',
    sentences: ['Ngày mai trạm y tế tiêm chủng.', 'Mời bà con đưa trẻ đến đúng giờ.'],
    figures: [
      { kind: 'date', source: '7h30 ngày 28/11/2026', words: '' },
      { kind: 'money', source: '50.000 đồng', words: '' },
    ],
    figuresWhole: true,
    airings: [{ where: 'Bản Mòng', when: '17:30 các ngày trong tuần' }],
    durationMs: 84_000,
    synthetic: 'Giọng máy: espeak-ng 1.52.0, vi, 5/12/2026',
    contentHash: HASH,
    link: LINK,
    madeAtMs: Date.UTC(2026, 10, 24, 10, 0),
    ...of,
  };
}

/** Every letter Vietnamese has beyond ASCII, as it stands in Unicode. */
export const LETTERS = [
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệ',
  'ìíỉĩịòóỏõọôồốổỗộơờớởỡợ',
  'ùúủũụưừứửữựỳýỷỹỵ',
].join('');

export function hasPoppler(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function textOf(bytes: Uint8Array): string {
  return withFile(bytes, (path) => execFileSync('pdftotext', ['-layout', path, '-']).toString());
}

/** Grey of each page; 130 dots an inch is what a phone's camera sees of a sheet. */
export function pagesOf(bytes: Uint8Array, dpi = 130) {
  return withFile(bytes, (path) => {
    execFileSync('pdftoppm', ['-r', String(dpi), path, `${path}-page`], { stdio: 'ignore' });
    const names = execFileSync('ls', [join(path, '..')])
      .toString()
      .split('\n');
    return names.filter((name) => name.endsWith('.ppm')).map((name) => ppm(join(path, '..', name)));
  });
}

function ppm(path: string): { width: number; height: number; data: Uint8Array } {
  const bytes = readFileSync(path);
  const [head = '', width = '0', height = '0'] =
    /^P6\s(\d+)\s(\d+)\s255\s/u.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  const data = new Uint8Array(bytes.subarray(head.length));
  return { width: Number(width), height: Number(height), data };
}

function withFile<T>(bytes: Uint8Array, look: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-paper-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'paper.pdf');
  writeFileSync(path, bytes);
  return look(path);
}
