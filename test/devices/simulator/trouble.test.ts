// What befalls simulated loudspeakers, by name or by a seed, and one that goes down and comes back.
import { expect, test } from 'vitest';
import type { Unit } from '../../../devices/agent/unit.ts';
import { makeBerth } from '../../../devices/simulator/berth.ts';
import {
  isDown,
  parseTrouble,
  powerAt,
  type Trouble,
  troublesOf,
} from '../../../devices/simulator/trouble.ts';
import { until } from '../agent/speaker.ts';

const trouble = (words: string) => parseTrouble(words) as Trouble;

test('a trouble is said in a word', () => {
  expect(parseTrouble('loa-3:power-cut@60-300')).toEqual({
    ...{ who: 'loa-3', what: 'power-cut', fromS: 60, toS: 300 },
  });
  expect(parseTrouble('2:low-battery')).toEqual({
    ...{ who: 2, what: 'low-battery', fromS: 0, toS: Number.POSITIVE_INFINITY },
  });
});

test.each([
  '',
  'loa-3',
  'loa-3:fire',
  ':silent',
  '2:silent@',
  '2:silent@9-9',
  '2:silent@9-3',
  'A:silent',
])('%j is no trouble', (words) => {
  expect(parseTrouble(words)).toBeNull();
});

test('who is named has it, who is counted is drawn, the same by the same seed, nobody twice', () => {
  const speakerIds = Array.from({ length: 20 }, (_, n) => `loa-${n}`);
  const said = [trouble('loa-4:silent'), trouble('3:power-cut'), trouble('2:low-battery')];
  const given = troublesOf({ speakerIds, seed: 7 }, said);
  expect(given.get('loa-4')?.what).toBe('silent');
  expect(given.size).toBe(6);
  expect([...given.values()].filter(({ what }) => what === 'power-cut')).toHaveLength(3);
  expect(troublesOf({ speakerIds, seed: 7 }, said)).toEqual(given);
  expect([...troublesOf({ speakerIds, seed: 8 }, said).keys()]).not.toEqual([...given.keys()]);
  expect(troublesOf({ speakerIds: ['a'], seed: 1 }, said).size).toBe(2);
});

test.each<[string, string | null, number, string, number]>([
  ['nothing befell it', null, 9_999, 'mains', 100],
  ['before the cut', '1:power-cut@60', 59, 'mains', 100],
  ['an hour into it', '1:power-cut@60', 60 + 3_600, 'battery', 75],
  ['the mains are back and it charges', '1:power-cut@0-3600', 3_600 + 360, 'mains', 85],
  ['charged', '1:power-cut@0-3600', 9_999, 'mains', 100],
  ['a low battery', '1:low-battery', 0, 'battery', 15],
  ['an empty one', '1:low-battery', 3_600, 'battery', 0],
  ['a silent one has all the current it wants', '1:silent@5', 9, 'mains', 100],
])('%s', (_name, words, atS, source, batteryPercent) => {
  const known = words === null ? undefined : trouble(words);
  expect(powerAt(known, atS)).toEqual({ source, batteryPercent });
});

test('down is who fell silent, and who has no current left', () => {
  expect([4, 5, 9, 10].map((at) => isDown(trouble('1:silent@5-10'), at))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isDown(trouble('1:low-battery'), 100)).toBe(false);
  expect(isDown(trouble('1:low-battery'), 4_000)).toBe(true);
  expect(isDown(undefined, 4_000)).toBe(false);
});

test('a berth lets its unit go without a goodbye, and makes a new one when it comes back', async () => {
  const told: string[] = [];
  let nowMs = 0;
  let fails = true;
  const make = (): Unit => {
    if (told.includes('stop false') && fails) throw new Error('no disk');
    return {
      start: () => void told.push('start'),
      stop: async (goodbye = true) => void told.push(`stop ${goodbye}`),
      agent: () => ({ ready: () => false, joined: () => true }) as never,
    };
  };
  const parts = { trouble: trouble('1:silent@5-10'), make, nowMs: () => nowMs };
  const berth = makeBerth({ ...parts, isSpare: true });
  expect(berth.ready()).toBe(true);
  expect(makeBerth({ ...parts, isSpare: false }).ready()).toBe(false);
  berth.start();
  berth.look();
  nowMs = 6_000;
  berth.look();
  await until('the silence', () => told.includes('stop false'));
  berth.look();
  expect(berth.ready()).toBe(true);
  nowMs = 11_000;
  berth.look();
  await new Promise(setImmediate);
  fails = false;
  berth.look();
  await until('the return', () => told.length === 3);
  await berth.stop();
  expect(told).toEqual(['start', 'stop false', 'start', 'stop true']);
});
