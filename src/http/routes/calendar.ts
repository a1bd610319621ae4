// Routes of the calendar: one time of a schedule changed alone, days unlike others, a time as people write it.
// It must never know when a rule fires.

import { readClock } from '../../domain/calendar/spoken-clock.ts';
import { orThrow } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import {
  BySlot,
  ClockRead,
  ClockWords,
  NewException,
  NewSpecialDay,
  SpecialDay,
  SpecialDayChange,
  SpecialDayList,
} from '../schemas/calendar.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import { TimesLeft } from '../schemas/schedule.ts';

export function calendarRoutes(app: App, services: Services): void {
  exceptionRoutes(app, services);
  specialDayRoutes(app, services);
  app.post(
    '/api/clock-words',
    {
      config: { action: 'schedule.view', again: true },
      schema: { body: ClockWords, response: answers(200, ClockRead) },
    },
    (request) => ({ seconds: orThrow(readClock(request.body.text)) }),
  );
}

function exceptionRoutes(app: App, { schedules }: Services): void {
  app.post(
    '/api/schedules/:id/exceptions',
    {
      config: { action: 'schedule.except' },
      schema: { params: ById, body: NewException, response: answers(201, TimesLeft) },
    },
    (request, reply) => {
      const { id: scheduleId } = request.params;
      return created(reply, schedules.except(actorOf(request), { ...request.body, scheduleId }));
    },
  );
  app.delete(
    '/api/schedules/:id/exceptions/:slotMs',
    {
      config: { action: 'schedule.except' },
      schema: { params: BySlot, response: answers(200, TimesLeft) },
    },
    (request) => {
      const { id: scheduleId, slotMs } = request.params;
      return schedules.unexcept(actorOf(request), { scheduleId, slotMs });
    },
  );
}

function specialDayRoutes(app: App, { specialDays }: Services): void {
  app.get(
    '/api/special-days',
    { config: { action: 'special-day.view' }, schema: { response: answers(200, SpecialDayList) } },
    (request) => ({ days: specialDays.list(actorOf(request)) }),
  );
  app.post(
    '/api/special-days',
    {
      config: { action: 'special-day.set' },
      schema: { body: NewSpecialDay, response: answers(201, SpecialDay) },
    },
    (request, reply) => created(reply, specialDays.add(actorOf(request), request.body)),
  );
  app.put(
    '/api/special-days/:id',
    {
      config: { action: 'special-day.set' },
      schema: { params: ById, body: SpecialDayChange, response: answers(200, SpecialDay) },
    },
    (request) =>
      specialDays.change(actorOf(request), { ...request.body, dayId: request.params.id }),
  );
  app.delete(
    '/api/special-days/:id',
    {
      config: { action: 'special-day.set' },
      schema: { params: ById, response: answers(204, Nothing) },
    },
    (request, reply) => {
      specialDays.remove(actorOf(request), { dayId: request.params.id });
      return done(reply);
    },
  );
}
