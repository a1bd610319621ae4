// Routes behind a recording link: pages and one upload for somebody without an account; the token is the proof.
// It must never open a session, keep a file in memory, nor answer a wrong token other than an old one.
import { basename, dirname } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import { type App, created } from '../door.ts';
import { statusOf } from '../errors.ts';
import { langAsked, type Query, textAsked } from '../pages/asked.ts';
import type { Html } from '../pages/html.ts';
import { LINK_SCRIPT, LINK_STYLE } from '../pages/link-script.ts';
import { LINK_WORDS } from '../pages/link-words.ts';
import { type LinkShown, linkFault, linkPage } from '../pages/recording-link.ts';
import { perMinute } from '../rate.ts';
import { isFromHere } from '../same-origin.ts';
import { ByToken, LinkSoundQuery, SentAnswer, SentQuery } from '../schemas/commission.ts';
import { answers } from '../schemas/common.ts';
import { bytesOf, goneSignal, refuseTooLarge } from '../sound-body.ts';

/** A person on a bad line loads anew and again; a guesser needs 2^255 of them. */
const VIEWS_A_MINUTE = 60;
/** A recording takes minutes to speak. */
const SENT_A_MINUTE = 10;
const FORM_MAX_BYTES = 8_192;
/** Its own script and sound, and what the microphone has just recorded; forms go back to it. */
const POLICY =
  "default-src 'none';script-src 'self';style-src 'self';media-src 'self' blob:;connect-src 'self';img-src data:;form-action 'self';base-uri 'none';frame-ancestors 'none'";

type Links = Services['recordingLinks'];
type Of = { Params: { token: string }; Querystring: Query };
const FORM = 'application/x-www-form-urlencoded';

export function recordingLinkRoutes(app: App, { recordingLinks }: Services): void {
  app.register(async (room: App) => {
    guard(room);
    const options = { parseAs: 'string', bodyLimit: FORM_MAX_BYTES } as const;
    room.addContentTypeParser(FORM, options, (_request, body, taken) =>
      taken(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    room.setErrorHandler((error, request, reply) =>
      sendFault(error, request as FastifyRequest<Of>, reply),
    );
    fixedRoutes(room);
    pageRoutes(room, recordingLinks);
  });
  app.register(async (room: App) => {
    guard(room);
    room.addContentTypeParser('application/octet-stream', (_request, body, taken) =>
      taken(null, body),
    );
    soundRoutes(room, recordingLinks);
  });
}

function guard(room: App): void {
  room.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', POLICY);
    // the address is the secret: no other site learns it from a link
    reply.header('referrer-policy', 'same-origin').header('cache-control', 'no-store');
    reply.header('x-robots-tag', 'noindex');
  });
}

const FIXED = { config: { action: 'page.view' as const }, schema: { hide: true } };

function fixedRoutes(room: App): void {
  for (const [path, type, text] of [
    ['/thu-am/trang.js', 'text/javascript', LINK_SCRIPT],
    ['/thu-am/trang.css', 'text/css', LINK_STYLE],
  ] as const)
    room.get(path, FIXED, (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=60').send(text),
    );
}

function pageRoutes(room: App, links: Links): void {
  const config = { action: 'commission.open' as const, rateLimit: perMinute(VIEWS_A_MINUTE) };
  const options = { config, schema: { hide: true } };
  for (const [path, kind] of [
    ['/thu-am/:token', 'speak'],
    ['/nghe-lai/:token', 'listen'],
  ] as const)
    room.get<Of>(path, options, (request, reply) => {
      const view = links.view(request.params);
      if (view.kind !== kind) throw missing();
      return sendPage(reply, linkPage(shownAt(request), view));
    });
  room.post<Of>('/nghe-lai/:token', options, (request, reply) => {
    if (!isFromHere(request)) throw crossed();
    const form = (request.body ?? {}) as Query;
    const { token } = request.params;
    const confirmed = textAsked(form, 'dung') === '1';
    const remark = textAsked(form, 'nhan-xet').slice(0, 300) || null;
    links.judge({ token, contentHash: textAsked(form, 'hash'), confirmed, remark });
    // loaded again, the page judges nothing again
    return reply.redirect(shownAt(request).path, 303);
  });
}

function soundRoutes(room: App, links: Links): void {
  room.post(
    '/thu-am/:token/ban-ghi',
    {
      config: {
        ...{ action: 'commission.send', again: true, secretAnswer: true },
        rateLimit: perMinute(SENT_A_MINUTE),
      },
      onRequest: refuseTooLarge,
      schema: {
        params: ByToken,
        querystring: SentQuery,
        description: 'application/octet-stream: a sound file, 32 MB at most',
        response: answers(201, SentAnswer),
      },
    },
    async (request, reply) => {
      if (!isFromHere(request)) throw crossed();
      const { ten: speakerName, loi: textHash } = request.query;
      const sent = { speakerName, consent: true, textHash, signal: goneSignal(reply) };
      const { token } = request.params;
      const { state } = await links.send({ token, bytes: bytesOf(request.body), ...sent });
      return created(reply, { state });
    },
  );
  for (const path of ['/thu-am/:token/ban-ghi', '/nghe-lai/:token/ban-ghi'] as const)
    room.get(
      path,
      {
        config: { action: 'commission.open', rateLimit: perMinute(VIEWS_A_MINUTE) },
        schema: {
          params: ByToken,
          querystring: LinkSoundQuery,
          description: 'what was sent, as it would air: Ogg Opus, or MP3',
        },
      },
      async (request, reply) => {
        const simple = request.query.kieu === 'mp3';
        const { path: file, mime } = await links.sound({
          ...{ ...request.params, simple, signal: goneSignal(reply) },
        });
        reply.type(mime);
        const options = { contentType: false, cacheControl: false, acceptRanges: true };
        return reply.sendFile(basename(file), dirname(file), options);
      },
    );
}

function shownAt(request: FastifyRequest): LinkShown {
  const [path = '/'] = request.url.split('?');
  return { lang: langAsked(request.query as Query), path };
}

function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page.markup);
}

function sendFault(error: unknown, request: FastifyRequest<Of>, reply: FastifyReply): FastifyReply {
  const known = error instanceof AppError ? error : null;
  const status = known ? statusOf(known) : ((error as { statusCode?: number }).statusCode ?? 500);
  if (status >= 500) request.log.error({ err: error }, 'a recording link could not be shown');
  const shown = shownAt(request);
  const own = known && known.code !== 'missing' ? known.say[shown.lang] : null;
  const page = linkFault(shown, own ?? LINK_WORDS[shown.lang].missing);
  return sendPage(reply.code(status), page);
}

const missing = () => fault('missing', 'missing');
const crossed = () => fault('crossed', 'forbidden');

function fault(code: 'missing' | 'crossed', kind: 'missing' | 'forbidden'): AppError {
  const { vi, en } = LINK_WORDS;
  return new AppError({ code, fault: kind, say: { vi: vi[code], en: en[code] } });
}
