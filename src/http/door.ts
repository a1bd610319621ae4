// What the HTTP room is given and what its routes agree on: deps, the typed app, who is asking.
// It must never know rows, topics or sound; every decision is the services'.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import { AppError } from '../domain/errors.ts';
import type { Actor } from '../domain/model.ts';
import type { Action } from '../domain/rights.ts';
import type { Services, SignedIn } from '../services/door.ts';

export type HttpConfig = {
  /** true or a list of addresses when a reverse proxy terminates TLS in front */
  trustProxy: boolean | string;
  /** dist/web as built; null: the page is not served */
  webDir: string | null;
  /** the province's own map tiles, as {z}/{x}/{y}.png; absent: the map is drawn without */
  tilesDir?: string | null;
  version: string;
  /** how often a quiet event stream says it is alive */
  heartbeatMs?: number;
};
export type HttpDeps = {
  services: Services;
  config: HttpConfig;
  log: FastifyBaseLogger | null;
};

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** what the rights table is asked, for whoever has the role at some area at least */
    action?: Action;
    /** the answer holds what is shown only once: it is never kept */
    secretAnswer?: true;
    /** acts, or only looks, each time it is asked: never answered from memory, whatever key is sent */
    again?: true;
    /** of a route that takes more than a form, by what is sent */
    bodyMaxBytes?: { json: number; file: number };
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** A request's session as found by its cookie, once, before anything else. */
export type Caller = { token: string; signedIn: SignedIn };

export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw signInFirst();
  return request.caller;
}

export function actorOf(request: FastifyRequest): Actor {
  return callerOf(request).signedIn.actor;
}

export function signInFirst(): AppError {
  return new AppError({
    code: 'sign-in-first',
    fault: 'unauthenticated',
    say: {
      vi: 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại.',
      en: 'You are not signed in, or your session has ended. Please sign in.',
    },
  });
}

/** For answers that made something: the status beside the thing. */
export function created<T>(reply: { statusCode: number }, made: T): T {
  reply.statusCode = 201;
  return made;
}

/** For answers with nothing to say but that it is done. */
export function done(reply: { statusCode: number }): null {
  reply.statusCode = 204;
  return null;
}
