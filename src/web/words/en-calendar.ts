// English words of the calendar, rules of repetition, conflicts.
// It must never know screens, data or the API.
import type { viCalendar } from './vi-calendar.ts';

export const enCalendar: typeof viCalendar = {
  calendar: {},
};
