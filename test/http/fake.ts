// A Services door that answers samples and remembers what it was asked, and an app built on it.
// It must never decide anything: tests replace single methods to make it fail.
import { AppError } from '../../src/domain/errors.ts';
import { type App, buildApp } from '../../src/http/app.ts';
import type { HttpConfig } from '../../src/http/door.ts';
import type { NewSession, Services } from '../../src/services/door.ts';
import type { Change } from '../../src/services/ports.ts';
import * as approvals from './approval-sample.ts';
import * as given from './assign-sample.ts';
import * as compositions from './composition-sample.ts';
import * as feedSample from './feed-sample.ts';
import * as foreseen from './foresight-sample.ts';
import { frameDoors } from './frame-sample.ts';
import * as hearings from './hearing-sample.ts';
import * as languages from './language-sample.ts';
import * as makings from './making-sample.ts';
import * as notices from './notice-sample.ts';
import { allClear, poleDoors } from './pole-sample.ts';
import { programmeDoors } from './programme-sample.ts';
import * as villagers from './public-sample.ts';
import * as read from './reading-sample.ts';
import * as kept from './record-sample.ts';
import * as recordings from './recording-sample.ts';
import { overrideDoors, regulationDoors } from './regulation-sample.ts';
import * as sample from './sample.ts';
import * as sources from './source-sample.ts';
import { toldDoors } from './told-sample.ts';
import * as voiced from './voice-sample.ts';

export type Asked = { method: string; input: unknown };
export type Fake = {
  services: Services;
  asked: Asked[];
  sessions: Map<string, NewSession>;
  listeners: Set<(change: Change) => void>;
};

