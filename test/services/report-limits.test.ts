// How much of whom is taken in an hour, and which addresses are one.
// It must never know what is reported.
import { expect, test } from 'vitest';
import { makeReportLimits, networkOf } from '../../src/services/public/report-limits.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a commune takes two hundred whole in an hour, then taps, then none; another commune is untouched', () => {
  let nowMs = 0;
  const limits = makeReportLimits(() => nowMs);
  const take = (n: number, tenantId = 'xa-a') => limits.take({ tenantId, address: `a${n}` });
  const taken = Array.from({ length: 1_100 }, (_, n) => take(n));
  const many = (wanted: string) => taken.filter((one) => one === wanted).length;
  expect([many('whole'), many('tap'), many('none')]).toEqual([200, 800, 100]);
  expect(take(1, 'xa-b')).toBe('whole');
  nowMs += 3_600_000;
  expect(take(2)).toBe('whole');
});
