// Routes of poles: what is known of each speaker, what people write down of a site, silences and commands.
// It must never know topics or what a speaker is told.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import { Hush, HushList, NewHush } from '../schemas/hush.ts';
import { IncidentList } from '../schemas/incident.ts';
import { Installed, NewSite, Site, SiteList } from '../schemas/site.ts';
import {
  AllClearGiven,
  AllClearWish,
  BySite,
  CommandAsked,
  CommandWish,
  PhotoKept,
  SiteChange,
  SpeakerDetail,
  SpeakerList,
  SpeakersQuery,
  Stopped,
  StopWish,
} from '../schemas/speaker.ts';
import { boundUploads } from '../uploads.ts';

export function siteRoutes(app: App, { sites }: Services): void {
  app.get(
    '/api/sites',
    { config: { action: 'site.view' }, schema: { response: answers(200, SiteList) } },
    (request) => ({ sites: sites.list(actorOf(request)) }),
  );
  app.post(
    '/api/sites',
    { config: { action: 'site.create' }, schema: { body: NewSite, response: answers(201, Site) } },
    (request, reply) => created(reply, sites.create(actorOf(request), request.body)),
  );
  app.post(
    '/api/sites/:id/units',
    {
      config: { action: 'unit.install', secretAnswer: true },
      schema: { params: ById, response: answers(201, Installed) },
    },
    (request, reply) => {
      // an answer with a secret in it: no cache between here and the technician keeps it
      reply.header('cache-control', 'no-store');
      const made = sites.installUnit(actorOf(request), { siteId: request.params.id });
      return created(reply, made);
    },
  );
  app.delete(
    '/api/units/:id',
    {
      config: { action: 'unit.remove' },
      schema: { params: ById, response: answers(204, Nothing) },
    },
    (request, reply) => {
      sites.removeUnit(actorOf(request), { unitId: request.params.id });
      return done(reply);
    },
  );
}

export function speakerRoutes(app: App, { speakers, incidentList, commands }: Services): void {
  app.get(
    '/api/speakers',
    {
      config: { action: 'speaker.view' },
      schema: { querystring: SpeakersQuery, response: answers(200, SpeakerList) },
      onSend: unlessUnchanged,
    },
    (request) => ({ speakers: speakers.list(actorOf(request), request.query) }),
  );
  app.get(
    '/api/speakers/:siteId',
    {
      config: { action: 'speaker.view' },
      schema: { params: BySite, response: answers(200, SpeakerDetail) },
    },
    (request) => speakers.get(actorOf(request), request.params),
  );
  app.get(
    '/api/incidents',
    { config: { action: 'incident.view' }, schema: { response: answers(200, IncidentList) } },
    (request) => incidentList.list(actorOf(request)),
  );
  app.post(
    '/api/sites/:id/commands',
    {
      config: { action: 'speaker.command', again: true },
      schema: { params: ById, body: CommandWish, response: answers(201, CommandAsked) },
    },
    (request, reply) => {
      const { command } = request.body;
      return created(reply, commands.ask(actorOf(request), { siteId: request.params.id, command }));
    },
  );
}

export function silenceRoutes(app: App, { hushes, stops, airings }: Services): void {
  app.post(
    '/api/areas/:id/stop',
    {
      config: { action: 'airing.stop', again: true },
      schema: { params: ById, body: StopWish, response: answers(200, Stopped) },
    },
    (request) =>
      stops.stop(actorOf(request), { areaId: request.params.id, reason: request.body.reason }),
  );
  app.post(
    '/api/areas/:id/all-clear',
    {
      // as with the stop: what was pressed again is meant again
      config: { action: 'airing.stop', again: true },
      schema: { params: ById, body: AllClearWish, response: answers(200, AllClearGiven) },
    },
    (request) =>
      airings.allClear(actorOf(request), {
        areaId: request.params.id,
        ...request.body,
      }),
  );
  app.post(
    '/api/sites/:id/hush',
    {
      config: { action: 'hush.begin' },
      schema: { params: ById, body: NewHush, response: answers(201, Hush) },
    },
    (request, reply) => {
      const wish = { siteId: request.params.id, ...request.body };
      return created(reply, hushes.begin(actorOf(request), wish));
    },
  );
  app.delete(
    '/api/hushes/:id',
    { config: { action: 'hush.end' }, schema: { params: ById, response: answers(200, Hush) } },
    (request) => hushes.end(actorOf(request), { hushId: request.params.id }),
  );
  app.get(
    '/api/hushes',
    { config: { action: 'hush.view' }, schema: { response: answers(200, HushList) } },
    (request) => hushes.list(actorOf(request)),
  );
}

/** A little more than a photo may have, so that what is too large is told what a photo is. */
const PHOTO_BODY_MAX_BYTES = 4 * 1024 * 1024;

export function siteNoteRoutes(app: App, { siteNotes }: Services): void {
  app.put(
    '/api/sites/:id',
    {
      config: { action: 'site.edit' },
      schema: { params: ById, body: SiteChange, response: answers(200, SpeakerDetail) },
    },
    (request) => siteNotes.change(actorOf(request), { siteId: request.params.id, ...request.body }),
  );
  app.get(
    '/api/sites/:id/photo',
    { config: { action: 'speaker.view' }, schema: { params: ById } },
    (request, reply) => {
      const found = siteNotes.photo(actorOf(request), { siteId: request.params.id });
      const tag = `"${found.photo.hash}"`;
      // a stranger's file on our address: never run, never guessed at
      reply.header('x-content-type-options', 'nosniff');
      reply.header('content-security-policy', "default-src 'none'; sandbox");
      reply.header('cache-control', 'private, no-cache').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      reply.type(found.type).header('content-length', found.photo.bytes);
      return reply.send(createReadStream(found.path));
    },
  );
  app.register(async (scope: App) => {
    scope.addHook('onRequest', boundUploads());
    scope.addContentTypeParser(
      ['image/jpeg', 'image/png', 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: PHOTO_BODY_MAX_BYTES },
      (_request, body, taken) => taken(null, body),
    );
    scope.put(
      '/api/sites/:id/photo',
      {
        config: { action: 'site.edit' },
        bodyLimit: PHOTO_BODY_MAX_BYTES,
        schema: { params: ById, response: answers(200, PhotoKept) },
      },
      async (request) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const wish = { siteId: request.params.id, bytes };
        return { photo: await siteNotes.setPhoto(actorOf(request), wish) };
      },
    );
  });
}

/** RFC 9110 §13.1.2: the same list again costs a phone on 3G a line instead of a hundred kilobytes. */
async function unlessUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string' || reply.statusCode !== 200) return payload;
  const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] !== tag) return payload;
  reply.code(304).removeHeader('content-length');
  return '';
}
