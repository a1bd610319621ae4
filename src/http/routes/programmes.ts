// Routes of programmes: templates, previews, building, placing.
// It must never know what a programme takes, nor how it is joined.
import type { Services } from '../../services/door.ts';
import type { EditionView } from '../../services/programmes/programmes-door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import {
  EditionsPlaced,
  EditionsQuery,
  NewProgrammeTemplate,
  ProgrammeEdition,
  ProgrammeEditions,
  ProgrammePreview,
  ProgrammeTemplate,
  ProgrammeTemplateChange,
  ProgrammeTemplates,
  ProgrammeWish,
  SchedulesPlaced,
} from '../schemas/programme.ts';

const PAGE = 30;

export function programmeRoutes(app: App, services: Services): void {
  templateRoutes(app, services);
  editionRoutes(app, services);
}

function templateRoutes(app: App, { programmes }: Services): void {
  app.get(
    '/api/programmes/templates',
    {
      config: { action: 'programme.view' },
      schema: { response: answers(200, ProgrammeTemplates) },
    },
    (request) => ({ templates: programmes.templates(actorOf(request)) }),
  );
  app.post(
    '/api/programmes/templates',
    {
      config: { action: 'programme.template' },
      schema: { body: NewProgrammeTemplate, response: answers(201, ProgrammeTemplate) },
    },
    (request, reply) => created(reply, programmes.createTemplate(actorOf(request), request.body)),
  );
  app.put(
    '/api/programmes/templates/:id',
    {
      config: { action: 'programme.template' },
      schema: {
        params: ById,
        body: ProgrammeTemplateChange,
        response: answers(200, ProgrammeTemplate),
      },
    },
    (request) => {
      const wish = { ...request.body, templateId: request.params.id };
      return programmes.changeTemplate(actorOf(request), wish);
    },
  );
  app.delete(
    '/api/programmes/templates/:id',
    {
      config: { action: 'programme.template' },
      schema: { params: ById, response: answers(204, Nothing) },
    },
    (request, reply) => {
      programmes.removeTemplate(actorOf(request), { templateId: request.params.id });
      return done(reply);
    },
  );
}

function editionRoutes(app: App, { programmes }: Services): void {
  app.post(
    '/api/programmes/preview',
    {
      config: { action: 'programme.view', again: true },
      schema: { body: ProgrammeWish, response: answers(200, ProgrammePreview) },
    },
    (request) => programmes.preview(actorOf(request), whole(request.body)),
  );
  app.post(
    '/api/programmes/editions',
    {
      config: { action: 'programme.build' },
      schema: { body: ProgrammeWish, response: answers(201, ProgrammeEditions) },
    },
    async (request, reply) => {
      const built = await programmes.build(actorOf(request), whole(request.body));
      return created(reply, { editions: built.map(shown) });
    },
  );
  app.get(
    '/api/programmes/editions',
    {
      config: { action: 'programme.view' },
      schema: { querystring: EditionsQuery, response: answers(200, ProgrammeEditions) },
    },
    (request) => {
      const page = { limit: PAGE, beforeId: request.query.beforeId ?? null };
      return { editions: programmes.list(actorOf(request), page).map(shown) };
    },
  );
  app.get(
    '/api/programmes/editions/:id',
    {
      config: { action: 'programme.view' },
      schema: { params: ById, response: answers(200, ProgrammeEdition) },
    },
    (request) => shown(programmes.get(actorOf(request), { bulletinId: request.params.id })),
  );
  app.post(
    '/api/programmes/editions/:id/rebuild',
    {
      config: { action: 'programme.build' },
      schema: { params: ById, response: answers(200, ProgrammeEdition) },
    },
    async (request) =>
      shown(await programmes.rebuild(actorOf(request), { bulletinId: request.params.id })),
  );
  app.post(
    '/api/programmes/schedules',
    {
      config: { action: 'schedule.create' },
      schema: { body: EditionsPlaced, response: answers(201, SchedulesPlaced) },
    },
    (request, reply) => {
      const { air, ...wish } = request.body;
      const placed = { ...wish, ...(air ? { air } : {}) };
      return created(reply, { schedules: programmes.schedule(actorOf(request), placed) });
    },
  );
}

function whole({ itemIds = null, atMs = null, ...wish }: ProgrammeWish) {
  return { ...wish, itemIds, atMs };
}

/** Without who built it and what it was wished from: a screen asks for neither. */
function shown(view: EditionView) {
  const { bulletin, clip, broken, itemIds: _, builtBy: __, ...rest } = view;
  const { title, state, stateReason } = bulletin;
  return {
    ...rest,
    ...{ title, state, stateReason, broken: broken !== null },
    clipId: clip?.id ?? null,
    contentHash: clip?.contentHash ?? null,
    durationMs: clip?.durationMs ?? null,
  };
}
