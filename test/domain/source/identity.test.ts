import { expect, test } from 'vitest';
import { capName, RESTRICTED, sourceOf } from '../../../src/domain/source/identity.ts';

test('what came unsigned, and with each key, is of its own', () => {
  const all = [null, 'khoa-1', 'khoa-2'].map((keyId) => sourceOf('tỉnh', keyId));
  expect(new Set(all).size).toBe(3);
  expect(sourceOf('tỉnh', null)).toBe('tỉnh');
});

test('a warning is called by its sender and its identifier, which hold no comma', () => {
  expect(capName({ sender: 'a', identifier: 'b' })).toBe('cap:a,b');
  for (const sign of [',', ' ', '<', '&']) expect(RESTRICTED.test(`x${sign}`)).toBe(true);
  expect(RESTRICTED.test('urn:oid:2.49.0.1.704.0.2026.12.5')).toBe(false);
});
