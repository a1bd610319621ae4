// The languages that come with the product are checked when the service starts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtInLanguages, loadLanguages } from '../../src/languages.ts';

test('those spoken in the country are there, Vietnamese first, read once', () => {
  const codes = builtInLanguages().map(({ code }) => code);
  expect(codes[0]).toBe('vie');
  expect(codes).toEqual(
    expect.arrayContaining('blt twh hmn mww hnj kjg ium tyz nut mtq khm rad jra bdq'.split(' ')),
  );
  expect(builtInLanguages()).toBe(builtInLanguages());
});

test.each([
  ['is no JSON', '{'],
  ['has no languages', '{}'],
  ['does not begin with Vietnamese', '{"languages":[]}'],
])('a list that %s stops the service and names its file', (_, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-languages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'languages.json');
  writeFileSync(path, content);
  expect(() => loadLanguages(path)).toThrow(
    expect.objectContaining({
      code: 'broken-languages',
      say: expect.objectContaining({ vi: expect.stringContaining(path) }),
    }),
  );
});
