// A pattern put back into the form and sent again loses nothing: above all not its end.
// It must never know a browser.
import './page-stub.ts';
import { expect, test } from 'vitest';
import type { Schedule } from '../../src/http/schemas/schedule.ts';
import {
  emptyFields,
  fieldsOf,
  type ScheduleFields,
  wishOf,
} from '../../src/web/screens/plan/schedule-fields.ts';

type CronRule = Extract<Schedule['rule'], { kind: 'cron' }>;
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+07:00`);
const RULE: CronRule = {
  ...{ kind: 'cron', pattern: '0 17 * * *', fromMs: at('2026-12-01 08:13:27.500') },
  ...{ untilMs: at('2026-12-24 12:00:00'), replaceWith: null },
  special: { holiday: 'skip', mourning: 'as-usual' },
};
const AIR: Schedule['air'] = {
  ...{ start: { kind: 'after' }, missed: { kind: 'join' }, under: 'pause' },
  ...{ times: 1, gapMs: 0, filler: false },
};
const schedule = (rule: CronRule, air = AIR): Schedule => ({
  ...{ id: 'l', tenantId: 'x', bulletinId: 'b', areaIds: ['x'], rule, air, version: 1 },
  ...{ createdBy: 'a', createdAtMs: 0, sinceMs: 0, endedAtMs: null, says: { vi: '', en: '' } },
});
const empty = emptyFields({ today: '2026-12-05', atMs: 0 });
const shown = (rule: CronRule = RULE, air = AIR) => fieldsOf(schedule(rule, air), empty);
const sent = (fields: ScheduleFields) => wishOf(fields, () => null);

test('untouched it is the very same rule', () => {
  expect(shown()).toMatchObject({ fromDay: '2026-12-01', untilDay: '2026-12-24' });
  expect(sent(shown())?.rule).toEqual(RULE);
  expect(sent({ ...shown(), pattern: ' 0 18 * * * ' })?.rule).toMatchObject({
    ...{ pattern: '0 18 * * *', untilMs: RULE.untilMs },
  });
});

test.each<[string, Partial<ScheduleFields>, Partial<CronRule>]>([
  [
    'another last day is over at its midnight',
    { untilDay: '2026-12-25' },
    { untilMs: at('2026-12-26 00:00:00') },
  ],
  ['no last day is no end', { untilDay: '' }, { untilMs: null }],
  [
    'another first day begins at its midnight',
    { fromDay: '2026-12-10' },
    { fromMs: at('2026-12-10 00:00:00') },
  ],
  [
    'another bulletin in mourning',
    { mourning: 'replace', replaceWith: 'bt-9' },
    { replaceWith: 'bt-9' },
  ],
  ['a bulletin chosen for nothing is not sent', { replaceWith: 'bt-9' }, { replaceWith: null }],
])('%s', (_, of, wanted) => {
  expect(sent({ ...shown(), ...of })?.rule).toMatchObject(wanted);
});

test('one without an end has none, one of before special days does as usual, and none is sent without a pattern', () => {
  const { special: _, ...old } = { ...RULE, untilMs: null };
  const fields = shown(old);
  expect(fields).toMatchObject({ untilDay: '', holiday: 'as-usual', mourning: 'skip' });
  expect(sent(fields)?.rule).toMatchObject({ untilMs: null, fromMs: RULE.fromMs });
  expect(sent({ ...fields, fromDay: '' })?.rule).not.toHaveProperty('fromMs');
  expect(sent({ ...fields, pattern: '  ' })).toBeNull();
});

test('what follows a filler is kept in its order, and leaves with the filler', () => {
  const air = { ...AIR, filler: true, playlist: ['c', 'a'] };
  const fields = shown(RULE, air);
  expect(sent(fields)?.air).toEqual(air);
  expect(sent({ ...fields, filler: false })?.air).toEqual(AIR);
});
