// Routes of what is asked of a bulletin by whoever plans it, and of an approver's yes.
// It must never know who is told.
import type { Services } from '../../services/door.ts';
import { type App, actorOf } from '../door.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import { BulletinWant, WantTold } from '../schemas/wants.ts';

export function wantRoutes(app: App, { approving }: Services): void {
  app.post(
    '/api/bulletins/:id/wants',
    {
      config: { action: 'bulletin.want' },
      schema: { params: ById, body: BulletinWant, response: answers(200, WantTold) },
    },
    (request) =>
      approving.want(actorOf(request), { bulletinId: request.params.id, ...request.body }),
  );
  app.post(
    '/api/bulletins/:id/priority',
    {
      config: { action: 'bulletin.prioritise' },
      schema: { params: ById, response: answers(200, Bulletin) },
    },
    (request) => approving.prioritise(actorOf(request), { bulletinId: request.params.id }),
  );
}
