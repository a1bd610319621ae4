// A small province with real rows under it: people, villages, speakers, and the house joined over fakes.
// It must never assert anything: tests do.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type AllowedHours,
  keyIdOf,
  open,
  type Receipt,
  rawPublicKey,
  type Signer,
  type Status,
  seal,
} from '../../devices/protocol/index.ts';
import { openStore } from '../../src/db/store.ts';
import type { Actor, Role } from '../../src/domain/model.ts';
import type { Happening } from '../../src/domain/told/happening.ts';
import { builtInLanguages } from '../../src/languages.ts';
import { builtInNotices } from '../../src/notice-templates.ts';
import { builtInRecords } from '../../src/record-templates.ts';
import { builtInRegulations } from '../../src/regulation-templates.ts';
import { makeChanges } from '../../src/services/changes.ts';
import { makeHappenings } from '../../src/services/happenings.ts';
import { makeIds } from '../../src/services/ids.ts';
import { type Deps, type House, joinHouse } from '../../src/services/index.ts';
import { makePasswords } from '../../src/services/people/passwords.ts';
import type { Change } from '../../src/services/ports.ts';
import { asVoices } from '../../src/services/voices/choosing.ts';
import { countryDays } from '../../src/special-days.ts';
import { fakeComposer } from './fake-composer.ts';
import { type FakePieces, fakePieces } from './fake-pieces.ts';
import { type FakeReader, fakeReader } from './fake-reader.ts';
import { type FakeSenders, fakeSenders } from './fake-senders.ts';
import { type FakeSource, fakeSource } from './fake-source.ts';
import { type FakeVoices, fakeVoices } from './fake-voices.ts';
import {
  type FakeFiles,
  type FakePapers,
  type FakeStudio,
  type FakeWire,
  fakeFiles,
  fakePapers,
  fakeStudio,
  fakeWire,
  type HandClock,
  handClock,
  type KeptLog,
  keptLog,
} from './fakes.ts';

/** Saturday 5 December 2026, 12:00 in Vietnam. */
export const NOON = Date.parse('2026-12-05T12:00:00+07:00');
export const ALL_DAY: AllowedHours = {
  utcOffsetMin: 420,
  windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 300, toMinute: 1_200 }],
};
/** Memory-hard in production; here a sign-in must not cost a fifth of a second. */
export const quickPasswords = () => makePasswords({ log2N: 4, r: 8, p: 1 });

export type World = {
  house: House;
  deps: Deps;
  clock: HandClock;
  wire: FakeWire;
  studio: FakeStudio;
  pieces: FakePieces;
  reader: FakeReader;
  files: FakeFiles;
  papers: FakePapers;
  log: KeptLog;
  senders: FakeSenders;
  source: FakeSource;
  voices: FakeVoices;
  told: Change[];
  happened: Happening[];
  expelled: string[];
  /** the same rows under a new process: what memory knew is gone */
  restart(): World;
};

