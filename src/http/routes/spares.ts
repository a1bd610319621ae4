// Routes of spare units: made, listed, printed on labels, withdrawn, and put on a pole by their label.
// It must never let an answer with a secret stay in a cache.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  LabelSheet,
  NewSpares,
  Spare,
  SpareList,
  SparesMade,
  Swap,
  SwapWish,
} from '../schemas/spare.ts';

export function spareRoutes(app: App, { spares }: Services): void {
  app.get(
    '/api/spares',
    { config: { action: 'spare.view' }, schema: { response: answers(200, SpareList) } },
    (request) => ({ spares: spares.list(actorOf(request)) }),
  );
  app.post(
    '/api/spares',
    {
      config: { action: 'spare.create', secretAnswer: true },
      schema: { body: NewSpares, response: answers(201, SparesMade) },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return created(reply, { spares: spares.create(actorOf(request), request.body) });
    },
  );
  app.delete(
    '/api/spares/:id',
    {
      config: { action: 'spare.withdraw' },
      schema: { params: ById, response: answers(200, Spare) },
    },
    (request) => spares.withdraw(actorOf(request), { spareId: request.params.id }),
  );
  app.post(
    '/api/spares/labels',
    { config: { action: 'spare.view', again: true }, schema: { body: LabelSheet } },
    async (request, reply) => {
      const bytes = await spares.labels(actorOf(request), request.body);
      reply.header('cache-control', 'no-store').type('application/pdf');
      return reply.send(Buffer.from(bytes));
    },
  );
  app.post(
    '/api/sites/:id/swap',
    {
      config: { action: 'unit.swap' },
      schema: { params: ById, body: SwapWish, response: answers(201, Swap) },
    },
    (request, reply) => {
      const { label } = request.body;
      return created(reply, spares.swap(actorOf(request), { siteId: request.params.id, label }));
    },
  );
}
