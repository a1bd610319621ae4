// Sends what is due: the signed manifest to each area, then the chunks, paced, one in memory at a time.
// It must never send a byte that was not signed before and kept: a restart sends the same again.
import { encodeFrame, topics } from '../../../devices/protocol/index.ts';
import { isUsual } from '../../domain/airing/air-terms.ts';
import { worthAiring } from '../../domain/airing/airing.ts';
import type { Airing, Clip } from '../../domain/model.ts';
import { markForWire } from '../../domain/sound/synthetic.ts';
import { areaTopics, type Cancelling } from '../airing/cancelling.ts';
import type { Closing } from '../airing/closing.ts';
import { PACE_BYTES_PER_MS } from '../airing/now-lead.ts';
import { noteFact } from '../airing/verdict-facts.ts';
import type { Deps } from '../deps.ts';
import { boundBulletins } from '../programmes/part-binding.ts';
import { record } from '../record.ts';
import { heldByAll } from './held.ts';
import { signOrder } from './orders.ts';
import { makePacer, sleep } from './pacing.ts';

export type Sending = {
  look(): void;
  /** the chunk that goes out next, or null when this airing is not being sent now */
  nextSeq(airingId: string): number | null;
  stop(): Promise<void>;
};

/** Streams at once: more would only share the same uplink, and each holds a file and a chunk. */
const AT_ONCE = 4;
/** Emergencies wait for no bulletin; more of them at once than communes of one river is a mistake. */
const EMERGENCIES_AT_ONCE = 16;
/** After a failure (broker gone in the middle) the rows are asked again, but not every second. */
const RETRY_MS = 3_000;

type Sent = { seq: number; emergency: boolean; clipId: string; over: Promise<void> };
type Parts = {
  deps: Deps;
  closing: Closing;
  cancelling: Pick<Cancelling, 'withdraw' | 'send'>;
  wait?: (ms: number) => Promise<void>;
};

export function makeSending(parts: Parts): Sending {
  const { deps } = parts;
  const going = new Map<string, Sent>();
  const restUntil = new Map<string, number>();
  let stopped = false;
  const begin = (airing: Airing) => {
    const emergency = airing.priority === 'emergency';
    const { clipId } = airing;
    const sent: Sent = { seq: 0, emergency, clipId, over: Promise.resolve() };
    going.set(airing.id, sent);
    sent.over = sendOne(parts, { airing, sent, stopped: () => stopped })
      .then(() => restUntil.delete(airing.id))
      .catch((error) => {
        restUntil.set(airing.id, deps.clock.monoMs() + RETRY_MS);
        deps.log.warn({ err: error, airingId: airing.id }, 'sending broke off: it is tried again');
      })
      .then(() => void going.delete(airing.id));
  };
  return {
    look() {
      if (stopped || !deps.wire.connected()) return;
      const nowMs = deps.clock.planMs();
      // those whose time has come are tried again now, or will never be
      for (const [id, ms] of restUntil) if (ms <= deps.clock.monoMs()) restUntil.delete(id);
      for (const airing of deps.store.airings.dueToSend(nowMs)) {
        const rests = (restUntil.get(airing.id) ?? 0) > deps.clock.monoMs();
        const goes = !rests && !going.has(airing.id) && !waitsForTwin(going, airing);
        if (goes && hasRoom(going, airing) && worthAiring(airing, nowMs)) begin(airing);
      }
    },
    nextSeq: (airingId) => going.get(airingId)?.seq ?? null,
    async stop() {
      stopped = true;
      await Promise.all([...going.values()].map(({ over }) => over));
    },
  };
}

/** What is said three times is sent once: the second waits until speakers can say that they have it. */
function waitsForTwin(going: ReadonlyMap<string, Sent>, { clipId, priority }: Airing): boolean {
  return priority !== 'emergency' && [...going.values()].some((sent) => sent.clipId === clipId);
}

function hasRoom(going: ReadonlyMap<string, Sent>, { priority }: Airing): boolean {
  const emergency = priority === 'emergency';
  const alike = [...going.values()].filter((sent) => sent.emergency === emergency);
  return alike.length < (emergency ? EMERGENCIES_AT_ONCE : AT_ONCE);
}

