// Regulations and templates of them that can stand, and those that cannot (issue #5, 2).
// It must never know files.
import { expect, test } from 'vitest';
import { regulationFault, templateFault } from '../../../src/domain/regulation/regulation-check.ts';
import {
  NO_RULES,
  type RegulationRules,
  type RegulationTemplate,
} from '../../../src/domain/regulation/regulation-model.ts';
import { DAYTIME } from '../samples.ts';

const ALL = [1, 2, 3, 4, 5, 6, 7];
const empty = { days: ALL, fromMinute: 60, toMinute: 60 };
const cap = { zone: 'school', fromMinute: 0, toMinute: 60, percent: 40 } as const;
/** Every quarter of an hour of every second one, another each day. */
const holes = ALL.flatMap((day) =>
  [0, 1, 2, 3].map((n) => ({
    days: [day],
    fromMinute: 400 + n * 60 + day,
    toMinute: 420 + n * 60,
  })),
);

test.each<[string, Partial<RegulationRules>, object, string | null]>([
  ['hours alone', {}, {}, null],
  ['another zone of the clock', {}, { utcOffsetMin: 0 }, 'not-vietnams-time'],
  ['a window of no length', {}, { windows: [empty] }, 'empty-window'],
  ['one of a zone', { zones: { ...NO_RULES.zones, school: [empty] } }, {}, 'empty-window'],
  ['quiet hours of no length', { quiet: [empty] }, {}, 'empty-window'],
  ['a volume of no length', { volumes: [{ ...cap, toMinute: 0 }] }, {}, 'empty-window'],
  ['more windows than a pole keeps', { quiet: holes }, {}, 'too-many-windows'],
  ['more volumes than a pole keeps', { volumes: Array(25).fill(cap) }, {}, 'too-many-volumes'],
])('%s', (_, rules, hours, wanted) => {
  const of = { hours: { ...DAYTIME, ...hours }, rules: { ...NO_RULES, ...rules } };
  expect(regulationFault(of)?.code ?? null).toBe(wanted);
});

const { template: _, ...rules } = NO_RULES;
const words = { vi: 'Mẫu', en: 'A template' };
const template = (of: Partial<RegulationTemplate> = {}): RegulationTemplate => ({
  ...{ id: 'mau-a', name: words, source: words, notes: words, windows: DAYTIME.windows, rules },
  ...of,
});
const ruled = (of: object) => template({ rules: { ...rules, ...of } });
const window = (of: object) => template({ windows: [{ ...empty, toMinute: 120, ...of }] });

test.each<[string, RegulationTemplate, string | null]>([
  ['a whole one', template(), null],
  ['an id with capitals', template({ id: 'Mau' }), 'id'],
  ['an id too long', template({ id: 'a'.repeat(41) }), 'id'],
  ['a name in one language', template({ name: { vi: 'Mẫu', en: ' ' } }), 'name|source|notes'],
  ['notes too long', template({ notes: { vi: 'x'.repeat(601), en: 'x' } }), 'name|source|notes'],
  ['a day that is none', window({ days: [8] }), 'windows'],
  ['a window on no day', window({ days: [] }), 'windows'],
  ['minutes beyond the day', window({ toMinute: 1_441 }), 'windows'],
  [
    'half minutes of a zone',
    ruled({ zones: { ...NO_RULES.zones, clinic: [{ ...empty, toMinute: 61.5 }] } }),
    'windows',
  ],
  ['quiet hours without days', ruled({ quiet: [{ ...empty, days: [] }] }), 'windows'],
  ['a volume of no zone', ruled({ volumes: [{ ...cap, zone: 'market' }] }), 'volumes'],
  ['a volume', ruled({ volumes: [cap] }), null],
  ['a volume above all', ruled({ volumes: [{ ...cap, percent: 101 }] }), 'volumes'],
  ['a volume beyond the day', ruled({ volumes: [{ ...cap, toMinute: 1_500 }] }), 'volumes'],
  ['no session a day', ruled({ sessionsPerDay: 0 }), 'sessionsPerDay'],
  ['two sessions a day', ruled({ sessionsPerDay: 2 }), null],
  ['a session of two days', ruled({ minutesPerSession: 2_880 }), 'minutesPerSession'],
  ['a session of an hour', ruled({ minutesPerSession: 60 }), null],
  ['no pause', ruled({ sessionGapMinutes: 0 }), 'sessionGapMinutes'],
  ['a level nobody knows', ruled({ order: ['district'] }), 'order'],
  ['who approves, as one of the ways there are', template({ approval: 'all' }), null],
  ['who approves, as nobody knows', template({ approval: 'two' as 'all' }), 'approval'],
  ['a window of no length', window({ toMinute: 60 }), 'empty-window'],
])('a template: %s', (_name, of, wanted) => {
  expect(templateFault(of)).toBe(wanted);
});