/** Every method answers its sample; the actor is dropped from what is remembered. */
export function fakeServices(): Fake {
  const asked: Asked[] = [];
  const sessions = new Map<string, NewSession>();
  const listeners = new Set<(change: Change) => void>();
  const answer =
    <T>(method: string, value: T) =>
    (_actor: unknown, input?: unknown): T => {
      asked.push({ method, input });
      return value;
    };
  const open = async (input: { password: string }): Promise<NewSession> => {
    asked.push({ method: 'session.open', input });
    if (input.password !== 'một câu thật dài') throw wrongPassword();
    const made = sample.sessionOf(null, `token-${sessions.size + 1}`);
    sessions.set(made.token, made);
    return made;
  };
  const services: Services = {
    session: {
      find: (token) => sessions.get(token) ?? null,
      signIn: open,
      signOut: (token) => void sessions.delete(token),
      setUp: open,
      acceptInvitation: open,
      changePassword: async (_actor, input) =>
        void asked.push({ method: 'session.changePassword', input }),
    },
    ...people(answer),
    ...places(answer),
    frames: frameDoors(answer),
    programmes: programmeDoors(answer),
    ...overrideDoors(answer),
    ...poleDoors(answer),
    ...things(answer),
    ...approvals.doors(answer),
    ...compositions.doors(answer),
    ...makings.doors(answer),
    ...recordings.doors(answer),
    ...languages.doors(answer),
    ...voiced.doors(answer),
    ...given.doors(answer),
    ...notices.doors(answer),
    ...foreseen.doors(answer),
    ...readings(answer),
    ...toldDoors(answer),
    ...sources.doors(answer),
    ...villagers.doors(answer),
    ...hearings.doors(answer),
    ...kept.doors(answer),
    ...feedSample.doors(answer),
    events: {
      listen(_actor, listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    // every request is a new one: what is repeated is tested over real rows (once.test.ts)
    once: { begin: async () => null, finish: () => undefined },
  };
  return { services, asked, sessions, listeners };
}

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

function people(answer: Answer): Pick<Services, 'accounts' | 'audit' | 'simulation' | 'health'> {
  const { account, grants } = sample.sessionOf(null);
  const view = { account: { ...account, disabledAtMs: null }, grants };
  const invited = { invitationToken: 'inv', invitationUrl: 'http://x/#/invite?token=inv' };
  return {
    accounts: {
      list: answer('accounts.list', [view]),
      create: answer('accounts.create', { ...view, ...invited }),
      setGrants: answer('accounts.setGrants', view),
      disable: answer('accounts.disable', view),
      enable: answer('accounts.enable', view),
      inviteAgain: answer('accounts.inviteAgain', { ...view, ...invited }),
    },
    audit: { list: answer('audit.list', []) },
    simulation: { setSpeed: answer('simulation.setSpeed', { speed: 8 }) },
    health: {
      read: () => ({
        ok: true,
        broker: 'connected',
        version: '0.1.0',
        planNowMs: sample.NOW_MS,
        speed: 1,
      }),
    },
  };
}

function places(answer: Answer): Pick<Services, 'areas' | 'sites'> {
  const enrolment = {
    speakerId: sample.site.id,
    unitId: 'unit-1',
    brokerUrl: 'mqtt://localhost:1883',
    username: sample.site.id,
    password: 'p'.repeat(24),
    keys: [{ keyId: 'k1', publicKey: 'AAAA' }],
  };
  return {
    areas: {
      list: answer('areas.list', [sample.area]),
      create: answer('areas.create', sample.area),
      remove: answer('areas.remove', undefined),
      ...regulationDoors(answer),
    },
    sites: {
      list: answer('sites.list', [sample.site]),
      create: answer('sites.create', sample.site),
      installUnit: answer('sites.installUnit', { enrolment }),
      removeUnit: answer('sites.removeUnit', undefined),
    },
  };
}

type Things = Pick<Services, 'bulletins' | 'schedules' | 'specialDays' | 'plan' | 'airings'>;
function things(answer: Answer): Things {
  const { bulletin, clip, schedule, occurrence, airing } = sample;
  const say = { vi: 'Văn bản là bản dự thảo.', en: 'The document is a draft.' };
  const warnings = [{ code: 'draft', number: null, say } as const];
  const view = {
    bulletin,
    authorName: 'Lan',
    clip,
    approvals: [],
    approval: approvals.progress,
    schedules: [schedule],
    speech: voiced.speech,
    outlook: [{ scheduleId: schedule.id, nextAtMs: sample.NOW_MS, hindrance: null, hushed: [] }],
    warnings,
    ...recordings.heard,
  };
  const planned = {
    ...occurrence,
    title: bulletin.title,
    airing: null,
    airingId: null,
    hushed: [],
  };
  const next = [occurrence];
  const made = { schedule, next, warnings: [] };
  const planPage = { nowMs: sample.NOW_MS, next: null };
  const sentence = { vi: 'Đã phát.', en: 'Played.' };
  const part = { siteId: 'ban-mong-1', siteName: 'Mòng', village: 'Bản Mòng', sentence };
  return {
    bulletins: {
      create: answer('bulletins.create', bulletin),
      list: answer('bulletins.list', [bulletin]),
      get: answer('bulletins.get', view),
      edit: answer('bulletins.edit', bulletin),
      submit: answer('bulletins.submit', bulletin),
      remove: answer('bulletins.remove', undefined),
      approve: answer('bulletins.approve', bulletin),
      sendBack: answer('bulletins.sendBack', bulletin),
      sound: answer('bulletins.sound', { path: '/nowhere', bytes: 0 }),
      rendition: answer(
        'bulletins.rendition',
        Promise.resolve({ path: '/nowhere', mime: 'audio/ogg', bytes: 0 }),
      ),
      languages: answer('bulletins.languages', sample.languages),
    },
    schedules: {
      create: answer('schedules.create', made),
      preview: answer('schedules.preview', { next, says: schedule.says, warnings: [] }),
      list: answer('schedules.list', [schedule]),
      get: answer('schedules.get', schedule),
      update: answer('schedules.update', made),
      withdraw: answer('schedules.withdraw', Promise.resolve(schedule)),
      except: answer('schedules.except', { next }),
      unexcept: answer('schedules.unexcept', { next }),
    },
    specialDays: {
      list: answer('specialDays.list', [sample.specialDay]),
      add: answer('specialDays.add', sample.specialDay),
      change: answer('specialDays.change', sample.specialDay),
      remove: answer('specialDays.remove', undefined),
    },
    plan: { list: answer('plan.list', { ...planPage, occurrences: [planned] }) },
    airings: {
      list: answer('airings.list', { airings: [airing], cutAtMs: null }),
      get: answer('airings.get', {
        airing,
        readOnly: false,
        stillSaid: false,
        speakers: [{ ...part, verdict: sample.verdict, before: [{ givenAtMs: 1, sentence }] }],
      }),
      chain: answer('airings.chain', {
        siteId: 'ban-mong-1',
        facts: [{ atMs: sample.NOW_MS, says: sentence }],
      }),
      cancel: answer('airings.cancel', Promise.resolve(airing)),
      allClear: answer('airings.allClear', allClear),
    },
  };
}

type Read = Pick<Services, 'documents' | 'scripts' | 'readings' | 'lexicons'>;
function readings(answer: Answer): Read {
  const later = <T>(method: string, value: T) => answer(method, Promise.resolve(value));
  return {
    documents: {
      create: later('documents.create', read.taken),
      list: answer('documents.list', [read.line]),
      get: answer('documents.get', read.view),
      file: answer('documents.file', { path: '/nowhere', bytes: 0, name: 'a.pdf' }),
      setStatus: answer('documents.setStatus', read.part),
      heard: answer('documents.heard', read.heard),
      correct: answer('documents.correct', { bulletin: sample.bulletin, areaIds: ['v'] }),
    },
    scripts: {
      script: later('scripts.script', read.script),
      settle: later('scripts.settle', read.settled),
      unsettle: answer('scripts.unsettle', undefined),
      digest: later('scripts.digest', read.digest),
      digestOfBulletin: later('scripts.digestOfBulletin', read.digest),
      programmes: later('scripts.programmes', read.programmes),
      differences: later('scripts.differences', read.differences),
    },
    readings: {
      profile: answer('readings.profile', read.ownReading),
      setProfile: answer('readings.setProfile', read.ownReading),
    },
    lexicons: {
      list: answer('lexicons.list', read.lexicon),
      add: answer('lexicons.add', read.addition),
      change: answer('lexicons.change', read.addition),
      drop: answer('lexicons.drop', undefined),
      uses: later('lexicons.uses', read.uses),
    },
  };
}

function wrongPassword(): AppError {
  return new AppError({
    code: 'wrong-password',
    fault: 'unauthenticated',
    say: { vi: 'Sai tên hoặc mật khẩu.', en: 'Wrong name or password.' },
  });
}

export async function fakeApp(config: Partial<HttpConfig> = {}): Promise<Fake & { app: App }> {
  const fake = fakeServices();
  const app = await buildApp({
    services: fake.services,
    config: { trustProxy: false, webDir: null, version: '0.1.0', ...config },
    log: null,
  });
  return { ...fake, app };
}

/** Headers of somebody signed in with these roles (all of them when null). */
export function signedIn(fake: Fake, roles: readonly string[] | null = null) {
  const made = sample.sessionOf(roles, `token-${fake.sessions.size + 1}`);
  fake.sessions.set(made.token, made);
  return { cookie: `vx_session=${made.token}`, 'x-csrf-token': made.csrfToken };
}
