// Routes of schedules, the plan they lead to, the airings that came of it, and the event stream.
// It must never know how times are computed or verdicts reached.

import { cursorText } from '../../services/calendar/plan-span.ts';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import {
  Airing,
  AiringChain,
  AiringList,
  AiringsQuery,
  AiringView,
  ByAiringSite,
} from '../schemas/airing.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  NewSchedule,
  PlanAnswer,
  PlanQuery,
  Schedule,
  ScheduleChange,
  ScheduleList,
  ScheduleMade,
  SchedulePreview,
  ScheduleTry,
} from '../schemas/schedule.ts';
import type { Streams } from '../sse.ts';

const HOUR_MS = 3_600_000;

export function scheduleRoutes(app: App, services: Services): void {
  const { schedules } = services;
  app.get(
    '/api/schedules',
    { config: { action: 'schedule.view' }, schema: { response: answers(200, ScheduleList) } },
    (request) => ({ schedules: schedules.list(actorOf(request)) }),
  );
  app.get(
    '/api/schedules/:id',
    {
      config: { action: 'schedule.view' },
      schema: { params: ById, response: answers(200, Schedule) },
    },
    (request) => schedules.get(actorOf(request), { scheduleId: request.params.id }),
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
      schema: { body: ScheduleTry, response: answers(200, SchedulePreview) },
    },
    (request) => schedules.preview(actorOf(request), request.body),
  );
  app.put(
    '/api/schedules/:id',
    {
      config: { action: 'schedule.edit' },
      schema: { params: ById, body: ScheduleChange, response: answers(200, ScheduleMade) },
    },
    (request) =>
      schedules.update(actorOf(request), { ...request.body, scheduleId: request.params.id }),
  );
  app.delete(
    '/api/schedules/:id',
    {
      config: { action: 'schedule.withdraw' },
      schema: { params: ById, response: answers(200, Schedule) },
    },
    (request) => schedules.withdraw(actorOf(request), { scheduleId: request.params.id }),
  );
  planRoutes(app, services);
}

function planRoutes(app: App, { plan }: Services): void {
  app.get(
    '/api/plan',
    {
      config: { action: 'plan.view' },
      schema: { querystring: PlanQuery, response: answers(200, PlanAnswer) },
    },
    (request) => {
      const { hours = 72, fromMs, toMs, cursor } = request.query;
      const span =
        fromMs === undefined || toMs === undefined
          ? { hours, cursor: cursor ?? null }
          : { fromMs, toMs, cursor: cursor ?? null };
      const { next, ...page } = plan.list(actorOf(request), span);
      return { ...page, cursor: next && cursorText(next) };
    },
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
      return airings.list(actorOf(request), range);
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
  app.get(
    '/api/airings/:id/speakers/:siteId',
    {
      config: { action: 'airing.view' },
      schema: { params: ByAiringSite, response: answers(200, AiringChain) },
    },
    (request) => {
      const { id: airingId, siteId } = request.params;
      return airings.chain(actorOf(request), { airingId, siteId });
    },
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
