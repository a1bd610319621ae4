// Hushes: a site that is to be silent until a time, for everything but a real emergency (issue #4, 4).
// It must never know the arranger's insides: minutes in, minutes out.
import { expect, test } from 'vitest';
import {
  type Arranged,
  allowedAt,
  allowedUntil,
  arrange,
  closedAt,
  closedFor,
  fitsHours,
  hoursOfPolicy,
  hushedAt,
  type Item,
  nextHushMs,
  type SiteHours,
} from '../../../devices/rules/index.ts';
import { bodies, PLAY_AT_MS } from '../protocol/bodies.ts';

const M = 60_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const always = { utcOffsetMin: 0, windows: [{ days: everyDay, fromMinute: 0, toMinute: 1440 }] };
const hushed = (...spans: [number, number][]): SiteHours => ({
  ...always,
  hushes: spans.map(([from, until]) => ({ fromMs: from * M, untilMs: until * M })),
});
/** A funeral from minute 100 to minute 130. */
const funeral = hushed([100, 130]);

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
  ].join(' ');

const cases: [name: string, hours: SiteHours, items: Short[], expected: string[]][] = [
  ['what would start in it does not', funeral, [['a', 'normal', 110, 5]], ['hushed']],
  ['nor at its first instant', funeral, [['a', 'normal', 100, 5]], ['hushed']],
  ['at its end the loudspeaker is itself again', funeral, [['a', 'normal', 130, 5]], ['130-135@0']],
  ['what sounds when it begins is cut', funeral, [['a', 'normal', 98, 5]], ['98-100@0 hushed']],
  [
    'what it cut does not come back after it; only later ones do',
    funeral,
    [
      ['a', 'normal', 98, 60],
      ['b', 'normal', 131, 5],
    ],
    ['98-100@0 hushed', '131-136@0'],
  ],
  ['what ends as it begins is heard whole', funeral, [['a', 'normal', 95, 5]], ['95-100@0']],
  ['priority is silent too', funeral, [['p', 'priority', 110, 5]], ['hushed']],
  ['so is a drill', funeral, [['d', 'drill', 98, 5]], ['98-100@0 hushed']],
  ['a real emergency sounds in it', funeral, [['e', 'emergency', 110, 5]], ['110-115@0']],
  ['and through its beginning', funeral, [['e', 'emergency', 98, 5]], ['98-103@0']],
  [
    'what an emergency interrupted is lost when the hush begins meanwhile',
    funeral,
    [
      ['a', 'normal', 95, 10],
      ['e', 'emergency', 98, 10],
    ],
    ['95-98@0 hushed', '98-108@0'],
  ],
  [
    'what arrives after it but was meant for it is late for nothing',
    funeral,
    [['a', 'normal', 125, 10, { arrivedAtMs: 131 * M }]],
    ['hushed'],
  ],
  [
    'who waits for a turn loses it to the hush',
    funeral,
    [
      ['a', 'normal', 95, 10],
      ['b', 'normal', 97, 2],
    ],
    ['95-100@0 hushed', 'hushed'],
  ],
  [
    'two hushes that overlap are one silence',
    hushed([100, 120], [110, 140]),
    [
      ['a', 'normal', 121, 5],
      ['b', 'normal', 140, 5],
    ],
    ['hushed', '140-145@0'],
  ],
  [
    'one that ends before it begins hushes nobody',
    hushed([110, 100]),
    [['a', 'normal', 99, 20]],
    ['99-119@0'],
  ],
  [
    'outside the hours it is the hours that are named',
    { ...funeral, windows: [] },
    [['a', 'normal', 110, 5]],
    ['out-of-hours'],
  ],
];
test.each(cases)('%s', (_name, hours, items, expected) => {
  expect(arrange(items.map(item), hours).map(told)).toEqual(expected);
});

test('a hush is asked like the hours: now, until when, and why', () => {
  expect([99, 100, 129, 130].map((at) => hushedAt(funeral, at * M))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(hushedAt(always, 110 * M)).toBe(false);
  expect([closedAt(funeral, 99 * M), closedAt(funeral, 100 * M)]).toEqual([null, 'hushed']);
  expect(closedAt({ ...funeral, windows: [] }, 100 * M)).toBe('out-of-hours');
  expect([allowedAt(funeral, 99 * M), allowedAt(funeral, 100 * M)]).toEqual([true, false]);
  expect(allowedUntil(funeral, 40 * M)).toBe(100 * M);
  expect(allowedUntil(funeral, 110 * M)).toBe(110 * M);
  expect(allowedUntil(funeral, 130 * M)).toBe(Number.POSITIVE_INFINITY);
  expect(nextHushMs(hushed([50, 60], [20, 30], [40, 35]), 0)).toBe(20 * M);
  expect(nextHushMs(always, 0)).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['normal', 110, 5, 'hushed'],
  ['normal', 98, 5, null], // it runs into the hush and is cut there: nobody knew when it was planned
  ['normal', 130, 5, null],
  ['emergency', 110, 5, null],
] as const)(
  'a %s airing at minute %i of %i minutes is closed by: %s',
  (priority, at, minutes, why) => {
    const slot = { priority, playAtMs: at * M, durationMs: minutes * M };
    expect(closedFor(slot, funeral)).toBe(why);
    expect(fitsHours(slot, funeral)).toBe(why === null);
  },
);

test('a drill is closed by a hush, and hours come before it', () => {
  const drill = { priority: 'emergency' as const, drill: true, playAtMs: 110 * M, durationMs: M };
  expect(closedFor(drill, funeral)).toBe('hushed');
  expect(closedFor(drill, { ...funeral, windows: [] })).toBe('out-of-hours');
});

test("a policy's hush begins when it was issued; without one the hours are all there is", () => {
  const policy = { ...bodies.policy, kind: 'policy' as const };
  const hours = hoursOfPolicy(policy);
  expect(hours.hushes).toEqual([{ fromMs: policy.issuedAtMs, untilMs: PLAY_AT_MS + 7_200_000 }]);
  expect(hours.windows).toEqual(policy.hours.windows);
  expect(hoursOfPolicy({ ...policy, hush: null })).toBe(policy.hours);
});
