// What the schedule's form, the plan and the special days ask of the service.
// It must never know screens.
import type {
  ClockRead,
  NewSpecialDay,
  OnceWish,
  SpecialDay,
  SpecialDayChange,
  SpecialDayList,
} from '../http/schemas/calendar.ts';
import type {
  NewSchedule,
  Schedule,
  ScheduleChange,
  ScheduleMade,
  SchedulePreview,
  ScheduleTry,
  TimesLeft,
} from '../http/schemas/schedule.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown) => send<T>({ method: 'POST', path, body });
const put = <T>(path: string, body: unknown) => send<T>({ method: 'PUT', path, body });
const drop = <T>(path: string) => send<T>({ method: 'DELETE', path });

type Slot = { scheduleId: string; slotMs: number };

export const scheduleApi = {
  one: (id: string) => get<Schedule>(`/api/schedules/${id}`),
  add: (wish: NewSchedule) => post<ScheduleMade>('/api/schedules', wish),
  change: (id: string, wish: ScheduleChange) => put<ScheduleMade>(`/api/schedules/${id}`, wish),
  preview: (wish: ScheduleTry) => post<SchedulePreview>('/api/schedules/preview', wish),
  clock: (text: string) => post<ClockRead>('/api/clock-words', { text }),
  except: ({ scheduleId, slotMs }: Slot, wish: { change: OnceWish; reason: string }) =>
    post<TimesLeft>(`/api/schedules/${scheduleId}/exceptions`, { slotMs, ...wish }),
  putBack: ({ scheduleId, slotMs }: Slot) =>
    drop<TimesLeft>(`/api/schedules/${scheduleId}/exceptions/${slotMs}`),
  specialDays: () => get<SpecialDayList>('/api/special-days'),
  addSpecialDay: (wish: NewSpecialDay) => post<SpecialDay>('/api/special-days', wish),
  changeSpecialDay: (id: string, wish: SpecialDayChange) =>
    put<SpecialDay>(`/api/special-days/${id}`, wish),
  dropArea: (id: string) => drop<null>(`/api/areas/${id}`),
  dropBulletin: (id: string) => drop<null>(`/api/bulletins/${id}`),
  dropSpecialDay: (id: string) => drop<null>(`/api/special-days/${id}`),
};
