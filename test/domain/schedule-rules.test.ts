// A new schedule is refused with a sentence that says what is wrong, where, and what to do.
// It must never know rights.
import nodeCron from 'node-cron';
import { expect, test } from 'vitest';
import { checkSchedule, type ScheduleFacts } from '../../src/domain/airing/schedule-rules.ts';
import { areaTree } from '../../src/domain/areas.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { NO_SPECIAL_DAYS } from '../../src/domain/calendar/recurrence.ts';
import type { ScheduleRule } from '../../src/domain/model.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { AREAS, at, bulletin, clip, DAYTIME, NOON, SITES } from './samples.ts';

const once = (atMs: number): ScheduleRule => ({ kind: 'once', atMs });
const cron = (pattern: string, of: { fromMs?: number; untilMs?: number } = {}) => ({
  rule: {
    kind: 'cron' as const,
    pattern,
    fromMs: of.fromMs ?? 0,
    untilMs: of.untilMs ?? null,
  },
  fields: nodeCron.validate(pattern) ? nodeCron.parse(pattern) : null,
});
const check = (of: Partial<ScheduleFacts> = {}) =>
  checkSchedule({
    bulletin: bulletin(),
    clip: clip(),
    areaIds: ['ban-1'],
    rule: once(at('2026-12-05', '17:00')),
    fields: null,
    air: USUAL_RULES,
    special: NO_SPECIAL_DAYS,
    nowMs: NOON,
    tree: areaTree(AREAS),
    sites: SITES,
    regulations: [{ areaId: 'tinh', hours: DAYTIME, rules: NO_RULES, counter: 1 }],
    ...of,
  });

test.each<[string, Partial<ScheduleFacts>]>([
  ['once, this afternoon', {}],
  ['once, a moment ago', { rule: once(NOON - 5_000) }],
  ['now', { rule: { kind: 'now', atMs: null } }],
  ['every day', cron('0 17 * * *')],
  ['every New Year', cron('0 7 1 1 *')],
  ['every two minutes for an hour', cron('*/2 17 * * *')],
  ['until the day after tomorrow', cron('0 17 * * *', { untilMs: at('2026-12-07', '00:00') })],
  ['the whole commune', { areaIds: ['xa-a'] }],
  [
    "the whole province, by the province's own bulletin",
    { areaIds: ['tinh'], bulletin: bulletin({ tenantId: 'tinh' }) },
  ],
  [
    'an emergency at night',
    { rule: once(at('2026-12-06', '03:15')), bulletin: bulletin({ priority: 'emergency' }) },
  ],
  [
    'a drill every Saturday morning',
    { ...cron('0 9 * * 6'), bulletin: bulletin({ priority: 'emergency', drill: true }) },
  ],
  [
    'a minute before its event',
    { bulletin: bulletin({ expiresAtMs: at('2026-12-05', '17:00') + 1 }) },
  ],
])('%s may stand', (_, of) => {
  expect(check(of)).toBeNull();
});

test.each<[string, Partial<ScheduleFacts>, string]>([
  ['in the past', { rule: once(NOON - 5_001) }, 'in-the-past'],
  [
    'when its event is past',
    { bulletin: bulletin({ expiresAtMs: at('2026-12-05', '17:00') }) },
    'after-its-event',
  ],
  [
    'now, when it is past',
    { bulletin: bulletin({ expiresAtMs: NOON }), rule: { kind: 'now', atMs: null } },
    'after-its-event',
  ],
  ['at 03:15', { rule: once(at('2026-12-06', '03:15')) }, 'out-of-hours'],
  ['ending after the hours', { rule: once(at('2026-12-05', '19:59') + 1) }, 'out-of-hours'],
  [
    'now, at night',
    { rule: { kind: 'now', atMs: null }, nowMs: at('2026-12-05', '23:00') },
    'out-of-hours',
  ],
  [
    'of an emergency, by a pattern',
    { ...cron('15 3 * * *'), bulletin: bulletin({ priority: 'emergency' }) },
    'emergency-repeats',
  ],
  [
    'of a drill at night',
    {
      rule: once(at('2026-12-06', '03:15')),
      bulletin: bulletin({ priority: 'emergency', drill: true }),
    },
    'out-of-hours',
  ],
  ['by a pattern that also fires at night', cron('0 3,17 * * *'), 'out-of-hours'],
  ['where nobody made hours', { regulations: [] }, 'out-of-hours'],
  ['nowhere', { areaIds: [] }, 'no-areas'],
  ['in an area that does not exist', { areaIds: ['?'] }, 'area-missing'],
  ["in another commune's area", { areaIds: ['ban-1', 'ban-b1'] }, 'area-missing'],
  ['in the province, by a commune', { areaIds: ['tinh'] }, 'area-missing'],
  ['where no speaker stands', { areaIds: ['ban-1', 'ban-vang'] }, 'area-without-speakers'],
  [
    'while the sound is being made',
    { clip: null, bulletin: bulletin({ state: 'making' }) },
    'no-sound-yet',
  ],
  [
    'after the sound failed',
    { clip: null, bulletin: bulletin({ state: 'failed' }) },
    'no-sound-yet',
  ],
  ['by a pattern that never fires', cron('0 7 L-30 2 *'), 'never-fires'],
  ['on 30 February', cron('0 7 30 2 *'), 'never-fires'],
  [
    'by a pattern that ends before it fires',
    cron('0 17 * * *', { untilMs: at('2026-12-05', '16:00') }),
    'never-fires',
  ],
  ['until yesterday', cron('0 17 * * *', { untilMs: NOON }), 'over-before-it-begins'],
  [
    'until before it begins',
    cron('0 17 * * *', { fromMs: NOON + 9_000_000, untilMs: NOON + 8_000_000 }),
    'over-before-it-begins',
  ],
  ['again before it ends', cron('*/30 * 17 * * *'), 'too-often'],
])('a schedule %s is refused: %s', (...[, of, code]) => {
  expect(check(of)?.code).toBe(code);
});

test.each<[string, Partial<ScheduleFacts>, string[]]>([
  ['the past', { rule: once(at('2026-12-04', '17:00')) }, ['17:00 ngày 4/12/2026', 'sắp tới']],
  [
    'the night',
    { rule: once(at('2026-12-06', '03:15')), clip: clip({ durationMs: 150_500 }) },
    ['03:15 ngày 6/12/2026', '2 phút 31 giây', '05:00–20:00', 'chọn giờ khác'],
  ],
  [
    'the night, of a short bulletin',
    { rule: once(at('2026-12-06', '03:15')), clip: clip({ durationMs: 9_000 }) },
    ['dài 9 giây'],
  ],
  ['the village without speakers', { areaIds: ['ban-vang'] }, ['“tên ban-vang”', 'lắp loa']],
  ['the pattern', cron('0 7 30 2 *'), ['“0 7 30 2 *”']],
  ['the first time that is too close', cron('*/30 * 17 * * *'), ['17:00 ngày 5/12/2026']],
])('the sentence names %s and what to do', (_, of, parts) => {
  const refusal = check(of);
  for (const part of parts) expect(refusal?.say.vi).toContain(part);
  expect(refusal?.place).not.toBeNull();
});

test("another commune's area is missing in the same words as one that does not exist", () => {
  const other = check({ areaIds: ['ban-b1'] });
  expect(other).toMatchObject({ fault: 'missing' });
  expect(other?.say).toEqual(check({ areaIds: ['?'] })?.say);
});
