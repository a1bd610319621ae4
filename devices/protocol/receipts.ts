// The schemas of what a unit says under its own key (devices/PROTOCOL.md §8, §9).
// It must never know topics, signatures or transport: only what a receipt means.
import { type Static, Type } from 'typebox';
import { Count, Id, Ms, Slug, strict } from './atoms.ts';
import { Command } from './terms.ts';

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
/** Thirty-two facts of so long a name: a self-test has eight, a maker may add their own. */
const FACT_NAME = '^[a-zA-Z][a-zA-Z0-9]{0,39}$';

/** How a command ended; `facts` of a self-test: short names and figures, no prose. */
export const CommandedReceipt = Type.Object(
  {
    event: Type.Literal('commanded'),
    ...receipt,
    streamId: Type.Null(),
    orderId: Id,
    command: Command,
    ok: Type.Boolean(),
    facts: Type.Record(
      Type.String({ pattern: FACT_NAME }),
      Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]),
      { maxProperties: 32, ...strict },
    ),
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
