// Routes of recordings that stand in for a voice: a file streamed into the safe door, and the way back.
// It must never know sound formats, nor hold a file in memory.
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { perMinute } from '../rate.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import { RECORDING_BODY_MAX_BYTES, RecordingQuery } from '../schemas/recording.ts';
import { boundUploads } from '../uploads.ts';

/** A recording takes minutes to speak; whoever sends more is a script. */
const PER_MINUTE = 10;

/** In a scope of its own: no other route takes bytes of this size. */
export function recordingRoutes(app: App, { recordings }: Services): void {
  app.register(async (scope: App) => {
    scope.addHook('onRequest', boundUploads());
    scope.addContentTypeParser('application/octet-stream', (_request, body, taken) =>
      taken(null, body),
    );
    scope.post(
      '/api/bulletins/:id/recording',
      {
        // a stream has no fingerprint: sent twice it is heard twice, and the second is the same clip
        config: { action: 'recording.make', again: true, rateLimit: perMinute(PER_MINUTE) },
        onRequest: refuseTooLarge,
        schema: {
          params: ById,
          querystring: RecordingQuery,
          description: 'application/octet-stream: a sound file, 32 MB at most',
          response: answers(201, Bulletin),
        },
      },
      async (request, reply) => {
        const { speakerName, consentNote, language } = request.query;
        const wish = {
          ...{ bulletinId: request.params.id, bytes: bytesOf(request.body), speakerName },
          ...{ consent: true, consentNote, signal: goneSignal(reply) },
          ...(language === undefined ? {} : { language }),
        };
        return created(reply, await recordings.take(actorOf(request), wish));
      },
    );
  });
  app.delete(
    '/api/bulletins/:id/recording',
    {
      config: { action: 'recording.remove' },
      schema: { params: ById, response: answers(200, Bulletin) },
    },
    (request) => recordings.remove(actorOf(request), { bulletinId: request.params.id }),
  );
}

/** What says that it is too large is answered before it comes; what does not say is cut off by the safe door. */
async function refuseTooLarge(request: FastifyRequest): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > RECORDING_BODY_MAX_BYTES)
    throw new AppError({
      code: 'foreign-too-large',
      fault: 'caller',
      say: {
        vi: 'Tệp âm thanh lớn hơn 32 MB. Hãy lưu lại thành MP3, M4A hoặc Opus rồi gửi lại.',
        en: 'The sound file is larger than 32 MB. Save it as MP3, M4A or Opus and send it again.',
      },
    });
}

function bytesOf(body: unknown): AsyncIterable<Uint8Array> {
  // refused in the middle, the connection must stay for the sentence that says why
  if (isStream(body)) return body.iterator({ destroyOnReturn: false });
  throw new AppError({
    code: 'invalid',
    fault: 'caller',
    say: {
      vi: 'Bản ghi âm: hãy gửi tệp dưới dạng application/octet-stream.',
      en: 'Recording: send the file as application/octet-stream.',
    },
    place: 'body',
  });
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'iterator' in body;

/** Aborts when the client closes the request before it has its answer: that is how one cancels. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}
