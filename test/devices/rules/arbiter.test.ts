// The arranger of layers: every rule of devices/rules/arbiter.ts as a small case.
// It must never know sound or time, only minutes in a table.
import { expect, test } from 'vitest';
import { type Arranged, arrange, type Item, WAIT_MAX_MS } from '../../../devices/rules/index.ts';

const M = 60_000;
const always = {
  utcOffsetMin: 0,
  windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
};
/** Open from minute 100 to minute 130 of the epoch's first day. */
const window = { utcOffsetMin: 0, windows: [{ days: [4], fromMinute: 100, toMinute: 130 }] };

type Short = [id: string, priority: string, playAt: number, minutes: number, more?: Partial<Item>];
const item = ([id, priority, playAt, minutes, more]: Short): Item => ({
  id,
  priority: priority === 'drill' ? 'emergency' : (priority as Item['priority']),
  drill: priority === 'drill',
  playAtMs: playAt * M,
  durationMs: minutes * M,
  arrivedAtMs: 0,
  ...more,
});
/** `10-12@0 15-18@2 late` = sounds minutes 10–12 from its start, 15–18 from its minute 2, short of: late. */
const told = (one: Arranged) =>
  [
    ...one.segments.map((s) => `${s.fromMs / M}-${s.toMs / M}@${s.offsetMs / M}`),
    ...(one.shortOf ? [one.shortOf] : []),
    ...(one.byId ? [`by ${one.byId}`] : []),
  ].join(' ');

const cases: [name: string, items: Short[], expected: string[]][] = [
  ['nothing gives nothing', [], []],
  ['one airing sounds whole', [['a', 'normal', 100, 5]], ['100-105@0']],
  [
    'an emergency interrupts and the programme goes on where it stopped',
    [
      ['a', 'normal', 100, 5],
      ['e', 'emergency', 102, 3],
    ],
    ['100-102@0 105-108@2', '102-105@0'],
  ],
  [
    'priority interrupts normal, emergency interrupts priority, each layer resumes',
    [
      ['n', 'normal', 100, 10],
      ['p', 'priority', 102, 6],
      ['e', 'emergency', 104, 2],
    ],
    ['100-102@0 110-118@2', '102-104@0 106-110@2', '104-106@0'],
  ],
  [
    'of equal rank the one that sounds goes on and the later waits',
    [
      ['a', 'normal', 100, 5],
      ['b', 'normal', 103, 4],
    ],
    ['100-105@0', '105-109@0'],
  ],
  [
    'the paused comes before the waiting',
    [
      ['a', 'normal', 100, 5],
      ['e', 'emergency', 101, 1],
      ['b', 'normal', 101, 2],
    ],
    ['100-101@0 102-106@1', '101-102@0', '106-108@0'],
  ],
  [
    'at the same time the older id sounds first, however they are listed',
    [
      ['b', 'normal', 100, 1],
      ['a', 'normal', 100, 1],
    ],
    ['101-102@0', '100-101@0'],
  ],
  [
    'who waits ten minutes is pre-empted and knows by what',
    [
      ['a', 'normal', 100, 15],
      ['b', 'normal', 101, 1],
    ],
    ['100-115@0', 'pre-empted by a'],
  ],
  [
    'a turn that comes at the tenth minute is taken',
    [
      ['a', 'normal', 100, 10],
      ['b', 'normal', 100, 1],
    ],
    ['100-110@0', '110-111@0'],
  ],
  [
    'what has begun waits however long',
    [
      ['a', 'normal', 100, 2],
      ['e', 'emergency', 101, 60],
    ],
    ['100-101@0 161-162@1', '101-161@0'],
  ],
  [
    'a later emergency waits for the earlier one, however long',
    [
      ['e1', 'emergency', 100, 30],
      ['e2', 'emergency', 101, 1],
    ],
    ['100-130@0', '130-131@0'],
  ],
  [
    'a real emergency interrupts a drill, a drill interrupts everything else',
    [
      ['p', 'priority', 100, 3],
      ['d', 'drill', 101, 4],
      ['e', 'emergency', 102, 2],
    ],
    ['100-101@0 107-109@1', '101-102@0 104-107@1', '102-104@0'],
  ],
  [
    'what is cancelled while it sounds stops there',
    [['a', 'normal', 100, 5, { cancelledAtMs: 102 * M }]],
    ['100-102@0 cancelled'],
  ],
  [
    'what is cancelled before its time never sounds',
    [['a', 'normal', 100, 5, { cancelledAtMs: 99 * M }]],
    ['cancelled'],
  ],
  [
    'what is cancelled while it waits never sounds',
    [
      ['a', 'normal', 100, 5],
      ['b', 'normal', 101, 5, { cancelledAtMs: 104 * M }],
    ],
    ['100-105@0', 'cancelled'],
  ],
  [
    'what arrives late joins where the others are',
    [['a', 'normal', 100, 5, { arrivedAtMs: 102 * M }]],
    ['102-105@2 late'],
  ],
  [
    'what arrives after its end has nothing left to play',
    [['a', 'normal', 100, 5, { arrivedAtMs: 105 * M }]],
    ['late'],
  ],
];

