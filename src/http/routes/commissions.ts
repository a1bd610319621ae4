// Routes of recordings asked of collaborators, as the desk sees them: links made, remade, closed; notes; a judgement.
// It must never log or answer a token twice.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import {
  Commission,
  CommissionList,
  CommissionMade,
  CommissionNotes,
  CommissionsQuery,
  LinkWish,
  ListenerWish,
  NewCommission,
  SoundVerdict,
} from '../schemas/commission.ts';
import { answers, ById } from '../schemas/common.ts';

export function commissionRoutes(app: App, { commissions }: Services): void {
  app.get(
    '/api/commissions',
    {
      config: { action: 'commission.view' },
      schema: { querystring: CommissionsQuery, response: answers(200, CommissionList) },
    },
    (request) => {
      const { bulletinId = null, beforeId = null, limit = 50 } = request.query;
      const page = { bulletinId, beforeId, limit };
      return { commissions: commissions.list(actorOf(request), page) };
    },
  );
  linkRoutes(app, commissions);
  app.put(
    '/api/commissions/:id',
    {
      config: { action: 'commission.edit' },
      schema: { params: ById, body: CommissionNotes, response: answers(200, Commission) },
    },
    (request) =>
      commissions.note(actorOf(request), { commissionId: request.params.id, ...request.body }),
  );
  app.delete(
    '/api/commissions/:id',
    {
      config: { action: 'commission.end' },
      schema: {
        params: ById,
        description: 'its links are closed; what was agreed and paid stays',
        response: answers(200, Commission),
      },
    },
    (request) => commissions.revoke(actorOf(request), { commissionId: request.params.id }),
  );
  app.post(
    '/api/commissions/:id/judgement',
    {
      config: { action: 'commission.judge' },
      schema: { params: ById, body: SoundVerdict, response: answers(200, Commission) },
    },
    (request) => {
      const { remark = null, ...verdict } = request.body;
      const wish = { commissionId: request.params.id, remark, ...verdict };
      return commissions.judge(actorOf(request), wish);
    },
  );
  app.post(
    '/api/commissions/:id/taking',
    {
      config: { action: 'recording.make' },
      schema: {
        params: ById,
        description: 'in the place of the approved sound, which leaves the air; goes for approval',
        response: answers(200, Commission),
      },
    },
    (request) => commissions.take(actorOf(request), { commissionId: request.params.id }),
  );
}

function linkRoutes(app: App, commissions: Services['commissions']): void {
  const made = answers(201, CommissionMade);
  app.post(
    '/api/bulletins/:id/commissions',
    {
      config: { action: 'commission.create', secretAnswer: true },
      schema: { params: ById, body: NewCommission, response: made },
    },
    (request, reply) => {
      const wish = { bulletinId: request.params.id, ...request.body };
      return created(reply, commissions.create(actorOf(request), wish));
    },
  );
  app.post(
    '/api/commissions/:id/link',
    {
      config: { action: 'commission.edit', secretAnswer: true },
      schema: { params: ById, body: LinkWish, response: made },
    },
    (request, reply) => {
      const { dueDay = null } = request.body;
      const wish = { commissionId: request.params.id, dueDay };
      return created(reply, commissions.renew(actorOf(request), wish));
    },
  );
  app.post(
    '/api/commissions/:id/listener',
    {
      config: { action: 'commission.edit', secretAnswer: true },
      schema: { params: ById, body: ListenerWish, response: made },
    },
    (request, reply) => {
      const wish = { commissionId: request.params.id, ...request.body };
      return created(reply, commissions.invite(actorOf(request), wish));
    },
  );
}
