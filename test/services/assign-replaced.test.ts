// A bulletin of the province that a commune airs in another's place goes with its assignment (issue #5, 5).
// It must never know SQL or routes.
import { expect, test } from 'vitest';
import type { RepeatRule } from '../../src/domain/calendar/calendar-model.ts';
import { approvedBy, DAY_MS, given } from './assign-steps.ts';
import { airings, pass } from './steps.ts';
import { type World, world } from './world.ts';

const SLOT = Date.parse('2026-12-05T17:00:00+07:00');
const DAILY: RepeatRule = {
  ...{ kind: 'repeat', days: { every: 'day', step: 1 }, at: [17 * 3_600], seasons: [] },
  ...{ fromDay: '2026-12-05', untilDay: null, replaceWith: null },
  special: { holiday: 'as-usual', mourning: 'as-usual' },
};

async function placedInAnother(at: World, rule: (bulletinId: string) => RepeatRule) {
  const all = await given(at);
  const { a, bulletin } = all;
  const own = await approvedBy(at, { id: a.id, author: a.author, approver: a.approver });
  const { schedule } = at.house.services.schedules.create(a.operator, {
    ...{ bulletinId: own.id, areaIds: [a.id], rule: rule(bulletin.id) },
  });
  return { ...all, own, schedule };
}

const untilAfter = async (at: World) => {
  for (let n = 0; at.clock.planMs() < SLOT + 60_000 && n < 40; n += 1) await pass(at, 600_000);
};

test('by an exception: withdrawn before its hour, the commune’s own airs as its rule says', async () => {
  const at = world();
  const { a, author, bulletin, own, schedule, assignmentId } = await placedInAnother(
    at,
    () => DAILY,
  );
  const change = { kind: 'replace' as const, bulletinId: bulletin.id };
  const { schedules, assignments } = at.house.services;
  schedules.except(a.operator, { scheduleId: schedule.id, slotMs: SLOT, change, reason: 'nắng' });
  assignments.withdraw(author, { assignmentId });
  expect(at.deps.store.exceptions.of(schedule.id)).toEqual([]);
  await untilAfter(at);
  const aired = airings(at).filter(({ state }) => state !== 'cancelled');
  expect(aired.map(({ bulletinId }) => bulletinId)).toEqual([own.id]);
});

test('on special days: withdrawn, such a day is silent rather than usual, and the next editor is told', async () => {
  const at = world();
  const { author, schedule, assignmentId, a } = await placedInAnother(at, (replaceWith) => ({
    ...{ ...DAILY, replaceWith },
    special: { holiday: 'as-usual', mourning: 'replace' },
  }));
  at.house.services.assignments.withdraw(author, { assignmentId });
  const now = at.deps.store.schedules.get(schedule.id);
  expect(now?.rule).toMatchObject({
    ...{ replaceWith: null, special: { holiday: 'as-usual', mourning: 'skip' } },
  });
  expect(now).toMatchObject({ version: schedule.version + 1, endedAtMs: null });
  expect(at.deps.store.edits.after(schedule.id, schedule.version)).toHaveLength(1);
  expect(a.id).toBe(now?.tenantId);
});

test('given a second time it stays where it was placed', async () => {
  const at = world();
  const all = await placedInAnother(at, (replaceWith) => ({
    ...{ ...DAILY, replaceWith },
    special: { holiday: 'replace', mourning: 'skip' },
  }));
  const { assignments } = at.house.services;
  assignments.give(all.author, {
    ...{ bulletinId: all.bulletin.id, areaIds: [all.a.id], leastAirings: 1 },
    dueAtMs: at.clock.planMs() + 9 * DAY_MS,
  });
  assignments.withdraw(all.author, { assignmentId: all.assignmentId });
  expect(at.deps.store.schedules.get(all.schedule.id)?.rule).toMatchObject({
    replaceWith: all.bulletin.id,
  });
});
