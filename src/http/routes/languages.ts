// Routes of languages: variants of a bulletin, what is missing where, the order of languages of a place.
// It must never know what a language sounds like.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  LanguageOrder,
  LanguageOrderWish,
  NewVariant,
  OrderStandList,
  StandingQuery,
  VariantList,
} from '../schemas/language.ts';
import { commissionRoutes } from './commissions.ts';
import { recordingLinkRoutes } from './recording-links.ts';

export function languageRoutes(app: App, services: Services): void {
  const { variants, languageOrders } = services;
  variantRoutes(app, variants);
  commissionRoutes(app, services);
  recordingLinkRoutes(app, services);
  app.get(
    '/api/areas/:id/languages',
    {
      config: { action: 'area.view' },
      schema: { params: ById, response: answers(200, LanguageOrder) },
    },
    (request) => languageOrders.get(actorOf(request), { areaId: request.params.id }),
  );
  app.put(
    '/api/areas/:id/languages',
    {
      config: { action: 'language-order.set' },
      schema: { params: ById, body: LanguageOrderWish, response: answers(200, LanguageOrder) },
    },
    (request) => {
      const { languages } = request.body;
      return languageOrders.set(actorOf(request), { areaId: request.params.id, languages });
    },
  );
}

function variantRoutes(app: App, variants: Services['variants']): void {
  app.get(
    '/api/bulletins/:id/variants',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, response: answers(200, VariantList) },
    },
    (request) => variants.list(actorOf(request), { bulletinId: request.params.id }),
  );
  app.post(
    '/api/bulletins/:id/variants',
    {
      config: { action: 'variant.create' },
      schema: { params: ById, body: NewVariant, response: answers(201, Bulletin) },
    },
    (request, reply) => {
      const wish = { bulletinId: request.params.id, ...request.body };
      return created(reply, variants.create(actorOf(request), wish));
    },
  );
  app.post(
    '/api/bulletins/:id/still-holds',
    {
      config: { action: 'variant.confirm' },
      schema: {
        params: ById,
        description: 'of a variant: it says what its original says now',
        response: answers(200, VariantList),
      },
    },
    (request) => variants.confirm(actorOf(request), { bulletinId: request.params.id }),
  );
  app.get(
    '/api/bulletins/:id/languages',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, querystring: StandingQuery, response: answers(200, OrderStandList) },
    },
    (request) => {
      const areaIds = request.query.areaIds.split(',');
      const wish = { bulletinId: request.params.id, areaIds };
      return { orders: variants.standing(actorOf(request), wish) };
    },
  );
}
