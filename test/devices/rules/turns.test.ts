// Start, missed, under, order and filler, one rule at a time (issue #5, 3; devices/rules/arbiter.ts).
// It must never know sound or time, only minutes in a table.
import { expect, test } from 'vitest';
import {
  type Arranged,
  arrange,
  type Item,
  MISSED_AFTER_MS,
} from '../../../devices/rules/index.ts';

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
const told = (one: Arranged) =>
  [
    ...one.segments.map((s) => `${s.fromMs / M}-${s.toMs / M}@${s.offsetMs / M}`),
    ...(one.shortOf ? [one.shortOf] : []),
    ...(one.byId ? [`by ${one.byId}`] : []),
  ].join(' ');

const exact = { start: { kind: 'exact' } } as const;
const within = (minutes: number) =>
  ({ start: { kind: 'within', withinMs: minutes * M } }) satisfies Partial<Item>;
const silent = { under: 'silent' } as const;
const drop = { under: 'drop' } as const;
const filler = { filler: true } as const;
const arrives = (at: number, missed: Item['missed']): Partial<Item> => ({
  arrivedAtMs: at * M,
  ...(missed ? { missed } : {}),
});

type Case = [name: string, items: Short[], expected: string[]];

const starts: Case[] = [
  [
    'an exact start takes its turn from an equal, which goes on after it',
    [
      ['a', 'normal', 100, 5],
      ['x', 'normal', 102, 2, exact],
    ],
    ['100-102@0 104-107@2', '102-104@0'],
  ],
  [
    'an exact start takes nothing from another exact one',
    [
      ['a', 'normal', 100, 5, exact],
      ['x', 'normal', 102, 2, exact],
    ],
    ['100-105@0', '105-107@0'],
  ],
  [
    'nor from what ranks above it, but it goes before its equals then',
    [
      ['a', 'normal', 100, 1],
      ['p', 'priority', 101, 3],
      ['b', 'normal', 101, 1],
      ['x', 'normal', 102, 2, exact],
    ],
    ['100-101@0', '101-104@0', '106-107@0', '104-106@0'],
  ],
  [
    'who is displaced obeys its own rule: it runs on unheard',
    [
      ['a', 'normal', 100, 5, silent],
      ['x', 'normal', 102, 2, exact],
    ],
    ['100-102@0 104-105@4 pre-empted by x', '102-104@0'],
  ],
  [
    'or ends there',
    [
      ['a', 'normal', 100, 5, drop],
      ['x', 'normal', 102, 2, exact],
    ],
    ['100-102@0 pre-empted by x', '102-104@0'],
  ],
  [
    'within: waits so long and not a moment longer',
    [
      ['a', 'normal', 100, 15],
      ['b', 'normal', 101, 1, within(12)],
      ['c', 'normal', 101, 1, within(20)],
    ],
    ['100-115@0', 'pre-empted by a', '115-116@0'],
  ],
  [
    'within no time at all it begins where the voice is free',
    [['a', 'normal', 100, 2, within(0)]],
    ['100-102@0'],
  ],
  [
    'and where it is not, it is pre-empted at once',
    [
      ['a', 'normal', 100, 2],
      ['b', 'normal', 101, 2, within(0)],
    ],
    ['100-102@0', 'pre-empted by a'],
  ],
  [
    'whose turn comes at the last moment of its patience has it',
    [
      ['a', 'normal', 100, 5],
      ['b', 'normal', 101, 2, within(4)],
    ],
    ['100-105@0', '105-107@0'],
  ],
  [
    'an emergency waits without limit whatever its start rule says',
    [
      ['e', 'emergency', 100, 30],
      ['f', 'emergency', 101, 1, within(1)],
    ],
    ['100-130@0', '130-131@0'],
  ],
];

