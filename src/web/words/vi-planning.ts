// All Vietnamese words of planning: calendar, regulation, rehearsal, what is given out, source system, records.
// It must never know screens, data or the API.
import { viAssign } from './vi-assign.ts';
import { viCalendar } from './vi-calendar.ts';
import { viProgrammes } from './vi-programmes.ts';
import { viRecords } from './vi-records.ts';
import { viRegulation } from './vi-regulation.ts';
import { viRehearsal } from './vi-rehearsal.ts';
import { viSchedule } from './vi-schedule.ts';
import { viSource } from './vi-source.ts';

export const viPlanning = {
  ...viCalendar,
  ...viRegulation,
  ...viRehearsal,
  ...viAssign,
  ...viSchedule,
  ...viSource,
  ...viProgrammes,
  ...viRecords,
};
