// Builds the web server: every route named, every request checked, every answer checked.
// It must never know how anything is decided: parse, call the service, answer.
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyServerOptions, LogController } from 'fastify';
import { checkAnswers } from './answer-check.ts';
import type { App, HttpDeps } from './door.ts';
import { answerErrors } from './errors.ts';
import { demandActions } from './named-actions.ts';
import { answerOnce } from './once.ts';
import { browseApi, describeApi } from './openapi.ts';
import { checkRequests } from './request-check.ts';
import { accountRoutes, auditRoutes, wayBackRoutes } from './routes/accounts.ts';
import {
  approvalRuleRoutes,
  approvingRoutes,
  signedSlipRoutes,
  slipRoutes,
} from './routes/approvals.ts';
import { assignmentRoutes, precedenceRoutes } from './routes/assignments.ts';
import { bulletinRoutes, clipRoutes, judgementRoutes } from './routes/bulletins.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { compositionRoutes } from './routes/compositions.ts';
import { documentRoutes, heardRoutes, newDocumentRoutes } from './routes/documents.ts';
import { feedRoutes, summaryRoutes } from './routes/feeds.ts';
import { frameRecordingRoutes, frameRoutes, frameUseRoutes } from './routes/frames.ts';
import { languageRoutes } from './routes/languages.ts';
import { makingRoutes } from './routes/makings.ts';
import { noticeRoutes, noticeTemplateRoutes, standingRoutes } from './routes/notices.ts';
import { toldRoutes, toldWayRoutes } from './routes/notifications.ts';
import { hearingRoutes } from './routes/personal.ts';
import { areaRoutes } from './routes/places.ts';
import { silenceRoutes, siteNoteRoutes, siteRoutes, speakerRoutes } from './routes/poles.ts';
import { programmeRoutes } from './routes/programmes.ts';
import { publicRoutes } from './routes/public.ts';
import { lexiconRoutes, profileRoutes } from './routes/readings.ts';
import { recordingRoutes } from './routes/recordings.ts';
import { recordRoutes, schemeRoutes } from './routes/records.ts';
import { overrideRoutes, regulationRoutes } from './routes/regulation.ts';
import { foresightRoutes, rehearsalRoutes } from './routes/rehearsals.ts';
import { personalRoutes, publicDeskRoutes, reportRoutes } from './routes/reports.ts';
import { airingRoutes, eventRoutes, scheduleRoutes } from './routes/schedules.ts';
import { scriptRoutes, settlementRoutes } from './routes/scripts.ts';
import { clockRoutes, firstDayRoutes, passwordRoutes, sessionRoutes } from './routes/session.ts';
import { sourcePushRoutes, sourceRoutes } from './routes/source.ts';
import { spareRoutes } from './routes/spares.ts';
import { voiceRoutes } from './routes/voices.ts';
import { wantRoutes } from './routes/wants.ts';
import { deliveryRoutes, webhookRoutes } from './routes/webhooks.ts';
import { askWhoCalls } from './session.ts';
import { makeStreams, type Streams } from './sse.ts';
import { guardPages, servePage } from './static.ts';
import { tellUnheardProxy } from './unheard-proxy.ts';

export type { App, HttpConfig, HttpDeps } from './door.ts';

/** A form with a long text fits ten times; documents have their own limit. */
const JSON_MAX_BYTES = 1024 * 1024;
/** 25 MB at 300 kbit/s, a bad 3G uplink, takes 700 s; what is done with it then is not counted. */
const REQUEST_MAX_MS = 900_000;

/**
 * Over 3G a script page of 541 KB or 5,000 loudspeakers must not travel as they are. Brotli at its
 * default level costs half a second a megabyte, gzip a twentieth of that; below a packet there is nothing to win.
 * A CSRF token may be compressed beside what a person typed: the cookie is SameSite=Strict, so no other
 * site can make a browser ask (BREACH needs that).
 */
