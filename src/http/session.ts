// Who is asking: the session cookie, the CSRF token and the coarse right, before any route runs.
// It must never know how sessions are kept, nor the exact scope of a right: the service checks that.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../domain/errors.ts';
import { type Action, isPublic, may } from '../domain/rights.ts';
import type { NewSession, Services, SignedIn } from '../services/door.ts';
import { type App, callerOf } from './door.ts';
import type { Session } from './schemas/session.ts';

export const COOKIE = 'vx_session';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function askWhoCalls(app: App, services: Services): void {
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const token = request.cookies[COOKIE];
    const signedIn = token === undefined ? null : services.session.find(token);
    if (token !== undefined && signedIn !== null) request.caller = { token, signedIn };
    admit(request, request.routeOptions.config.action);
  });
}

/** A route without an action is refused, not let through: the mistake must be on the safe side. */
function admit(request: FastifyRequest, action: Action | undefined): void {
  if (action !== undefined && isPublic(action)) return;
  const { signedIn } = callerOf(request);
  if (!READS.has(request.method)) checkCsrf(request, signedIn.csrfToken);
  const anywhere = signedIn.actor.grants.map((grant) => grant.areaId);
  if (action === undefined || !may(signedIn.actor, action, anywhere)) throw notYours();
}

function checkCsrf(request: FastifyRequest, expected: string): void {
  const given = request.headers['x-csrf-token'];
  if (typeof given === 'string' && same(given, expected)) return;
  throw new AppError({
    code: 'csrf',
    fault: 'forbidden',
    say: {
      vi: 'Yêu cầu không đến từ trang này. Hãy tải lại trang rồi thử lại.',
      en: 'The request did not come from this page. Reload the page and try again.',
    },
  });
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function notYours(): AppError {
  return new AppError({
    code: 'not-your-role',
    fault: 'forbidden',
    say: {
      vi: 'Tài khoản của bạn không có vai trò làm việc này.',
      en: 'Your account holds no role that may do this.',
    },
  });
}

export function giveCookie(request: FastifyRequest, reply: FastifyReply, made: NewSession): void {
  reply.setCookie(COOKIE, made.token, {
    ...cookieOptions(request),
    expires: new Date(made.expiresAtMs),
  });
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(COOKIE, cookieOptions(request));
}

/** Secure only behind https: over plain http a browser would drop the cookie and nobody could sign in. */
function cookieOptions(request: FastifyRequest) {
  return {
    httpOnly: true,
    sameSite: 'strict' as const,
    path: '/',
    secure: request.protocol === 'https',
  };
}

/** What the page may know of a session: never the token. */
export function sessionAnswer(signedIn: SignedIn): Session {
  const { account, grants, csrfToken, speed, simulated, planNowMs } = signedIn;
  return { account, grants, csrfToken, speed, simulated, planNowMs };
}
