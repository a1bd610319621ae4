// Routes of sound being made: looked at, stopped, begun again.
// It must never know in which order sound is made.
import type { Services } from '../../services/door.ts';
import { type App, actorOf } from '../door.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import { MakingList } from '../schemas/making.ts';

export function makingRoutes(app: App, { makings }: Services): void {
  app.get(
    '/api/makings',
    { config: { action: 'bulletin.view' }, schema: { response: answers(200, MakingList) } },
    (request) => makings.list(actorOf(request)),
  );
  app.post(
    '/api/bulletins/:id/stop-making',
    {
      config: { action: 'bulletin.stop-making' },
      schema: { params: ById, response: answers(200, Bulletin) },
    },
    (request) => makings.stop(actorOf(request), { bulletinId: request.params.id }),
  );
  app.post(
    '/api/bulletins/:id/make-again',
    {
      config: { action: 'bulletin.make-again' },
      schema: { params: ById, response: answers(200, Bulletin) },
    },
    (request) => makings.again(actorOf(request), { bulletinId: request.params.id }),
  );
}
