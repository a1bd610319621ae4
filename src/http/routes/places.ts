// Routes of areas and their hours.
// It must never know topics or what a speaker is told.

import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { Area, AreaList, NewArea } from '../schemas/area.ts';
import { answers, ById } from '../schemas/common.ts';
import { Regulation, RegulationWish } from '../schemas/regulation.ts';

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
      schema: { params: ById, body: RegulationWish, response: answers(200, Regulation) },
    },
    (request) =>
      areas.setRegulation(actorOf(request), {
        areaId: request.params.id,
        hours: request.body.hours,
      }),
  );
}
