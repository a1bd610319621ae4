// What comes from the source system, let in: proved, read, judged, kept byte for byte, turned into bulletins.
// It must never know HTTP or XML, nor put anything on the air itself: airing-by-trust.ts does.
import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import {
  arrivalFault,
  asGiven,
  standingOf,
  type Target,
  targetsOf,
  type Way,
  wayOf,
} from '../../domain/source/arrival.ts';
import { sourceOf } from '../../domain/source/identity.ts';
import { proofFault } from '../../domain/source/proof.ts';
import { isRefused, refused } from '../../domain/source/refused-words.ts';
import type { Incoming, IncomingRow, Refused, Via } from '../../domain/source/source-model.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { Frames } from './frames.ts';
import type { Letterbox } from './letterbox.ts';
import { asError, makeRefusing, provinceOf, tellRefused } from './refusing.ts';
import { makeParts } from './source-bulletins.ts';
import type { Taken } from './source-door.ts';
import type { Parcel, SourceSetting } from './source-port.ts';
import { takeBack } from './taking-back.ts';
import { trustsInForce } from './trusting.ts';

export type ArrivingParts = {
  deps: Deps;
  making: Pick<Making, 'refuseIfFull' | 'want'>;
  cancelling: Pick<Cancelling, 'withdraw' | 'send'>;
  frames: Frames;
  letterbox: Letterbox;
};
export type Arriving = {
  take(parcel: Parcel, via: Via): Taken;
  /** it could not be kept, time and again: refused by name, and told */
  giveUp(parcel: Parcel, via: Via): void;
};

export function makeArriving(parts: ArrivingParts): Arriving {
  const { deps } = parts;
  const refusing = makeRefusing(deps);
  return {
    take(parcel, via) {
      const { setting } = deps.source;
      if (setting === null || (via === 'push' && setting.keys.length === 0)) throw shut();
      const read = provedAndRead(deps, { parcel, via, setting });
      if (isRefused(read)) throw refusing.refuse(parcel, { fault: read, via });
      const { incoming, keyId } = read;
      const came = rowOf(deps, { parcel, via, setting, incoming, keyId });
      const known = deps.store.incoming.revisions(came);
      const before = known.find(({ revision }) => revision === came.revision) ?? null;
      const row = { ...came, id: before?.id ?? came.id };
      const standing = standingOf(row, known);
      if (standing === 'contradictory')
        throw refusing.refuse(parcel, { fault: refused('contradictory', row.externalId), via });
      if (standing === 'duplicate' && before) return takenOf(before, true);
      const arrived = { row, parcel, setting, incoming, known, before };
      return standing === 'older' ? takeOlder(parts, arrived) : takeNew(parts, arrived);
    },
    giveUp: (parcel, via) => void refusing.refuse(parcel, { fault: refused('not-kept'), via }),
  };
}

type Read = { incoming: Incoming; keyId: string | null };

function provedAndRead(
  deps: Deps,
  { parcel, via, setting }: { parcel: Parcel; via: Via; setting: SourceSetting },
): Read | Refused {
  const { proof, contentType, body } = parcel;
  // what lay ready to be fetched, unsigned, comes from the address that was set: no emergency of it is taken
  const needed = via === 'push' || proof !== null;
  const nowMs = via === 'push' ? deps.clock.wallMs() : null;
  const why = needed ? proofFault({ proof, contentType, body, keys: setting.keys, nowMs }) : null;
  if (why !== null) return refused(why, proof?.keyId.slice(0, 64) ?? null);
  const read = deps.source.read(parcel);
  if (isRefused(read)) return read;
  const keyId = proof?.keyId ?? null;
  if (keyId === null && read.priority === 'emergency') return refused('unsigned', read.externalId);
  return { incoming: rooted(deps, read, sourceOf(setting.name, keyId)), keyId };
}

/** A warning may refer to the last update only: it is of the bulletin that one was of. */
function rooted({ store }: Deps, incoming: Incoming, source: string): Incoming {
  const { externalId, messageId } = incoming;
  if (externalId === messageId) return incoming;
  const referred = store.incoming.byMessage({ source, messageId: externalId });
  return referred ? { ...incoming, externalId: referred.externalId } : incoming;
}

