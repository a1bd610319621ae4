// Routes of frames: written, recorded piece by piece into the safe door, confirmed, tried out, and said.
// It must never know sound formats, nor which value can be said.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created, done } from '../door.ts';
import { perMinute } from '../rate.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById, Nothing } from '../schemas/common.ts';
import {
  DiscardWish,
  FrameBulletin,
  FrameConfirmation,
  FrameList,
  FramePiece,
  FrameSession,
  FrameSet,
  FrameView,
  NewFrame,
  OfArea,
  OfferList,
  OfferWish,
  PieceOf,
  PieceQuery,
  Saying,
  SessionWish,
  ValuesWish,
} from '../schemas/frame.ts';
import { boundUploads, STREAMS_MAX } from '../uploads.ts';

/** A word every two seconds is the fastest speaker. */
const PIECES_PER_MINUTE = 60;
/** Each is joined and coded for whoever listens. */
const TRIES_PER_MINUTE = 20;
/** Eight megabytes: thirty seconds in any format (audio/joining/pieces.ts). */
const PIECE_BODY_MAX_BYTES = 8 * 1024 * 1024;

export function frameRoutes(app: App, { frames }: Services): void {
  const [views, edits] = [{ action: 'frame.view' } as const, { action: 'frame.edit' } as const];
  app.get(
    '/api/frames',
    { config: views, schema: { querystring: OfArea, response: answers(200, FrameList) } },
    (request) => ({ frames: frames.list(actorOf(request), request.query) }),
  );
  app.post(
    '/api/frames',
    { config: edits, schema: { body: NewFrame, response: answers(201, FrameView) } },
    (request, reply) => created(reply, frames.create(actorOf(request), request.body)),
  );
  app.get(
    '/api/frames/:id',
    {
      config: views,
      schema: { params: ById, querystring: OfArea, response: answers(200, FrameView) },
    },
    (request) => frames.get(actorOf(request), { ...ofFrame(request), ...request.query }),
  );
  app.put(
    '/api/frames/:id',
    { config: edits, schema: { params: ById, body: FrameSet, response: answers(200, FrameView) } },
    (request) => frames.set(actorOf(request), { ...ofFrame(request), ...request.body }),
  );
  app.delete(
    '/api/frames/:id',
    { config: edits, schema: { params: ById, response: answers(204, Nothing) } },
    (request, reply) => {
      frames.remove(actorOf(request), ofFrame(request));
      return done(reply);
    },
  );
}

export function frameRecordingRoutes(app: App, { frames }: Services): void {
  app.post(
    '/api/frames/:id/sessions',
    {
      config: { action: 'frame.record' },
      schema: { params: ById, body: SessionWish, response: answers(201, FrameSession) },
    },
    (request, reply) =>
      created(reply, frames.begin(actorOf(request), { ...ofFrame(request), ...request.body })),
  );
  pieceRoute(app, frames);
  app.get(
    '/api/frames/:id/piece',
    {
      config: { action: 'frame.view' },
      schema: { params: ById, querystring: PieceOf, description: 'audio/wav' },
    },
    async (request, reply) => {
      const { path } = frames.sound(actorOf(request), { ...ofFrame(request), ...request.query });
      const bytes = await stat(path).catch(() => null);
      if (bytes === null) throw gone();
      reply.header('content-length', bytes.size).header('cache-control', 'private, no-cache');
      return reply.type('audio/wav').send(createReadStream(path));
    },
  );
  const confirms = { action: 'frame.confirm' } as const;
  app.post(
    '/api/frames/:id/discard',
    {
      config: confirms,
      schema: { params: ById, body: DiscardWish, response: answers(200, FrameView) },
    },
    (request) => frames.discard(actorOf(request), { ...ofFrame(request), ...request.body }),
  );
  app.post(
    '/api/frames/:id/confirm',
    {
      config: confirms,
      schema: { params: ById, body: FrameConfirmation, response: answers(200, FrameView) },
    },
    (request) => frames.confirm(actorOf(request), { ...ofFrame(request), ...request.body }),
  );
}

