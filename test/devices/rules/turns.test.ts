// Start and missed, one rule at a time, and what the hours say to them (issue #5, 3).
// It must never know sound or time, only minutes in a table.
import { expect, test } from 'vitest';
import { arrange, MISSED_AFTER_MS } from '../../../devices/rules/index.ts';
import {
  always,
  arrives,
  type Case,
  drop,
  exact,
  filler,
  item,
  M,
  silent,
  told,
  window,
  within,
} from './minutes.ts';

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

test.each([...starts, ...missed])('%s', (_name, items, expected) => {
  expect(arrange(items.map(item), always).map(told)).toEqual(expected);
});

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