function rowOf(
  deps: Deps,
  of: { parcel: Parcel; via: Via; setting: SourceSetting } & Read,
): IncomingRow {
  const { parcel, via, setting, incoming, keyId } = of;
  const { externalId, revision, messageId, priority, drill, title, sender, does } = incoming;
  return {
    ...{ externalId, revision, messageId, priority, drill, title, sender, does, via, keyId },
    id: deps.ids.next(),
    source: sourceOf(setting.name, keyId),
    hash: createHash('sha256').update(parcel.body).digest('hex'),
    bytes: parcel.body.length,
    contentType: parcel.contentType.slice(0, 100),
    arrivedAtMs: deps.clock.wallMs(),
    state: 'received',
    refused: null,
    toldState: null,
  };
}

type New = {
  row: IncomingRow;
  parcel: Parcel;
  setting: SourceSetting;
  incoming: Incoming;
  known: readonly IncomingRow[];
  /** it came before and was refused: judged anew, in its own row */
  before: IncomingRow | null;
};

/** An emergency that does not air is never a thing of rows alone. */
function takeOlder(parts: ArrivingParts, { row, parcel, before }: New): Taken {
  const { title, priority, does } = row;
  const after = () => {
    if (priority === 'emergency' && does === 'say')
      tellRefused(parts.deps, { title, why: 'older', emergency: true });
  };
  return settle(parts, { row, parcel, before, state: 'superseded', after });
}

function takeNew(parts: ArrivingParts, of: New): Taken {
  const { deps, making } = parts;
  const { row, parcel, setting, incoming, before } = of;
  const nowMs = deps.clock.planMs();
  const { provinceCodes } = setting;
  const fault = arrivalFault({ incoming, provinceCodes, nowMs, origin: deps.source.origin });
  if (fault) throw refuseKept(parts, of, fault);
  const earlier = of.known.filter(({ state }) => state !== 'refused');
  if (incoming.does === 'cancel') {
    if (earlier.length === 0 && isOfOtherKey(deps, of))
      throw refuseKept(parts, of, refused('other-key', row.externalId));
    const stop = takeBack(parts, { rows: earlier, state: 'cancelled', setting });
    const how = { also: stop.sign, after: stop.send };
    return settle(parts, { row, parcel, before, state: 'cancelled', ...how });
  }
  const named = targetsOf({ incoming, areas: deps.store.areas.all(), poles: polesOf(deps) });
  if (isRefused(named)) throw refuseKept(parts, of, named);
  const provinceId = provinceOf(deps);
  const targets = incoming.gives && provinceId !== null ? asGiven(named, provinceId) : named;
  const unsaid = speakable(deps, incoming);
  if (unsaid) throw refuseKept(parts, of, unsaid);
  for (const { tenantId } of targets) refuseIfBusy(making, { tenantId, incoming });
  const trusts = trustsInForce(deps);
  const way: Way = wayOf({ incoming, keyId: row.keyId, trusts, nowMs });
  const trust = trusts.find(({ keyId }) => keyId === row.keyId) ?? null;
  const stop = takeBack(parts, { rows: earlier, state: 'superseded', setting });
  const made = makeParts(parts, { row, incoming, targets, way, trust, setting });
  const also = () => {
    stop.sign();
    made.write();
  };
  const after = () => {
    stop.send();
    made.begin();
  };
  const how = { also, after, detail: detailOf(targets) };
  return settle(parts, { row, parcel, before, state: 'accepted', ...how });
}

/** Its sender would think it gone, and it goes on. */
function isOfOtherKey({ store }: Deps, { row, setting }: New): boolean {
  const keys = [null, ...setting.keys.map(({ id }) => id)].filter((id) => id !== row.keyId);
  return keys.some((keyId) => {
    const source = sourceOf(setting.name, keyId);
    const theirs = store.incoming.revisions({ source, externalId: row.externalId });
    return theirs.some(({ state, does }) => does === 'say' && !ENDED.has(state));
  });
}
const ENDED: ReadonlySet<string> = new Set(['refused', 'superseded', 'cancelled']);

