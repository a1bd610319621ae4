// What the calendar needs of rows: changes of single times, special days, and what became of a schedule.
// It must never know SQL: src/db implements it.
import type {
  ScheduleEdit,
  ScheduleException,
  SpecialDay,
} from '../../domain/calendar/calendar-model.ts';

export type CalendarStore = {
  exceptions: {
    /** of schedules that have not ended, where the slot or what it was moved to is not before that; at most 20,000 */
    since(fromMs: number): ScheduleException[];
    /** of one schedule, by slot */
    of(scheduleId: string): ScheduleException[];
    put(exception: ScheduleException): void; // one for each slot: the newest
    remove(scheduleId: string, slotMs: number): void;
    /** where this bulletin airs in another's place, from then on */
    withBulletin(bulletinId: string, fromMs: number): ScheduleException[];
  };
  edits: {
    append(edit: ScheduleEdit): void;
    /** oldest first */
    after(scheduleId: string, version: number): ScheduleEdit[];
  };
  specialDays: {
    get(id: string): SpecialDay | null;
    /** by day */
    ofTenants(tenantIds: readonly string[]): SpecialDay[];
    put(day: SpecialDay): void; // new, or in the place of the one with that id
    remove(id: string): void;
  };
};
