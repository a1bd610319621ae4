// What a commune places by an exception from its regulation is placed like anything else (issue #5, 2 and 5).
// It must never know SQL or routes.
import { expect, test } from 'vitest';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { approvedBy, DAY_MS, given, placedBy, statesFor } from './assign-steps.ts';
import { person, world } from './world.ts';

const HOUR_MS = 3_600_000;

test('what a commune may place by an exception alone counts as placed once it is confirmed', async () => {
  const at = world();
  const { a, id, author, assignmentId, bulletin } = await given(at);
  const administrator = person(at, 'tinh-quan-tri', ['administrator', id]);
  const windows = [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1_440 }];
  at.house.services.areas.setRegulation(administrator, {
    ...{ areaId: a.id, hours: { utcOffsetMin: 420, windows } },
    rules: { ...NO_RULES, sessionsPerDay: 1 },
  });
  const atMs = at.clock.planMs() + HOUR_MS;
  placedBy(at, a, { bulletinId: bulletin.id, atMs });
  const other = await approvedBy(at, {
    id,
    author,
    approver: person(at, 'duyet-2', ['approver', id]),
  });
  const { assignments, overrides } = at.house.services;
  const second = assignments.give(author, {
    ...{ bulletinId: other.id, areaIds: [a.id], leastAirings: 1 },
    dueAtMs: at.clock.planMs() + 3 * DAY_MS,
  });
  const rule = { kind: 'once' as const, atMs: atMs + 5 * HOUR_MS };
  const wish = { bulletinId: other.id, areaIds: a.villages.slice(0, 1), rule };
  const asked = overrides.ask(a.author, { wish, reason: 'Bão số 9 đổ bộ sớm hơn dự báo' });
  expect(statesFor(at, author, second.id)).toEqual(['Xã xa-a waiting']);
  // an approver of the whole province: the schedule stays the commune's all the same
  const decider = person(at, 'tinh-duyet-3', ['approver', id]);
  overrides.decide(decider, { overrideId: asked.id, confirmed: true, remark: null });
  expect(statesFor(at, author, second.id)).toEqual(['Xã xa-a placed']);
  expect(assignmentId).not.toBe(second.id);
});
