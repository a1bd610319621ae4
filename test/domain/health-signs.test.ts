import { describe, expect, test } from 'vitest';
import type { Status } from '../../devices/protocol/index.ts';
import type { Verdict } from '../../src/domain/model.ts';
import {
  failedByBox,
  signsOf,
  simWarning,
  soundingSign,
} from '../../src/domain/poles/health-signs.ts';

const status = (of: Partial<Status> = {}): Status => ({
  ...{ online: true, atMs: 0, unitId: 'u', publicKey: '', firmware: 'x', policyCounter: 0 },
  ...{ holds: [], clockErrorMs: 1, freeBytes: 1e9, power: null, volumePercent: 100 },
  ...{ bytesThisMonth: 0, ...of },
});
const battery = (batteryPercent: number | null) =>
  status({ power: { source: 'battery', batteryPercent } });
const mains = (batteryPercent: number | null) =>
  status({ power: { source: 'mains', batteryPercent } });

describe('what a status says', () => {
  test('all well closes everything', () => {
    expect(signsOf(mains(100), 'mains-4g')).toEqual({
      ...{ 'on-battery': null, 'battery-low': null, 'clock-off': null, 'disk-full': null },
    });
  });

  test.each([
    ['mains-wired', { batteryPercent: 80 }],
    ['mains-4g', { batteryPercent: 80 }],
    ['solar-4g', null], // every night
  ] as const)('%s on its battery', (deviceClass, wanted) => {
    expect(signsOf(battery(80), deviceClass)['on-battery']).toEqual(wanted);
  });

  test('a battery that cannot tell how full it is', () => {
    expect(signsOf(battery(null), 'mains-4g')).toMatchObject({
      'on-battery': {},
      'battery-low': null,
    });
  });

  test.each([
    [29, { batteryPercent: 29 }],
    [30, undefined],
    [34, undefined],
    [35, null],
  ])('a battery at %d %%', (percent, wanted) => {
    expect(signsOf(mains(percent), 'solar-4g')['battery-low']).toEqual(wanted);
  });

  test.each([
    [201, { clockErrorMs: 201 }],
    [200, undefined],
    [150, undefined],
    [149, null],
    [null, undefined],
  ])('a clock off by %s ms', (clockErrorMs, wanted) => {
    expect(signsOf(status({ clockErrorMs }), 'mains-4g')['clock-off']).toEqual(wanted);
  });

  test.each([
    [49_999_999, { freeBytes: 49_999_999 }],
    [50_000_000, undefined],
    [60_000_000, undefined],
    [60_000_001, null],
    [null, null],
  ])('%s bytes free', (freeBytes, wanted) => {
    expect(signsOf(status({ freeBytes }), 'mains-4g')['disk-full']).toEqual(wanted);
  });
});

const DAY = 24 * 3_600_000;
test.each([
  [8 * DAY, null],
  [7 * DAY, { renewsAtMs: 7 * DAY }],
  [-DAY, { renewsAtMs: -DAY }],
])('a SIM that ends in %d ms', (renewsAtMs, wanted) => {
  const sim = { carrier: 'Viettel', number: '', plan: '', renewsAtMs };
  expect(simWarning(sim, 0)).toEqual(wanted);
  expect(simWarning({ ...sim, renewsAtMs: null }, 0)).toBeNull();
  expect(simWarning(null, 0)).toBeNull();
});

const verdict = (of: Partial<Verdict>): Verdict => ({
  ...{ airingId: 'a', siteId: 's', kind: 'failed', reason: 'no-receipt', detail: null },
  ...{ startErrorMs: null, heardMs: 0, chunksReceived: 0, chunksRepaired: 0 },
  ...{ interruptions: [], givenAtMs: 0, revision: 0, ...of },
});

test.each([
  [{ reason: 'sink-failed' }, true],
  [{ reason: 'restarted' }, true],
  [{ reason: 'no-receipt' }, true],
  [{ reason: 'refused', detail: 'no-room' }, true],
  [{ reason: 'refused', detail: 'no-policy' }, false],
  [{ reason: 'offline' }, false],
  [{ reason: 'missing-chunks' }, false],
  [{ kind: 'partly-played', reason: 'sink-failed' }, false],
] as const)('%j is the fault of the box: %s', (of, wanted) => {
  expect(failedByBox(verdict(of))).toBe(wanted);
});

test.each([
  ['nothing', [], null],
  ['one failure', [verdict({})], null],
  ['two failures', [verdict({}), verdict({})], 'failed'],
  ['a failure after the road’s', [verdict({}), verdict({ reason: 'offline' })], null],
  ['a skip after failures', [verdict({ kind: 'skipped-by-rule' }), verdict({})], null],
  ['sound after failures', [verdict({ kind: 'played' }), verdict({})], 'sounds'],
  ['half of it', [verdict({ kind: 'partly-played' })], 'sounds'],
] as const)('%s', (_, lastFirst, wanted) => {
  expect(soundingSign(lastFirst)).toBe(wanted);
});
