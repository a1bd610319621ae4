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
  const all = run([path]).stdout;
  expect(all).toContain('Tệp: txt, utf-8\n');
  expect(all).toContain('Văn bản: ');
  expect(all).toMatch(/Còn 0 chỗ ngờ/u);
  expect(JSON.parse(run(['--outline', path]).stdout)).toMatchObject({
    documents: [{ number: '06/2026/QĐ-UBND', date: '2026-04-05', dieu: 2, doubts: 0 }],
  });
  const sheet = join(folder, 'bang.txt');
  writeFileSync(sheet, '{\\rtf1 Bảng}');
  const refused = run([sheet]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/^bang\.txt: Đây là tệp RTF.*\nbang\.txt: This is an RTF file/u);
});

test('the outline has exactly the figures that were asked for', () => {
  const path = join(folder, 'outline.txt');
  writeFileSync(path, DECISION);
  const { documents } = JSON.parse(run(['--outline', path]).stdout);
  expect(Object.keys(documents[0])).toEqual(
    (
      'number issuer date title dieu phan muc subMuc diem tables tableRows joinedWraps ' +
      'syllables minutes programmes doubts'
    ).split(' '),
  );
  expect(documents[0].programmes).toBe(1);
});

test('a doubt is told with its place, its reason and what is said meanwhile', () => {
  const path = join(folder, 'ngo.txt');
  writeFileSync(path, 'Điều 1. Phạm vi\nBan chỉ đạo giao BQXZ thực hiện ở mọi thôn, bản của xã.\n');
  expect(run([path]).stdout).toMatch(/ {2}Điều 1, dòng 2: chữ viết tắt chưa biết: BQXZ → \S+/u);
});

test.each([
  [['--loud', 'a.txt'], 'Không có tùy chọn --loud', 'There is no option --loud'],
  [['khong-co.txt'], 'Không có tệp khong-co.txt.', 'There is no file khong-co.txt.'],
  [['audio'], 'Không đọc được audio.', 'audio cannot be read.'],
])('%j is answered with a sentence in both languages and a failure', (args, vi, en) => {
  const { status, stderr } = run(args);
  expect(status).toBe(1);
  expect(stderr).toContain(vi);
  expect(stderr).toContain(en);
});

test('--help says how it is used', () => {
  expect(run(['--help']).stdout).toContain('npm run read -- FILE');
});
