// What a loudspeaker knows, as plain values: the brain's state, events and actions.
// It must never know files, sockets or sinks; time comes in as an argument.
import type { KeyObject } from 'node:crypto';
import type {
  Command,
  CommandedReceipt,
  Enrolment,
  Interruption,
  PlayOrder,
  PolicyOrder,
  Power,
  Receipt,
  Repair,
  Status,
} from '../../protocol/index.ts';
import type { Arranged } from '../../rules/index.ts';

export type Now = {
  /** service clock; `null` while this speaker does not know the time */
  planMs: number | null;
  /** real milliseconds since the clock was last compared with the service's */
  clockAgeMs: number;
  /** monotonic: for how long, never for when */
  realMs: number;
};

export type Identity = {
  speakerId: string;
  unitId: string;
  /** random for each start of the process: makes receipt ids unique */
  bootId: string;
  trusted: (keyId: string) => KeyObject | null;
  /** plan milliseconds in a real one */
  speed: number;
  publicKey: string;
  firmware: string;
};

/** What came out of the horn, as the player tells it. */
export type Account = {
  startErrorMs: number | null;
  /** before this process began, and since */
  heardBeforeMs: number;
  heardMs: number;
  /** every sample from first to last was handed over in one piece, muted nowhere */
  whole: boolean;
  lastAtMs: number | null;
  sinkFailed: boolean;
  /** the process ended in the middle: from when to when nothing sounded */
  restart: { fromMs: number; toMs: number | null } | null;
};

export type Stream = {
  order: PlayOrder;
  digests: Buffer;
  arrivedAtMs: number;
  cancelledAtMs: number | null;
  /** one byte per chunk: 0 missing, 1 received, 2 received by repair */
  held: Uint8Array;
  heldCount: number;
  repairedCount: number;
  proven: boolean;
  /** real time of the last new chunk or repair */
  quietSinceMs: number;
  rounds: number;
  account: Account;
  /** sounds in this moment, as far as the player told */
  sounding: boolean;
  /** was read back from disk and not yet looked at with a clock */
  woken: boolean;
  closedAtMs: number | null;
};

export type Outgoing = { receipt: Receipt; sentAtMs: number | null };
export type Waiting = { bytes: Uint8Array; sinceMs: number };
/** The newest stop of a tenant: against older ones, and against manifests from before it. */
export type Stopped = { counter: number; atMs: number };
/** A chunk as it came, not yet opened. */
export type Early = { tenant: string; streamId: string; bytes: Uint8Array };

/** Refusals without a receipt, counted so that a technician can see them. */
export type Counts = Readonly<
  Record<'strayTopics' | 'strayChunks' | 'badChunks' | 'duplicates' | 'forged' | 'dropped', number>
>;

export type State = {
  me: Identity;
  policy: PolicyOrder | null;
  streams: ReadonlyMap<string, Stream>;
  /** what the arranger says of them; made anew at every change */
  fates: ReadonlyMap<string, Arranged>;
  /** order id → when it expires */
  seen: ReadonlyMap<string, number>;
  /** stream id → until when its cancel is remembered */
  cancelled: ReadonlyMap<string, number>;
  stops: ReadonlyMap<string, Stopped>;
  outbox: ReadonlyMap<string, Outgoing>;
  waiting: readonly Waiting[];
  /** chunks that came while their manifest may be among `waiting` */
  early: readonly Early[];
  /** `orderId reason` of refusals that were said */
  said: ReadonlySet<string>;
  forgedTokens: { left: number; atMs: number };
  receiptCount: number;
  connected: boolean;
  freeBytes: number | null;
  power: Power | null;
  counts: Counts;
};

export type Event =
  | { kind: 'message'; topic: string; bytes: Uint8Array }
  | { kind: 'connected' }
  | { kind: 'disconnected' }
  | { kind: 'tick' }
  | { kind: 'room'; freeBytes: number | null }
  | { kind: 'power'; power: Power | null }
  | {
      kind: 'commanded';
      orderId: string;
      command: Command;
      ok: boolean;
      facts: CommandedReceipt['facts'];
    }
  | { kind: 'proved'; streamId: string; good: boolean }
  | { kind: 'adopted'; streamId: string }
  | { kind: 'chunk-lost'; streamId: string; seq: number }
  | { kind: 'started'; streamId: string; startErrorMs: number; atMs: number }
  | { kind: 'heard'; streamId: string; heardMs: number; atMs: number }
  | { kind: 'ended'; streamId: string; heardMs: number; atMs: number; whole: boolean }
  | { kind: 'sink-failed'; streamId: string; reason: string };

/** One stretch of one stream on the speaker's one voice. */
export type Stretch = {
  streamId: string;
  fromMs: number;
  toMs: number;
  offsetMs: number;
  /** its sound ends here of itself, and not because somebody interrupts */
  ends: boolean;
};

export type Action =
  | { kind: 'subscribe'; topics: readonly string[] }
  | { kind: 'unsubscribe'; topics: readonly string[] }
  | { kind: 'send-status' }
  | { kind: 'send-receipt'; receipt: Receipt }
  | { kind: 'send-repair'; repair: Repair }
  | { kind: 'ask-clock' }
  | { kind: 'follow'; stretches: readonly Stretch[] }
  | { kind: 'save-policy'; bytes: Uint8Array }
  | { kind: 'save-stream'; streamId: string; bytes: Uint8Array }
  | { kind: 'save-manifest'; streamId: string; bytes: Uint8Array }
  | { kind: 'save-facts'; streamId: string; facts: StreamFacts }
  | { kind: 'save-chunk'; streamId: string; seq: number; payload: Uint8Array; repair: boolean }
  | { kind: 'prove'; streamId: string; contentHash: string }
  | { kind: 'adopt'; streamId: string; contentHash: string }
  | { kind: 'keep-sound'; streamId: string; contentHash: string }
  | { kind: 'drop-sound'; streamId: string }
  | { kind: 'forget-stream'; streamId: string }
  | { kind: 'save-seen' }
  | { kind: 'save-receipt'; receipt: Receipt }
  | { kind: 'forget-receipts'; receiptIds: readonly string[] }
  | { kind: 'beep'; orderId: string }
  | { kind: 'self-test'; orderId: string }
  | { kind: 'install'; enrolment: Enrolment }
  | { kind: 'log'; level: 'info' | 'warn'; text: string; about: Record<string, unknown> };

/** What a stream's folder holds beside the manifest and the chunks. */
export type StreamFacts = {
  arrivedAtMs: number;
  cancelledAtMs: number | null;
  closedAtMs: number | null;
  account: Account;
};

export type Step = { state: State; actions: readonly Action[] };

/** One step under way: inside a step the state is replaced field by field, outside nothing changes. */
export type Turn = { state: State; actions: Action[]; now: Now };

export type { Interruption, Status };
