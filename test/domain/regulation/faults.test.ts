// A schedule against every commune that would hear it, and what a stricter regulation parts (issue #5, 2).
// It must never know rows.
import { describe, expect, test } from 'vitest';
import { areaTree } from '../../../src/domain/areas.ts';
import { USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import type { Occurrence, Regulation, Site } from '../../../src/domain/model.ts';
import { beyondOf, partedBy } from '../../../src/domain/regulation/beyond.ts';
import { byList, heardBy, hearersOf } from '../../../src/domain/regulation/hearers.ts';
import {
  type Hearable,
  regulationFaults,
} from '../../../src/domain/regulation/regulation-faults.ts';
import { NO_RULES, type RegulationRules } from '../../../src/domain/regulation/regulation-model.ts';
import { AREAS, at, DAYTIME, daily, SITES } from '../samples.ts';

const MINUTE = 60_000;
const tree = areaTree(AREAS);
const of = (areaId: string, rules: Partial<RegulationRules> = {}, hours = DAYTIME): Regulation => ({
  ...{ areaId, hours, rules: { ...NO_RULES, ...rules }, counter: 1 },
});
const one = (
  id: string,
  clock: string,
  areaIds: string[],
  more: Partial<Hearable> = {},
): Hearable => ({
  ...{ id, playAtMs: at('2026-12-05', clock), durationMs: 10 * MINUTE, areaIds },
  ...{ priority: 'normal', drill: false, level: 'province', isNew: false },
  ...more,
});
const NEW = { isNew: true };
const faults = (regulations: Regulation[], planned: Hearable[], sites: readonly Site[] = SITES) =>
  regulationFaults({ tree, sites, regulations, planned });

describe('poles that hear the same', () => {
  test('are one group: by regulation and by what reaches them', () => {
    const regulations = [of('xa-a'), of('tinh')];
    const reach = [['tinh'], ['ban-1'], ['ban-1']];
    const groups = hearersOf({ tree, sites: SITES, regulations, reach });
    expect(groups.map(({ regulation, areaIds }) => [regulation.areaId, areaIds])).toEqual([
      ['xa-a', ['ban-1', 'cum-suoi']],
      ['xa-a', ['ban-2']],
      ['tinh', ['ban-b1']],
    ]);
    const lists = byList([one('a', '06:00', ['ban-1']), one('b', '06:00', ['ban-1'])]);
    const heard = groups.map((group) => heardBy(group, lists).map(({ id }) => id));
    expect(heard).toEqual([['a', 'b'], [], []]);
  });

  test('without a regulation above, or reached by nothing, are in none', () => {
    const groups = hearersOf({ tree, sites: SITES, regulations: [of('xa-b')], reach: [['xa-a']] });
    expect(groups).toEqual([]);
  });
});

describe('a schedule', () => {
  test('of one commune is refused with every reason, each said once', () => {
    const planned = [
      one('a', '06:00', ['xa-a']),
      one('b', '17:00', ['ban-1'], NEW),
      one('c', '18:00', ['ban-1'], NEW),
    ];
    const {
      refusal,
      faults: said,
      warnings,
    } = faults([of('xa-a', { sessionsPerDay: 1 })], planned);
    expect(refusal).toMatchObject({ code: 'too-many-sessions', fault: 'caller', place: 'rule' });
    expect(refusal?.say.vi).toContain('quy chế của tên xa-a');
    expect(said).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  test('of the province is refused only where no commune allows it, else says where it is silent', () => {
    const planned = [one('a', '06:00', ['xa-a']), one('b', '17:00', ['tinh'], NEW)];
    const strict = { sessionsPerDay: 1 };
    const some = faults([of('xa-a', strict), of('xa-b', strict)], planned);
    expect(some.refusal).toBeNull();
    expect(some.warnings[0]?.vi).toContain('sẽ không phát ở: tên xa-a.');
    const none = faults(
      [of('xa-a', strict), of('xa-b', strict)],
      [...planned, one('c', '06:00', ['xa-b'])],
    );
    expect(none.refusal?.code).toBe('too-many-sessions');
  });

  test('communes that fault it on different days leave it be', () => {
    const later = { playAtMs: at('2026-12-06', '17:00') };
    const planned = [
      one('a', '06:00', ['xa-a']),
      one('b', '06:00', ['xa-b'], { playAtMs: at('2026-12-06', '06:00') }),
      one('n1', '17:00', ['tinh'], NEW),
      one('n2', '17:00', ['tinh'], { ...NEW, ...later }),
    ];
    const strict = { sessionsPerDay: 1 };
    const found = faults([of('xa-a', strict), of('xa-b', strict)], planned);
    expect(found.refusal).toBeNull();
    expect(found.warnings[0]?.vi).toContain('tên xa-a, tên xa-b');
  });

  test('outside the hours of one zone the rest of the commune hears it; of all zones nobody', () => {
    const school = SITES.map((site) => (site.id === 'loa-1' ? { ...site, zone: 'school' } : site));
    const sites = school.filter(({ id }) => id !== 'loa-b') as Site[];
    const noon = [{ days: [6], fromMinute: 700, toMinute: 800 }];
    const zones = { ...NO_RULES.zones, school: noon };
    const planned = [one('b', '17:00', ['ban-1'], NEW)];
    // the pole in the group beside the school is an ordinary one, and stands in an area of its own
    const parted = faults(
      [of('xa-a', { zones })],
      planned,
      sites.filter(({ id }) => id === 'loa-1'),
    );
    expect(parted.refusal?.code).toBe('out-of-hours');
    const both = sites.map((site) => (site.id === 'loa-3' ? { ...site, areaId: 'ban-1' } : site));
    const heard = faults([of('xa-a', { zones })], planned, both);
    expect(heard.refusal).toBeNull();
    expect(heard.warnings.map(({ vi }) => vi)).toEqual([
      'Sẽ không phát ở điểm loa khu vực trường học của tên xa-a: ngoài giờ riêng của khu vực đó. Các điểm loa khác vẫn phát.',
    ]);
    expect(heard.warnings[0]?.en).toContain('areas of schools');
  });

  test('hours are said before anything that an exception could lift', () => {
    const planned = [
      one('a', '06:00', ['xa-a']),
      one('b', '17:00', ['xa-a'], NEW),
      one('c', '22:00', ['xa-a'], { ...NEW, playAtMs: at('2026-12-06', '22:00') }),
    ];
    const found = faults([of('xa-a', { sessionsPerDay: 1 })], planned);
    expect(found.refusal?.code).toBe('out-of-hours');
    expect(found.faults).toHaveLength(2);
  });

  test('against the order is refused; where only one commune wants another, it is heard and warned of', () => {
    const order = ['national', 'province'] as const;
    const planned = [
      one('a', '06:00', ['xa-a']),
      one('b', '06:10', ['xa-a'], { ...NEW, level: 'national' }),
    ];
    const found = faults([of('xa-a', { order })], planned);
    expect(found.refusal?.code).toBe('wrong-order');
    expect(found.faults[0]?.vi).toContain('trung ương → tỉnh');
    const wide = planned.map((each) => ({ ...each, areaIds: ['tinh'] }));
    const some = faults([of('xa-a', { order }), of('xa-b')], wide);
    expect(some.refusal).toBeNull();
    expect(some.warnings.map(({ vi }) => vi.slice(0, 8))).toEqual(['Thứ tự t']);
  });

  test('at most three sentences of a kind', () => {
    const days = ['07', '08', '09', '10', '11'];
    const planned = days.flatMap((day) => [
      one(`a${day}`, '06:00', ['xa-a'], { playAtMs: at(`2026-12-${day}`, '06:00') }),
      one(`b${day}`, '17:00', ['xa-a'], { ...NEW, playAtMs: at(`2026-12-${day}`, '17:00') }),
    ]);
    expect(faults([of('xa-a', { sessionsPerDay: 1 })], planned).faults).toHaveLength(3);
  });
});

const occurrence = (id: string, clock: string, areaIds: string[], more: Partial<Occurrence> = {}) =>
  ({
    ...{ id, scheduleId: id, bulletinId: 'bt-1', tenantId: 'xa-a', areaIds },
    ...{ slotMs: at('2026-12-05', clock), playAtMs: at('2026-12-05', clock) },
    ...{ durationMs: 10 * MINUTE, priority: 'normal', air: USUAL_RULES },
    ...{ change: null, special: null, hindrance: null },
    ...more,
  }) as Occurrence;

describe('a regulation made stricter', () => {
  const days = (regulations: Regulation[], occurrences: Occurrence[], covered: string[] = []) =>
    beyondOf({
      ...{ tree, sites: SITES, regulations, occurrences },
      drill: ({ id }) => id.startsWith('drill'),
      covered: ({ id }) => covered.includes(id),
    });

  test('names for each the villages where its day has no room', () => {
    const planned = [occurrence('a', '06:00', ['ban-1']), occurrence('b', '17:00', ['xa-a'])];
    const found = days([of('xa-a', { sessionsPerDay: 1 })], planned);
    expect([...found].map(([id, areas]) => [id, [...areas]])).toEqual([
      ['b', ['ban-1', 'cum-suoi']],
    ]);
  });

  test('in two groups of one commune both are named; without limits nobody is', () => {
    const planned = [
      occurrence('a', '06:00', ['ban-1']),
      occurrence('c', '07:00', ['ban-2']),
      occurrence('b', '17:00', ['xa-a']),
    ];
    expect(days([of('xa-a', { sessionsPerDay: 1 })], planned).get('b')?.size).toBe(3);
    expect(days([of('xa-a')], planned).size).toBe(0);
  });

  test('emergencies and what a second person agreed to take no room; drills do', () => {
    const planned = [
      occurrence('alarm', '06:00', ['xa-a'], { priority: 'emergency' }),
      occurrence('agreed', '08:00', ['xa-a']),
      occurrence('drill', '10:00', ['xa-a'], { priority: 'emergency' }),
      occurrence('b', '17:00', ['xa-a']),
    ];
    const found = days([of('xa-a', { sessionsPerDay: 1 })], planned, ['agreed']);
    expect([...found.keys()]).toEqual(['b']);
  });

  test.each<[string, string[], string[], string[][]]>([
    ['nowhere beyond: one, as it was', ['tinh'], [], [['tinh']]],
    ['everywhere beyond: one, silent', ['ban-1'], ['ban-1', 'cum-suoi'], [['ban-1']]],
    [
      'in one village: the commune without it, and that village silent',
      ['tinh'],
      ['ban-1', 'cum-suoi'],
      [
        ['ban-2', 'ban-vang', 'xa-b'],
        ['ban-1', 'cum-suoi'],
      ],
    ],
    [
      'of two areas the one with room stays whole',
      ['ban-1', 'ban-2'],
      ['ban-2'],
      [['ban-1'], ['ban-2']],
    ],
  ])('%s', (_, areaIds, beyond, wanted) => {
    const parts = partedBy(tree, new Set(beyond), occurrence('b', '17:00', areaIds));
    expect(parts.map((part) => part.areaIds)).toEqual(wanted);
    const silent = parts.filter(({ hindrance }) => hindrance === 'over-regulation');
    expect(silent).toHaveLength(beyond.length > 0 ? 1 : 0);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  });

  test('what something else hinders already is left to it', () => {
    const hindered = occurrence('b', '17:00', ['xa-a'], { hindrance: 'not-approved' });
    expect(partedBy(tree, new Set(['ban-1']), hindered)).toEqual([hindered]);
  });
});

test('a province whose commune is unknown is named by its id', () => {
  const lone = regulationFaults({
    tree: { ...tree, get: () => null },
    sites: SITES,
    regulations: [of('xa-a', { sessionsPerDay: 1 }, daily(0, 1_440))],
    planned: [one('a', '06:00', ['xa-a']), one('b', '17:00', ['xa-a'], NEW)],
  });
  expect(lone.refusal?.say.vi).toContain('quy chế của xa-a');
});
