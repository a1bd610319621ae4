// Routes of legal texts: a file as it is, or a text pasted; what it holds, and the status a person confirms.
// It must never know file formats or how a text is read.

import { basename, dirname } from 'node:path';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import { attachment } from '../attachment.ts';
import { type App, actorOf, created } from '../door.ts';
import { CorrectionMade } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  DOCUMENT_MAX_BYTES,
  DocumentList,
  DocumentsQuery,
  DocumentView,
  NewDocument,
  NewDocumentQuery,
  TakenDocument,
  TEXT_BODY_MAX_BYTES,
} from '../schemas/document.ts';
import { ByPart, Heard, Part, StatusWish } from '../schemas/part.ts';
import { boundUploads } from '../uploads.ts';

const BODY_MAX_BYTES = { json: TEXT_BODY_MAX_BYTES, file: DOCUMENT_MAX_BYTES };

export function documentRoutes(app: App, { documents }: Services): void {
  app.get(
    '/api/documents',
    {
      config: { action: 'document.view' },
      schema: { querystring: DocumentsQuery, response: answers(200, DocumentList) },
    },
    (request) => {
      const { limit = 50, beforeId = null } = request.query;
      return { documents: documents.list(actorOf(request), { limit, beforeId }) };
    },
  );
  app.get(
    '/api/documents/:id',
    {
      config: { action: 'document.view' },
      schema: { params: ById, response: answers(200, DocumentView) },
    },
    (request) => documents.get(actorOf(request), { documentId: request.params.id }),
  );
  app.get(
    '/api/documents/:id/file',
    {
      config: { action: 'document.view' },
      schema: { params: ById, description: 'the file as it came in, to be saved and not shown' },
    },
    (request, reply) => {
      const file = documents.file(actorOf(request), { documentId: request.params.id });
      // whatever is in it must not run with this page's rights: never shown, never guessed at
      reply.type('application/octet-stream').header('cache-control', 'private, no-store');
      reply.header('content-disposition', attachment(file.name));
      reply.header('content-security-policy', "default-src 'none'; sandbox");
      const options = { contentType: false, cacheControl: false };
      return reply.sendFile(basename(file.path), dirname(file.path), options);
    },
  );
  app.put(
    '/api/documents/:id/parts/:position/status',
    {
      config: { action: 'document.status' },
      schema: { params: ByPart, body: StatusWish, response: answers(200, Part) },
    },
    (request) => {
      const { id: documentId, position } = request.params;
      return documents.setStatus(actorOf(request), { documentId, position, status: request.body });
    },
  );
}

/** The law in force, heard: who heard what ended, and the bulletin that puts it right. */
export function heardRoutes(app: App, { documents }: Services): void {
  const at = '/api/documents/:id/parts/:position';
  app.get(
    `${at}/heard`,
    {
      config: { action: 'document.view' },
      schema: { params: ByPart, response: answers(200, Heard) },
    },
    (request) => {
      const { id: documentId, position } = request.params;
      return documents.heard(actorOf(request), { documentId, position });
    },
  );
  app.post(
    `${at}/correction`,
    {
      config: { action: 'bulletin.create' },
      schema: { params: ByPart, response: answers(201, CorrectionMade) },
    },
    (request, reply) => {
      const { id: documentId, position } = request.params;
      return created(reply, documents.correct(actorOf(request), { documentId, position }));
    },
  );
}

/** In a scope of its own: no other route takes bytes, nor JSON of this size. */
export function newDocumentRoutes(app: App, { documents }: Services): void {
  app.register(async (scope: App) => {
    takeBodies(scope);
    scope.post(
      '/api/documents',
      {
        config: { action: 'document.create', bodyMaxBytes: BODY_MAX_BYTES },
        schema: {
          querystring: NewDocumentQuery,
          body: { content: { 'application/json': { schema: NewDocument } } },
          response: answers(201, TakenDocument),
        },
      },
      async (request, reply) => {
        const { areaId, name = null, takeId = null } = request.query;
        const content = contentOf(request.body);
        const signal = goneSignal(reply);
        const wish = { areaId, name, content, takeId, signal };
        return created(reply, await documents.create(actorOf(request), wish));
      },
    );
  });
}

function takeBodies(scope: App): void {
  scope.addHook('onRequest', boundUploads());
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: BODY_MAX_BYTES.json },
    scope.getDefaultJsonParser('error', 'error'),
  );
  scope.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: BODY_MAX_BYTES.file },
    (_request, body, taken) => taken(null, body),
  );
}

/** Aborts when the client closes the request before it has its answer: that is how one cancels. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}

function contentOf(body: unknown): { bytes: Uint8Array } | { text: string } {
  if (Buffer.isBuffer(body)) return { bytes: body };
  if (typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string')
    return { text: body.text };
  throw new AppError({
    code: 'invalid',
    fault: 'caller',
    say: { vi: 'Nội dung: còn thiếu.', en: 'Text: is missing.' },
    place: 'text',
  });
}
