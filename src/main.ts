// Joins every room into the running service; the only file that sees them all.
// It must never hold a rule: it opens things in order and closes them in the opposite one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSherpaEar } from '../audio/check/sherpa-ear.ts';
import { sweepDesks } from '../audio/intake/index.ts';
import type { AllowedHours } from '../devices/protocol/index.ts';
import { type Anchor, makeSimulatedClock, realClock } from './clock.ts';
import { worldly } from './db/faults.ts';
import { lockDataFolder } from './db/lock.ts';
import { openStore } from './db/store.ts';
import { makeDocumentFiles } from './document-files.ts';
import { buildApp } from './http/app.ts';
import { builtInLanguages } from './languages.ts';
import { listening } from './listening.ts';
import { makeLog } from './log.ts';
import { makeLink } from './mqtt/link.ts';
import { type BrokerSide, openEmbedded, openExternal } from './mqtt/side.ts';
import { builtInNotices } from './notice-templates.ts';
import { makePapers } from './papers/papers.ts';
import { makePieces } from './pieces-room.ts';
import { makeClosers, type Running, runProcess } from './process.ts';
import { projectRoot } from './project-root.ts';
import { makeReader } from './reader.ts';
import { builtInRecords } from './record-templates.ts';
import { builtInRegulations } from './regulation-templates.ts';
import { sendersOf } from './senders-of.ts';
import { type Access, makeAccess } from './services/access.ts';
import { makeChanges } from './services/changes.ts';
import { makeHappenings } from './services/happenings.ts';
import { makeIds } from './services/ids.ts';
import { type House, joinHouse } from './services/index.ts';
import type { Clock, Log, Store } from './services/ports.ts';
import { asVoices, chosenFor, type SpokenWish } from './services/voices/choosing.ts';
import { readSettings, type Settings } from './settings.ts';
import { warningsOf } from './settings-warnings.ts';
import { openSigningKey } from './signing-key.ts';
import { sourceOf } from './source-of.ts';
import { countryDays } from './special-days.ts';
import { makeStudio } from './studio.ts';
import { openVoices, type VoiceHouse } from './voices-of.ts';

