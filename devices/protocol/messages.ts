// The schemas of all JSON that travels: orders down, reports up (devices/PROTOCOL.md §5).
// It must never know topics, signatures or transport: only what a message means.
import { type Static, Type } from 'typebox';
import { SLUG, SLUG_MAX } from './topics.ts';

const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
const Slug = Type.String({ maxLength: SLUG_MAX, pattern: SLUG.source });
const Ms = Type.Integer({ minimum: 0, description: 'service clock, milliseconds since 1970' });
const Count = Type.Integer({ minimum: 0 });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const strict = { additionalProperties: false };

export const Priority = Type.Union([
  Type.Literal('normal'),
  Type.Literal('priority'),
  Type.Literal('emergency'),
]);
export type Priority = Static<typeof Priority>;

/** One window of allowed hours: minutes after local midnight, end exclusive; days 1 = Monday … 7 = Sunday. */
export const HoursWindow = Type.Object(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    fromMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
    toMinute: Type.Integer({ minimum: 1, maximum: 1440 }),
  },
  strict,
);
export type HoursWindow = Static<typeof HoursWindow>;

export const AllowedHours = Type.Object(
  {
    utcOffsetMin: Type.Integer({ minimum: -720, maximum: 840, description: 'Vietnam: 420' }),
    windows: Type.Array(HoursWindow, { maxItems: 28 }),
  },
  strict,
);
export type AllowedHours = Static<typeof AllowedHours>;

/** What the chunks are and how each of them is proven. */
export const SoundFacts = Type.Object(
  {
    codec: Type.Literal('opus'),
    channels: Type.Literal(1),
    bitrateBps: Type.Integer({ minimum: 6_000, maximum: 128_000 }),
    frameMs: Type.Union([Type.Literal(20), Type.Literal(40), Type.Literal(60)]),
    preSkipSamples: Type.Integer({ minimum: 0, maximum: 48_000, description: 'at 48 kHz' }),
    totalSamples: Type.Integer({ minimum: 1, description: 'at 48 kHz, after preSkip' }),
    chunkCount: Type.Integer({ minimum: 1, maximum: 4_096 }),
    bytes: Type.Integer({ minimum: 1, maximum: 256 * 1024 * 1024 }),
    contentHash: Sha256,
    chunkDigests: Type.String({
      maxLength: 4_096 * 24,
      description: 'base64: the first 16 bytes of the SHA-256 of every chunk payload, in order',
    }),
  },
  strict,
);
export type SoundFacts = Static<typeof SoundFacts>;

/** Luật Trí tuệ nhân tạo 134/2025/QH15 Art. 11: machine-made sound carries a machine-readable mark. */
export const SyntheticMark = Type.Object(
  { engine: Type.String({ maxLength: 80 }), voice: Type.String({ maxLength: 80 }), madeAtMs: Ms },
  strict,
);
export type SyntheticMark = Static<typeof SyntheticMark>;

const order = {
  orderId: Id,
  /** grows with every order of one key; state-setting orders below the last one seen are refused */
  counter: Count,
  issuedAtMs: Ms,
  expiresAtMs: Ms,
};

/** The manifest of a stored stream. */
export const PlayOrder = Type.Object(
  {
    kind: Type.Literal('play'),
    ...order,
    streamId: Id,
    tenant: Slug,
    to: Type.Object(
      { areas: Type.Array(Slug, { maxItems: 500 }), speakers: Type.Array(Slug, { maxItems: 500 }) },
      strict,
    ),
    priority: Priority,
    drill: Type.Boolean(),
    playAtMs: Ms,
    durationMs: Type.Integer({ minimum: 1 }),
    title: Type.String({ maxLength: 300 }),
    sound: SoundFacts,
    synthetic: Type.Union([SyntheticMark, Type.Null()]),
  },
  strict,
);
export type PlayOrder = Static<typeof PlayOrder>;

export const CancelOrder = Type.Object(
  { kind: Type.Literal('cancel'), ...order, streamId: Id, reason: Type.String({ maxLength: 300 }) },
  strict,
);
export type CancelOrder = Static<typeof CancelOrder>;

