// Routes of the villagers' pages: HTML and sound for anybody, no session, no cookie, no script.
// It must never decide what may be read: the service hands over what may.
import { basename, dirname } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/errors.ts';
import type { Services } from '../../services/door.ts';
import type { PublicView } from '../../services/public/public-door.ts';
import type { App } from '../door.ts';
import { statusOf } from '../errors.ts';
import {
  dayAsked,
  idAsked,
  kindAsked,
  langAsked,
  pageAsked,
  type Query,
  slugAsked,
  textAsked,
} from '../pages/asked.ts';
import { FOLLOW_SCRIPT, FOLLOW_STYLE } from '../pages/follow-script.ts';
import type { Shown } from '../pages/frame.ts';
import { address, type Html } from '../pages/html.ts';
import { keptPages, type Sent, sentOf } from '../pages/rendered.ts';
import { airingPage, communesPage, faultPage, followPage, reportForm } from '../pages/report.ts';
import { PAGE_STYLE } from '../pages/style.ts';
import { weekPage } from '../pages/week.ts';
import { PAGE_WORDS } from '../pages/words.ts';
import { perMinute } from '../rate.ts';
import { isFromHere } from '../same-origin.ts';

/** 500 letters of Vietnamese, each nine signs in a form, and the choices beside them. */
const FORM_MAX_BYTES = 8_192;
/** A page may be a minute old; after a siren a whole commune opens it at once. */
const FRESH = 'public, max-age=60';
/** Nothing but this page's own style and sound; forms go back to it. */
const POLICY =
  "default-src 'none';style-src 'self';media-src 'self';img-src data:;form-action 'self';base-uri 'none';frame-ancestors 'none'";

/** And, on the page of one airing, its own script, which asks for the seconds of that sound. */
const FOLLOW_POLICY = `${POLICY};script-src 'self';connect-src 'self'`;

type Parts = Pick<Services, 'publicPages' | 'reports'>;
type Of = { Params: { code: string; id?: string; number?: string }; Querystring: Query };

export function publicRoutes(app: App, parts: Parts): void {
  // a room of its own: forms are read here and nowhere else, and failures are pages
  app.register(async (room: App) => {
    room.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', POLICY);
      // a form must say where it stands, or no browser would say so
      reply.header('referrer-policy', 'same-origin');
    });
    const options = { parseAs: 'string', bodyLimit: FORM_MAX_BYTES } as const;
    room.addContentTypeParser(
      'application/x-www-form-urlencoded',
      options,
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    room.setErrorHandler((error, request, reply) =>
      sendFault({ parts, error, request: request as FastifyRequest<Of>, reply }),
    );
    readRoutes(room, parts);
    reportPages(room, parts);
  });
}

const VIEW = { config: { action: 'page.view' as const }, schema: { hide: true } };

/** Behind one address of a mobile operator there may be a whole commune. */
const FOLLOWED = {
  config: { ...VIEW.config, rateLimit: perMinute(120) },
  schema: VIEW.schema,
};

