// What half a minute after the beginning counts as having missed it.
import { expect, test } from 'vitest';
import type { Receipt } from '../../devices/protocol/index.ts';
import { missedBeginning } from '../../src/domain/airing/missed-beginning.ts';
import { finished, refused, started, stored } from './samples.ts';

const late = (startErrorMs: number): Receipt =>
  ({ ...(started() as object), startErrorMs }) as Receipt;
const ended = (shortOf: ReturnType<typeof finished>['shortOf']) => finished({ shortOf });

test.each<[string, Receipt[], boolean, boolean]>([
  ['who began in time', [stored(), started()], true, false],
  ['who began in time and is away since', [stored(), started()], false, false],
  ['who began a second late', [late(1_000)], true, false],
  ['who began later', [late(1_001)], true, true],
  ['who refused it', [refused('no-clock')], true, true],
  ['who has it and is there: it waits for its turn', [stored()], true, false],
  ['who has it and is away', [stored()], false, true],
  ['who has nothing', [], true, true],
  ['who said nothing and is away', [], false, true],
  ['who ended it whole, its first word lost on the way', [ended(null)], true, false],
  ['whom a person stopped', [ended('cancelled')], true, false],
  ['whom the hours cut', [ended('out-of-hours')], true, false],
  ['whom a hush cut', [ended('hushed')], true, false],
  ['who was too late', [ended('late')], true, true],
  ['who lost its turn', [ended('pre-empted')], true, true],
  ['whose amplifier gave up', [ended('sink-failed')], true, true],
])('%s', (_name, receipts, online, missed) => {
  expect(missedBeginning({ receipts, online })).toBe(missed);
});
