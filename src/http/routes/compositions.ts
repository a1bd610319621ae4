// Routes of composing: clauses to tick, a preview, what a bulletin says and from where, how loud its clip is.
// It must never know how a text is composed.
import type { Services } from '../../services/door.ts';
import { type App, actorOf } from '../door.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  BulletinScript,
  ClauseList,
  Composition,
  CompositionWish,
  Peaks,
} from '../schemas/composition.ts';
import { PartQuery } from '../schemas/script.ts';

export function compositionRoutes(app: App, { compositions }: Services): void {
  app.get(
    '/api/documents/:id/clauses',
    {
      config: { action: 'document.view' },
      schema: { params: ById, querystring: PartQuery, response: answers(200, ClauseList) },
    },
    (request) => {
      const { part: position = null } = request.query;
      return compositions.clauses(actorOf(request), { documentId: request.params.id, position });
    },
  );
  app.post(
    '/api/compositions/preview',
    {
      config: { action: 'document.view', again: true },
      schema: { body: CompositionWish, response: answers(200, Composition) },
    },
    (request) => {
      const { part, ...wish } = request.body;
      return compositions.preview(actorOf(request), { ...wish, position: part ?? null });
    },
  );
  app.get(
    '/api/bulletins/:id/script',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, response: answers(200, BulletinScript) },
    },
    (request) => compositions.script(actorOf(request), { bulletinId: request.params.id }),
  );
  app.get(
    '/api/clips/:id/peaks',
    {
      config: { action: 'clip.hear' },
      schema: { params: ById, response: answers(200, Peaks) },
    },
    async (request, reply) => {
      const found = await compositions.peaks(actorOf(request), { clipId: request.params.id });
      reply.header('cache-control', 'private, max-age=31536000, immutable'); // as its sound
      return found;
    },
  );
}
