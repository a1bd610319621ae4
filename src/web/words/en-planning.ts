// All English words of planning: calendar, regulation, rehearsal, what is given out, source system, records.
// It must never know screens, data or the API.
import { enAssign } from './en-assign.ts';
import { enCalendar } from './en-calendar.ts';
import { enProgrammes } from './en-programmes.ts';
import { enRecords } from './en-records.ts';
import { enRegulation } from './en-regulation.ts';
import { enRehearsal } from './en-rehearsal.ts';
import { enSchedule } from './en-schedule.ts';
import { enSource } from './en-source.ts';

export const enPlanning = {
  ...enCalendar,
  ...enRegulation,
  ...enRehearsal,
  ...enAssign,
  ...enSchedule,
  ...enSource,
  ...enProgrammes,
  ...enRecords,
};