function readRoutes(room: App, { publicPages }: Parts): void {
  const kept = keptPages();
  const style = sentOf({ markup: `${PAGE_STYLE}\n${FOLLOW_STYLE}` });
  const script = sentOf({ markup: FOLLOW_SCRIPT });
  room.get('/xa/trang.css', VIEW, (request, reply) =>
    send(request, reply.type('text/css; charset=utf-8').header('cache-control', FRESH), style),
  );
  room.get<Of>('/xa', VIEW, (request, reply) => {
    const page = communesPage(shownAt(request, {}), publicPages.communes());
    return sendFresh(request, reply, sentOf(page));
  });
  room.get<Of>('/xa/:code', VIEW, (request, reply) => {
    const { query, params } = request;
    const view = publicPages.view(params);
    const asked = weekAsked(publicPages, view, query);
    const shown = shownAt(request, asked);
    const variant = `${shown.lang} ${Object.values(asked).join(' ')}`;
    return sendFresh(
      request,
      reply,
      kept(view, variant, () => weekPage(shown, view, asked)),
    );
  });
  room.get<Of>('/xa/:code/tin/:id', VIEW, (request, reply) => {
    const view = publicPages.view(request.params);
    const airing = view.airings.find(({ id }) => id === request.params.id);
    if (!airing?.said) throw missing();
    const trang = pageAsked(request.query);
    const shown = shownAt(request, {});
    const variant = `${shown.lang} tin ${airing.id} ${trang}`;
    // this page alone has a script: its words move with the sound
    reply.header('content-security-policy', FOLLOW_POLICY);
    return sendFresh(
      request,
      reply,
      kept(view, variant, () => airingPage(shown, { view, airing, trang })),
    );
  });
  room.get('/xa/nghe.js', VIEW, (request, reply) =>
    send(
      request,
      reply.type('text/javascript; charset=utf-8').header('cache-control', FRESH),
      script,
    ),
  );
  room.get<Of>('/xa/:code/sound/:id.json', FOLLOWED, async (request, reply) => {
    const { code, id: airingId = '' } = request.params;
    const heard = await publicPages.follow({ code, airingId });
    reply.type('application/json; charset=utf-8').header('cache-control', FRESH);
    return reply.send(JSON.stringify(heard));
  });
  room.get<Of>('/xa/:code/sound/:id.opus', VIEW, (request, reply) => {
    const { code, id: airingId = '' } = request.params;
    const { path } = publicPages.sound({ code, airingId });
    // asked again each time it is heard: a bulletin may have been marked since
    reply.type('audio/ogg').header('cache-control', 'no-cache');
    const options = { contentType: false, cacheControl: false, acceptRanges: true };
    return reply.sendFile(basename(path), dirname(path), options);
  });
}

/** A village that is not this commune's is no choice; a pole's code chooses its village. */
function weekAsked(publicPages: Parts['publicPages'], view: PublicView, query: Query) {
  const wanted = slugAsked(query, 'ban');
  const siteId = slugAsked(query, 'loa');
  const pole = siteId === null ? null : publicPages.villageOf({ code: view.code, siteId });
  const known = view.villages.find(({ code }) => code === (wanted ?? pole?.code)) ?? null;
  return {
    ban: known?.code ?? null,
    loa: pole === null ? null : siteId,
    ngay: dayAsked(query),
    trang: pageAsked(query),
  };
}

function reportPages(room: App, { publicPages, reports }: Parts): void {
  room.get<Of>('/xa/:code/phan-anh', VIEW, (request, reply) => {
    const { query } = request;
    const view = publicPages.view(request.params);
    const { ban, loa } = weekAsked(publicPages, view, query);
    const asked = { viec: kindAsked(query), luot: idAsked(query, 'luot'), ban, loa };
    return sendOnce(request, reply, reportForm(shownAt(request, asked), view, asked));
  });
  const config = { action: 'report.send' as const };
  const schema = {
    description: 'a form of viec, luot, ban, loa, loi; answered by a page',
    consumes: [FORM],
  };
  room.post<Of>('/xa/:code/phan-anh', { config, schema }, (request, reply) => {
    const { code } = request.params;
    const form = (request.body ?? {}) as Query;
    const lang = langAsked(form);
    if (!isFromHere(request)) throw crossed();
    const kind = kindAsked(form);
    // its code as it is known here: what was sent need not be fit for an address
    const known = publicPages.view({ code }).code;
    if (kind === null) return reply.redirect(address(`/xa/${known}/phan-anh`, { lang }), 303);
    const { number, textKept } = reports.send({
      ...{ code, kind, airingId: idAsked(form, 'luot'), village: slugAsked(form, 'ban') },
      ...{ siteId: slugAsked(form, 'loa'), text: textAsked(form, 'loi'), address: request.ip },
    });
    const query = { moi: textKept ? '1' : '2', lang: lang === 'en' ? lang : null };
    // loaded again, the page sends nothing again
    return reply.redirect(address(`/xa/${known}/phan-anh/${number}`, query), 303);
  });
  room.get<Of>('/xa/:code/phan-anh/:number', VIEW, (request, reply) => {
    const { code, number = '' } = request.params;
    const view = publicPages.view({ code });
    const report = reports.follow({ code, number });
    const moi = textAsked(request.query, 'moi');
    const sent = moi === '1' ? 'whole' : moi === '2' ? 'counted' : null;
    return sendOnce(request, reply, followPage(shownAt(request, {}), { view, report, sent }));
  });
  room.get<Of>('/xa/:code/tra-loi', VIEW, (request, reply) => {
    const { code } = publicPages.view(request.params);
    const number = textAsked(request.query, 'so')
      .replace(/[^0-9A-Za-z]/gu, '')
      .slice(0, 20);
    const lang = langAsked(request.query) === 'en' ? 'en' : null;
    return reply.redirect(address(`/xa/${code}/phan-anh/${number || '-'}`, { lang }), 303);
  });
}