const missed: Case[] = [
  [
    'join: comes in where the others are',
    [['a', 'normal', 100, 5, arrives(102, { kind: 'join' })]],
    ['102-105@2 late'],
  ],
  [
    'escalate sounds as join does: telling people is for the service',
    [['a', 'normal', 100, 5, arrives(102, { kind: 'escalate' })]],
    ['102-105@2 late'],
  ],
  [
    'skip: does not sound, and leaves its turn',
    [
      ['a', 'normal', 100, 5, arrives(102, { kind: 'skip' })],
      ['b', 'normal', 102, 1],
    ],
    ['late', '102-103@0'],
  ],
  [
    'late: the whole of it, from its beginning',
    [['a', 'normal', 100, 5, arrives(104, { kind: 'late', untilMs: 10 * M })]],
    ['104-109@0'],
  ],
  [
    'also after its own end, up to the last moment of its rule',
    [
      ['a', 'normal', 100, 5, arrives(110, { kind: 'late', untilMs: 10 * M })],
      ['b', 'normal', 120, 5, arrives(131, { kind: 'late', untilMs: 10 * M })],
    ],
    ['110-115@0', 'late'],
  ],
  [
    'late: gives up when its turn does not come in time',
    [
      ['a', 'normal', 100, 10],
      ['b', 'normal', 100, 5, arrives(102, { kind: 'late', untilMs: 6 * M })],
    ],
    ['100-110@0', 'late'],
  ],
  [
    'what arrived in time waits by its start rule, not by its missed rule',
    [
      ['a', 'normal', 100, 8],
      ['b', 'normal', 100, 5, arrives(0, { kind: 'late', untilMs: 1 * M })],
      ['c', 'normal', 100, 5, arrives(0, { kind: 'skip' })],
    ],
    ['100-108@0', '108-113@0', 'pre-empted by b'],
  ],
  [
    'cancelled before it arrived is cancelled, not late',
    [['a', 'normal', 100, 5, { ...arrives(102, { kind: 'skip' }), cancelledAtMs: 101 * M }]],
    ['cancelled'],
  ],
];

const under: Case[] = [
  [
    'silent: runs on beneath and is heard again from where it would be',
    [
      ['a', 'normal', 100, 10, silent],
      ['e', 'emergency', 102, 3],
    ],
    ['100-102@0 105-110@5 pre-empted by e', '102-105@0'],
  ],
  [
    'silent: over when its end comes unheard',
    [
      ['a', 'normal', 100, 4, silent],
      ['e', 'emergency', 102, 3],
      ['b', 'normal', 103, 1],
    ],
    ['100-102@0 pre-empted by e', '102-105@0', '105-106@0'],
  ],
  [
    'silent: what has not begun waits for its turn like everybody',
    [
      ['e', 'emergency', 100, 3],
      ['a', 'normal', 101, 4, silent],
    ],
    ['100-103@0', '103-107@0'],
  ],
  [
    'silent and late at once is late first',
    [
      ['a', 'normal', 100, 10, { ...silent, arrivedAtMs: 101 * M }],
      ['e', 'emergency', 102, 3],
    ],
    ['101-102@1 105-110@5 late', '102-105@0'],
  ],
  [
    'drop: interrupted is ended, and the next has its turn',
    [
      ['a', 'normal', 100, 10, drop],
      ['p', 'priority', 102, 1],
      ['b', 'normal', 102, 1],
    ],
    ['100-102@0 pre-empted by p', '102-103@0', '103-104@0'],
  ],
  [
    'drop: what waits for its first second is not interrupted',
    [
      ['p', 'priority', 100, 3],
      ['a', 'normal', 101, 1, drop],
    ],
    ['100-103@0', '103-104@0'],
  ],
];

