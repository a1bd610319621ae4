// Routes of villagers' reports as officers see them, of the public page's settings, and of its posters.
// It must never know what may stand on the page.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, done } from '../door.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import {
  AnswerWish,
  HintList,
  HintsWish,
  PersonalWish,
  PosterQuery,
  PublicPage,
  PublicPageWish,
  Report,
  ReportList,
  ReportsQuery,
} from '../schemas/report.ts';

export function reportRoutes(app: App, { reports }: Services): void {
  app.get(
    '/api/reports',
    {
      config: { action: 'report.view' },
      schema: { querystring: ReportsQuery, response: answers(200, ReportList) },
    },
    (request) => {
      const { open = false, beforeId = null, limit = 50 } = request.query;
      return reports.list(actorOf(request), { open, beforeId, limit });
    },
  );
  app.post(
    '/api/reports/:id/seen',
    { config: { action: 'report.see' }, schema: { params: ById, response: answers(200, Report) } },
    (request) => reports.see(actorOf(request), { reportId: request.params.id }),
  );
  app.put(
    '/api/reports/:id/answer',
    {
      config: { action: 'report.answer' },
      schema: { params: ById, body: AnswerWish, response: answers(200, Report) },
    },
    (request) => reports.answer(actorOf(request), { reportId: request.params.id, ...request.body }),
  );
}

export function publicDeskRoutes(app: App, { publicDesk }: Services): void {
  app.get(
    '/api/areas/:id/public-page',
    {
      config: { action: 'public-page.view' },
      schema: { params: ById, response: answers(200, PublicPage) },
    },
    (request) => publicDesk.settings(actorOf(request), { areaId: request.params.id }),
  );
  app.put(
    '/api/areas/:id/public-page',
    {
      config: { action: 'public-page.set' },
      schema: { params: ById, body: PublicPageWish, response: answers(200, PublicPage) },
    },
    (request) =>
      publicDesk.setSettings(actorOf(request), { areaId: request.params.id, ...request.body }),
  );
  app.get(
    '/api/areas/:id/poster',
    {
      config: { action: 'poster.print' },
      schema: { params: ById, querystring: PosterQuery, description: 'A4 as PDF' },
    },
    async (request, reply) => {
      const { siteId = null } = request.query;
      const wish = { areaId: request.params.id, siteId };
      const bytes = await publicDesk.poster(actorOf(request), wish);
      const name = `loa-vua-noi-gi${siteId === null ? '' : `-${siteId}`}.pdf`;
      reply.type('application/pdf').header('content-disposition', `attachment; filename="${name}"`);
      return reply.header('cache-control', 'no-store').send(Buffer.from(bytes));
    },
  );
}

export function personalRoutes(app: App, { publicDesk }: Services): void {
  app.put(
    '/api/bulletins/:id/personal',
    {
      config: { action: 'bulletin.mark' },
      schema: { params: ById, body: PersonalWish, response: answers(204, Nothing) },
    },
    (request, reply) => {
      const { personalData } = request.body;
      publicDesk.markPersonal(actorOf(request), { bulletinId: request.params.id, personalData });
      return done(reply);
    },
  );
  app.post(
    '/api/personal-hints',
    {
      bodyLimit: HINTS_MAX_BYTES,
      config: { action: 'text.look', again: true },
      schema: { body: HintsWish, response: answers(200, HintList) },
    },
    (request) => ({ hints: publicDesk.hints(request.body) }),
  );
}

/** 500,000 letters of Vietnamese at three bytes, and the quotes around them. */
const HINTS_MAX_BYTES = 2 * 1024 * 1024;
