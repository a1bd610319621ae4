// One speaker's minutes as short rows: what is asked of the arbiter, and its answer in a line.
// It must never know a rule.
import type { Arranged, Item } from '../../../devices/rules/index.ts';

export const M = 60_000;
export const always = {
  utcOffsetMin: 0,
  windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
};
/** Open from minute 100 to minute 130 of the epoch's first day. */
export const window = { utcOffsetMin: 0, windows: [{ days: [4], fromMinute: 100, toMinute: 130 }] };

export type Short = [
  id: string,
  priority: string,
  playAt: number,
  minutes: number,
  more?: Partial<Item>,
];
export const item = ([id, priority, playAt, minutes, more]: Short): Item => ({
  id,
  priority: priority === 'drill' ? 'emergency' : (priority as Item['priority']),
  drill: priority === 'drill',
  playAtMs: playAt * M,
  durationMs: minutes * M,
  arrivedAtMs: 0,
  ...more,
});
export const told = (one: Arranged) =>
  [
    ...one.segments.map((s) => `${s.fromMs / M}-${s.toMs / M}@${s.offsetMs / M}`),
    ...(one.shortOf ? [one.shortOf] : []),
    ...(one.byId ? [`by ${one.byId}`] : []),
  ].join(' ');

export const exact = { start: { kind: 'exact' } } as const;
export const within = (minutes: number) =>
  ({ start: { kind: 'within', withinMs: minutes * M } }) satisfies Partial<Item>;
export const silent = { under: 'silent' } as const;
export const drop = { under: 'drop' } as const;
export const filler = { filler: true } as const;
export const arrives = (at: number, missed: Item['missed']): Partial<Item> => ({
  arrivedAtMs: at * M,
  ...(missed ? { missed } : {}),
});

export type Case = [name: string, items: Short[], expected: string[]];
