// What of a stranger's sound is used: the living channel, from the first word to the last, and what is said of it.
// It must never need ffmpeg.
import { expect, test } from 'vitest';
import { judgeSource } from '../../audio/foreign/judge-source.ts';
import { createLevelMeter, decibels, type Levels } from '../../audio/foreign/levels.ts';

const LOUD = 10 ** (-20 / 10);
const ROOM = 10 ** (-58 / 10);
const NOTHING = 0;

/** Half a second before, three of syllables and rests, a second after: windows of 10 ms. */
function levels(of: { before?: number; room?: number; after?: number } = {}): Levels {
  const { before = 50, room = ROOM, after = 100 } = of;
  const quiet = (count: number) => Array.from({ length: count }, () => room);
  const talk = Array.from({ length: 300 }, (_, at) => (at % 25 < 19 ? LOUD : room));
  const mid = [...quiet(before), ...talk, ...quiet(after)];
  return { left: mid, right: mid, mid, clipped: [] };
}

test.each([ROOM, NOTHING])('silence at both ends goes, but for a breath (room at %d)', (room) => {
  const verdict = judgeSource(levels({ room }));
  expect(verdict).toMatchObject({ channel: 'both', fromMs: 380, faults: [] });
  // the last rest of speech belongs to the silence after it
  expect(verdict?.untilMs).toBeGreaterThan(3_500);
  expect(verdict?.untilMs).toBeLessThanOrEqual(3_640);
});

test('sound from end to end is taken whole', () => {
  const tone = new Array<number>(200).fill(LOUD);
  const whole = { left: tone, right: tone, mid: tone, clipped: [] };
  expect(judgeSource(whole)).toMatchObject({ fromMs: 0, untilMs: 2_000 });
});

test('a click before the first word is not the first word', () => {
  const clicked = levels({ before: 200 });
  clicked.mid[20] = LOUD;
  expect(judgeSource(clicked)?.fromMs).toBe(1_880);
});

test.each([
  ['nothing', new Array<number>(300).fill(NOTHING)],
  ['a room in which nobody speaks', new Array<number>(300).fill(10 ** (-70 / 10))],
  ['a click alone', Array.from({ length: 300 }, (_, at) => (at >= 100 && at < 106 ? LOUD : 0))],
  ['less than a window', []],
])('%s holds nothing to hear', (_, mid) => {
  expect(judgeSource({ left: mid, right: mid, mid, clipped: [] })).toBeNull();
});

test('of two channels of which one is dead, the living one is heard and not half of it', () => {
  const one = levels();
  const dead = one.left.map(() => ROOM / 100);
  expect(judgeSource({ ...one, left: dead })).toMatchObject({
    channel: 'right',
    faults: [{ kind: 'dead-channel', atMs: 0 }],
  });
  expect(judgeSource({ ...one, right: dead })?.channel).toBe('left');
});

test('two channels that cancel each other are told from two that do not', () => {
  const one = levels();
  const gone = { ...one, mid: one.mid.map((loud) => loud / 1_000) };
  expect(judgeSource(gone)).toMatchObject({ channel: 'left', faults: [{ kind: 'out-of-phase' }] });
  const apart = { ...one, mid: one.mid.map((loud) => loud / 2) };
  expect(judgeSource(apart)).toMatchObject({ channel: 'both', faults: [] });
});

test('flat tops are told by their place in the clip, near ones as one; a few are nobody’s business', () => {
  const one = levels();
  const near = [100, 101, 110, 111, 112];
  expect(judgeSource({ ...one, clipped: near.slice(0, 4) })?.faults).toEqual([]);
  expect(judgeSource({ ...one, clipped: [...near, 300, 301] })?.faults).toEqual([
    { kind: 'clipped', atMs: 620, untilMs: 750 },
    { kind: 'clipped', atMs: 2_620, untilMs: 2_640 },
  ]);
});

test('places are bounded however many there are', () => {
  const mid = new Array<number>(6_000).fill(LOUD);
  const clipped = Array.from({ length: 40 }, (_, n) => n * 150);
  expect(judgeSource({ left: mid, right: mid, mid, clipped })?.faults).toHaveLength(20);
});

test('the meter knows left from right from both, and a plateau from a peak', () => {
  const meter = createLevelMeter(1_000);
  const pair = (left: number, right: number, times: number) =>
    Int16Array.from(Array.from({ length: times }, () => [left, right]).flat());
  meter.take(pair(16_384, 0, 10));
  meter.take(pair(16_384, -16_384, 10));
  meter.take(pair(32_767, 0, 1));
  meter.take(pair(0, 0, 9));
  meter.take(pair(-32_768, 0, 4));
  const { left, right, mid, clipped } = meter.end();
  expect(left.map((one) => Math.round(decibels(one)))).toEqual([-6, -6, -10, 0]);
  expect(right.map((one) => Math.round(decibels(one)))).toEqual([-96, -6, -96, -96]);
  expect(Math.round(decibels(mid[0] ?? 0))).toBe(-12);
  expect(mid[1]).toBe(0);
  expect(clipped).toEqual([3]);
});

test('one channel on both stands 3 dB lower, and is flat there', () => {
  const one = createLevelMeter(1_000);
  one.take(Int16Array.from([...new Array<number>(16).fill(0), 23_170, 23_170, -23_170, -23_170]));
  expect(one.end().clipped).toEqual([0]);
  const two = createLevelMeter(1_000);
  two.take(Int16Array.from([...new Array<number>(16).fill(1), 23_170, 23_170, -23_170, -9]));
  expect(two.end().clipped).toEqual([]);
});
