// A gap filler's playlist: one after the other, in its order whatever lies between, each with a verdict of its own (issue #5, 3).
// It must never know rows.
import { describe, expect, test } from 'vitest';
import { arrange, type Item } from '../../devices/rules/index.ts';
import { airTerms } from '../../src/domain/airing/air-terms.ts';
import { LONGEST_MS } from '../../src/domain/airing/airing.ts';
import { occurrencesOf } from '../../src/domain/airing/occurrences.ts';
import { airedBy, rowOf } from '../../src/domain/airing/playlist.ts';
import {
  checkSchedule,
  type Following,
  type ScheduleFacts,
} from '../../src/domain/airing/schedule-rules.ts';
import { spokenSchedule } from '../../src/domain/airing/schedule-words.ts';
import { areaTree } from '../../src/domain/areas.ts';
import { type AirRules, USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { NO_SPECIAL_DAYS, specialDays } from '../../src/domain/calendar/recurrence.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { repeat, special } from './calendar/rules.ts';
import { AREAS, approval, at, bulletin, clip, DAYTIME, NOON, SITES, schedule } from './samples.ts';

const MINUTE = 60_000;
const LENGTHS: Record<string, number> = { 'bt-1': 3 * MINUTE, 'bt-2': 4 * MINUTE, 'bt-3': MINUTE };
const START = at('2026-12-05', '17:30');
const fills = (of: Partial<AirRules> = {}): AirRules => ({
  ...USUAL_RULES,
  ...{ filler: true, playlist: ['bt-2', 'bt-3'] },
  ...of,
});
const REGULATIONS = [{ areaId: 'tinh', hours: DAYTIME, rules: NO_RULES, counter: 1 }];
const evening = (
  air: AirRules,
  of: { rule?: ReturnType<typeof repeat>; known?: (id: string) => boolean; sad?: boolean } = {},
) =>
  occurrencesOf({
    ...{ nowMs: NOON, horizonMs: 12 * 60 * MINUTE, areas: AREAS, sites: SITES },
    ...{ regulations: REGULATIONS, exceptions: () => [], fieldsOf: () => null },
    special: () =>
      of.sad
        ? specialDays([
            special({ kind: 'mourning', fromDay: '2026-12-05', untilDay: '2026-12-05' }),
          ])
        : NO_SPECIAL_DAYS,
    schedules: [schedule({ rule: of.rule ?? repeat(), air })],
    bulletin: (id) => ((of.known ?? (() => true))(id) ? bulletin({ id, clipId: id }) : null),
    clip: (id) => clip({ id, durationMs: LENGTHS[id] ?? MINUTE }),
    approvals: (id) => (id === 'bt-3' ? [] : [approval({ bulletinId: id })]),
  });
const brief = (found: ReturnType<typeof evening>) =>
  found.map(({ id, bulletinId, playAtMs }) => [
    id.replace(`lich-1@${START}`, ''),
    bulletinId,
    (playAtMs - START) / MINUTE,
  ]);

describe('one slot of a playlist', () => {
  test('is its bulletins in order, each beginning where the one before it ends', () => {
    const found = evening(fills());
    expect(brief(found)).toEqual([
      ['', 'bt-1', 0],
      ['#2', 'bt-2', 3],
      ['#3', 'bt-3', 7],
    ]);
    expect(found.map(({ hindrance }) => hindrance)).toEqual([null, null, 'not-approved']);
  });

  test('said twice is the whole row twice, every time with an id of its own', () => {
    expect(brief(evening(fills({ times: 2, gapMs: 2 * MINUTE })))).toEqual([
      ['', 'bt-1', 0],
      ['#2', 'bt-2', 3],
      ['#3', 'bt-3', 7],
      ['#4', 'bt-1', 10],
      ['#5', 'bt-2', 13],
      ['#6', 'bt-3', 17],
    ]);
  });

  test('keeps the ids of the others when one of them is gone', () => {
    const found = evening(fills(), { known: (id) => id !== 'bt-2' });
    expect(brief(found)).toEqual([
      ['', 'bt-1', 0],
      ['#3', 'bt-3', 3],
    ]);
  });

  test('in mourning is the one bulletin that airs in its place, and nothing after it', () => {
    const rule = repeat({
      special: { holiday: 'as-usual', mourning: 'replace' },
      replaceWith: 'bt-9',
    });
    expect(brief(evening(fills(), { rule, sad: true }))).toEqual([['', 'bt-9', 0]]);
  });
});

/** When the arbiter lets each be heard, beside whatever else there is. */
function heard(others: readonly Item[] = []) {
  const items = evening(fills()).map(({ id, playAtMs, durationMs, air, priority }): Item => {
    const terms = airTerms(air, { priority });
    return { ...terms, id, priority, playAtMs, durationMs, arrivedAtMs: NOON };
  });
  return arrange([...items, ...others], DAYTIME).flatMap(({ id, segments }) =>
    segments.map(({ fromMs, toMs }) => [
      id.replace(`lich-1@${START}`, '') || '#1',
      (fromMs - START) / MINUTE,
      (toMs - START) / MINUTE,
    ]),
  );
}

describe('at the loudspeaker', () => {
  test('it sounds without a gap', () => {
    expect(heard()).toEqual([
      ['#1', 0, 3],
      ['#2', 3, 7],
      ['#3', 7, 8],
    ]);
  });

  test('interrupted it goes on where it stopped, and the rest follows in its order', () => {
    const news: Item = {
      ...{ id: 'tin', priority: 'normal', playAtMs: START + MINUTE, durationMs: 10 * MINUTE },
      arrivedAtMs: NOON,
    };
    expect(heard([news])).toEqual([
      ['#1', 0, 1],
      ['#1', 11, 13],
      ['#2', 13, 17],
      ['#3', 17, 18],
      ['tin', 1, 11],
    ]);
  });
});

const check = (of: Partial<ScheduleFacts> = {}) =>
  checkSchedule({
    ...{ bulletin: bulletin(), clip: clip(), areaIds: ['ban-1'], rule: repeat(), fields: null },
    ...{ air: fills(), special: NO_SPECIAL_DAYS, nowMs: NOON, tree: areaTree(AREAS) },
    ...{ sites: SITES, regulations: REGULATIONS },
    following: [{ bulletin: bulletin({ id: 'bt-2' }), clip: clip() }],
    ...of,
  })?.code ?? null;
const next = (of: object, durationMs: number | null = MINUTE): Following => [
  { bulletin: bulletin({ id: 'bt-2', ...of }), clip: durationMs === null ? null : { durationMs } },
];

test.each<[string, Partial<ScheduleFacts>, string | null]>([
  ['of one that fills gaps may stand', {}, null],
  ['that fills nothing is refused', { air: fills({ filler: false }) }, 'playlist-no-filler'],
  [
    'with an alarm in it is refused',
    { following: next({ priority: 'emergency' }) },
    'playlist-alarm',
  ],
  [
    'behind a drill is refused',
    { bulletin: bulletin({ priority: 'emergency', drill: true }) },
    'playlist-alarm',
  ],
  ['of what has no sound yet is refused', { following: next({}, null) }, 'no-sound-yet'],
  ['of what failed is refused', { following: next({ state: 'failed' }, null) }, 'no-sound-yet'],
  ['longer than anything is refused', { following: next({}, LONGEST_MS + 1) }, 'playlist-too-long'],
  ['that runs into the night is refused', { following: next({}, 5 * 60 * MINUTE) }, 'out-of-hours'],
  [
    'that is not over before its next time is refused',
    { rule: repeat({ at: [6 * 3_600, 7 * 3_600] }), following: next({}, 61 * MINUTE) },
    'too-often',
  ],
])('a playlist %s', (_, of, wanted) => {
  expect(check(of)).toBe(wanted);
});

test('it is said with its rule, and every bulletin of it is known to be aired', () => {
  const rule = repeat({
    special: { holiday: 'replace', mourning: 'skip' },
    replaceWith: 'bt-9',
  });
  const whole = { bulletinId: 'bt-1', rule, air: fills() };
  expect(spokenSchedule(whole, null).vi).toContain('; nối tiếp 2 bản tin nữa');
  expect(airedBy(whole)).toEqual(['bt-1', 'bt-2', 'bt-3', 'bt-9']);
  expect(airedBy({ ...whole, rule: repeat(), air: USUAL_RULES })).toEqual(['bt-1']);
  expect(rowOf(whole, 'bt-9')).toEqual(['bt-9']);
});
