// Routes of regulations: read, tried, set, their templates, and exceptions from them.
// It must never know what a rule means, nor what a speaker is told.
import type { Services } from '../../services/door.ts';
import type { OverrideView } from '../../services/regulation/regulation-door.ts';
import { type App, actorOf, created } from '../door.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  Override,
  OverrideList,
  OverridesQuery,
  OverrideWish,
  Remark,
} from '../schemas/override.ts';
import {
  Regulation,
  RegulationPreview,
  RegulationSet,
  RegulationTemplates,
  RegulationWish,
} from '../schemas/regulation.ts';

export function regulationRoutes(app: App, { areas }: Services): void {
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
      schema: { params: ById, body: RegulationWish, response: answers(200, RegulationSet) },
    },
    (request) =>
      areas.setRegulation(actorOf(request), { areaId: request.params.id, ...request.body }),
  );
  app.post(
    '/api/areas/:id/regulation/preview',
    {
      config: { action: 'regulation.set', again: true },
      schema: { params: ById, body: RegulationWish, response: answers(200, RegulationPreview) },
    },
    (request) =>
      areas.tryRegulation(actorOf(request), { areaId: request.params.id, ...request.body }),
  );
  app.get(
    '/api/regulation-templates',
    {
      config: { action: 'regulation.view' },
      schema: { response: answers(200, RegulationTemplates) },
    },
    (request) => ({ templates: areas.regulationTemplates(actorOf(request)) }),
  );
}

export function overrideRoutes(app: App, { overrides }: Services): void {
  app.post(
    '/api/overrides',
    {
      config: { action: 'override.ask' },
      schema: { body: OverrideWish, response: answers(201, Override) },
    },
    (request, reply) => created(reply, shown(overrides.ask(actorOf(request), request.body))),
  );
  app.get(
    '/api/overrides',
    {
      config: { action: 'override.view' },
      schema: { querystring: OverridesQuery, response: answers(200, OverrideList) },
    },
    (request) => {
      const { state = 'open', beforeId = null } = request.query;
      const page = overrides.list(actorOf(request), { state, beforeId });
      return { ...page, overrides: page.overrides.map(shown) };
    },
  );
  const decision = { params: ById, body: Remark, response: answers(200, Override) };
  for (const word of ['confirm', 'refuse'] as const)
    app.post(
      `/api/overrides/:id/${word}`,
      { config: { action: 'override.decide' }, schema: decision },
      (request) => {
        const { remark = null } = request.body;
        const wish = { overrideId: request.params.id, confirmed: word === 'confirm', remark };
        return shown(overrides.decide(actorOf(request), wish));
      },
    );
}

/** Without the rule as data: it is said in words, and the hash of a sound is nobody's reading. */
function shown({ rule: _, air: __, contentHashes: ___, ...view }: OverrideView) {
  return view;
}
