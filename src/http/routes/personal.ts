// Routes of personal data found in a bulletin, of the spoken mark, and of text and sound moving together.
// It must never decide what is personal.
import type { Services } from '../../services/door.ts';
import { type App, actorOf } from '../door.ts';
import { answers, ById } from '../schemas/common.ts';
import {
  Hearing,
  PersonalAnswer,
  PersonalView,
  SpokenMark,
  SpokenMarkWish,
} from '../schemas/personal.ts';
import { podcastRoutes } from './podcasts.ts';

function suspicionRoutes(app: App, { personalDesk }: Services): void {
  app.get(
    '/api/bulletins/:id/personal',
    {
      config: { action: 'bulletin.view' },
      schema: { params: ById, response: answers(200, PersonalView) },
    },
    (request) => personalDesk.view(actorOf(request), { bulletinId: request.params.id }),
  );
  app.post(
    '/api/bulletins/:id/personal/answer',
    {
      config: { action: 'personal.answer' },
      schema: { params: ById, body: PersonalAnswer, response: answers(200, PersonalView) },
    },
    (request) => {
      const { reason } = request.body;
      return personalDesk.answer(actorOf(request), { bulletinId: request.params.id, reason });
    },
  );
  app.get(
    '/api/areas/:id/spoken-mark',
    {
      config: { action: 'spoken-mark.view' },
      schema: { params: ById, response: answers(200, SpokenMark) },
    },
    (request) => personalDesk.spokenMark(actorOf(request), { areaId: request.params.id }),
  );
  app.put(
    '/api/areas/:id/spoken-mark',
    {
      config: { action: 'spoken-mark.set' },
      schema: { params: ById, body: SpokenMarkWish, response: answers(200, SpokenMark) },
    },
    (request) => {
      const { spoken } = request.body;
      return personalDesk.setSpokenMark(actorOf(request), { areaId: request.params.id, spoken });
    },
  );
}

/** The findings of a clip may come later than its sound: asked anew, answered by its tag. */
export function hearingRoutes(app: App, services: Services): void {
  const { hearings } = services;
  suspicionRoutes(app, services);
  podcastRoutes(app, services);
  app.get(
    '/api/clips/:id/hearing',
    {
      config: { action: 'clip.hear' },
      schema: { params: ById, response: answers(200, Hearing) },
    },
    (request, reply) => {
      reply.header('cache-control', 'private, max-age=60');
      return hearings.ofClip(actorOf(request), { clipId: request.params.id });
    },
  );
  app.get(
    '/api/bulletins/:id/hearing',
    {
      config: { action: 'clip.hear' },
      schema: { params: ById, response: answers(200, Hearing) },
    },
    (request) => hearings.ofBulletin(actorOf(request), { bulletinId: request.params.id }),
  );
}
