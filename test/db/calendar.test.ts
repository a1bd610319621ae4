// Changes of single times, edits and special days come back as they went in, on every database.
// It must never know what they do to a rule.
import { describe, expect, test } from 'vitest';
import type { ScheduleException } from '../../src/domain/calendar/calendar-model.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { repeat, special } from '../domain/calendar/rules.ts';
import { NOON, schedule } from '../domain/samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

const HOUR = 3_600_000;
const exception = (of: Partial<ScheduleException> = {}): ScheduleException => ({
  ...{ scheduleId: 'lich-1', slotMs: NOON, change: { kind: 'cancel' }, reason: 'họp xã' },
  ...{ byId: 'a', atMs: NOON - HOUR, ...of },
});

describe.each(DIALECTS)('$name', ({ open }) => {
  test('a change of one time takes the place of the one before it, and goes alone', () => {
    const { exceptions } = furnish(open());
    exceptions.put(exception());
    const moved = exception({ change: { kind: 'move', toMs: NOON + HOUR }, reason: 'mưa' });
    exceptions.put(moved);
    const later = exception({ slotMs: NOON + HOUR });
    exceptions.put(later);
    expect(exceptions.of('lich-1')).toEqual([moved, later]);
    exceptions.remove('lich-1', NOON);
    exceptions.remove('?', NOON);
    expect(exceptions.of('lich-1')).toEqual([later]);
  });

  test('those still to come are found by where they stood and by where they went', () => {
    const { exceptions, schedules } = furnish(open());
    const earlier = exception({ change: { kind: 'move', toMs: NOON - 2 * HOUR } });
    exceptions.put(earlier);
    const far = exception({ slotMs: NOON - HOUR, change: { kind: 'move', toMs: NOON + HOUR } });
    exceptions.put(far);
    exceptions.put(exception({ slotMs: NOON - 2 * HOUR }));
    expect(exceptions.since(NOON)).toEqual([far, earlier]);
    schedules.end('lich-1', NOON);
    expect(exceptions.since(NOON)).toEqual([]);
  });

  test('where a bulletin stands in for another is found, from then on', () => {
    const { exceptions } = furnish(open());
    const other = exception({ change: { kind: 'replace', bulletinId: 'bt-2' } });
    exceptions.put(other);
    exceptions.put(exception({ slotMs: NOON + HOUR }));
    expect(exceptions.withBulletin('bt-2', NOON)).toEqual([other]);
    expect(exceptions.withBulletin('bt-2', NOON + 1)).toEqual([]);
    expect(exceptions.withBulletin('bt-1', 0)).toEqual([]);
  });

  test('edits after a version are told in their order', () => {
    const { edits } = furnish(open());
    const edit = (version: number) => ({
      ...{ scheduleId: 'lich-1', version, what: ['rule', 'air'] as const, byId: 'a', atMs: NOON },
    });
    for (const version of [2, 3, 4]) edits.append(edit(version));
    expect(edits.after('lich-1', 2)).toEqual([edit(3), edit(4)]);
    expect(edits.after('?', 0)).toEqual([]);
  });

  test('a schedule is updated in what may change, and in nothing else', () => {
    const { schedules } = furnish(open());
    const air = { ...USUAL_RULES, times: 3 };
    const changed = { rule: repeat(), air, version: 2, sinceMs: NOON, areaIds: ['ban-1'] };
    schedules.update(schedule({ ...changed, createdBy: 'ai-do', createdAtMs: 1, endedAtMs: 2 }));
    expect(schedules.get('lich-1')).toEqual(schedule(changed));
  });

  test('special days are of their tenants, by day; the country’s are no rows', () => {
    const { specialDays } = furnish(open());
    const tet = special({ id: 'b', fromDay: '2027-02-05', untilDay: '2027-02-09' });
    const feast = special({ id: 'a', tenantId: 'tinh' });
    for (const day of [tet, feast, special({ id: 'c', tenantId: 'xa-b' })]) specialDays.put(day);
    specialDays.put(special({ id: 'd', tenantId: null }));
    expect(specialDays.ofTenants(['xa-a', 'tinh'])).toEqual([feast, tet]);
    expect([specialDays.ofTenants([]), specialDays.get('d')]).toEqual([[], null]);
    specialDays.put({ ...tet, kind: 'mourning', name: 'Quốc tang' });
    expect(specialDays.get('b')).toEqual({ ...tet, kind: 'mourning', name: 'Quốc tang' });
    specialDays.remove('b');
    expect(specialDays.ofTenants(['xa-a'])).toEqual([]);
  });
});
