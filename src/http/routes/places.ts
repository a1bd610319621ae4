// Routes of areas, their hours, sites, units and speakers.
// It must never know topics or what a speaker is told.

import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { Area, AreaList, HoursWish, NewArea, Regulation } from '../schemas/area.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import { Installed, NewSite, Site, SiteList } from '../schemas/site.ts';
import { SpeakerList } from '../schemas/speaker.ts';

export function areaRoutes(app: App, { areas }: Services): void {
  app.get(
    '/api/areas',
    { config: { action: 'area.view' }, schema: { response: answers(200, AreaList) } },
    (request) => ({ areas: areas.list(actorOf(request)) }),
  );
  app.post(
    '/api/areas',
    { config: { action: 'area.create' }, schema: { body: NewArea, response: answers(201, Area) } },
    (request, reply) => created(reply, areas.create(actorOf(request), request.body)),
  );
  app.get(
    '/api/areas/:id/regulation',
    {
      config: { action: 'regulation.view' },
      schema: { params: ById, response: answers(200, Regulation) },
    },
    (request) => areas.regulation(actorOf(request), { areaId: request.params.id }),
  );
  app.put(
    '/api/areas/:id/regulation',
    {
      config: { action: 'regulation.set' },
      schema: { params: ById, body: HoursWish, response: answers(200, Regulation) },
    },
    (request) =>
      areas.setRegulation(actorOf(request), {
        areaId: request.params.id,
        hours: request.body.hours,
      }),
  );
}

export function siteRoutes(app: App, { sites, speakers }: Services): void {
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
      // the one answer with a secret in it: no cache between here and the technician keeps it
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
  app.get(
    '/api/speakers',
    { config: { action: 'speaker.view' }, schema: { response: answers(200, SpeakerList) } },
    (request) => ({ speakers: speakers.list(actorOf(request)) }),
  );
}
