// Routes of how a commune reads: its profile, its lexicon, and where an entry speaks.
// It must never know what an option or an entry does to a text.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import {
  ByEntry,
  LexiconAddition,
  LexiconEntry,
  LexiconList,
  LexiconQuery,
  Reading,
  ReadingWish,
  UseList,
  UsesQuery,
} from '../schemas/reading.ts';

export function profileRoutes(app: App, { readings }: Services): void {
  app.get(
    '/api/areas/:id/reading',
    {
      config: { action: 'reading.view' },
      schema: { params: ById, response: answers(200, Reading) },
    },
    (request) => readings.profile(actorOf(request), { areaId: request.params.id }),
  );
  app.put(
    '/api/areas/:id/reading',
    {
      config: { action: 'reading.set' },
      schema: { params: ById, body: ReadingWish, response: answers(200, Reading) },
    },
    (request) => {
      const { profile } = request.body;
      return readings.setProfile(actorOf(request), { areaId: request.params.id, profile });
    },
  );
}

export function lexiconRoutes(app: App, { lexicons }: Services): void {
  const edits = { action: 'lexicon.edit' } as const;
  const views = { action: 'lexicon.view' } as const;
  app.get(
    '/api/areas/:id/lexicon',
    {
      config: views,
      schema: { params: ById, querystring: LexiconQuery, response: answers(200, LexiconList) },
    },
    (request) => {
      const { search = '', limit = 200 } = request.query;
      return lexicons.list(actorOf(request), { areaId: request.params.id, search, limit });
    },
  );
  app.get(
    '/api/areas/:id/lexicon/uses',
    {
      config: views,
      schema: { params: ById, querystring: UsesQuery, response: answers(200, UseList) },
    },
    (request) => {
      const { written } = request.query;
      return lexicons.uses(actorOf(request), { areaId: request.params.id, written });
    },
  );
  app.post(
    '/api/areas/:id/lexicon',
    {
      config: edits,
      schema: { params: ById, body: LexiconEntry, response: answers(201, LexiconAddition) },
    },
    (request, reply) => {
      const wish = { areaId: request.params.id, entry: request.body };
      return created(reply, lexicons.add(actorOf(request), wish));
    },
  );
  app.put(
    '/api/areas/:id/lexicon/:entryId',
    {
      config: edits,
      schema: { params: ByEntry, body: LexiconEntry, response: answers(200, LexiconAddition) },
    },
    (request) => {
      const { id: areaId, entryId } = request.params;
      return lexicons.change(actorOf(request), { areaId, entryId, entry: request.body });
    },
  );
  app.delete(
    '/api/areas/:id/lexicon/:entryId',
    { config: edits, schema: { params: ByEntry, response: answers(204, Nothing) } },
    (request, reply) => {
      const { id: areaId, entryId } = request.params;
      lexicons.drop(actorOf(request), { areaId, entryId });
      return done(reply);
    },
  );
}
