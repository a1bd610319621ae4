// The brain's first state: empty, or with what was found on disk after a restart.
// It must never know how anything was stored.
import {
  DIGEST_BYTES,
  type PlayOrder,
  type PolicyOrder,
  type Receipt,
  type RefusalReason,
} from '../../protocol/index.ts';
import { FORGED_BURST } from '../limits.ts';
import type { Account, Identity, State, Stopped, Stream, StreamFacts } from './state.ts';

/** What a store gives back: everything in it was checked again on the way. */
export type Remembered = {
  policy: PolicyOrder | null;
  streams: readonly { order: PlayOrder; facts: StreamFacts; chunks: readonly HeldChunk[] }[];
  seen: readonly (readonly [orderId: string, expiresAtMs: number])[];
  cancelled: readonly (readonly [streamId: string, expiresAtMs: number])[];
  /** the newest stop of each tenant */
  stops: readonly (readonly [tenant: string, stopped: Stopped])[];
  receipts: readonly Receipt[];
};
export type HeldChunk = { seq: number; repair: boolean };

export const NOTHING: Remembered = {
  policy: null,
  streams: [],
  seen: [],
  cancelled: [],
  stops: [],
  receipts: [],
};

export function wake(me: Identity, found: Remembered = NOTHING): State {
  return {
    me,
    policy: found.policy,
    streams: new Map(
      found.streams.map((one) => [one.order.streamId, wokenStream(one, lastWord(one, found))]),
    ),
    fates: new Map(),
    seen: new Map(found.seen),
    cancelled: new Map(found.cancelled),
    stops: new Map(found.stops),
    outbox: new Map(
      found.receipts.map((receipt) => [receipt.receiptId, { receipt, sentAtMs: null }]),
    ),
    waiting: [],
    early: [],
    said: new Set(),
    forgedTokens: { left: FORGED_BURST, atMs: 0 },
    receiptCount: 0,
    connected: false,
    freeBytes: null,
    power: null,
    counts: {
      strayTopics: 0,
      strayChunks: 0,
      badChunks: 0,
      duplicates: 0,
      forged: 0,
      dropped: 0,
    },
  };
}

export const SILENT: Account = {
  startErrorMs: null,
  heardBeforeMs: 0,
  heardMs: 0,
  whole: false,
  lastAtMs: null,
  sinkFailed: false,
  restart: null,
};

export function freshStream(order: PlayOrder, at: { arrivedAtMs: number; realMs: number }): Stream {
  return {
    order,
    digests: Buffer.from(order.sound.chunkDigests, 'base64'),
    arrivedAtMs: at.arrivedAtMs,
    cancelledAtMs: null,
    held: new Uint8Array(order.sound.chunkCount),
    heldCount: 0,
    repairedCount: 0,
    proven: false,
    quietSinceMs: at.realMs,
    rounds: 0,
    account: SILENT,
    sounding: false,
    woken: false,
    closedAtMs: null,
  };
}

/** The digest the manifest gives for one chunk. */
export function digestOf(stream: Stream, seq: number): Buffer {
  return stream.digests.subarray(seq * DIGEST_BYTES, (seq + 1) * DIGEST_BYTES);
}

/** Refusals of what had been accepted: its content, or a policy that came later. */
const LAST_WORDS: ReadonlySet<RefusalReason> = new Set(['bad-content', 'out-of-hours', 'hushed']);

/** When the last word on a stream was written, should the process have ended right after. */
function lastWord(one: Remembered['streams'][number], found: Remembered): number | null {
  const { streamId, orderId } = one.order;
  const word = found.receipts.find(
    (receipt) =>
      (receipt.event === 'finished' && receipt.streamId === streamId) ||
      (receipt.event === 'refused' &&
        receipt.orderId === orderId &&
        LAST_WORDS.has(receipt.reason)),
  );
  return word?.atMs ?? null;
}

function wokenStream(one: Remembered['streams'][number], toldAtMs: number | null): Stream {
  const stream = freshStream(one.order, { arrivedAtMs: one.facts.arrivedAtMs, realMs: 0 });
  const { account } = one.facts;
  const closedAtMs = one.facts.closedAtMs ?? toldAtMs;
  for (const { seq, repair } of one.chunks) stream.held[seq] = repair ? 2 : 1;
  return {
    ...stream,
    heldCount: one.chunks.length,
    repairedCount: one.chunks.filter((chunk) => chunk.repair).length,
    cancelledAtMs: one.facts.cancelledAtMs,
    closedAtMs,
    account: {
      ...account,
      heardBeforeMs: account.heardBeforeMs + account.heardMs,
      heardMs: 0,
      whole: false,
    },
    woken: closedAtMs === null,
  };
}
