// The command around the room: fragments on stdin, files by name, refusals on stderr.
// It must never test a rule of reading.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { column, paper } from '../intake/pdf/paper.ts';
import { programOf } from '../program.ts';
import { DECISION } from './documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-'));
const root = new URL('../../', import.meta.url);

afterAll(() => rmSync(folder, { recursive: true }));

function run(
  args: string[],
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [...programOf('audio/read'), ...args], {
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

test('--digest lists what an approver must check, each with its clause', () => {
  const path = join(folder, 'digest.txt');
  writeFileSync(path, DECISION);
  const { stdout, status } = run(['--digest', path]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^NGÀY \(\d+\)$/mu);
  expect(stdout).toMatch(/Điều 2, Khoản 1 +ngày 01\/5\/2026 → ngày một tháng năm/u);
  expect(stdout).toContain('05/QĐ-UBND');
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

test('Ctrl-C in a long PDF, once its pages are told, ends with a sentence', async () => {
  const path = join(folder, 'dai.pdf');
  const lines = Array.from({ length: 30 }, (_, at) => `Điều ${at}. Quy định giờ đốt nương của xã`);
  writeFileSync(path, paper(Array.from({ length: 1500 }, () => ({ pieces: column(lines) }))));
  const child = spawn(process.execPath, [...programOf('audio/read'), path], { cwd: root });
  let said = '';
  let stopped = false;
  let printed = '';
  child.stderr.on('data', (part) => {
    said += part;
    // Once: the second Ctrl-C ends a program whatever it does.
    if (!stopped && /Trang \d+\/1500/u.test(said)) stopped = child.kill('SIGINT');
  });
  child.stdout.on('data', (part) => {
    printed += part;
  });
  const [status] = await once(child, 'close');
  expect(status).toBe(1);
  expect(said).toContain('Việc mở tệp đã được dừng theo yêu cầu.');
  expect(printed).toBe('');
}, 60_000);

test('a reader who has seen enough (| head) leaves no complaint', () => {
  const path = join(folder, 'dau.txt');
  writeFileSync(path, 'Ủy ban nhân dân xã họp bàn việc trồng rừng của các bản.\n'.repeat(9_000));
  const command = `"${process.execPath}" ${programOf('audio/read').join(' ')} --script "${path}" | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
  expect(stdout.split('\n')).toHaveLength(2);
  expect(stderr).toBe('');
});

test('--help says how it is used', () => {
  expect(run(['--help']).stdout).toContain('npm run read -- FILE');
});
