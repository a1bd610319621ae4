import { expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { readSettings } from '../../src/settings.ts';
import { warningsOf } from '../../src/settings-warnings.ts';

test('an address with https needs no word', () => {
  expect(warningsOf({ publicUrl: 'https://vangxa.gov.vn' })).toEqual([]);
});

test.each([
  [null, /VANGXA_PUBLIC_URL is not set/],
  ['http://vangxa.gov.vn', /http:\/\/vangxa\.gov\.vn is not https/],
])('a public address %s is warned of in one line', (publicUrl, says) => {
  const lines = warningsOf({ publicUrl });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(says);
});

const trust = (value: string) => readSettings({ VANGXA_TRUST_PROXY: value }).trustProxy;

test.each([
  '127.0.0.1',
  '::1',
  '127.0.0.1, 10.0.0.0/8',
  'fd00::/8,loopback',
  'uniquelocal',
  'linklocal',
])('VANGXA_TRUST_PROXY=%s is taken', (value) => expect(trust(value)).toBe(value));

test.each([
  'true',
  'nginx',
  '1',
  '127.0.0.1,',
  '127.0.0.1,yes',
  '10.0.0.0/33',
  'fd00::/129',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  'loopback/8',
  'https://127.0.0.1',
])('VANGXA_TRUST_PROXY=%s is refused with a sentence, not with a fault of ours', (value) => {
  expect(() => trust(value)).toThrow(AppError);
  expect(() => trust(value)).toThrow(/VANGXA_TRUST_PROXY=.*danh sách địa chỉ|an address or a list/);
});
