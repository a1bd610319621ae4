// What the calendar works out of what is planned and what aired: states, order, names; no browser.
// It must never look at a page: test/web/calendar.test.ts does.
import './page-stub.ts';
import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type { Airing } from '../../src/http/schemas/airing.ts';
import type { AiringSummary } from '../../src/http/schemas/airing-summary.ts';
import type { PlannedOccurrence } from '../../src/http/schemas/schedule.ts';
import { type Item, itemsOf, SIGNS, TONES } from '../../src/web/screens/calendar/items.ts';
import { countWord, nameOf, stateWord } from '../../src/web/screens/calendar/spoken.ts';
import { en } from '../../src/web/words/en.ts';
import { vi } from '../../src/web/words/vi.ts';

const at = (wall: string): number => Date.parse(`${wall}+07:00`);
const NOW = at('2026-11-25T12:00:00');
const HOUR_MS = 3_600_000;
const occurrence = (of: Partial<PlannedOccurrence> = {}): PlannedOccurrence =>
  ({
    ...{ id: `lich@${NOW + HOUR_MS}`, scheduleId: 'lich', bulletinId: 'tin', tenantId: 'xa-a' },
    ...{ areaIds: ['ban-1'], slotMs: NOW + HOUR_MS, playAtMs: NOW + HOUR_MS, durationMs: 120_000 },
    ...{
      priority: 'normal' as const,
      hindrance: null,
      change: null,
      special: null,
      hushed: [],
      air: USUAL_RULES,
    },
    ...{ title: 'Họp bản', airing: null, airingId: null, ...(of as object) },
  }) as PlannedOccurrence;
const airing = (of: Partial<Airing> = {}): Airing =>
  ({
    ...{ id: 'luot', occurrenceId: `lich@${NOW - HOUR_MS}`, scheduleId: 'lich', bulletinId: 'tin' },
    ...{ clipId: 'am', tenantId: 'xa-a', areaIds: ['ban-1'], priority: 'normal' as const },
    ...{ drill: false, playAtMs: NOW - HOUR_MS, durationMs: 120_000, sendAtMs: 0, closeAtMs: 0 },
    ...{ state: 'closed' as const, title: 'Họp bản', ...(of as object) },
  }) as Airing;
const summary = (counts: Partial<AiringSummary['counts']>): AiringSummary => ({
  airingId: 'luot',
  counts: {
    ...{ all: 4, played: 0, partly: 0, yielded: 0, skipped: 0, failed: 0, waiting: 0, ...counts },
  },
  why: null,
});
const only = (of: Partial<Parameters<typeof itemsOf>[0]>): Item => {
  const [item] = itemsOf({ nowMs: NOW, occurrences: [], airings: [], summaries: [], ...of });
  if (item === undefined) throw new Error('nothing stands on the calendar');
  return item;
};

