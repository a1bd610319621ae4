// Routes of quick notices: templates of a commune, what will be said, going, and who stands for which words.
// It must never know how a notice is written, nor when it needs no further approval.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import {
  ByStanding,
  ByTemplate,
  ByWish,
  NoticeList,
  NoticesQuery,
  NoticeView,
  NoticeWish,
  Preview,
  PreviewWish,
  StandingAnswer,
  StandingList,
  StandingWish,
  Template,
  TemplateList,
  TemplateSet,
  TemplateWords,
} from '../schemas/notice.ts';

export function noticeRoutes(app: App, { notices }: Services): void {
  const views = { action: 'notice.view' } as const;
  app.get(
    '/api/notices',
    { config: views, schema: { querystring: NoticesQuery, response: answers(200, NoticeList) } },
    (request) => {
      const { areaId, beforeId = null, limit = 30 } = request.query;
      return { notices: notices.list(actorOf(request), { areaId, beforeId, limit }) };
    },
  );
  app.get(
    '/api/notices/:id',
    { config: views, schema: { params: ById, response: answers(200, NoticeView) } },
    (request) => notices.get(actorOf(request), { bulletinId: request.params.id }),
  );
  app.get(
    '/api/notice-wishes/:wishId',
    { config: views, schema: { params: ByWish, response: answers(200, NoticeView) } },
    (request) => notices.byWish(actorOf(request), request.params),
  );
  app.post(
    '/api/notices/preview',
    {
      config: { action: 'notice.create', again: true },
      schema: { body: PreviewWish, response: answers(200, Preview) },
    },
    (request) => notices.preview(actorOf(request), request.body),
  );
  app.post(
    '/api/notices',
    {
      config: { action: 'notice.create' },
      schema: { body: NoticeWish, response: answers(201, NoticeView) },
    },
    (request, reply) => created(reply, notices.create(actorOf(request), request.body)),
  );
}

export function noticeTemplateRoutes(app: App, { notices }: Services): void {
  const edits = { action: 'notice.template' } as const;
  app.get(
    '/api/areas/:id/notice-templates',
    {
      config: { action: 'notice.view' },
      schema: { params: ById, response: answers(200, TemplateList) },
    },
    (request) => ({
      templates: notices.templates(actorOf(request), { areaId: request.params.id }),
    }),
  );
  app.post(
    '/api/areas/:id/notice-templates',
    {
      config: edits,
      schema: { params: ById, body: TemplateWords, response: answers(201, Template) },
    },
    (request, reply) => {
      const wish = { areaId: request.params.id, template: request.body };
      return created(reply, notices.addTemplate(actorOf(request), wish));
    },
  );
  app.put(
    '/api/areas/:id/notice-templates/:templateId',
    {
      config: edits,
      schema: { params: ByTemplate, body: TemplateSet, response: answers(200, Template) },
    },
    (request) => {
      const { id: areaId, templateId } = request.params;
      return notices.setTemplate(actorOf(request), { areaId, templateId, ...request.body });
    },
  );
  app.delete(
    '/api/areas/:id/notice-templates/:templateId',
    { config: edits, schema: { params: ByTemplate, response: answers(204, Nothing) } },
    (request, reply) => {
      const { id: areaId, templateId } = request.params;
      notices.dropTemplate(actorOf(request), { areaId, templateId });
      return done(reply);
    },
  );
}

export function standingRoutes(app: App, { notices }: Services): void {
  app.get(
    '/api/areas/:id/standings',
    {
      config: { action: 'standing.view' },
      schema: { params: ById, response: answers(200, StandingList) },
    },
    (request) => notices.standings(actorOf(request), { areaId: request.params.id }),
  );
  app.post(
    '/api/areas/:id/standings',
    {
      config: { action: 'standing.give' },
      schema: { params: ById, body: StandingWish, response: answers(201, StandingAnswer) },
    },
    (request, reply) => {
      const wish = { areaId: request.params.id, ...request.body };
      return created(reply, notices.stand(actorOf(request), wish));
    },
  );
  app.delete(
    '/api/areas/:id/standings/:standingId',
    {
      config: { action: 'standing.end' },
      schema: { params: ByStanding, response: answers(204, Nothing) },
    },
    (request, reply) => {
      const { id: areaId, standingId } = request.params;
      notices.unstand(actorOf(request), { areaId, standingId });
      return done(reply);
    },
  );
}
