import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtInNotices, loadNotices } from '../../src/notice-templates.ts';

test('the product comes with twelve templates, read once', () => {
  const all = builtInNotices();
  expect(all.map(({ id }) => id)).toEqual(
    'cat-dien cat-nuoc chay-rung het-khan-cap hop-ban le-hoi mat-trom thoi-tiet thu-phi tiem-phong tim-nguoi-lac tra-luong xa-lu'.split(
      ' ',
    ),
  );
  expect(builtInNotices()).toBe(all);
});

test('those that name people say so, and only the dam is an emergency', () => {
  const all = builtInNotices();
  const named = all.filter(({ personalData }) => personalData).map(({ id }) => id);
  expect(named).toEqual(['mat-trom', 'tim-nguoi-lac']);
  const urgent = all.filter(({ priority }) => priority === 'emergency').map(({ id }) => id);
  expect(urgent).toEqual(['xa-lu']);
});

const good = builtInNotices()[0];
test.each([
  ['what is no JSON', 'x.json', '{'],
  ['a list without slots', 'x.json', '{}'],
  ['an opening that is no text', 'x.json', '{"slots":[],"body":[],"opening":1,"closing":""}'],
  ['an id that is not its name', 'x.json', JSON.stringify(good)],
  ['a template nobody could fill', 'cat-dien.json', JSON.stringify({ ...good, body: ['{a}.'] })],
  ['a file of 60 KB', 'x.json', ' '.repeat(60_000)],
])('%s refuses the start and names the file', (_what, name, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-notices-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  expect(() => loadNotices(folder)).toThrow(
    expect.objectContaining({
      code: 'broken-template',
      say: { vi: expect.stringContaining(name), en: expect.stringContaining(name) },
    }),
  );
});

test('a folder of a hundred files is not taken for templates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-notices-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (let n = 0; n < 61; n += 1) writeFileSync(join(folder, `${n}.json`), '{}');
  expect(() => loadNotices(folder)).toThrow('61 > 60');
});