describe('what stands on the calendar', () => {
  test.each([
    [null, 'ready'],
    ['not-approved', 'not-approved'],
    ['changed-since-approval', 'not-approved'],
    ['approval-too-old', 'not-approved'],
    ['no-clip', 'no-sound'],
    ['no-speakers', 'no-speakers'],
    ['out-of-hours', 'out-of-hours'],
    ['over-regulation', 'over-regulation'],
    ['cancelled-once', 'called-off'],
    ['expired', 'ended'],
    ['document-ended', 'ended'],
  ])('with %s in its way is %s', (hindrance, state) => {
    const occurrences = [occurrence({ hindrance } as Partial<PlannedOccurrence>)];
    expect(only({ occurrences }).state).toBe(state);
  });

  test.each([
    [{ all: 4, played: 4 }, 'aired'],
    [{ all: 4, played: 3, failed: 1 }, 'partly-aired'],
    [{ all: 4, partly: 1, failed: 3 }, 'partly-aired'],
    [{ all: 4, failed: 4 }, 'not-aired'],
    [{ all: 0 }, 'not-aired'],
    [{ all: 4, played: 3, waiting: 1 }, 'waiting'],
  ])('closed with %j is %s', (counts, state) => {
    expect(only({ airings: [airing()], summaries: [summary(counts)] }).state).toBe(state);
  });

  test('that was stopped, or whose counts are not known, says so', () => {
    expect(only({ airings: [airing({ state: 'cancelled' })] }).state).toBe('stopped');
    expect(only({ airings: [airing()] })).toMatchObject({ state: 'waiting', counts: null });
    const stopped = occurrence({ airing: 'cancelled', airingId: 'luot' });
    expect(only({ occurrences: [stopped] }).state).toBe('stopped');
  });

  test('hushed in places, and sounding now, are states of their own', () => {
    const hushed = [{ siteId: 'loa', siteName: 'Loa', untilMs: NOW, reason: '' }] as never;
    expect(only({ occurrences: [occurrence({ hushed })] })).toMatchObject({
      state: 'hushed',
      hushed,
    });
    // what will not air anyway is not said to be hushed
    const hindered = occurrence({ hushed, hindrance: 'not-approved' });
    expect(only({ occurrences: [hindered] }).hushed).toEqual([]);
    const now = occurrence({ playAtMs: NOW - 1, airing: 'sent', airingId: 'luot' });
    expect(only({ occurrences: [now] }).state).toBe('sounding');
  });

  test('an airing that is over takes the place of its occurrence; one to come does not', () => {
    const same = { occurrenceId: `lich@${NOW + HOUR_MS}`, playAtMs: NOW + HOUR_MS };
    const both = (state: Airing['state']) => ({
      occurrences: [occurrence({ airing: state, airingId: 'luot' })],
      airings: [airing({ ...same, state })],
    });
    expect(only(both('sent'))).toMatchObject({ state: 'ready', airingId: 'luot' });
    expect(only(both('cancelled'))).toMatchObject({ state: 'stopped', canMove: false });
  });

  test('is moved by its slot, which its name tells: not repetitions, not "now", not the past', () => {
    const moved = occurrence({ id: 'lich@5', playAtMs: NOW + 9, change: 'moved' });
    expect(only({ occurrences: [moved] })).toMatchObject({
      ...{ slotMs: 5, canMove: true, isMoved: true },
    });
    const can = (of: Partial<PlannedOccurrence>) => only({ occurrences: [occurrence(of)] }).canMove;
    expect(can({ id: 'lich@5#2' })).toBe(false);
    expect(can({ id: 'lich@now' })).toBe(false);
    expect(can({ playAtMs: NOW })).toBe(false);
    expect(can({ hindrance: 'cancelled-once' })).toBe(false);
    expect(can({ airing: 'cancelled', airingId: 'luot' })).toBe(false);
    expect(can({ hindrance: 'not-approved' })).toBe(true);
  });

  test('stands in the order of time', () => {
    const occurrences = [3, 1, 2].map((n) => occurrence({ id: `l${n}@1`, playAtMs: NOW + n }));
    const found = itemsOf({ nowMs: NOW, occurrences, airings: [], summaries: [] });
    expect(found.map(({ id }) => id)).toEqual(['l1@1', 'l2@1', 'l3@1']);
  });

  test('has a sign, a tone and a word in both languages for every state', () => {
    const states = Object.keys(SIGNS).sort();
    expect(Object.keys(TONES).sort()).toEqual(states);
    expect(Object.keys(vi.calendar.states).sort()).toEqual(states);
    expect(Object.keys(en.calendar.states).sort()).toEqual(states);
    expect(new Set(Object.values(vi.calendar.states)).size).toBe(states.length);
  });
});

describe('the name of an event', () => {
  test('is time, title, length, place and readiness', () => {
    const item = only({ occurrences: [occurrence({ playAtMs: at('2026-11-25T17:30:00') })] });
    expect(nameOf(item, 'bản Nà Cạn')).toBe('17:30, Họp bản, 2 phút, bản Nà Cạn, sẵn sàng');
  });

  test('says priority, counts, that it was moved, and the first reason', () => {
    const urgent = only({
      occurrences: [occurrence({ priority: 'emergency', change: 'moved', durationMs: 95_000 })],
    });
    expect(nameOf(urgent, 'bản Mòng')).toMatch(
      /1 phút 35 giây, bản Mòng, sẵn sàng, Khẩn cấp, Đã dời riêng lần này$/,
    );
    const why = { vi: 'Không phát được: mất điện.', en: '' };
    const failed = only({
      airings: [airing({ priority: 'priority' })],
      summaries: [{ ...summary({ played: 3, failed: 1 }), why }],
    });
    expect(countWord(failed)).toBe('3/4 cụm loa');
    expect(stateWord(failed)).toBe('phát một phần');
    expect(nameOf(failed, 'bản Mòng')).toMatch(
      /3\/4 cụm loa, Ưu tiên, Không phát được: mất điện\.$/,
    );
  });
});
