// Routes of the calendar: how airings ended, counted; links to the plan, and the plan they give.
// It must never know how a plan is put together; a token is never logged nor answered again.
import { createHash } from 'node:crypto';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { calendarText } from '../feeds/calendar-text.ts';
import { perMinute } from '../rate.ts';
import { AiringsQuery } from '../schemas/airing.ts';
import { AiringSummaryList } from '../schemas/airing-summary.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import { FeedByToken, FeedList, FeedMade, FeedQuery, NewFeed } from '../schemas/feed.ts';

const HOUR_MS = 3_600_000;
/** A family behind one address with a dozen calendars, each asking anew; a guesser needs 2^127. */
const READS_A_MINUTE = 60;

export function summaryRoutes(app: App, { summaries, health }: Services): void {
  app.get(
    '/api/airings/summaries',
    {
      config: { action: 'airing.view' },
      schema: { querystring: AiringsQuery, response: answers(200, AiringSummaryList) },
    },
    (request) => {
      const nowMs = Math.ceil(health.read().planNowMs);
      const { fromMs = Math.max(0, nowMs - 72 * HOUR_MS), toMs = nowMs } = request.query;
      return { summaries: summaries.list(actorOf(request), { fromMs, toMs }) };
    },
  );
}

export function feedRoutes(app: App, { feeds }: Services): void {
  app.get(
    '/api/feeds',
    { config: { action: 'feed.view' }, schema: { response: answers(200, FeedList) } },
    (request) => ({ feeds: feeds.list(actorOf(request)) }),
  );
  app.post(
    '/api/feeds',
    {
      config: { action: 'feed.create', secretAnswer: true },
      schema: { body: NewFeed, response: answers(201, FeedMade) },
    },
    (request, reply) => created(reply, feeds.make(actorOf(request), request.body)),
  );
  app.delete(
    '/api/feeds/:id',
    {
      config: { action: 'feed.end' },
      schema: { params: ById, response: answers(204, Nothing) },
    },
    (request, reply) => {
      feeds.end(actorOf(request), { feedId: request.params.id });
      return done(reply);
    },
  );
  readRoute(app, feeds);
}

function readRoute(app: App, feeds: Services['feeds']): void {
  app.get(
    '/feeds/:file',
    {
      config: {
        action: 'feed.watch',
        rateLimit: perMinute(READS_A_MINUTE),
      },
      schema: {
        params: FeedByToken,
        querystring: FeedQuery,
        description: 'The plan as iCalendar (text/calendar); the address is the secret',
      },
    },
    (request, reply) => {
      const token = request.params.file.replace(/\.ics$/, '');
      const text = calendarText(feeds.read({ token }), request.query.lang);
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match']?.replace(/^W\//, '') === etag)
        return reply.code(304).send();
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="lich-phat.ics"')
        .send(text);
    },
  );
}
