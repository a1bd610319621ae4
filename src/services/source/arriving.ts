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
import { asError, makeRefusing, provinceOf, type Refusing, tellRefused } from './refusing.ts';
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
export type Arriving = { take(parcel: Parcel, via: Via): Taken };

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
      const row = rowOf(deps, { parcel, via, setting, incoming, keyId });
      const known = deps.store.incoming.revisions(row);
      const standing = standingOf(row, known);
      if (standing === 'contradictory')
        throw refusing.refuse(parcel, { fault: refused('contradictory', row.externalId), via });
      const before = known.find(({ revision }) => revision === row.revision);
      if (standing === 'duplicate' && before) return takenOf(before, true);
      if (standing === 'older') return settle(parts, { row, parcel, state: 'superseded' });
      return takeNew(parts, { row, parcel, setting, incoming, refusing, known });
    },
  };
}

type Read = { incoming: Incoming; keyId: string | null };

function provedAndRead(
  deps: Deps,
  { parcel, via, setting }: { parcel: Parcel; via: Via; setting: SourceSetting },
): Read | Refused {
  const { proof, body } = parcel;
  // what lay ready to be fetched, unsigned, comes from the address that was set: no emergency of it is taken
  const needed = via === 'push' || proof !== null;
  const nowMs = via === 'push' ? deps.clock.wallMs() : null;
  const why = needed ? proofFault({ proof, body, keys: setting.keys, nowMs }) : null;
  if (why !== null) return refused(why, proof?.keyId.slice(0, 64) ?? null);
  const read = deps.source.read(parcel);
  if (isRefused(read)) return read;
  const keyId = proof?.keyId ?? null;
  if (keyId === null && read.priority === 'emergency') return refused('unsigned', read.externalId);
  return { incoming: rooted(deps, read, setting), keyId };
}

/** A warning may refer to the last update only: it is of the bulletin that one was of. */
function rooted({ store }: Deps, incoming: Incoming, { name: source }: SourceSetting): Incoming {
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
    source: setting.name,
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
  refusing: Refusing;
  known: readonly IncomingRow[];
};

function takeNew(parts: ArrivingParts, of: New): Taken {
  const { deps, making } = parts;
  const { row, parcel, setting, incoming } = of;
  const nowMs = deps.clock.planMs();
  const { provinceCodes } = setting;
  const fault = arrivalFault({ incoming, provinceCodes, nowMs, origin: deps.source.origin });
  if (fault) throw refuseKept(parts, of, fault);
  const earlier = of.known.filter(({ state }) => state !== 'refused');
  if (incoming.does === 'cancel') {
    const stop = takeBack(parts, { rows: earlier, state: 'cancelled', setting });
    return settle(parts, { row, parcel, state: 'cancelled', also: stop.sign, after: stop.send });
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
  return settle(parts, { row, parcel, state: 'accepted', also, after, detail: detailOf(targets) });
}

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
    making.refuseIfFull({ ...incoming, tenantId });
  } catch (error) {
    if (error instanceof AppError && error.code === 'limit-reached') throw asError(refused('busy'));
    throw error;
  }
}

/** Signed or fetched, so its name is its own: kept under it, and told once. */
function refuseKept(parts: ArrivingParts, { row, parcel }: New, fault: Refused): AppError {
  const { why, place } = fault;
  settle(parts, { row: { ...row, refused: { why, place } }, parcel, state: 'refused' });
  const { title, priority } = row;
  // a trial is what its sender wanted to try
  if (why !== 'test-only')
    tellRefused(parts.deps, { title, why, emergency: priority === 'emergency' });
  return asError(fault);
}

type Settled = {
  row: IncomingRow;
  parcel: Parcel;
  state: IncomingRow['state'];
  /** in the same transaction */
  also?(): void;
  /** after its commit */
  after?(): void;
  detail?: Record<string, unknown>;
};

function settle({ deps, letterbox }: ArrivingParts, of: Settled): Taken {
  const { parcel, state } = of;
  const row: IncomingRow = { ...of.row, state, toldState: state };
  const { id, externalId, revision, hash, keyId, via, refused: why } = row;
  deps.store.transaction(() => {
    deps.store.incoming.insert(row, parcel.body);
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