/** What one speaker must know to decide alone: where it stands, and when it may sound. */
export const PolicyOrder = Type.Object(
  {
    kind: Type.Literal('policy'),
    ...order,
    speakerId: Slug,
    unitId: Id,
    /** province → commune → village → groups; the speaker subscribes to each */
    areas: Type.Array(Slug, { minItems: 1, maxItems: 32 }),
    /** tenants whose streams it may read: its commune and its province */
    tenants: Type.Array(Slug, { minItems: 1, maxItems: 8 }),
    hours: AllowedHours,
    startOffsetMs: Type.Integer({ minimum: 0, maximum: 2_000 }),
    /** silent but for a real emergency until then (issue #4, 4); null: not hushed */
    hush: Type.Union([Type.Object({ untilMs: Ms }, strict), Type.Null()]),
    /** of what is not a real emergency, which sounds at 100 */
    volumePercent: Type.Integer({ minimum: 0, maximum: 100 }),
    /** REAL milliseconds between two reports of status while nothing changes */
    beatMs: Type.Integer({ minimum: 5_000, maximum: 3_600_000 }),
  },
  strict,
);
export type PolicyOrder = Static<typeof PolicyOrder>;

/** "Dừng phát": whatever of this tenant sounds or waits its turn at these speakers ends at once. */
export const StopOrder = Type.Object(
  {
    kind: Type.Literal('stop'),
    ...order,
    tenant: Slug,
    areas: Type.Array(Slug, { minItems: 1, maxItems: 500 }),
    reason: Type.String({ maxLength: 300 }),
  },
  strict,
);
export type StopOrder = Static<typeof StopOrder>;

/** Something one unit does once, and answers with a "commanded" receipt. */
export const CommandOrder = Type.Object(
  {
    kind: Type.Literal('command'),
    ...order,
    speakerId: Slug,
    unitId: Id,
    command: Type.Union([Type.Literal('identify'), Type.Literal('self-test')]),
  },
  strict,
);
export type CommandOrder = Static<typeof CommandOrder>;

/** "These receipts are in the database": the speaker may forget them. */
export const AckOrder = Type.Object(
  {
    kind: Type.Literal('ack'),
    ...order,
    receiptIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
  },
  strict,
);
export type AckOrder = Static<typeof AckOrder>;

/**
 * Answer to a clock question, sealed like every order (a forged hour would open every window);
 * `n` and `t0Ms` echo the question, so it cannot be replayed. t1/t2 are the service clock at arrival and departure. */
export const TimeOrder = Type.Object(
  {
    kind: Type.Literal('time'),
    n: Count,
    t0Ms: Type.Number(),
    t1Ms: Type.Number(),
    t2Ms: Type.Number(),
  },
  strict,
);
export type TimeOrder = Static<typeof TimeOrder>;

/** The file a technician carries from the service to a speaker: the only secret it ever types. */
export const Enrolment = Type.Object(
  {
    speakerId: Slug,
    unitId: Id,
    brokerUrl: Type.String({ maxLength: 200 }),
    username: Slug,
    password: Type.String({ minLength: 20, maxLength: 100 }),
    /** trusted signing keys of the service */
    keys: Type.Array(Type.Object({ keyId: Type.String(), publicKey: Type.String() }, strict), {
      minItems: 1,
      maxItems: 8,
    }),
  },
  strict,
);
export type Enrolment = Static<typeof Enrolment>;

/**
 * To a spare unit alone: from now on it is this site's (issue #4, 5). It stores the enrolment, leaves
 * its spare name and comes back under the new one. The password in it is worth nothing to others:
 * only this unit may read its own order topic.
 */
export const InstallOrder = Type.Object(
  { kind: Type.Literal('install'), ...order, spareId: Slug, enrolment: Enrolment },
  strict,
);
export type InstallOrder = Static<typeof InstallOrder>;

export const Order = Type.Union([
  PlayOrder,
  CancelOrder,
  StopOrder,
  PolicyOrder,
  CommandOrder,
  InstallOrder,
  AckOrder,
]);
export type Order = Static<typeof Order>;

// ---- up ----

export const RefusalReason = Type.Union(
  (
    [
      'bad-signature', // not signed by a key this speaker trusts
      'bad-message', // signed, but not of the schema
      'replayed', // finished or cancelled before, or an older counter
      'expired',
      'misdirected', // names neither this speaker nor an area of its chain
      'out-of-hours', // no real emergency (a drill is none), and outside the commune's allowed hours
      'hushed', // no real emergency, and this site is to be silent until a time
      'no-policy', // this speaker has not been told its hours yet: mute on doubt
      'no-clock', // this speaker does not know the time yet
      'no-room', // store full
      'bad-content', // chunks do not match the manifest
      'too-late', // came when nothing was left to play
    ] as const
  ).map((reason) => Type.Literal(reason)),
);
export type RefusalReason =
  | 'bad-signature'
  | 'bad-message'
  | 'replayed'
  | 'expired'
  | 'misdirected'
  | 'out-of-hours'
  | 'hushed'
  | 'no-policy'
  | 'no-clock'
  | 'no-room'
  | 'bad-content'
  | 'too-late';

const receipt = { receiptId: Id, speakerId: Slug, unitId: Id, atMs: Ms };
const counts = { chunksReceived: Count, chunksRepaired: Count };

