// The forms that come with the product, and what is said of one that is broken.
// It must never know what is filled in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtInRecords, loadRecords } from '../../src/record-templates.ts';

test('there is one of each, and every figure owed has its method', () => {
  const all = builtInRecords();
  expect(all.map(({ id }) => id)).toEqual(['log', 'justice', 'document']);
  const figures = all.find(({ id }) => id === 'justice')?.figures ?? [];
  expect(figures.length).toBeGreaterThan(9);
  expect(figures.find(({ field }) => field === 'reachRural')?.title).toContain('trong vùng nghe');
  for (const { method } of figures) expect(method.length).toBeGreaterThan(20);
});

test.each([
  ['no JSON', '{'],
  ['another’s', '{"id":"justice"}'],
  ['without columns', '{"id":"log","title":"x","columns":[],"signatures":[]}'],
  ['a book', `{"x":"${'a'.repeat(60_000)}"}`],
])('one that is %s stops the start and is named', (_, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-forms-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'log.json'), text);
  expect(() => loadRecords(folder)).toThrow(/log\.json/);
});
