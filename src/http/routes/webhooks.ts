// Routes of a commune's messages: how they went, its webhooks, and what the SMS gateway reports.
// It must never know a secret: it hands on what is brought.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { perMinute } from '../rate.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import {
  DeliveryList,
  DeliveryQuery,
  NewWebhook,
  Reached,
  SmsReport,
  SmsReportQuery,
  WebhookList,
  WebhookMade,
} from '../schemas/notification.ts';

/** Gateways report in bursts; a guesser of secrets needs more. */
const REPORTS_A_MINUTE = 600;

export function deliveryRoutes(app: App, { deliveries }: Services): void {
  app.get(
    '/api/areas/:id/deliveries',
    {
      config: { action: 'delivery.view' },
      schema: { params: ById, querystring: DeliveryQuery, response: answers(200, DeliveryList) },
    },
    (request) => {
      const { beforeId = null, limit = 50 } = request.query;
      const wish = { areaId: request.params.id, beforeId, limit };
      return { deliveries: deliveries.list(actorOf(request), wish) };
    },
  );
  app.post(
    '/api/sms-reports',
    {
      config: {
        action: 'delivery.report',
        rateLimit: perMinute(REPORTS_A_MINUTE),
      },
      schema: { querystring: SmsReportQuery, body: SmsReport, response: answers(204, Nothing) },
    },
    (request, reply) => {
      deliveries.report({ secret: request.query.secret, fields: request.body });
      return done(reply);
    },
  );
}

export function webhookRoutes(app: App, { webhooks }: Services): void {
  const sets = { action: 'webhook.set' } as const;
  app.get(
    '/api/areas/:id/webhooks',
    {
      config: { action: 'webhook.view' },
      schema: { params: ById, response: answers(200, WebhookList) },
    },
    (request) => ({ webhooks: webhooks.list(actorOf(request), { areaId: request.params.id }) }),
  );
  app.post(
    '/api/areas/:id/webhooks',
    {
      config: { ...sets, secretAnswer: true },
      schema: { params: ById, body: NewWebhook, response: answers(201, WebhookMade) },
    },
    (request, reply) => {
      const wish = { areaId: request.params.id, ...request.body };
      return created(reply, webhooks.create(actorOf(request), wish));
    },
  );
  app.delete(
    '/api/webhooks/:id',
    { config: sets, schema: { params: ById, response: answers(204, Nothing) } },
    (request, reply) => {
      webhooks.drop(actorOf(request), { webhookId: request.params.id });
      return done(reply);
    },
  );
  app.post(
    '/api/webhooks/:id/trial',
    { config: sets, schema: { params: ById, response: answers(200, Reached) } },
    (request) => webhooks.tryOut(actorOf(request), { webhookId: request.params.id }),
  );
}
