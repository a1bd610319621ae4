// A day of mourning silences a rule unless its maker said otherwise, in whichever grammar it is written (issue #5, 1).
// It must never know rows.
import nodeCron from 'node-cron';
import { describe, expect, test } from 'vitest';
import { checkSchedule } from '../../../src/domain/airing/schedule-rules.ts';
import { slotAt, slotsBetween } from '../../../src/domain/airing/slots.ts';
import { areaTree } from '../../../src/domain/areas.ts';
import { USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import { replacementOf, withoutReplacement } from '../../../src/domain/calendar/on-special-day.ts';
import { specialDays } from '../../../src/domain/calendar/recurrence.ts';
import { warningsOfRepeat } from '../../../src/domain/calendar/rule-faults.ts';
import type { CronRule } from '../../../src/domain/model.ts';
import { NO_RULES } from '../../../src/domain/regulation/regulation-model.ts';
import { dayNumber } from '../../../src/domain/vietnam-time.ts';
import { AREAS, at, bulletin, clip, DAYTIME, NOON, SITES, schedule } from '../samples.ts';
import { repeat, special } from './rules.ts';

const FIVE_DAYS = { fromMs: NOON, toMs: NOON + 5 * 86_400_000 };
const DAYS = specialDays([
  special({ kind: 'mourning', fromDay: '2026-12-06', untilDay: '2026-12-06' }),
  special({ kind: 'holiday', fromDay: '2026-12-08', untilDay: '2026-12-08' }),
]);
const cron = (of: Partial<CronRule> = {}): CronRule => ({
  ...{ kind: 'cron', pattern: '0 17 * * *', fromMs: 0, untilMs: null },
  ...of,
});
const facts = {
  fieldsOf: (pattern: string) => nodeCron.parse(pattern),
  special: () => DAYS,
  exceptions: () => [],
};
const heard = (rule: CronRule) =>
  slotsBetween(schedule({ rule }), FIVE_DAYS, facts).map(({ playAtMs, bulletinId }) => {
    const day = new Date(playAtMs).getUTCDate();
    return bulletinId === 'bt-1' ? `${day}` : `${day}: ${bulletinId}`;
  });

describe('a pattern of every day', () => {
  test.each<[string, Partial<CronRule>, string[]]>([
    ['kept before there were wishes is silent in mourning', {}, ['5', '7', '8', '9']],
    [
      'airs as usual where its maker said so',
      { special: { holiday: 'skip', mourning: 'as-usual' } },
      ['5', '6', '7', '9'],
    ],
    ['airs only on feasts', { special: { holiday: 'only', mourning: 'skip' } }, ['8']],
    [
      'lets another bulletin air in its place',
      { special: { holiday: 'as-usual', mourning: 'replace' }, replaceWith: 'bt-2' },
      ['5', '6: bt-2', '7', '8', '9'],
    ],
  ])('%s', (_, of, wanted) => {
    expect(heard(cron(of))).toEqual(wanted);
  });

  test('has no time to be moved on a day it skips', () => {
    const mourning = at('2026-12-06', '17:00');
    expect(slotAt(schedule({ rule: cron() }), mourning, facts)).toBeNull();
  });
});

const check = (rule: CronRule, special = DAYS) =>
  checkSchedule({
    ...{ bulletin: bulletin(), clip: clip(), areaIds: ['ban-1'], rule, special },
    ...{ fields: nodeCron.parse(rule.pattern), air: USUAL_RULES, nowMs: NOON },
    ...{ tree: areaTree(AREAS), sites: SITES },
    regulations: [{ areaId: 'tinh', hours: DAYTIME, rules: NO_RULES, counter: 1 }],
  })?.code ?? null;

test('what is never heard for its days is refused, and what waits for such days is said to wait', () => {
  const only = cron({ special: { holiday: 'skip', mourning: 'only' } });
  expect(check(only)).toBeNull();
  expect(check({ ...only, pattern: '0 17 7 12 *' })).toBe('never-fires');
  const none = specialDays([]);
  expect(check(only, none)).toBeNull();
  const asked = { special: none, fromDayNo: dayNumber(NOON) };
  expect(warningsOfRepeat(only, asked)[0]?.vi).toContain('chỉ phát vào ngày đặc biệt');
  expect(warningsOfRepeat(cron(), asked)).toEqual([]);
  expect(check(cron({ special: { holiday: 'replace', mourning: 'skip' } }))).toBe(
    'replace-with-what',
  );
});

test.each([
  [repeat({ replaceWith: 'bt-2' }), 'bt-2'],
  [cron({ replaceWith: 'bt-3' }), 'bt-3'],
  [cron(), null],
  [{ kind: 'once' as const, atMs: NOON }, null],
])('in the place of %j airs %s', (rule, wanted) => {
  expect(replacementOf(rule)).toBe(wanted);
});

test('where what was to air instead is gone, the usual is not aired after all', () => {
  const rule: CronRule = { kind: 'cron', pattern: '0 17 * * *', fromMs: 0, untilMs: null };
  const replaced: CronRule = {
    ...{ ...rule, replaceWith: 'b-2' },
    special: { holiday: 'only', mourning: 'replace' },
  };
  expect(withoutReplacement(replaced)).toEqual({
    ...{ ...rule, replaceWith: null },
    special: { holiday: 'only', mourning: 'skip' },
  });
  expect(withoutReplacement({ kind: 'once', atMs: 1 })).toEqual({ kind: 'once', atMs: 1 });
});