const detailOf = (targets: readonly Target[]) => ({
  tenants: targets.map(({ tenantId }) => tenantId),
});

/** Only a look: what cannot be spoken at all is said at once, not after a minute in the queue. */
const LOOKED_AT_CHARS = 2_000;

function speakable(deps: Deps, { text }: Incoming): Refused | null {
  // a recording without words: arrivalFault saw to it
  if (text === '') return null;
  const profile = deps.reader.profile;
  const order = { profile, additions: [], settled: [] };
  const read = deps.reader.readShort(text.slice(0, LOOKED_AT_CHARS), order);
  return read.syllables > 0 || text.length > LOOKED_AT_CHARS ? null : refused('nothing-to-say');
}

/** Nothing is kept: the very same may come again in a minute. */
function refuseIfBusy(
  making: Pick<Making, 'refuseIfFull'>,
  { tenantId, incoming }: { tenantId: string; incoming: Incoming },
): void {
  try {
    making.refuseIfFull({ ...incoming, tenantId, fromSource: true });
  } catch (error) {
    if (error instanceof AppError && error.code === 'limit-reached') throw asError(refused('busy'));
    throw error;
  }
}

/** Signed or fetched, so its name is its own: kept under it, and told once. */
function refuseKept(parts: ArrivingParts, { row, parcel, before }: New, fault: Refused): AppError {
  const { why, place } = fault;
  // brought again every minute it is one row, told once
  if (before?.hash === row.hash && before.refused?.why === why) return asError(fault);
  const said = { why, place };
  settle(parts, { row: { ...row, refused: said }, parcel, before, state: 'refused' });
  const { title, priority } = row;
  // a trial is what its sender wanted to try
  if (why !== 'test-only')
    tellRefused(parts.deps, { title, why, emergency: priority === 'emergency' });
  return asError(fault);
}

type Settled = {
  row: IncomingRow;
  parcel: Parcel;
  before: IncomingRow | null;
  state: IncomingRow['state'];
  /** in the same transaction */
  also?(): void;
  /** after its commit */
  after?(): void;
  detail?: Record<string, unknown>;
};

function settle({ deps, letterbox }: ArrivingParts, of: Settled): Taken {
  const { parcel, before, state } = of;
  const row: IncomingRow = { ...of.row, state, toldState: state };
  const { id, externalId, revision, hash, keyId, via, refused: why } = row;
  deps.store.transaction(() => {
    if (before) deps.store.incoming.update(row, parcel.body);
    else deps.store.incoming.insert(row, parcel.body);
    of.also?.();
    const detail = { externalId, revision, state, sha256: hash, keyId, via, why, ...of.detail };
    record(deps, {
      ...{ actor: null, action: `service.source-${state}`, subject: `incoming:${id}` },
      ...{ tenantId: provinceOf(deps), detail },
    });
    letterbox.acknowledge(row);
  });
  of.after?.();
  deps.changes.tell({ kind: 'source', id, tenantId: null });
  return takenOf(row, false);
}

function takenOf({ externalId, revision, state }: IncomingRow, duplicate: boolean): Taken {
  return { externalId, revision, state, duplicate };
}

function polesOf({ store }: Deps) {
  const places = new Map(store.siteFacts.all().map(({ siteId, place }) => [siteId, place]));
  return store.sites.all().flatMap(({ id, areaId }) => {
    const place = places.get(id);
    return place ? [{ areaId, place }] : [];
  });
}

const shut = () =>
  refusal('missing', 'source-shut', {
    vi: 'Cửa nhận bản tin chưa mở: tỉnh chưa khai khóa của hệ thống thông tin nguồn (VANGXA_SOURCE_KEYS).',
    en: 'This door is shut: the keys of the source system are not set (VANGXA_SOURCE_KEYS).',
  });