test.each(cases)('%s', (_name, items, expected) => {
  expect(arrange(items.map(item), always).map(told)).toEqual(expected);
});

const inHours: [name: string, items: Short[], expected: string[]][] = [
  ['what starts outside does not sound', [['a', 'normal', 99, 5]], ['out-of-hours']],
  [
    'nor does it when it arrives inside',
    [['a', 'normal', 99, 5, { arrivedAtMs: 101 * M }]],
    ['out-of-hours'],
  ],
  ['an emergency sounds at any hour', [['e', 'emergency', 10, 5]], ['10-15@0']],
  ['a drill keeps the hours', [['d', 'drill', 10, 5]], ['out-of-hours']],
  ['and is cut where they end', [['d', 'drill', 125, 10]], ['125-130@0 out-of-hours']],
  [
    'what an interruption pushes over the end is cut there',
    [
      ['a', 'priority', 125, 5],
      ['e', 'emergency', 127, 2],
    ],
    ['125-127@0 129-130@2 out-of-hours', '127-129@0'],
  ],
  [
    'what is paused when the window ends is over',
    [
      ['a', 'normal', 125, 5],
      ['e', 'emergency', 127, 20],
    ],
    ['125-127@0 out-of-hours', '127-147@0'],
  ],
  [
    'what waits when the window ends never sounds',
    [
      ['a', 'normal', 125, 5],
      ['b', 'normal', 126, 2],
    ],
    ['125-130@0', 'out-of-hours'],
  ],
];

test.each(inHours)('with allowed hours, %s', (_name, items, expected) => {
  expect(arrange(items.map(item), window).map(told)).toEqual(expected);
});

test('an interruption names who took the turn, and whether it came back', () => {
  const [a, , b] = arrange(
    [
      item(['a', 'normal', 100, 5]),
      item(['p', 'priority', 101, 2]),
      item(['b', 'normal', 128, 2]),
      item(['e', 'emergency', 102, 3]),
      item(['f', 'emergency', 129, 2]),
    ],
    window,
  );
  expect(a?.pauses).toEqual([{ fromMs: 101 * M, toMs: 106 * M, byId: 'p', resumed: true }]);
  expect(b?.pauses).toEqual([{ fromMs: 129 * M, toMs: 130 * M, byId: 'f', resumed: false }]);
});

test('a fate is known at the moment it is decided', () => {
  const fates = arrange(
    [
      item(['a', 'normal', 100, 15]),
      item(['b', 'normal', 101, 1]),
      item(['c', 'normal', 101, 1, { cancelledAtMs: 50 * M }]),
    ],
    always,
  );
  expect(fates.map((fate) => fate.decidedAtMs)).toEqual([115 * M, 101 * M + WAIT_MAX_MS, 50 * M]);
});
