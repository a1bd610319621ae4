// Routes of voices: which there are, the choice, the cloud, a sentence heard first, a sound made anew.
// It must never know how anything is spoken.
import type { FastifyReply } from 'fastify';
import type { Services } from '../../services/door.ts';
import { type App, actorOf } from '../door.ts';
import { perMinute } from '../rate.ts';
import { Bulletin } from '../schemas/bulletin.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  ChoiceWish,
  CloudWish,
  ListenWish,
  VoicesQuery,
  VoicesView,
  WakeWish,
} from '../schemas/voice.ts';

/** A person listens, thinks, presses again. */
const LISTENS_PER_MINUTE = 12;
/** Every engine that rests is asked again, for everybody: once after each thing that was mended. */
const WAKES_PER_MINUTE = 6;

export function voiceRoutes(app: App, { voices }: Services): void {
  app.get(
    '/api/voices',
    {
      config: { action: 'voice.view' },
      schema: { querystring: VoicesQuery, response: answers(200, VoicesView) },
    },
    (request) => voices.view(actorOf(request), request.query),
  );
  app.put(
    '/api/voices/choice',
    {
      config: { action: 'voice.choose' },
      schema: { body: ChoiceWish, response: answers(200, VoicesView) },
    },
    (request) => voices.choose(actorOf(request), request.body),
  );
  app.put(
    '/api/voices/cloud',
    {
      config: { action: 'cloud.allow' },
      schema: { body: CloudWish, response: answers(200, VoicesView) },
    },
    (request) => voices.allowCloud(actorOf(request), request.body),
  );
  app.post(
    '/api/voices/wake',
    {
      config: { action: 'voice.wake', rateLimit: perMinute(WAKES_PER_MINUTE) },
      schema: { body: WakeWish, response: answers(200, VoicesView) },
    },
    (request) => voices.wake(actorOf(request), request.body),
  );
  listenRoute(app, voices);
  app.post(
    '/api/bulletins/:id/retake',
    {
      config: { action: 'bulletin.retake' },
      schema: { params: ById, response: answers(200, Bulletin) },
    },
    (request) => voices.retake(actorOf(request), { bulletinId: request.params.id }),
  );
}

function listenRoute(app: App, voices: Services['voices']): void {
  app.post(
    '/api/voices/listen',
    {
      // sound has no fingerprint that could be kept: asked twice it is spoken twice
      config: { action: 'voice.hear', again: true, rateLimit: perMinute(LISTENS_PER_MINUTE) },
      schema: {
        body: ListenWish,
        description: 'answers audio/ogg (Opus) of the sentence; nothing of it is kept',
      },
    },
    async (request, reply) => {
      const { trying = null, ...wish } = request.body;
      const signal = goneSignal(reply);
      const { bytes, spokenBy } = await voices.listen(actorOf(request), {
        ...wish,
        trying,
        signal,
      });
      reply.type('audio/ogg').header('cache-control', 'no-store');
      // who it was in the end, for the screen: ASCII, since it is a header
      reply.header('x-spoken-by', encodeURIComponent(namesOf(spokenBy)));
      return reply.send(Buffer.from(bytes));
    },
  );
}

const namesOf = (spokenBy: readonly { engine: string; voice: string }[]): string =>
  spokenBy.map(({ engine, voice }) => `${engine} ${voice}`).join(', ');

/** Whoever goes away does not keep an engine busy. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}