/** In a scope of its own: no other route takes bytes of this size. */
function pieceRoute(app: App, frames: Services['frames']): void {
  app.register(async (scope: App) => {
    scope.addHook('onRequest', boundUploads({ inAllMax: STREAMS_MAX }));
    scope.addContentTypeParser('application/octet-stream', (_request, body, taken) =>
      taken(null, body),
    );
    scope.post(
      '/api/frame-sessions/:id/pieces',
      {
        // a stream has no fingerprint: the same sound sent twice is the same piece
        config: { action: 'frame.record', again: true, rateLimit: perMinute(PIECES_PER_MINUTE) },
        onRequest: refuseTooLarge,
        schema: {
          params: ById,
          querystring: PieceQuery,
          description: 'application/octet-stream: one piece, 8 MB and 30 seconds at most',
          response: answers(201, FramePiece),
        },
      },
      async (request, reply) => {
        const { key } = request.query;
        const sessionId = request.params.id;
        const wish = { sessionId, key, bytes: bytesOf(request.body), signal: goneSignal(reply) };
        return created(reply, await frames.record(actorOf(request), wish));
      },
    );
  });
}

export function frameUseRoutes(app: App, { frames }: Services): void {
  const views = { action: 'frame.view', again: true } as const;
  app.post(
    '/api/frames/:id/say',
    { config: views, schema: { params: ById, body: ValuesWish, response: answers(200, Saying) } },
    (request) => frames.say(actorOf(request), { ...ofFrame(request), ...request.body }),
  );
  app.post(
    '/api/frames/:id/try',
    {
      config: { ...views, rateLimit: perMinute(TRIES_PER_MINUTE) },
      schema: { params: ById, body: ValuesWish, description: 'audio/ogg, kept nowhere' },
    },
    async (request, reply) => {
      const wish = { ...ofFrame(request), ...request.body, signal: goneSignal(reply) };
      const bytes = await frames.tryOut(actorOf(request), wish);
      return reply.type('audio/ogg').send(Buffer.from(bytes));
    },
  );
  app.post(
    '/api/frames/:id/bulletins',
    {
      config: { action: 'frame.use' },
      schema: { params: ById, body: FrameBulletin, response: answers(201, Bulletin) },
    },
    (request, reply) =>
      created(reply, frames.make(actorOf(request), { ...ofFrame(request), ...request.body })),
  );
  app.post(
    '/api/frame-offers',
    {
      config: { action: 'notice.create', again: true },
      schema: { body: OfferWish, response: answers(200, OfferList) },
    },
    (request) => ({ offers: frames.offers(actorOf(request), request.body) }),
  );
}

const ofFrame = ({ params }: { params: { id: string } }) => ({ frameId: params.id });

async function refuseTooLarge(request: FastifyRequest): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > PIECE_BODY_MAX_BYTES)
    throw refused('foreign-too-large', {
      vi: 'Đoạn ghi âm lớn hơn 8 MB. Mỗi đoạn chỉ là vài từ: hãy ghi lại ngắn hơn.',
      en: 'The recording is larger than 8 MB. A piece is a few words: record it shorter.',
    });
}

function bytesOf(body: unknown): AsyncIterable<Uint8Array> {
  // refused in the middle, the connection must stay for the sentence that says why
  if (isStream(body)) return body.iterator({ destroyOnReturn: false });
  throw refused('invalid', {
    vi: 'Đoạn ghi âm: hãy gửi tệp dưới dạng application/octet-stream.',
    en: 'Recording: send the file as application/octet-stream.',
  });
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'iterator' in body;

function refused(code: string, say: { vi: string; en: string }): AppError {
  return new AppError({ code, fault: 'caller', say, place: 'body' });
}

const gone = () =>
  new AppError({
    code: 'piece-missing',
    fault: 'world',
    say: {
      vi: 'Đoạn ghi âm không còn trên đĩa. Hãy ghi lại đoạn này.',
      en: 'The recording is no longer on the disk. Record it again.',
    },
  });

/** Aborts when the client closes the request before it has its answer: that is how one cancels. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const closed = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) closed.abort();
  });
  return closed.signal;
}
