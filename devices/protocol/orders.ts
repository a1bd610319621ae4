// The schemas of all JSON that goes down to loudspeakers (devices/PROTOCOL.md §5).
// It must never know topics, signatures or transport: only what an order means.
import { type Static, Type } from 'typebox';
import { Count, Id, Ms, Percent, Slug, strict } from './atoms.ts';
import { Enrolment } from './enrolment.ts';
import { AirTerms, AllowedHours, Command, Priority, SoundFacts, SyntheticMark } from './terms.ts';

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
    /** left out where it says nothing unusual, so that older units play what they understand */
    air: Type.Optional(AirTerms),
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

/** Minutes after local midnight, end exclusive, of every day: an hour each is the finest. */
const VolumeCap = Type.Object(
  {
    fromMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
    toMinute: Type.Integer({ minimum: 1, maximum: 1440 }),
    percent: Percent,
  },
  strict,
);

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
    volumePercent: Percent,
    /** no louder at these minutes of the local day (issue #5, 2); absent: at any hour alike */
    volumes: Type.Optional(Type.Array(VolumeCap, { maxItems: 24 })),
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
    command: Command,
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