const FORM = 'application/x-www-form-urlencoded';

function shownAt(request: FastifyRequest, query: Shown['query']): Shown {
  const [path = '/xa'] = request.url.split('?');
  return { lang: langAsked(request.query as Query), path, query };
}

function sendFresh(request: FastifyRequest, reply: FastifyReply, sent: Sent): FastifyReply {
  return send(request, reply.type('text/html; charset=utf-8').header('cache-control', FRESH), sent);
}

/** What is somebody's own is kept by nobody on the way. */
function sendOnce(request: FastifyRequest, reply: FastifyReply, page: Html): FastifyReply {
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
  return send(request, reply, sentOf(page));
}

function send(request: FastifyRequest, reply: FastifyReply, sent: Sent): FastifyReply {
  const { plain, gzip, etag } = sent;
  reply.header('etag', etag).header('vary', 'accept-encoding');
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  const takesGzip = /\bgzip\b/u.test(request.headers['accept-encoding'] ?? '');
  return takesGzip ? reply.header('content-encoding', 'gzip').send(gzip) : reply.send(plain);
}

function sendFault(of: {
  parts: Parts;
  error: unknown;
  request: FastifyRequest<Of>;
  reply: FastifyReply;
}): FastifyReply {
  const { parts, error, request, reply } = of;
  // the API's own handler words what only it knows; here it is one sentence on a page
  const known = error instanceof AppError ? error : null;
  const outside = (error as { statusCode?: number }).statusCode ?? 500;
  const status = known ? statusOf(known) : outside;
  if (status >= 500) request.log.error({ err: error }, 'a page could not be shown');
  const shown = shownAt(request, {});
  const w = PAGE_WORDS[shown.lang];
  const own = known && known.code !== 'missing' ? known.say[shown.lang] : null;
  const says = own ?? (status === 413 || status === 415 ? w.badForm : w.missing);
  const view = viewOrNull(parts, request.params?.code);
  const asksNumber = request.params?.number !== undefined && view !== null;
  const page = faultPage(shown, { says: asksNumber ? w.noNumber : says, view });
  return sendOnce(request, reply.code(status), page);
}

function viewOrNull({ publicPages }: Parts, code: string | undefined): PublicView | null {
  try {
    return code === undefined ? null : publicPages.view({ code });
  } catch {
    return null; // closed, unknown, or the very failure that is being told
  }
}

function missing(): AppError {
  const { vi, en } = PAGE_WORDS;
  return new AppError({
    code: 'missing',
    fault: 'missing',
    say: { vi: vi.missing, en: en.missing },
  });
}

function crossed(): AppError {
  const { vi, en } = PAGE_WORDS;
  return new AppError({
    code: 'crossed',
    fault: 'forbidden',
    say: { vi: vi.crossed, en: en.crossed },
  });
}
