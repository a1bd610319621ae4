// Routes of approving: what was seen and what changed since, taking back, a commune's rule, slips.
// It must never know PDFs, nor who may approve whom.
import { basename, dirname } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import { attachment } from '../attachment.ts';
import { type App, actorOf, created, done } from '../door.ts';
import {
  Changes,
  ChangesQuery,
  RuleView,
  RuleWish,
  SeenWish,
  SLIP_MAX_BYTES,
  Slip,
  SlipList,
  SlipQuery,
  WithdrawWish,
} from '../schemas/approval.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import { boundUploads } from '../uploads.ts';

export function approvingRoutes(app: App, { approving }: Services): void {
  app.post(
    '/api/bulletins/:id/seen',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, body: SeenWish, description: 'this account has opened its page' },
    },
    (request, reply) => {
      approving.seen(actorOf(request), { bulletinId: request.params.id, ...request.body });
      return done(reply);
    },
  );
  app.get(
    '/api/bulletins/:id/changes',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, querystring: ChangesQuery, response: answers(200, Changes) },
    },
    (request) => {
      const { since: sinceVersion = null } = request.query;
      return approving.changes(actorOf(request), { bulletinId: request.params.id, sinceVersion });
    },
  );
  app.post(
    '/api/bulletins/:id/withdraw',
    {
      config: { action: 'bulletin.withdraw' },
      schema: { params: ById, body: WithdrawWish, response: answers(200, Bulletin) },
    },
    (request) => {
      const { remark = null } = request.body;
      return approving.withdraw(actorOf(request), { bulletinId: request.params.id, remark });
    },
  );
}

export function approvalRuleRoutes(app: App, { approvalRules }: Services): void {
  app.get(
    '/api/areas/:id/approval',
    {
      config: { action: 'regulation.view' },
      schema: { params: ById, response: answers(200, RuleView) },
    },
    (request) => approvalRules.get(actorOf(request), { areaId: request.params.id }),
  );
  app.put(
    '/api/areas/:id/approval',
    {
      config: { action: 'regulation.set' },
      schema: { params: ById, body: RuleWish, response: answers(200, RuleView) },
    },
    (request) =>
      approvalRules.set(actorOf(request), { areaId: request.params.id, ...request.body }),
  );
}

export function slipRoutes(app: App, { slips }: Services): void {
  app.get(
    '/api/bulletins/:id/slip',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, description: 'phiếu duyệt, a PDF to be printed and signed' },
    },
    async (request, reply) => {
      const made = await slips.make(actorOf(request), { bulletinId: request.params.id });
      guard(reply.type('application/pdf'), made.name);
      return reply.send(Buffer.from(made.bytes));
    },
  );
  app.get(
    '/api/bulletins/:id/slips',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, response: answers(200, SlipList) },
    },
    (request) => ({ slips: slips.list(actorOf(request), { bulletinId: request.params.id }) }),
  );
  app.get(
    '/api/slips/:id/file',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, description: 'the slip as it was uploaded, to be saved' },
    },
    (request, reply) => {
      const { path, name } = slips.file(actorOf(request), { slipId: request.params.id });
      guard(reply.type('application/octet-stream'), name);
      const options = { contentType: false, cacheControl: false };
      return reply.sendFile(basename(path), dirname(path), options);
    },
  );
}

/** In a scope of its own: no other route takes bytes of this size. */
export function signedSlipRoutes(app: App, { slips }: Services): void {
  app.register(async (scope: App) => {
    scope.addHook('onRequest', boundUploads());
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/octet-stream', 'application/pdf'],
      { parseAs: 'buffer', bodyLimit: SLIP_MAX_BYTES },
      (_request, body, taken) => taken(null, body),
    );
    scope.put(
      '/api/bulletins/:id/slip',
      {
        config: {
          action: 'slip.upload',
          bodyMaxBytes: { json: SLIP_MAX_BYTES, file: SLIP_MAX_BYTES },
        },
        schema: { params: ById, querystring: SlipQuery, response: answers(201, Slip) },
      },
      async (request, reply) => {
        const gone = new AbortController();
        reply.raw.once('close', () => {
          if (!reply.raw.writableEnded) gone.abort();
        });
        const { name = null } = request.query;
        const file = { bytes: bytesOf(request.body), name, signal: gone.signal };
        const wish = { bulletinId: request.params.id, ...file };
        return created(reply, await slips.take(actorOf(request), wish));
      },
    );
  });
}

function bytesOf(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new AppError({
    code: 'invalid',
    fault: 'caller',
    say: { vi: 'Tệp phiếu duyệt: còn thiếu.', en: 'The file of the slip: is missing.' },
    place: 'file',
  });
}

type Guarded = { header(name: string, value: string): Guarded };

/** Whatever is in it must not run with this page's rights: saved and not shown. */
function guard(reply: Guarded, name: string): void {
  reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', attachment(name))
    .header('content-security-policy', "default-src 'none'; sandbox");
}