const orders: Case[] = [
  [
    'a more severe emergency interrupts a lesser one, which goes on after it',
    [
      ['e1', 'emergency', 100, 5, { order: 2 }],
      ['e2', 'emergency', 102, 2, { order: 1 }],
    ],
    ['100-102@0 104-107@2', '102-104@0'],
  ],
  [
    'a lesser one waits, and one as severe as what sounds waits as well',
    [
      ['e1', 'emergency', 100, 5, { order: 1 }],
      ['e2', 'emergency', 101, 1, { order: 2 }],
      ['e3', 'emergency', 102, 1, { order: 1 }],
    ],
    ['100-105@0', '106-107@0', '105-106@0'],
  ],
  [
    'no drill is severe enough for a real emergency',
    [
      ['e', 'emergency', 100, 3, { order: 9 }],
      ['d', 'drill', 101, 1, { order: 0 }],
    ],
    ['100-103@0', '103-104@0'],
  ],
  [
    'priority items that collide sound in the order the commune gave',
    [
      ['a', 'priority', 100, 3, { order: 2 }],
      ['b', 'priority', 100, 2, { order: 1 }],
      ['c', 'priority', 100, 1, { order: 3 }],
    ],
    ['102-105@0', '100-102@0', '105-106@0'],
  ],
  [
    'without an answer in the order they came',
    [
      ['b', 'priority', 100, 2],
      ['a', 'priority', 100, 3],
    ],
    ['103-105@0', '100-103@0'],
  ],
  [
    'an order given to priority items interrupts nothing that sounds',
    [
      ['a', 'priority', 100, 3, { order: 2 }],
      ['b', 'priority', 101, 2, { order: 1 }],
    ],
    ['100-103@0', '103-105@0'],
  ],
];

const fillers: Case[] = [
  [
    'a filler yields to everything and goes on wherever there is room',
    [
      ['f', 'normal', 100, 10, filler],
      ['a', 'normal', 102, 1],
      ['b', 'normal', 105, 2],
      ['p', 'priority', 107, 1],
    ],
    ['100-102@0 103-105@2 108-114@4', '102-103@0', '105-107@0', '107-108@0'],
  ],
  [
    'it waits longer than ten minutes for its first second, whatever its priority',
    [
      ['a', 'normal', 100, 15],
      ['f', 'priority', 101, 1, filler],
    ],
    ['100-115@0', '115-116@0'],
  ],
  [
    'exactness takes nothing from another filler',
    [
      ['f', 'normal', 100, 3, filler],
      ['g', 'normal', 101, 1, { ...filler, ...exact }],
    ],
    ['100-103@0', '103-104@0'],
  ],
  [
    'an emergency is never filler',
    [
      ['a', 'normal', 100, 3],
      ['e', 'emergency', 101, 1, filler],
    ],
    ['100-101@0 102-104@1', '101-102@0'],
  ],
];

test.each([...starts, ...missed, ...under, ...orders, ...fillers])(
  '%s',
  (_name, items, expected) => {
    expect(arrange(items.map(item), always).map(told)).toEqual(expected);
  },
);

const inHours: Case[] = [
  [
    'late is no way round the hours: judged by its own time as well',
    [['a', 'normal', 99, 5, arrives(104, { kind: 'late', untilMs: 10 * M })]],
    ['out-of-hours'],
  ],
  [
    'what begins late is cut where the hours end',
    [['a', 'normal', 124, 5, arrives(128, { kind: 'late', untilMs: 10 * M })]],
    ['128-130@0 out-of-hours'],
  ],
  ['a filler keeps the hours', [['f', 'normal', 125, 10, filler]], ['125-130@0 out-of-hours']],
  [
    'what runs on unheard when they end is over with them',
    [
      ['a', 'normal', 125, 8, silent],
      ['e', 'emergency', 127, 10],
    ],
    ['125-127@0 out-of-hours', '127-137@0'],
  ],
];

test.each(inHours)('with allowed hours, %s', (_name, items, expected) => {
  expect(arrange(items.map(item), window).map(told)).toEqual(expected);
});

test('a second late is nobody’s missed beginning, a moment more is', () => {
  const skip = { kind: 'skip' } as const;
  const arrived = (lateMs: number) =>
    arrange(
      [item(['a', 'normal', 100, 5, { arrivedAtMs: 100 * M + lateMs, missed: skip }])],
      always,
    );
  expect(arrived(MISSED_AFTER_MS)[0]?.segments).toHaveLength(1);
  expect(arrived(MISSED_AFTER_MS + 1)[0]).toMatchObject({ segments: [], shortOf: 'late' });
});

test('what runs on unheard says who was heard instead, and when', () => {
  const [a] = arrange(
    [item(['a', 'normal', 100, 10, silent]), item(['e', 'emergency', 102, 3])],
    always,
  );
  expect(a?.pauses).toEqual([{ fromMs: 102 * M, toMs: 105 * M, byId: 'e', resumed: true }]);
  expect(a?.decidedAtMs).toBe(110 * M);
});
