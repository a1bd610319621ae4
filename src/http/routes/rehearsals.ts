// Routes of what is foreseen: conflicts before saving, coming times, uses, rehearsals.
// It must never know how any of it is found.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  AirtimeList,
  AirtimesQuery,
  ConflictAnswer,
  ConflictWish,
  UseList,
  UsesQuery,
} from '../schemas/foresight.ts';
import { Rehearsal, RehearsalList, RehearsalsQuery, RehearsalWish } from '../schemas/rehearsal.ts';

/** Villages of one commune for a week: what a page shows at once. */
const AIRTIMES_SHOWN = 100;

export function foresightRoutes(app: App, { foresight }: Services): void {
  app.post(
    '/api/schedules/conflicts',
    {
      config: { action: 'schedule.create', again: true },
      schema: { body: ConflictWish, response: answers(200, ConflictAnswer) },
    },
    (request) => {
      const { version: _, ...wish } = request.body;
      return foresight.conflicts(actorOf(request), wish);
    },
  );
  app.get(
    '/api/bulletins/:id/airtimes',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, querystring: AirtimesQuery, response: answers(200, AirtimeList) },
    },
    (request) => {
      const { cursor = null, limit = AIRTIMES_SHOWN } = request.query;
      const bulletinId = request.params.id;
      return foresight.airtimes(actorOf(request), { bulletinId, cursor, limit });
    },
  );
  app.get(
    '/api/uses',
    {
      config: { action: 'use.view' },
      schema: { querystring: UsesQuery, response: answers(200, UseList) },
    },
    (request) => {
      const { kind, id, areaId = null } = request.query;
      return foresight.uses(actorOf(request), { kind, id, areaId });
    },
  );
}

export function rehearsalRoutes(app: App, { rehearsals }: Services): void {
  app.get(
    '/api/rehearsals',
    {
      config: { action: 'rehearsal.view' },
      schema: { querystring: RehearsalsQuery, response: answers(200, RehearsalList) },
    },
    (request) => ({ rehearsals: rehearsals.list(actorOf(request), request.query) }),
  );
  app.get(
    '/api/rehearsals/:id',
    {
      config: { action: 'rehearsal.view' },
      schema: { params: ById, response: answers(200, Rehearsal) },
    },
    (request) => rehearsals.get(actorOf(request), { rehearsalId: request.params.id }),
  );
  app.post(
    '/api/rehearsals',
    {
      config: { action: 'rehearsal.make' },
      schema: { body: RehearsalWish, response: answers(201, Rehearsal) },
    },
    async (request, reply) => created(reply, await rehearsals.make(actorOf(request), request.body)),
  );
}
