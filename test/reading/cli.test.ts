// The command around the room: fragments on stdin, files by name, refusals on stderr.
// It must never test a rule of reading.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DECISION } from './documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-'));
const root = new URL('../../', import.meta.url);

afterAll(() => rmSync(folder, { recursive: true }));

function run(
  args: string[],
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'audio/read.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
}

test('--lines speaks one line for each fragment, and <skip> where nothing is said', () => {
  const { stdout, status } = run(
    ['--lines'],
    'Điều 2. A\\n1. B\nNơi nhận:\nSTT\\tTên\\n1\\tA\\\\B\n\n',
  );
  expect(status).toBe(0);
  expect(stdout).toBe('Điều hai. A. Khoản một. Bê.\n<skip>\nA, bê.\n<skip>\n');
});

test('a file gives its script, its outline, or its refusal', () => {
  const path = join(folder, 'quyet-dinh.txt');
  writeFileSync(path, DECISION);
  expect(run(['--script', path]).stdout.split('\n')[0]).toBe('Ủy ban nhân dân xã Chiềng Lề.');
  expect(run([path]).stdout).toContain('utf-8, ');
  expect(JSON.parse(run(['--outline', path]).stdout)).toMatchObject({
    documents: [{ number: '06/2026/QĐ-UBND', date: '2026-04-05', dieu: 2, doubts: 0 }],
  });
  const picture = join(folder, 'anh.png');
  writeFileSync(picture, Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
  const refused = run([picture]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('anh.png: Đây là tệp ảnh');
});

test('without a file it says how it is used', () => {
  expect(run([]).stdout).toContain('npm run read -- FILE');
});