/** @param real parts that stand in for their fakes: the real reader, where words matter */
export function world(
  terms: Partial<Deps['terms']> = {},
  real: Partial<Pick<Deps, 'reader' | 'composer'>> = {},
): World {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-services-'));
  const store = openStore({ path: join(folder, 'vang-xa.db') });
  const living: House[] = [];
  onTestFinished(async () => {
    for (const house of living) await house.stop();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const pair = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(pair.privateKey);
  const signer = {
    keyId: keyIdOf(raw),
    privateKey: pair.privateKey,
    publicKey: raw.toString('base64'),
  };
  const clock = handClock(NOON);
  const studio = fakeStudio();
  const [pieces, reader] = [fakePieces(studio), fakeReader()];
  const [files, papers] = [fakeFiles(), fakePapers()];
  const [source, voices] = [fakeSource(), fakeVoices()];
  const ids = makeIds();
  const join_ = (): World => {
    const log = keptLog();
    const senders = fakeSenders();
    const wire = fakeWire();
    const expelled: string[] = [];
    const told: Change[] = [];
    const changes = makeChanges(log);
    changes.listen((change) => told.push(change));
    const happenings = makeHappenings(log);
    const happened: Happening[] = [];
    happenings.listen((happening) => happened.push(happening));
    const deps: Deps = {
      happenings,
      senders,
      source,
      noticeTemplates: builtInNotices(),
      recordTemplates: builtInRecords(),
      specialDays: countryDays(),
      languages: builtInLanguages(),
      regulationTemplates: builtInRegulations(),
      composer: fakeComposer(),
      voices: asVoices(store, voices),
      ...{ store, clock, studio, pieces, reader, files, papers, ids, wire, changes, log, signer },
      ...real,
      doors: { changed: () => undefined, expel: (siteId) => expelled.push(siteId) },
      terms: {
        version: '0.0.0-test',
        leadMs: 60_000,
        graceMs: 20_000,
        firstHours: ALL_DAY,
        publicUrl: () => 'http://vangxa.test',
        brokerUrl: () => 'mqtt://vangxa.test:1883',
        setSpeed: (speed) => clock.hurry(speed),
        ...terms,
      },
    };
    const house = joinHouse(deps, quickPasswords());
    living.push(house);
    const shown = { house, deps, clock, wire, studio, pieces, reader, files, papers, log };
    return { ...shown, source, voices, senders, told, happened, expelled, restart: join_ };
  };
  return join_();
}

export const PASSWORD = 'một câu dễ nhớ';
/** where these people sign in from */
export const HERE = '192.0.2.1';

/** The first administrator, signed in through the set-up link as a person would. */
export async function setUp(
  at: World,
  token: string = at.house.offerSetUp() ?? '',
): Promise<Actor> {
  const made = await at.house.services.session.setUp({
    token,
    name: 'quan-tri',
    fullName: 'Quản trị tỉnh',
    password: PASSWORD,
    provinceName: 'Tỉnh Mường Thử',
    provinceCode: 'muong-thu',
  });
  return made.actor;
}

/** Somebody with these roles, without the invitation's detour. */
export function person(at: World, name: string, ...grants: [Role, string][]): Actor {
  const { store, ids } = at.deps;
  const accountId = ids.next();
  store.accounts.insert({ id: accountId, name, fullName: `Cán bộ ${name}`, disabledAtMs: null });
  for (const [role, areaId] of grants) store.accounts.putGrant({ accountId, role, areaId });
  return { accountId, name, grants: store.accounts.grants(accountId) };
}

export type Commune = {
  id: string;
  villages: string[];
  author: Actor;
  approver: Actor;
  operator: Actor;
  technician: Actor;
};

/** A commune of two villages with its people. */
export function commune(at: World, admin: Actor, code: string): Commune {
  const { areas } = at.house.services;
  const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
  const parentId = province?.id ?? '';
  const { id } = areas.create(admin, { code, kind: 'commune', name: `Xã ${code}`, parentId });
  const village = (name: string) =>
    areas.create(admin, { code: `${code}-${name}`, kind: 'village', name, parentId: id }).id;
  return {
    id,
    villages: [village('ban-1'), village('ban-2')],
    author: person(at, `${code}-soan`, ['author', id]),
    approver: person(at, `${code}-duyet`, ['approver', id]),
    operator: person(at, `${code}-truc`, ['operator', id]),
    technician: person(at, `${code}-ky-thuat`, ['technician', id]),
  };
}

/** A loudspeaker as the wire knows it: enrolled, with a key of its own. */
export type Box = {
  siteId: string;
  unitId: string;
  hello(of?: Partial<Status>): Promise<void>;
  receipt(of: BoxReceipt): Promise<void>;
  /** sealed by whatever key, saying whatever */
  send(body: unknown, by?: Signer): Promise<void>;
};
export type BoxReceipt = Partial<Receipt> & Pick<Receipt, 'event'> & { streamId: string | null };

let receipts = 0;

export function box(at: World, of: { siteId: string; areaId: string; by: Actor }): Box {
  const { sites } = at.house.services;
  if (!at.deps.store.sites.get(of.siteId))
    sites.create(of.by, { id: of.siteId, areaId: of.areaId, name: `Loa ${of.siteId}` });
  const { enrolment } = sites.installUnit(of.by, { siteId: of.siteId });
  return boxOf(at, { siteId: of.siteId, unitId: enrolment.unitId });
}

function boxOf(at: World, { siteId, unitId }: { siteId: string; unitId: string }): Box {
  const pair = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(pair.privateKey);
  const signer = { keyId: keyIdOf(raw), privateKey: pair.privateKey };
  const send = (body: unknown, by: Signer = signer) =>
    at.house.events.receipt(siteId, seal(body, by));
  return {
    siteId,
    unitId,
    send,
    hello: (status = {}) =>
      at.house.events.status(siteId, {
        online: true,
        atMs: at.clock.planMs(),
        unitId,
        publicKey: raw.toString('base64'),
        firmware: 'test',
        policyCounter: 0,
        holds: [],
        clockErrorMs: 1,
        freeBytes: 1_000_000_000,
        power: null,
        volumePercent: 100,
        bytesThisMonth: 0,
        ...status,
      }),
    receipt(receipt) {
      receipts += 1;
      const common = { receiptId: `r${receipts}`, speakerId: siteId, unitId };
      return send({ ...common, atMs: at.clock.planMs(), ...DETAILS[receipt.event], ...receipt });
    },
  };
}

const DETAILS: Record<Receipt['event'], object> = {
  stored: { chunksReceived: 3, chunksRepaired: 0 },
  started: { startErrorMs: 2 },
  finished: {
    startErrorMs: 2,
    heardMs: 24_000,
    durationMs: 24_000,
    chunksReceived: 3,
    chunksRepaired: 0,
    interruptions: [],
    shortOf: null,
    preemptedBy: null,
  },
  refused: { orderId: null, reason: 'out-of-hours' },
  commanded: { streamId: null, orderId: 'x', command: 'identify', ok: true, facts: {} },
};

/** The orders among what was said on a topic, opened with the service's key. */
export function ordersOn(at: World, topic: string): Record<string, unknown>[] {
  const key = at.deps.signer;
  return at.wire.to(topic).flatMap(({ payload }) => {
    const found = open(payload, (keyId) =>
      keyId === key.keyId ? (key.privateKey as never) : null,
    );
    return found.ok ? [found.body as Record<string, unknown>] : [];
  });
}

/** Waits for a condition, bounded below a test's own limit: nothing sleeps on fixed times. */
export async function until(done: () => boolean, what = 'the condition'): Promise<void> {
  const endMs = performance.now() + 15_000;
  while (!done()) {
    if (performance.now() > endMs) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
