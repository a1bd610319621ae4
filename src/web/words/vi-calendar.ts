// Vietnamese words of the calendar, rules of repetition, conflicts.
// It must never know screens, data or the API.

export const viCalendar = {
  calendar: {},
};
