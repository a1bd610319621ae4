// Routes of recordings that stand in for a voice: a file streamed into the safe door, and the way back.
// It must never know sound formats, nor hold a file in memory.
import type { Services } from '../../services/door.ts';
import { type App, actorOf, created } from '../door.ts';
import { perMinute } from '../rate.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import { RecordingQuery } from '../schemas/recording.ts';
import { bytesOf, goneSignal, refuseTooLarge } from '../sound-body.ts';
import { boundUploads, STREAMS_MAX } from '../uploads.ts';

/** A recording takes minutes to speak; whoever sends more is a script. */
const PER_MINUTE = 10;

/** In a scope of its own: no other route takes bytes of this size. */
export function recordingRoutes(app: App, { recordings }: Services): void {
  app.register(async (scope: App) => {
    scope.addHook('onRequest', boundUploads({ inAllMax: STREAMS_MAX }));
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
