// A schedule with its rule in words, so that whoever shows it needs none of their own.
// It must never know when it airs.
import { spokenSchedule } from '../../domain/airing/schedule-words.ts';
import type { Schedule } from '../../domain/model.ts';
import { fieldsOf } from '../airing/cron-pattern.ts';
import type { SpokenSchedule } from './calendar-door.ts';

export function spoken(schedule: Schedule): SpokenSchedule {
  const { rule } = schedule;
  const fields = rule.kind === 'cron' ? fieldsOf(rule.pattern) : null;
  return { ...schedule, says: spokenSchedule(schedule, fields) };
}
