// The list of holidays is checked when the service starts, not on the feast.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countryDays, loadDays } from '../../src/special-days.ts';

const good = {
  id: 'vn-1',
  name: 'Quốc khánh',
  fromDay: '2026-09-01',
  untilDay: '2026-09-02',
  note: 'Điều 112',
};
function written(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-days-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'viet-nam.json');
  writeFileSync(path, content);
  return path;
}

test('those that come with the product are read once', () => {
  expect(countryDays().length).toBeGreaterThanOrEqual(42);
  expect(countryDays()).toBe(countryDays());
});

test('a good list is read as feasts of the whole country', () => {
  expect(loadDays(written(JSON.stringify({ days: [good] })))).toEqual([
    { ...good, tenantId: null, kind: 'holiday' },
  ]);
});

test.each<[string, string]>([
  ['is no JSON', '{'],
  ['has no days', '{}'],
  [
    'has a day that does not exist',
    JSON.stringify({ days: [{ ...good, untilDay: '2026-09-31' }] }),
  ],
  ['has one twice', JSON.stringify({ days: [good, good] })],
  [
    'is endless',
    JSON.stringify({ days: Array.from({ length: 401 }, (_, n) => ({ ...good, id: `${n}` })) }),
  ],
])('a list that %s stops the service and names its file', (_, content) => {
  const path = written(content);
  expect(() => loadDays(path)).toThrow(
    expect.objectContaining({
      code: 'broken-calendar',
      say: expect.objectContaining({ vi: expect.stringContaining(path) }),
    }),
  );
});
