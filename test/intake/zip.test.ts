// ZIPs that lie, burst, or are cut short: refused by name before they cost anything.
import { expect, test } from 'vitest';
import { IntakeError } from '../../audio/intake/errors.ts';
import { storedZip } from '../../audio/intake/word/stored-zip.ts';
import { unpack, zipParts } from '../../audio/intake/zip.ts';
import { type Entry, zipOf } from './zip-file.ts';

const MB = 1024 * 1024;
const TEXT = 'Điều 1. Phạm vi điều chỉnh';

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof IntakeError) return `${error.code} ${error.place.part ?? ''}`.trim();
    throw error;
  }
  return 'opened';
}

/** Lists the parts and unpacks the first of them. */
function openFirst(file: Buffer, limit = MB): string {
  return refusalOf(() => {
    const [part] = [...zipParts(file).values()];
    if (part !== undefined) unpack(file, part, limit);
  });
}

const one = (entry: Partial<Entry> = {}) => zipOf([{ name: 'word/a.xml', bytes: TEXT, ...entry }]);

test.each([false, true])('a part comes out as it went in (stored: %s)', (stored) => {
  const file = one({ stored });
  const part = zipParts(file).get('word/a.xml');
  expect(part && Buffer.from(unpack(file, part, 1000)).toString()).toBe(TEXT);
});

test('our own stored ZIP is read back, and a comment behind it is no matter', () => {
  const file = Buffer.concat([
    storedZip(new Map([['chữ.xml', Buffer.from(TEXT)]])),
    Buffer.from(''),
  ]);
  const part = zipParts(file).get('chữ.xml');
  expect(part && Buffer.from(unpack(file, part, 1000)).toString()).toBe(TEXT);
});

test.each([
  ['nothing', Buffer.from('PK\x03\x04'), 'broken'],
  ['a file cut short', one().subarray(0, 60), 'broken'],
  ['a directory that is not where it should be', Buffer.concat([Buffer.alloc(4), one()]), 'broken'],
  ['a header that is none', one().fill(0, 0, 4), 'broken word/a.xml'],
  ['packed bytes that are none', one().fill(0xff, 42, 60), 'broken word/a.xml'],
  ['more packed bytes than the file has', one({ claims: { packed: 9999 } }), 'broken word/a.xml'],
  ['a method nobody knows', one({ claims: { method: 99 } }), 'broken word/a.xml'],
  ['a locked part', one({ claims: { flags: 1 } }), 'encrypted word/a.xml'],
  ['names that are not plain', one({ name: 'Nguyễn.xml', claims: { flags: 1 } }), 'encrypted'],
  ['zeros that grow a thousand times', one({ bytes: Buffer.alloc(20 * MB) }), 'bomb word/a.xml'],
  [
    'zeros that claim to be small',
    one({ bytes: Buffer.alloc(20 * MB), claims: { bytes: 5 } }),
    'bomb word/a.xml',
  ],
  ['a claim of four thousand megabytes', one({ claims: { bytes: 0xfffffff0 } }), 'bomb word/a.xml'],
  [
    'a part larger than wanted',
    one({ bytes: Buffer.alloc(2 * MB, 'ab'), stored: true }),
    'bomb word/a.xml',
  ],
])('%s: refused', (_, file, refusal) => {
  expect(openFirst(file)).toBe(refusal);
});

test('one gigabyte of zeros, packed into one, is refused within a moment', () => {
  const file = one({ bytes: Buffer.alloc(64 * MB), claims: { bytes: 2 ** 30 } });
  const from = performance.now();
  expect(openFirst(file)).toBe('bomb word/a.xml');
  expect(performance.now() - from).toBeLessThan(1000);
});

test('many parts that each look harmless are counted together', () => {
  const parts = Array.from({ length: 100 }, (_, at) => ({
    name: `word/${at}.xml`,
    bytes: 'x',
    claims: { bytes: 7 * MB },
  }));
  expect(openFirst(zipOf(parts))).toBe('bomb word/73.xml');
});

test('a hundred thousand parts are refused before they are listed', () => {
  const parts = Array.from({ length: 100_000 }, (_, at) => ({
    name: `${at}`,
    bytes: '',
    stored: true,
  }));
  const file = zipOf(parts);
  const from = performance.now();
  expect(openFirst(file)).toBe('bomb');
  expect(performance.now() - from).toBeLessThan(500);
  expect(openFirst(zipOf(parts.slice(0, 5000)))).toBe('bomb');
});

test('of two parts with one name the first counts, so nobody shows one and hides another', () => {
  const file = zipOf([
    { name: 'a', bytes: 'một', stored: true },
    { name: '/a', bytes: 'hai', stored: true },
  ]);
  const part = zipParts(file).get('a');
  expect(part && Buffer.from(unpack(file, part, 10)).toString()).toBe('một');
});
