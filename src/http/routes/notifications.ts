// Routes of being told: one's own list, settings, browsers and addresses.
// It must never know who is told what.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  ByContact,
  CodeGiven,
  NewContact,
  NewDevice,
  Reached,
  ReadWish,
  ToldList,
  ToldQuery,
  ToldSettings,
  ToldWish,
  TrialWish,
  Unread,
} from '../schemas/notification.ts';

const views = { action: 'told.view' } as const;
const sets = { action: 'channel.set' } as const;
const settings = answers(200, ToldSettings);

export function toldRoutes(app: App, { told }: Services): void {
  app.get(
    '/api/told',
    { config: views, schema: { querystring: ToldQuery, response: answers(200, ToldList) } },
    (request) => {
      const { beforeId = null, limit = 30 } = request.query;
      return told.list(actorOf(request), { beforeId, limit });
    },
  );
  app.post(
    '/api/told/read',
    {
      config: { action: 'told.read' },
      schema: { body: ReadWish, response: answers(200, Unread) },
    },
    (request) => told.read(actorOf(request), request.body),
  );
  app.get('/api/told/settings', { config: views, schema: { response: settings } }, (request) =>
    told.settings(actorOf(request)),
  );
  app.put(
    '/api/told/settings',
    { config: sets, schema: { body: ToldWish, response: settings } },
    (request) => told.setSettings(actorOf(request), request.body),
  );
  app.post(
    '/api/told/trials',
    { config: sets, schema: { body: TrialWish, response: answers(200, Reached) } },
    (request) => told.tryOut(actorOf(request), request.body),
  );
}

export function toldWayRoutes(app: App, { told }: Services): void {
  app.post(
    '/api/told/devices',
    { config: sets, schema: { body: NewDevice, response: answers(201, ToldSettings) } },
    (request, reply) => created(reply, told.addPush(actorOf(request), request.body)),
  );
  app.delete(
    '/api/told/devices/:id',
    { config: sets, schema: { params: ById, response: settings } },
    (request) => told.dropPush(actorOf(request), { deviceId: request.params.id }),
  );
  app.post(
    '/api/told/contacts',
    { config: sets, schema: { body: NewContact, response: answers(201, ToldSettings) } },
    async (request, reply) => created(reply, await told.addContact(actorOf(request), request.body)),
  );
  app.post(
    '/api/told/contacts/:channel/code',
    { config: sets, schema: { params: ByContact, body: CodeGiven, response: settings } },
    (request) =>
      told.confirmContact(actorOf(request), { ...request.params, code: request.body.code }),
  );
  app.delete(
    '/api/told/contacts/:channel',
    { config: sets, schema: { params: ByContact, response: settings } },
    (request) => told.dropContact(actorOf(request), request.params),
  );
}