async function start(): Promise<Running> {
  const settings = readSettings(process.env);
  const closers = makeClosers();
  try {
    const lines = await open(settings, closers);
    return { lines, stop: closers.closeAll };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

/** data folder → rows → key → broker → link → HTTP → heartbeat; what was opened is closed in reverse. */
async function open(settings: Settings, { opened }: ReturnType<typeof makeClosers>) {
  const log = makeLog(settings.logLevel);
  for (const line of warningsOf(settings)) log.warn(line);
  const lock = opened(lockDataFolder(settings.folder), (it) => it.release());
  sweepDesks();
  const store = opened(openStore({ path: join(settings.folder, 'vang-xa.db') }), (it) =>
    it.close(),
  );
  const signer = openSigningKey(join(settings.folder, 'keys', 'signing.pem'));
  const { clock, setSpeed } = clockOf(settings, store);
  const access = makeAccess({ store });
  const house: { is: House | null } = { is: null };
  const refused = (username: string, address: string) =>
    house.is?.incidents.report('connection-refused', username, { address });
  const side = opened(await openSide({ settings, access, log, refused }), (it) => it.stop());
  const link = opened(makeLink({ ...side.account, clock, log }), (it) => it.stop());
  const voices = await openedVoices(settings, { log, opened });
  const makers = openMakers({ settings, store, voices }, opened);
  const files = await sweptFiles(settings.folder, store);
  const http = { url: '' };
  const ownUrl = () => settings.publicUrl ?? http.url;
  const version = packageVersion();
  house.is = opened(
    joinHouse({
      ...{ store, clock, signer, ...makers, files, log, wire: link, doors: side.doors },
      voices: asVoices(store, voices),
      ids: makeIds(),
      changes: makeChanges(log),
      happenings: makeHappenings(log),
      source: sourceOf(settings.source),
      senders: sendersOf({
        ...{ told: settings.told, folder: settings.folder },
        ...{ publicUrl: ownUrl, wallMs: clock.wallMs },
      }),
      noticeTemplates: builtInNotices(),
      recordTemplates: builtInRecords(),
      regulationTemplates: builtInRegulations(),
      specialDays: countryDays(),
      languages: builtInLanguages(),
      terms: {
        version,
        leadMs: settings.leadMs,
        graceMs: settings.graceMs,
        firstHours: firstHours(),
        publicUrl: ownUrl,
        brokerUrl: () => settings.publicBrokerUrl ?? side.publicUrl,
        setSpeed,
      },
    }),
    (it) => it.stop(),
  );
  house.is.listen(link.start);
  const { services } = house.is;
  const config = appConfig(settings, version);
  const app = opened(await buildApp({ services, config, log }), (it) => it.close());
  const at = { ...settings.http, prefix: 'VANGXA_HTTP' } as const;
  http.url = await listening(at, () => app.listen(settings.http));
  house.is.start();
  log.info({ folder: settings.folder, held: lock !== null, version }, 'started');
  const { publicUrl } = settings;
  const setUpToken = house.is.offerSetUp();
  return linesOf({ setUpToken, publicUrl, http: http.url, mqtt: side.publicUrl });
}

type Opened = ReturnType<typeof makeClosers>['opened'];

/** What reads, sounds and prints: each on threads of its own. */
function openMakers(of: { settings: Settings; store: Store; voices: VoiceHouse }, opened: Opened) {
  const { store, voices } = of;
  const { folder, earFolder } = of.settings;
  const ear = earFolder === null ? null : createSherpaEar({ folder: earFolder });
  const reader = opened(makeReader(), (it) => it.close());
  const chosen = { chosen: (wish: SpokenWish) => chosenFor({ store, voices }, wish) };
  const studio = opened(
    makeStudio({ folder, reader, ear, voices: { ...voices, ...chosen } }),
    (it) => it.close(),
  );
  const papers = opened(makePapers(), (it) => it.close());
  const pieces = makePieces({ folder });
  return { reader, composer: reader.composer, studio, papers, pieces };
}

/** Engines start when they first speak; what gives no voice is said here and on the screen. */
async function openedVoices(settings: Settings, { log, opened }: { log: Log; opened: Opened }) {
  const voices = opened(await openVoices(settings.voices), (it) => it.close());
  log.info({ voices: voices.list().map(({ id }) => id) }, 'voices');
  for (const { name, say } of voices.refused()) log.warn({ voice: name }, say.en);
  return voices;
}

/** Files that no row names are what a crash left: they go before anything new comes. */
async function sweptFiles(folder: string, store: Store) {
  await makePieces({ folder }).sweep(store.framePieces.hashes());
  const files = makeDocumentFiles({ folder });
  await files.sweep([
    ...store.documents.fileHashes(),
    ...store.slips.fileHashes(),
    ...store.siteFacts.photoHashes(),
  ]);
  return files;
}

function appConfig(settings: Settings, version: string) {
  const webDir = join(projectRoot, 'dist', 'web');
  const tilesDir = join(settings.folder, 'tiles');
  return {
    trustProxy: settings.trustProxy ?? false,
    webDir: existsSync(webDir) ? webDir : null,
    tilesDir: existsSync(tilesDir) ? tilesDir : null,
    version,
  };
}

function openSide(of: {
  settings: Settings;
  access: Access;
  log: Log;
  refused(username: string, address: string): void;
}): Promise<BrokerSide> {
  const { settings, access, log, refused } = of;
  if (settings.externalBroker === null)
    return listening({ ...settings.mqtt, prefix: 'VANGXA_MQTT' }, () =>
      openEmbedded({ ...settings.mqtt, access, log, refused }),
    );
  return openExternal({
    url: settings.externalBroker,
    filesFolder: join(settings.folder, 'mosquitto'),
    pidFile: settings.mosquittoPidFile,
    access,
    log,
  });
}

const ANCHOR_KEY = 'clock.anchor';

/** A demonstration that is started again goes on at its own hour, not at its first one. */
function clockOf(settings: Settings, store: Store) {
  const startMs = settings.clockStartMs;
  if (startMs === null) return { clock: realClock as Clock, setSpeed: null };
  const kept = store.settings.get(ANCHOR_KEY);
  const last = kept === null ? null : (JSON.parse(kept) as Anchor & { startMs: number });
  const clock = makeSimulatedClock({
    startMs,
    kept: last?.startMs === startMs ? last : null,
    keep: (anchor) => store.settings.put(ANCHOR_KEY, JSON.stringify({ ...anchor, startMs })),
  });
  return { clock: clock as Clock, setSpeed: clock.setSpeed };
}

/** The set-up link in plain words for a person; one line of JSON for whoever started the service. */
function linesOf(of: {
  setUpToken: string | null;
  publicUrl: string | null;
  http: string;
  mqtt: string;
}): string[] {
  const listening = JSON.stringify({ event: 'listening', http: of.http, mqtt: of.mqtt });
  if (of.setUpToken === null) return [listening];
  const link = `${of.publicUrl ?? of.http}/#/setup?token=${of.setUpToken}`;
  return [`Thiết lập lần đầu, dùng một lần (first set-up, used once): ${link}`, listening];
}

function firstHours(): AllowedHours {
  const path = join(projectRoot, 'config', 'regulation.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { hours: AllowedHours }).hours;
}

function packageVersion(): string {
  const path = join(projectRoot, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

await runProcess({ start, fatal: worldly });
