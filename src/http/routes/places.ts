// Routes of areas and their hours.
// It must never know topics or what a speaker is told.

import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { Area, AreaList, NewArea } from '../schemas/area.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';

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
  app.delete(
    '/api/areas/:id',
    {
      config: { action: 'area.remove' },
      schema: { params: ById, response: answers(204, Nothing) },
    },
    (request, reply) => {
      areas.remove(actorOf(request), { areaId: request.params.id });
      return done(reply);
    },
  );
}
