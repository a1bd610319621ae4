// The regulations that come with the product, and files that are none (issue #5, 2).
// It must never know a commune.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { volumesOfSite } from '../../src/domain/regulation/zone-hours.ts';
import { builtInRegulations, loadRegulations } from '../../src/regulation-templates.ts';

test('the product comes with four regulations, read once', () => {
  const all = builtInRegulations();
  expect(all.map(({ id }) => id)).toEqual([
    'ha-noi-2021',
    'lien-chieu-2025',
    'mien-nui',
    'phuong-do-thi',
  ]);
  expect(builtInRegulations()).toBe(all);
});

test.each([
  ['ha-noi-2021', 2, 15, [1, 2, 3, 4, 5]],
  ['lien-chieu-2025', 2, 60, [1, 2, 3, 4, 5, 6, 7]],
])('%s says what was published', (id, sessions, minutes, days) => {
  const found = builtInRegulations().find((one) => one.id === id);
  expect(found?.rules).toMatchObject({ sessionsPerDay: sessions, minutesPerSession: minutes });
  expect(found?.windows.map((window) => window.days)).toEqual([days, days]);
  if (id === 'lien-chieu-2025')
    expect(found?.windows.map(({ fromMinute }) => fromMinute)).toEqual([330, 1_020]);
});

test('each is quieter by night and near special places (QCVN 26:2010)', () => {
  for (const { rules } of builtInRegulations()) {
    const all = { ...rules, template: null };
    const loudest = (zone: 'ordinary' | 'school') =>
      Math.max(...volumesOfSite(all, zone).map(({ percent }) => percent));
    expect(loudest('ordinary')).toBe(42);
    expect(volumesOfSite(all, 'school').map(({ percent }) => percent)).toEqual([24, 42, 24]);
    expect(volumesOfSite(all, 'ordinary')[0]?.fromMinute).toBe(0);
  }
});

const good = builtInRegulations()[0];
test.each([
  ['what is no JSON', 'x.json', '{'],
  ['one without rules', 'x.json', '{"id":"x"}'],
  ['an id that is not its name', 'x.json', JSON.stringify(good)],
  ['a day that is none', 'ha-noi-2021.json', JSON.stringify({ ...good, windows: [{ days: [9] }] })],
  ['a file of 60 KB', 'x.json', ' '.repeat(60_000)],
])('%s refuses the start and names the file', (_what, name, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-regulations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  expect(() => loadRegulations(folder)).toThrow(
    expect.objectContaining({
      code: 'broken-regulation',
      say: { vi: expect.stringContaining(name), en: expect.stringContaining(name) },
    }),
  );
});

test('a folder of forty-one files is not taken for templates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-regulations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (let n = 0; n < 41; n += 1) writeFileSync(join(folder, `${n}.json`), '{}');
  expect(() => loadRegulations(folder)).toThrow('41 > 40');
});
