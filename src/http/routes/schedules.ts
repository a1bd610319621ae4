// Routes of schedules, the plan they lead to, the airings that came of it, and the event stream.
// It must never know how times are computed or verdicts reached.

import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { Airing, AiringList, AiringsQuery, AiringView } from '../schemas/airing.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  NewSchedule,
  PlanAnswer,
  PlanQuery,
  Schedule,
  ScheduleList,
  ScheduleMade,
  SchedulePreview,
} from '../schemas/schedule.ts';
import type { Streams } from '../sse.ts';

const HOUR_MS = 3_600_000;

export function scheduleRoutes(app: App, { schedules, plan }: Services): void {
  app.get(
    '/api/schedules',
    { config: { action: 'schedule.view' }, schema: { response: answers(200, ScheduleList) } },
    (request) => ({ schedules: schedules.list(actorOf(request)) }),
  );
  app.post(
    '/api/schedules',
    {
      config: { action: 'schedule.create' },
      schema: { body: NewSchedule, response: answers(201, ScheduleMade) },
    },
    (request, reply) => created(reply, schedules.create(actorOf(request), request.body)),
  );
  app.post(
    '/api/schedules/preview',
    {
      config: { action: 'schedule.create', again: true },
      schema: { body: NewSchedule, response: answers(200, SchedulePreview) },
    },
    (request) => ({ next: schedules.preview(actorOf(request), request.body) }),
  );
  app.delete(
    '/api/schedules/:id',
    {
      config: { action: 'schedule.withdraw' },
      schema: { params: ById, response: answers(200, Schedule) },
    },
    (request) => schedules.withdraw(actorOf(request), { scheduleId: request.params.id }),
  );
  app.get(
    '/api/plan',
    {
      config: { action: 'plan.view' },
      schema: { querystring: PlanQuery, response: answers(200, PlanAnswer) },
    },
    (request) => plan.list(actorOf(request), { hours: request.query.hours ?? 72 }),
  );
}

export function airingRoutes(app: App, { airings, health }: Services): void {
  app.get(
    '/api/airings',
    {
      config: { action: 'airing.view' },
      schema: { querystring: AiringsQuery, response: answers(200, AiringList) },
    },
    (request) => {
      const nowMs = health.read().planNowMs;
      const { fromMs = nowMs - 72 * HOUR_MS, toMs = nowMs + 72 * HOUR_MS } = request.query;
      const range = { fromMs: Math.max(0, Math.floor(fromMs)), toMs: Math.ceil(toMs) };
      return { airings: airings.list(actorOf(request), range) };
    },
  );
  app.get(
    '/api/airings/:id',
    {
      config: { action: 'airing.view' },
      schema: { params: ById, response: answers(200, AiringView) },
    },
    (request) => airings.get(actorOf(request), { airingId: request.params.id }),
  );
  app.post(
    '/api/airings/:id/cancel',
    {
      config: { action: 'airing.cancel' },
      schema: { params: ById, response: answers(200, Airing) },
    },
    (request) => airings.cancel(actorOf(request), { airingId: request.params.id }),
  );
}

export function eventRoutes(app: App, streams: Streams): void {
  app.get(
    '/api/events',
    {
      config: { action: 'event.watch' },
      schema: { description: 'Server-Sent Events: event is the kind of a change, data the change' },
    },
    (request, reply) => {
      streams.open(request, reply);
    },
  );
}
