// Routes of legal texts: a file as it is, or a text pasted.
// It must never know encodings or how a text is read.

import { AppError } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  DOCUMENT_MAX_BYTES,
  DocumentList,
  LegalDocument,
  NewDocument,
  NewDocumentQuery,
  ReadDocument,
} from '../schemas/document.ts';

/** Room for JSON's quotes and escapes around 10 MB of text; the service counts the text itself. */
const BODY_MAX_BYTES = DOCUMENT_MAX_BYTES + 64 * 1024;

export function documentRoutes(app: App, { documents }: Services): void {
  app.get(
    '/api/documents',
    { config: { action: 'document.view' }, schema: { response: answers(200, DocumentList) } },
    (request) => ({ documents: documents.list(actorOf(request)) }),
  );
  app.get(
    '/api/documents/:id',
    {
      config: { action: 'document.view' },
      schema: { params: ById, response: answers(200, LegalDocument) },
    },
    (request) => documents.get(actorOf(request), { documentId: request.params.id }),
  );
}

export function newDocumentRoutes(app: App, { documents }: Services): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: BODY_MAX_BYTES },
    (_request, body, taken) => taken(null, body),
  );
  app.post(
    '/api/documents',
    {
      config: { action: 'document.create' },
      bodyLimit: BODY_MAX_BYTES,
      schema: {
        querystring: NewDocumentQuery,
        body: { content: { 'application/json': { schema: NewDocument } } },
        response: answers(201, ReadDocument),
      },
    },
    (request, reply) => {
      const { areaId, name = null } = request.query;
      const content = contentOf(request.body);
      const made = documents.create(actorOf(request), { areaId, name, content });
      return created(reply, made);
    },
  );
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
