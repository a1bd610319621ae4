// Routes of what is asked of a bulletin by whoever plans it, and of an approver's yes.
// It must never know who is told.
import type { Services } from '../../services/door.ts';
import { type App, actorOf } from '../door.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import { BulletinWant, Want, WantAnswer, WantList, WantTold } from '../schemas/wants.ts';

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
  app.get(
    '/api/wants',
    { config: { action: 'want.view' }, schema: { response: answers(200, WantList) } },
    (request) => approving.wants(actorOf(request)),
  );
  const answer = { params: ById, body: WantAnswer, response: answers(200, Want) };
  for (const word of ['grant', 'decline'] as const)
    app.post(
      `/api/wants/:id/${word}`,
      { config: { action: 'want.answer' }, schema: answer },
      (request) => {
        const { remark = null } = request.body;
        const of = { wantId: request.params.id, granted: word === 'grant', remark };
        return approving.answerWant(actorOf(request), of);
      },
    );
}
