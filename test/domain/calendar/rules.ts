// A daily rule and a feast as plain values, so that a test names only what it is about.
// It must never know the rules under test.
import type { RepeatRule, SpecialDay } from '../../../src/domain/calendar/calendar-model.ts';

/** Every day at 17:30 from 1 January 2026. */
export const repeat = (of: Partial<RepeatRule> = {}): RepeatRule => ({
  kind: 'repeat',
  days: { every: 'day', step: 1 },
  at: [63_000],
  seasons: [],
  fromDay: '2026-01-01',
  untilDay: null,
  special: { holiday: 'as-usual', mourning: 'as-usual' },
  replaceWith: null,
  ...of,
});

export const special = (of: Partial<SpecialDay> = {}): SpecialDay => ({
  id: 'dip-1',
  tenantId: 'xa-a',
  kind: 'holiday',
  name: 'Lễ hội Lồng Tồng',
  fromDay: '2026-12-02',
  untilDay: '2026-12-02',
  ...of,
});
