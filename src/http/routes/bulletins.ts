// Routes of bulletins: made, heard, changed, sent, judged.
// It must never know how sound is made, nor who may approve whom.
import { basename, dirname } from 'node:path';
import type { Actor } from '../../domain/model.ts';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import {
  ApprovalWish,
  Bulletin,
  BulletinEdit,
  BulletinList,
  BulletinsQuery,
  BulletinView,
  LanguageList,
  NewBulletin,
  ReturnWish,
  SoundQuery,
} from '../schemas/bulletin.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import { goneSignal } from '../sound-body.ts';

export function bulletinRoutes(app: App, { bulletins, compositions }: Services): void {
  app.get(
    '/api/bulletins',
    {
      config: { action: 'bulletin.view' },
      schema: { querystring: BulletinsQuery, response: answers(200, BulletinList) },
    },
    (request) => {
      const { limit = 200, beforeId = null, state = null } = request.query;
      const list = bulletins.list(actorOf(request), { limit, beforeId, state });
      return { bulletins: list, marks: compositions.marks(list) };
    },
  );
  app.get(
    '/api/languages',
    { config: { action: 'bulletin.view' }, schema: { response: answers(200, LanguageList) } },
    (request) => ({ languages: bulletins.languages(actorOf(request)) }),
  );
  app.get(
    '/api/bulletins/:id',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, response: answers(200, BulletinView) },
    },
    (request) => bulletins.get(actorOf(request), { bulletinId: request.params.id }),
  );
  app.post(
    '/api/bulletins',
    {
      config: { action: 'bulletin.create' },
      schema: { body: NewBulletin, response: answers(201, Bulletin) },
    },
    async (request, reply) => {
      const { composition, ...wish } = request.body;
      const { documentId } = wish;
      if (!composition || !documentId)
        return created(reply, bulletins.create(actorOf(request), wish));
      const of = { ...wish, ...composition, documentId };
      return created(reply, await compositions.create(actorOf(request), of));
    },
  );
  app.put(
    '/api/bulletins/:id',
    {
      config: { action: 'bulletin.edit' },
      schema: { params: ById, body: BulletinEdit, response: answers(200, Bulletin) },
    },
    (request) =>
      bulletins.edit(actorOf(request), { bulletinId: request.params.id, ...request.body }),
  );
}

export function judgementRoutes(app: App, { bulletins }: Services): void {
  app.delete(
    '/api/bulletins/:id',
    {
      config: { action: 'bulletin.remove' },
      schema: { params: ById, response: answers(204, Nothing) },
    },
    (request, reply) => {
      bulletins.remove(actorOf(request), { bulletinId: request.params.id });
      return done(reply);
    },
  );
  app.post(
    '/api/bulletins/:id/submit',
    {
      config: { action: 'bulletin.submit' },
      schema: { params: ById, response: answers(200, Bulletin) },
    },
    (request) => bulletins.submit(actorOf(request), { bulletinId: request.params.id }),
  );
  app.post(
    '/api/bulletins/:id/approve',
    {
      config: { action: 'bulletin.approve' },
      schema: { params: ById, body: ApprovalWish, response: answers(200, Bulletin) },
    },
    (request) =>
      bulletins.approve(actorOf(request), {
        bulletinId: request.params.id,
        contentHash: request.body.contentHash,
      }),
  );
  app.post(
    '/api/bulletins/:id/return',
    {
      config: { action: 'bulletin.return' },
      schema: { params: ById, body: ReturnWish, response: answers(200, Bulletin) },
    },
    (request) =>
      bulletins.sendBack(actorOf(request), {
        bulletinId: request.params.id,
        remark: request.body.remark,
      }),
  );
}

export function clipRoutes(app: App, { bulletins }: Services): void {
  const asWanted = async (
    actor: Actor,
    { as, ...of }: { clipId: string; as: SoundQuery['as']; signal: AbortSignal },
  ) =>
    as === undefined
      ? { mime: 'audio/ogg', ...bulletins.sound(actor, of) }
      : bulletins.rendition(actor, { ...of, as });
  app.get(
    '/api/clips/:id/sound',
    {
      config: { action: 'clip.hear' },
      schema: {
        params: ById,
        querystring: SoundQuery,
        description: 'Ogg Opus, or what `as` names; ranges are answered with 206',
      },
    },
    async (request, reply) => {
      const of = { clipId: request.params.id, as: request.query.as, signal: goneSignal(reply) };
      const { mime, path } = await asWanted(actorOf(request), of);
      reply.type(mime).header('cache-control', CLIP_CACHE);
      const options = { contentType: false, cacheControl: false, acceptRanges: true };
      return reply.sendFile(basename(path), dirname(path), options);
    },
  );
}

/** A clip is named by the hash of all that made it, so it never changes; private: it has an owner. */
const CLIP_CACHE = 'private, max-age=31536000, immutable';
