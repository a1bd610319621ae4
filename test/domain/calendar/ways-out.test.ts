// The three ways out of a conflict: moved to the nearest free time, shortened, given priority.
// It must never check who meets whom.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConflictFacts, conflictsOf } from '../../../src/domain/calendar/conflicts.ts';
import { busyOf, nearestShift, nextBusy } from '../../../src/domain/calendar/free-slots.ts';
import type { Planned } from '../../../src/domain/calendar/turns.ts';
import { waysOut } from '../../../src/domain/calendar/ways-out.ts';
import { NOON } from '../samples.ts';
import { clock, hear, minutes, planned } from './plan-samples.ts';

function ways(wished: Planned[], others: Planned[], repeats = false) {
  const facts: ConflictFacts = { wished, others, hear };
  const conflicts = conflictsOf(facts);
  function* reach() {
    yield;
    return others;
  }
  return waysOut({ ...facts, reach, conflicts, notBeforeMs: NOON, repeats });
}
const move = (atMs: number, shiftMs: number) => ({ kind: 'move', atMs, shiftMs });

test('without a conflict there is nothing to get out of', () => {
  expect(ways([planned('mới', '17:00')], [])).toEqual([]);
  expect(ways([], [planned('cũ', '17:00')])).toEqual([]);
});

test('the nearest free minute is offered, and priority where that helps', () => {
  expect(ways([planned('mới', '17:01')], [planned('cũ', '17:00')])).toEqual([
    move(clock('17:03'), minutes(2)),
    { kind: 'ask-priority' },
  ]);
});

test('what is heard elsewhere takes no minute here', () => {
  const elsewhere = planned('xa', '17:03', { areaIds: ['nơi khác'], durationMs: minutes(30) });
  const [first] = ways([planned('mới', '17:01')], [planned('cũ', '17:00'), elsewhere]);
  expect(first).toEqual(move(clock('17:03'), minutes(2)));
});

test('earlier, when that is nearer', () => {
  const [first] = ways(
    [planned('mới', '17:01')],
    [planned('cũ', '17:02', { durationMs: minutes(30) })],
  );
  expect(first).toEqual(move(clock('16:59'), -minutes(2)));
});

test('a time with seconds moves onto a whole minute', () => {
  const wished = [planned('mới', clock('17:01') + 20_000)];
  expect(ways(wished, [planned('cũ', '17:00')])[0]).toEqual(move(clock('17:03'), 100_000));
});

test('what runs into the next may be shortened instead', () => {
  expect(
    ways([planned('mới', '17:00')], [planned('cũ', '17:02', { priority: 'emergency' })]),
  ).toEqual([move(clock('16:59'), -minutes(1)), { kind: 'shorten', maxSeconds: 120 }]);
});

test('priority is not offered to what has it, nor against what stands higher', () => {
  const kinds = (all: { kind: string }[]) => all.map(({ kind }) => kind);
  const first = planned('mới', '17:01', { priority: 'priority' });
  expect(kinds(ways([first], [planned('cũ', '17:00', { priority: 'priority' })]))).toEqual([
    'move',
  ]);
  const above = planned('cũ', '17:00', { priority: 'emergency' });
  expect(kinds(ways([planned('mới', '17:01')], [above]))).toEqual(['move']);
});

test('a rule keeps its days: all of its times move by the same, within their day', () => {
  const days = [0, 1, 2].map((day) => day * 86_400_000);
  const wished = days.map((ms) => planned('mới', clock('17:01') + ms));
  const others = [
    planned('cũ', '17:00'),
    planned('cũ', clock('17:03') + (days[1] ?? 0), { durationMs: minutes(10) }),
    planned('cũ', clock('16:30') + (days[2] ?? 0), { durationMs: minutes(30) }),
  ];
  const [first] = ways(wished, others, true);
  expect(first).toEqual(move(clock('17:13'), minutes(12)));
});

test('where every minute of the hours is taken no move is offered', () => {
  const all = Array.from({ length: 9 }, (_, day) =>
    planned('cũ', clock('05:00') + day * 86_400_000 - 86_400_000, { durationMs: minutes(900) }),
  );
  const kinds = (repeats: boolean) =>
    ways([planned('mới', '17:01')], all, repeats).map(({ kind }) => kind);
  expect(kinds(false)).toEqual(['ask-priority']);
  expect(kinds(true)).toEqual(['ask-priority']);
});

test('the next busy span is found, or none', () => {
  const busy = busyOf([
    [planned('a', '17:00'), planned('b', '17:01')],
    [planned('c', '17:05', { durationMs: minutes(5) })],
    [planned('d', '18:00')],
  ]);
  expect(busy).toEqual([
    { fromMs: clock('17:00'), toMs: clock('17:10') },
    { fromMs: clock('18:00'), toMs: clock('18:03') },
  ]);
  expect(nextBusy(busy, clock('17:10'))?.fromMs).toBe(clock('18:00'));
  expect(nextBusy(busy, clock('18:03'))).toBeNull();
});

test('whatever is taken, a move lands on a free whole minute and nowhere nearer is one', () => {
  const minute = fc.integer({ min: 0, max: 600 });
  const slot = fc.record({ at: minute, takes: fc.integer({ min: 1, max: 25 }) });
  fc.assert(
    fc.property(minute, fc.array(slot, { maxLength: 40 }), (wish, taken) => {
      const noon = clock('12:00');
      const list = taken
        .map(({ at, takes }) => planned('cũ', noon + minutes(at), { durationMs: minutes(takes) }))
        .sort((a, b) => a.playAtMs - b.playAtMs);
      const busy = busyOf([list]);
      const slots = [planned('mới', noon + minutes(wish))];
      const search = { slots, busy, hours: [], priority: 'normal', sameDay: false } as const;
      const shiftMs = nearestShift({ ...search, notBeforeMs: 0 }) as number;
      const isFree = (ms: number) =>
        busy.every(({ fromMs, toMs }) => {
          const start = noon + minutes(wish) + ms;
          return toMs <= start || fromMs >= start + minutes(3);
        });
      expect(isFree(shiftMs)).toBe(true);
      for (let ms = minutes(1); ms < Math.abs(shiftMs); ms += minutes(1))
        expect(isFree(ms) || isFree(-ms)).toBe(false);
    }),
  );
});

test('a free minute by their own times is none while they still wait for each other', () => {
  const long = minutes(9);
  // two at one time: the second of them sounds until 17:18
  const others = ['a', 'b'].map((id) => planned(id, '17:00', { durationMs: long }));
  const [first] = ways([planned('mới', '17:05', { durationMs: minutes(3) })], others);
  expect(first).toEqual(move(clock('16:57'), -minutes(8)));
});

test('where nothing is free all day there is no move', () => {
  const all = Array.from({ length: 24 * 12 }, (_, n) =>
    planned(`x${n}`, clock('00:00') + minutes(5 * n), { durationMs: minutes(5) }),
  );
  expect(ways([planned('mới', '17:01')], all, true).map(({ kind }) => kind)).toEqual([
    'ask-priority',
  ]);
});

test('a drill is not cut short: it would lose the words that say it was one', () => {
  const drill = { priority: 'emergency', drill: true } as const;
  const found = ways(
    [planned('mới', '17:00', drill)],
    [planned('cũ', '17:02', { priority: 'emergency' })],
  );
  expect(found.map(({ kind }) => kind)).toEqual(['move']);
});
