// Under, order and filler, one rule at a time (issue #5, 3).
// It must never know sound or time, only minutes in a table.
import { expect, test } from 'vitest';
import { arrange } from '../../../devices/rules/index.ts';
import { always, type Case, drop, exact, filler, item, M, silent, told } from './minutes.ts';

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

test.each([...under, ...orders, ...fillers])('%s', (_name, items, expected) => {
  expect(arrange(items.map(item), always).map(told)).toEqual(expected);
});

test('what runs on unheard says who was heard instead, and when', () => {
  const [a] = arrange(
    [item(['a', 'normal', 100, 10, silent]), item(['e', 'emergency', 102, 3])],
    always,
  );
  expect(a?.pauses).toEqual([{ fromMs: 102 * M, toMs: 105 * M, byId: 'e', resumed: true }]);
  expect(a?.decidedAtMs).toBe(110 * M);
});
