// Routes of signing in and out, the first set-up, an invitation, the demonstration's clock, health.
// It must never know how a password is checked.

import type { Services } from '../../services/door.ts';
import { type App, actorOf, callerOf, created, done } from '../door.ts';
import { perMinute } from '../rate.ts';
import { answers, Nothing } from '../schemas/common.ts';
import {
  Health,
  Invitation,
  PasswordChange,
  Session,
  SetUp,
  SignIn,
  Simulation,
} from '../schemas/session.ts';
import { giveCookie, sessionAnswer, takeCookie } from '../session.ts';
import type { Streams } from '../sse.ts';

/** Ten tries a minute from one address: a person mistypes three times, a guesser needs millions. */
const rateLimit = perMinute(10);
export type SessionParts = { services: Services; streams: Streams };

export function sessionRoutes(app: App, { services, streams }: SessionParts): void {
  app.get(
    '/api/session',
    { config: { action: 'session.view' }, schema: { response: answers(200, Session) } },
    (request) => sessionAnswer(callerOf(request).signedIn),
  );
  app.post(
    '/api/session',
    {
      config: { action: 'session.open', rateLimit },
      schema: { body: SignIn, response: answers(200, Session) },
    },
    async (request, reply) => {
      const previousToken = request.caller?.token ?? null;
      const { body, ip: address } = request;
      const made = await services.session.signIn({ ...body, previousToken, address });
      if (previousToken !== null) streams.endOf(previousToken);
      giveCookie(request, reply, made);
      return sessionAnswer(made);
    },
  );
  app.delete(
    '/api/session',
    { config: { action: 'session.close' }, schema: { response: answers(204, Nothing) } },
    (request, reply) => {
      const { token } = callerOf(request);
      services.session.signOut(token);
      streams.endOf(token);
      takeCookie(request, reply);
      return done(reply);
    },
  );
}

export function passwordRoutes(app: App, { services }: SessionParts): void {
  app.post(
    '/api/session/password',
    {
      config: { action: 'session.password', rateLimit },
      schema: { body: PasswordChange, response: answers(204, Nothing) },
    },
    async (request, reply) => {
      const { token, signedIn } = callerOf(request);
      const { body, ip: address } = request;
      await services.session.changePassword(signedIn.actor, { ...body, token, address });
      return done(reply);
    },
  );
}

export function firstDayRoutes(app: App, { services }: SessionParts): void {
  app.post(
    '/api/setup',
    {
      config: { action: 'session.setup', rateLimit },
      schema: { body: SetUp, response: answers(201, Session) },
    },
    async (request, reply) => {
      const made = await services.session.setUp(request.body);
      giveCookie(request, reply, made);
      return created(reply, sessionAnswer(made));
    },
  );
  app.post(
    '/api/invitation',
    {
      config: { action: 'session.accept', rateLimit },
      schema: { body: Invitation, response: answers(201, Session) },
    },
    async (request, reply) => {
      const made = await services.session.acceptInvitation(request.body);
      giveCookie(request, reply, made);
      return created(reply, sessionAnswer(made));
    },
  );
}

export function clockRoutes(app: App, services: Services): void {
  app.put(
    '/api/simulation',
    {
      config: { action: 'simulation.run' },
      schema: { body: Simulation, response: answers(200, Simulation) },
    },
    (request) => services.simulation.setSpeed(actorOf(request), request.body),
  );
  app.get(
    '/api/health',
    { config: { action: 'health.view' }, schema: { response: answers(200, Health) } },
    () => services.health.read(),
  );
}