const SMALLER = { global: true, threshold: 1_400, encodings: ['gzip' as const] };

export async function buildApp(deps: HttpDeps): Promise<App> {
  const app: App = Fastify(serverOptions(deps));
  app.setValidatorCompiler(checkRequests);
  app.setSerializerCompiler(checkAnswers);
  answerErrors(app);
  tellUnheardProxy(app, deps.config);
  demandActions(app);
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, SMALLER);
  await app.register(fastifyRateLimit, { global: false });
  await guardPages(app);
  askWhoCalls(app, deps.services);
  answerOnce(app, deps.services.once);
  await describeApi(app, deps.config.version);
  await servePage(app, deps.config);
  const streams = makeStreams(deps.services, deps.config.heartbeatMs);
  // before the server waits for its connections to end: an event stream never ends by itself
  app.addHook('preClose', async () => streams.endAll());
  addRoutes(app, { ...deps, streams });
  await browseApi(app);
  return app;
}

function serverOptions({ config, log }: HttpDeps): FastifyServerOptions {
  return {
    trustProxy: config.trustProxy,
    bodyLimit: JSON_MAX_BYTES,
    requestTimeout: REQUEST_MAX_MS,
    // a browser opens connections it may never use, and a stop would wait a minute for each
    forceCloseConnections: true,
    // one line a request would fill the disk of a small machine and say nothing
    logController: new LogController({ disableRequestLogging: true }),
    ...(log === null ? {} : { loggerInstance: log }),
  };
}

function addRoutes(app: App, parts: HttpDeps & { streams: Streams }): void {
  const { services, streams } = parts;
  sessionRoutes(app, parts);
  passwordRoutes(app, parts);
  firstDayRoutes(app, parts);
  clockRoutes(app, services);
  accountRoutes(app, services);
  wayBackRoutes(app, services);
  auditRoutes(app, services);
  areaRoutes(app, services);
  regulationRoutes(app, services);
  overrideRoutes(app, services);
  programmeRoutes(app, services);
  siteRoutes(app, services);
  speakerRoutes(app, services);
  silenceRoutes(app, services);
  siteNoteRoutes(app, services);
  spareRoutes(app, services);
  documentRoutes(app, services);
  heardRoutes(app, services);
  newDocumentRoutes(app, services);
  scriptRoutes(app, services);
  compositionRoutes(app, services);
  settlementRoutes(app, services);
  profileRoutes(app, services);
  lexiconRoutes(app, services);
  bulletinRoutes(app, services);
  judgementRoutes(app, services);
  clipRoutes(app, services);
  makingRoutes(app, services);
  recordingRoutes(app, services);
  languageRoutes(app, services);
  voiceRoutes(app, services);
  approvingRoutes(app, services);
  wantRoutes(app, services);
  approvalRuleRoutes(app, services);
  slipRoutes(app, services);
  signedSlipRoutes(app, services);
  noticeRoutes(app, services);
  noticeTemplateRoutes(app, services);
  standingRoutes(app, services);
  frameRoutes(app, services);
  frameRecordingRoutes(app, services);
  frameUseRoutes(app, services);
  scheduleRoutes(app, services);
  assignmentRoutes(app, services);
  precedenceRoutes(app, services);
  calendarRoutes(app, services);
  foresightRoutes(app, services);
  rehearsalRoutes(app, services);
  airingRoutes(app, services);
  summaryRoutes(app, services);
  feedRoutes(app, services);
  toldRoutes(app, services);
  toldWayRoutes(app, services);
  deliveryRoutes(app, services);
  webhookRoutes(app, services);
  publicRoutes(app, services);
  reportRoutes(app, services);
  recordRoutes(app, services);
  schemeRoutes(app, services);
  publicDeskRoutes(app, services);
  personalRoutes(app, services);
  hearingRoutes(app, services);
  sourcePushRoutes(app, services);
  sourceRoutes(app, services);
  eventRoutes(app, streams);
}
