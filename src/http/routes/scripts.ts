// Routes of what is said of a document: its script, doubts settled, digest, programmes, differences.
// It must never know how a text is read or compared.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import {
  BySettlement,
  DifferenceList,
  DifferencesQuery,
  Digest,
  PartQuery,
  ProgrammeList,
  ProgrammesQuery,
  Script,
  ScriptQuery,
  SettledDoubt,
  SettlementWish,
} from '../schemas/script.ts';

const config = { action: 'document.view' } as const;
const what = (request: { params: { id: string }; query: { part?: number } }) => ({
  documentId: request.params.id,
  position: request.query.part ?? null,
});

export function scriptRoutes(app: App, { scripts }: Services): void {
  app.get(
    '/api/documents/:id/script',
    { config, schema: { params: ById, querystring: ScriptQuery, response: answers(200, Script) } },
    (request) => {
      const { from = 0, limit = 100 } = request.query;
      return scripts.script(actorOf(request), { ...what(request), from, limit });
    },
  );
  app.get(
    '/api/documents/:id/digest',
    { config, schema: { params: ById, querystring: PartQuery, response: answers(200, Digest) } },
    (request) => scripts.digest(actorOf(request), what(request)),
  );
  app.get(
    '/api/bulletins/:id/digest',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, response: answers(200, Digest) },
    },
    (request) => scripts.digestOfBulletin(actorOf(request), { bulletinId: request.params.id }),
  );
  app.get(
    '/api/documents/:id/programmes',
    {
      config,
      schema: {
        params: ById,
        querystring: ProgrammesQuery,
        response: answers(200, ProgrammeList),
      },
    },
    (request) => {
      const { minutes = 15 } = request.query;
      return scripts.programmes(actorOf(request), { ...what(request), minutes });
    },
  );
  app.get(
    '/api/documents/:id/differences',
    {
      config,
      schema: {
        params: ById,
        querystring: DifferencesQuery,
        response: answers(200, DifferenceList),
      },
    },
    (request) => {
      const { with: otherId, withPart: otherPosition = null } = request.query;
      const other = { otherId, otherPosition };
      return scripts.differences(actorOf(request), { ...what(request), ...other });
    },
  );
}

export function settlementRoutes(app: App, { scripts }: Services): void {
  app.post(
    '/api/documents/:id/settlements',
    {
      config: { action: 'document.settle' },
      schema: { params: ById, body: SettlementWish, response: answers(201, SettledDoubt) },
    },
    async (request, reply) => {
      const wish = { documentId: request.params.id, ...request.body };
      return created(reply, await scripts.settle(actorOf(request), wish));
    },
  );
  app.delete(
    '/api/documents/:id/settlements/:settlementId',
    {
      config: { action: 'document.settle' },
      schema: { params: BySettlement, response: answers(204, Nothing) },
    },
    (request, reply) => {
      const { id: documentId, settlementId } = request.params;
      scripts.unsettle(actorOf(request), { documentId, settlementId });
      return done(reply);
    },
  );
}
