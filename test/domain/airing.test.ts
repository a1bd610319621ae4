// When an airing is sent, when silence counts, and what is still worth it after an outage.
// It must never know topics.
import { expect, test } from 'vitest';
import {
  canCancel,
  isDue,
  mayStillSoundMs,
  newAiring,
  worthAiring,
} from '../../src/domain/airing/airing.ts';
import { AWAITED_MAX_MS } from '../../src/domain/airing/awaited.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type { AiringState, Occurrence } from '../../src/domain/model.ts';
import { airing, at, bulletin } from './samples.ts';

const FIVE = at('2026-12-05', '17:00');
const MINUTE = 60_000;
const occurrence = (of: Partial<Occurrence> = {}): Occurrence => ({
  id: `lich-1@${FIVE}`,
  scheduleId: 'lich-1',
  bulletinId: 'bt-1',
  tenantId: 'xa-a',
  areaIds: ['ban-1'],
  slotMs: FIVE,
  playAtMs: FIVE,
  durationMs: MINUTE,
  priority: 'normal',
  air: USUAL_RULES,
  change: null,
  special: null,
  hindrance: null,
  ...of,
});
const made = (nowMs: number) =>
  newAiring({
    id: 'phat-1',
    occurrence: occurrence(),
    bulletin: bulletin({ drill: true }),
    clipId: 'clip-1',
    nowMs,
    leadPlanMs: 30 * MINUTE,
    gracePlanMs: 2 * MINUTE,
  });

test('an airing carries what its occurrence and bulletin say', () => {
  expect(made(FIVE - 60 * MINUTE)).toEqual(
    airing({
      areaIds: ['ban-1'],
      drill: true,
      sendAtMs: FIVE - 30 * MINUTE,
      closeAtMs: FIVE + 3 * MINUTE,
    }),
  );
});

test('an airing made inside its lead is sent at once', () => {
  expect(made(FIVE - 5 * MINUTE).sendAtMs).toBe(FIVE - 5 * MINUTE);
});

test.each([
  ['before its time', FIVE - 1, true],
  ['in the middle, after an outage', FIVE + MINUTE - 1, true],
  ['when its sound would be over', FIVE + MINUTE, false],
])('airing it %s is worth it: %s', (_, nowMs, worth) => {
  expect(worthAiring(occurrence(), nowMs)).toBe(worth);
});

test.each([
  ['at the last moment of its rule', FIVE + 10 * MINUTE, true],
  ['after it', FIVE + 10 * MINUTE + 1, false],
])('what may begin ten minutes late is worth it %s: %s', (_, nowMs, worth) => {
  const late = { ...USUAL_RULES, missed: { kind: 'late' as const, untilMs: 10 * MINUTE } };
  expect(worthAiring(occurrence({ air: late }), nowMs)).toBe(worth);
});

test.each([
  ['earlier than its lead', {}, FIVE - 30 * MINUTE - 1, false],
  ['at its lead', {}, FIVE - 30 * MINUTE, true],
  ['in the middle', {}, FIVE + MINUTE - 1, true],
  ['after its end', {}, FIVE + MINUTE, false],
  ['while hindered', { hindrance: 'not-approved' } as const, FIVE, false],
])('an occurrence is due %s: %s', (_, of, nowMs, due) => {
  expect(isDue(occurrence(of), { nowMs, leadPlanMs: 30 * MINUTE })).toBe(due);
});

test.each<[AiringState, number, boolean]>([
  ['planned', FIVE, true],
  ['sending', FIVE, true],
  ['sent', FIVE + MINUTE - 1, true],
  ['closed', FIVE + MINUTE, false],
  ['closed', FIVE, false],
  ['cancelled', FIVE, false],
])('an airing that is %s at %d can be cancelled: %s', (state, nowMs, can) => {
  expect(canCancel(airing({ state }), nowMs)).toBe(can);
});

test.each([
  ['emergency', FIVE + 3 * MINUTE - 1, true],
  ['emergency', FIVE + 3 * MINUTE, false],
  ['normal', FIVE + 3 * MINUTE - 1, true],
  ['normal', FIVE + 3 * MINUTE, false],
] as const)(
  'an airing of %s may still wait for its turn: at %d it can be cancelled: %s',
  (...row) => {
    const [priority, nowMs, can] = row;
    expect(
      canCancel(airing({ state: 'sent', priority, closeAtMs: FIVE + 3 * MINUTE }), nowMs),
    ).toBe(can);
  },
);

test('a cancel holds as long as an interruption can have put the sound off', () => {
  const { playAtMs, durationMs } = airing();
  expect(mayStillSoundMs(airing())).toBe(playAtMs + durationMs + AWAITED_MAX_MS);
  const later = playAtMs + durationMs + 2 * AWAITED_MAX_MS;
  expect(mayStillSoundMs(airing({ closeAtMs: later }))).toBe(later);
});