export const Interruption = Type.Object(
  { fromMs: Ms, toMs: Ms, byStreamId: Id, resumed: Type.Boolean() },
  strict,
);
export type Interruption = Static<typeof Interruption>;

export const StoredReceipt = Type.Object(
  { event: Type.Literal('stored'), ...receipt, streamId: Id, ...counts },
  strict,
);
export const StartedReceipt = Type.Object(
  { event: Type.Literal('started'), ...receipt, streamId: Id, startErrorMs: Type.Number() },
  strict,
);
export const FinishedReceipt = Type.Object(
  {
    event: Type.Literal('finished'),
    ...receipt,
    streamId: Id,
    /** null when nothing sounded */
    startErrorMs: Type.Union([Type.Number(), Type.Null()]),
    /** milliseconds of the clip handed to the sink, silence for missing chunks not counted */
    heardMs: Type.Integer({ minimum: 0 }),
    durationMs: Type.Integer({ minimum: 1 }),
    ...counts,
    interruptions: Type.Array(Interruption, { maxItems: 50 }),
    /** why less than the whole was heard */
    shortOf: Type.Union([
      Type.Null(),
      Type.Literal('pre-empted'),
      Type.Literal('cancelled'),
      Type.Literal('out-of-hours'),
      Type.Literal('hushed'),
      Type.Literal('missing-chunks'),
      Type.Literal('restarted'),
      Type.Literal('late'),
      Type.Literal('sink-failed'),
    ]),
    preemptedBy: Type.Union([Id, Type.Null()]),
  },
  strict,
);
export const RefusedReceipt = Type.Object(
  {
    event: Type.Literal('refused'),
    ...receipt,
    streamId: Type.Union([Id, Type.Null()]),
    orderId: Type.Union([Id, Type.Null()]),
    reason: RefusalReason,
  },
  strict,
);
/** How a command ended; `facts` of a self-test: short names and figures, no prose. */
export const CommandedReceipt = Type.Object(
  {
    event: Type.Literal('commanded'),
    ...receipt,
    streamId: Type.Null(),
    orderId: Id,
    command: Type.Union([Type.Literal('identify'), Type.Literal('self-test')]),
    ok: Type.Boolean(),
    facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  },
  strict,
);
export type CommandedReceipt = Static<typeof CommandedReceipt>;
export type StoredReceipt = Static<typeof StoredReceipt>;
export type StartedReceipt = Static<typeof StartedReceipt>;
export type FinishedReceipt = Static<typeof FinishedReceipt>;
export type RefusedReceipt = Omit<Static<typeof RefusedReceipt>, 'reason'> & {
  reason: RefusalReason;
};

export const Receipt = Type.Union([
  StoredReceipt,
  StartedReceipt,
  FinishedReceipt,
  RefusedReceipt,
  CommandedReceipt,
]);
export type Receipt =
  | StoredReceipt
  | StartedReceipt
  | FinishedReceipt
  | RefusedReceipt
  | CommandedReceipt;

/** Retained; the last will is the same message with `online: false`. */
export const Status = Type.Object(
  {
    online: Type.Boolean(),
    atMs: Ms,
    unitId: Id,
    /** base64 of the unit's raw Ed25519 public key: pinned by the service at the first hello */
    publicKey: Type.String({ maxLength: 64 }),
    firmware: Type.String({ maxLength: 60 }),
    policyCounter: Count,
    /** streams fully or partly held, so that only what is missing is sent again */
    holds: Type.Array(Id, { maxItems: 500 }),
    clockErrorMs: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
    freeBytes: Type.Union([Count, Type.Null()]),
    /** null: this box cannot tell */
    power: Type.Union([
      Type.Object(
        {
          source: Type.Union([Type.Literal('mains'), Type.Literal('battery')]),
          batteryPercent: Type.Union([Type.Integer({ minimum: 0, maximum: 100 }), Type.Null()]),
        },
        strict,
      ),
      Type.Null(),
    ]),
    volumePercent: Type.Integer({ minimum: 0, maximum: 100 }),
    /** sent and received since the first of this month (Vietnam) */
    bytesThisMonth: Count,
  },
  strict,
);
export type Status = Static<typeof Status>;

/** Inclusive ranges of chunk numbers that are missing. */
export const Repair = Type.Object(
  { streamId: Id, ranges: Type.Array(Type.Tuple([Count, Count]), { minItems: 1, maxItems: 64 }) },
  strict,
);
export type Repair = Static<typeof Repair>;

export const ClockQuestion = Type.Object({ n: Count, t0Ms: Type.Number() }, strict);
export type ClockQuestion = Static<typeof ClockQuestion>;
