// A schedule's rules of the air on their way to the loudspeaker: what is carried, what is usual, how long it may take.
// It must never know the wire.
import { expect, test } from 'vitest';
import type { AirTerms } from '../../devices/protocol/index.ts';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import {
  airTerms,
  FILLER_STRETCH_MS,
  isUsual,
  startsUntilMs,
} from '../../src/domain/airing/air-terms.ts';
import { newAiring } from '../../src/domain/airing/airing.ts';
import { type AirRules, USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type { Occurrence } from '../../src/domain/model.ts';
import { at, bulletin } from './samples.ts';

const FIVE = at('2026-12-05', '17:00');
const MINUTE = 60_000;
const occurrence = (rules: AirRules): Occurrence => ({
  ...{ id: `lich-1@${FIVE}`, scheduleId: 'lich-1', bulletinId: 'bt-1', tenantId: 'xa-a' },
  ...{ areaIds: ['ban-1'], slotMs: FIVE, playAtMs: FIVE, durationMs: MINUTE, air: rules },
  ...{ priority: 'normal', change: null, special: null, hindrance: null },
});
const air = (of: Partial<AirTerms>): AirTerms => ({ ...USUAL_AIR, ...of });

test('a schedule that says nothing makes the usual terms, which no manifest needs to say', () => {
  expect(airTerms(USUAL_RULES, { priority: 'normal' })).toEqual(USUAL_AIR);
  expect(isUsual(USUAL_AIR)).toBe(true);
});

test.each<[string, Partial<AirTerms>]>([
  ['an exact start', { start: { kind: 'exact' } }],
  ['a start within so much', { start: { kind: 'within', withinMs: 0 } }],
  ['a missed beginning that is skipped', { missed: { kind: 'skip' } }],
  ['running on unheard', { under: 'silent' }],
  ['a place in an order', { order: 1 }],
  ['filling gaps', { filler: true }],
])('%s is not usual', (_name, of) => {
  expect(isUsual(air(of))).toBe(false);
});

test('repeats stay with the service: an airing says its own turn only', () => {
  const rules: AirRules = { ...USUAL_RULES, times: 3, gapMs: MINUTE, under: 'drop' };
  expect(airTerms(rules, { priority: 'priority', order: 2 })).toEqual(
    air({ under: 'drop', order: 2 }),
  );
});

test('an emergency fills no gaps, whatever its schedule says', () => {
  const rules: AirRules = { ...USUAL_RULES, filler: true };
  expect(airTerms(rules, { priority: 'emergency' }).filler).toBe(false);
  expect(airTerms(rules, { priority: 'normal' }).filler).toBe(true);
});

test.each<[string, Partial<AirTerms>, number]>([
  ['usually', {}, 0],
  [
    'within a quarter of an hour',
    { start: { kind: 'within', withinMs: 15 * MINUTE } },
    15 * MINUTE,
  ],
  ['late by up to half an hour', { missed: { kind: 'late', untilMs: 30 * MINUTE } }, 30 * MINUTE],
  [
    'both: the longer counts',
    {
      start: { kind: 'within', withinMs: 15 * MINUTE },
      missed: { kind: 'late', untilMs: 5 * MINUTE },
    },
    15 * MINUTE,
  ],
  ['a filler waits for gaps', { filler: true }, FILLER_STRETCH_MS],
])('silence counts after the last lawful beginning: %s', (_name, of, extraMs) => {
  expect(startsUntilMs({ playAtMs: FIVE, air: air(of) })).toBe(FIVE + extraMs);
  const made = newAiring({
    ...{ id: 'phat-1', bulletin: bulletin(), clipId: 'clip-1' },
    occurrence: occurrence({ ...USUAL_RULES, ...of }),
    ...{ nowMs: FIVE, leadPlanMs: 0, gracePlanMs: 2 * MINUTE },
  });
  expect(made.closeAtMs).toBe(FIVE + extraMs + MINUTE + 2 * MINUTE);
});
