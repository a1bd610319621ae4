// Routes of the source system: the door it pushes bulletins through, and what our people see and decide.
// It must never read a bulletin or check a signature: bytes and headers are handed on as they came.
import type { FastifyRequest } from 'fastify';
import type { Proof } from '../../domain/source/source-model.ts';
import type { Services } from '../../services/door.ts';
import { attachment } from '../attachment.ts';
import { type App, actorOf } from '../door.ts';
import { perMinute } from '../rate.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  ByKey,
  LetterPage,
  SourceItems,
  SourceLetters,
  SourcePage,
  SourceRefusals,
  SourceView,
  Taken,
  TrustWish,
} from '../schemas/source.ts';

/** A bulletin is 256 KB at most; what is longer than this is not even read. */
const BODY_MAX_BYTES = 1024 * 1024;
/** After an outage a source system brings a day's bulletins at once; more is a fault or a flood. */
const PUSHES_A_MINUTE = 300;
const PAGE = 50;

/** In a scope of its own: here JSON is bytes, because a signature is over bytes. */
export function sourcePushRoutes(app: App, { source }: Services): void {
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/json', 'application/cap+xml'],
      { parseAs: 'buffer', bodyLimit: BODY_MAX_BYTES },
      (_request, body, taken) => taken(null, body),
    );
    scope.post(
      '/api/source/bulletins',
      {
        config: {
          action: 'source.push',
          again: true,
          rateLimit: perMinute(PUSHES_A_MINUTE),
        },
        schema: {
          description:
            'one bulletin of the source system, JSON of config/source-system/openapi.json or CAP 1.2, signed: x-source-key, x-source-timestamp, x-source-signature',
          response: answers(200, Taken),
        },
      },
      (request) => {
        const contentType = request.headers['content-type'] ?? '';
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        return source.take({ contentType, body, proof: proofIn(request) });
      },
    );
  });
}

export function sourceRoutes(app: App, { source }: Services): void {
  const views = { action: 'source.view' } as const;
  const refuses = { action: 'source.refusals' } as const;
  app.get(
    '/api/source',
    { config: views, schema: { response: answers(200, SourceView) } },
    (request) => source.view(actorOf(request)),
  );
  app.get(
    '/api/source/items',
    { config: views, schema: { querystring: SourcePage, response: answers(200, SourceItems) } },
    (request) => ({ items: source.list(actorOf(request), pageOf(request.query)) }),
  );
  app.get(
    '/api/source/refusals',
    {
      config: refuses,
      schema: { querystring: SourcePage, response: answers(200, SourceRefusals) },
    },
    (request) => ({ refusals: source.refusals(actorOf(request), pageOf(request.query)) }),
  );
  app.get(
    '/api/source/letters',
    { config: refuses, schema: { querystring: LetterPage, response: answers(200, SourceLetters) } },
    (request) => {
      const { state = null, ...page } = request.query;
      return { letters: source.letters(actorOf(request), { ...pageOf(page), state }) };
    },
  );
  app.put(
    '/api/source/trust/:keyId',
    {
      config: { action: 'source.trust' },
      schema: { params: ByKey, body: TrustWish, response: answers(200, SourceView) },
    },
    (request) => source.setTrust(actorOf(request), { ...request.params, ...request.body }),
  );
  app.get(
    '/api/source/items/:id/raw',
    {
      config: { action: 'source.raw' },
      schema: { params: ById, description: 'the very bytes that came, to be saved' },
    },
    (request, reply) => {
      const { bytes, name } = source.raw(actorOf(request), { id: request.params.id });
      return (
        reply
          .type('application/octet-stream')
          .header('cache-control', 'private, no-store')
          .header('content-disposition', attachment(name))
          // whatever is in it must not run with this page's rights
          .header('content-security-policy', "default-src 'none'; sandbox")
          .send(Buffer.from(bytes))
      );
    },
  );
}

function pageOf({ beforeId = null, limit = PAGE }: { beforeId?: string | null; limit?: number }) {
  return { beforeId, limit };
}

function proofIn({ headers }: FastifyRequest): Proof | null {
  const keyId = one(headers['x-source-key']);
  const time = one(headers['x-source-timestamp']);
  const signature = one(headers['x-source-signature']);
  if (keyId === '' && signature === '') return null;
  return { keyId, timestampMs: /^\d{1,14}$/.test(time) ? Number(time) : 0, signature };
}

const one = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '');
