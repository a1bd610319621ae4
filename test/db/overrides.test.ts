// Exceptions from a regulation come back as they went in, by state and page; ended schedules by when (issue #5, 2).
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type { Override } from '../../src/domain/regulation/override.ts';
import { bulletin, NOON, schedule } from '../domain/samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

const override = (of: Partial<Override> = {}): Override => ({
  ...{ id: 'nl-1', tenantId: 'xa-a', bulletinId: bulletin().id, contentHashes: ['h', 'k'] },
  ...{ areaIds: ['ban-1', 'ban-2'], rule: { kind: 'once', atMs: NOON }, air: USUAL_RULES },
  ...{ scheduleId: null, faults: [{ vi: 'Quá buổi 😀', en: 'Too many' }], reason: 'Bão sớm' },
  ...{ askedBy: 'lan', askedAtMs: NOON, state: 'open', decidedBy: null, decidedAtMs: null },
  ...{ remark: null, untilMs: null, ...of },
});

describe.each(DIALECTS)('$name', ({ open }) => {
  const people = () => {
    const store = furnish(open());
    for (const id of ['lan', 'an'])
      store.accounts.insert({ id, name: id, fullName: id, disabledAtMs: null });
    return store;
  };

  test('what was asked comes back whole, and its decision with it', () => {
    const { overrides } = people();
    overrides.insert(override());
    expect(overrides.get('nl-1')).toEqual(override());
    expect(overrides.get('?')).toBeNull();
    const said = { decidedBy: 'an', decidedAtMs: NOON + 1, remark: 'Được', untilMs: NOON + 9 };
    const done = override({ ...said, state: 'confirmed' });
    // what was bound is bound for good, whoever writes the decision
    overrides.update({ ...done, reason: 'khác', areaIds: [] });
    expect(overrides.get('nl-1')).toEqual(done);
    expect(overrides.confirmedSince(NOON + 8)).toEqual([done]);
    expect(overrides.confirmedSince(NOON + 9)).toEqual([]);
  });

  test('the list is of one’s tenants, by state, newest first, and goes on from an id', () => {
    const { overrides } = people();
    overrides.insert(override());
    overrides.insert(override({ id: 'nl-2' }));
    overrides.insert(override({ id: 'nl-3', state: 'refused', decidedBy: 'an' }));
    overrides.insert(override({ id: 'nl-4', tenantId: 'xa-b' }));
    const list = (open_: boolean, beforeId: string | null = null, tenantIds = ['xa-a']) =>
      overrides.list({ tenantIds, open: open_, beforeId, limit: 9 }).map(({ id }) => id);
    expect(list(true)).toEqual(['nl-2', 'nl-1']);
    expect(list(true, 'nl-2')).toEqual(['nl-1']);
    expect(list(false)).toEqual(['nl-3']);
    expect(list(true, null, [])).toEqual([]);
  });

  test('schedules that ended since then come back, open ones do not', () => {
    const { schedules } = people();
    schedules.insert(schedule({ id: 'l-1' }));
    schedules.insert(schedule({ id: 'l-2' }));
    schedules.end('l-2', NOON);
    expect(schedules.endedSince(NOON).map(({ id }) => id)).toEqual(['l-2']);
    expect(schedules.endedSince(NOON + 1)).toEqual([]);
  });
});