async function sendOne(
  parts: Parts,
  of: { airing: Airing; sent: Sent; stopped(): boolean },
): Promise<void> {
  const { deps, closing } = parts;
  const { store } = deps;
  const { airing } = of;
  const clip = store.clips.get(airing.clipId);
  const tenant = store.areas.get(airing.tenantId);
  if (!clip || !tenant) throw new Error(`airing ${airing.id} has lost its clip or tenant`);
  if (!airing.orderBytes && !stillApproved(deps, airing)) return giveUp(parts, airing);
  const order = airing.orderBytes ?? signManifest(deps, { airing, clip, tenant: tenant.code });
  for (const topic of areaTopics(deps, airing.areaIds))
    await deps.wire.publish(topic, order, { qos: 1 });
  const topic = topics.stream(tenant.code, airing.id);
  const isOut = (await isHeld(parts, of))
    ? store.airings.get(airing.id)?.state === 'sending'
    : await sendChunks(parts, { ...of, clip, topic });
  if (!isOut) return sayCancelled(parts, airing.id);
  store.transaction(() => {
    if (store.airings.get(airing.id)?.state !== 'sending') return; // stopped meanwhile
    store.airings.setState(airing.id, 'sent');
    note(deps, { airing, action: 'service.airing-sent' });
    closing.closeIfComplete(airing.id);
  });
  deps.changes.tell({ kind: 'airing', id: airing.id, tenantId: airing.tenantId });
}

/** An emergency waits for nobody's word about what they hold. */
async function isHeld(
  { deps, wait = sleep }: Parts,
  of: { airing: Airing; stopped(): boolean },
): Promise<boolean> {
  return of.airing.priority !== 'emergency' && heldByAll(deps, { ...of, wait });
}

/** The bulletin may have been changed since the airing was made; what went out before was approved. */
function stillApproved(deps: Deps, airing: Airing): boolean {
  const bulletin = deps.store.bulletins.get(airing.bulletinId);
  if (bulletin?.state !== 'approved' || bulletin.clipId !== airing.clipId) return false;
  return (boundBulletins(deps)(bulletin)?.hindrance ?? null) === null;
}

function giveUp({ deps, cancelling }: Parts, airing: Airing): void {
  const by = { actor: null, reason: 'approval no longer holds' };
  deps.store.transaction(() => cancelling.withdraw(airing, by));
  deps.changes.tell({ kind: 'airing', id: airing.id, tenantId: airing.tenantId });
}

/** Cancelled while the manifest was going out: the cancel may have overtaken it, so it is said after it. */
function sayCancelled({ cancelling, deps }: Parts, airingId: string): void {
  const airing = deps.store.airings.get(airingId);
  if (airing?.state === 'cancelled') cancelling.send(airing);
}

/** Signed once: order and state stand or fall together, and every later sending is these bytes. */
function signManifest(
  deps: Deps,
  { airing, clip, tenant }: { airing: Airing; clip: Clip; tenant: string },
): Uint8Array {
  const { store } = deps;
  const areas = airing.areaIds.flatMap((id) => store.areas.get(id)?.code ?? []);
  const body = {
    kind: 'play',
    streamId: airing.id,
    tenant,
    to: { areas, speakers: [] as string[] },
    priority: airing.priority,
    drill: airing.drill,
    ...(isUsual(airing.air) ? {} : { air: airing.air }),
    playAtMs: airing.playAtMs,
    durationMs: airing.durationMs,
    title: airing.title.slice(0, 300),
    sound: clip.sound,
    synthetic: markForWire(clip.synthetic),
  } as const;
  return store.transaction(() => {
    const { bytes } = signOrder(deps, { body, expiresAtMs: airing.closeAtMs });
    store.airings.setOrder(airing.id, bytes);
    store.airings.setState(airing.id, 'sending');
    noteFact(deps, airing.id, { kind: 'sent', atMs: deps.clock.planMs() });
    note(deps, { airing, action: 'service.airing-sending' });
    return bytes;
  });
}

/** False when it was stopped or cancelled on the way. */
async function sendChunks(
  parts: Parts,
  of: { airing: Airing; sent: Sent; clip: Clip; topic: string; stopped(): boolean },
): Promise<boolean> {
  const { deps } = parts;
  const { airing, sent, clip, topic } = of;
  const bytesPerMs = paceOf(deps, { airing, clip });
  const pace = makePacer({ bytesPerMs, clock: deps.clock, wait: parts.wait });
  for await (const chunk of deps.studio.chunks(clip)) {
    if (of.stopped() || deps.store.airings.get(airing.id)?.state !== 'sending') return false;
    const frame = encodeFrame(airing.id, { ...chunk, repair: false });
    await deps.wire.publish(topic, frame, { qos: 0 });
    sent.seq = chunk.seq + 1;
    await pace(frame.length);
  }
  return true;
}

/** As fast as weak links take it, or faster when the time until it plays is too short for that. */
function paceOf(deps: Deps, { airing, clip }: { airing: Airing; clip: Clip }): number {
  const leftMs = (airing.playAtMs - deps.clock.planMs()) / deps.clock.speed();
  return Math.max(PACE_BYTES_PER_MS, clip.sound.bytes / Math.max(1, leftMs / 2));
}

function note(deps: Deps, { airing, action }: { airing: Airing; action: string }): void {
  const { id, tenantId } = airing;
  record(deps, { actor: null, action, subject: `airing:${id}`, tenantId });
}
