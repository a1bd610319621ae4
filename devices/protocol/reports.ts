// The schemas of what a unit says unsigned: its state, what it misses, what time it asks for (§6, §7).
// It must never know topics, signatures or transport: only what a report means.
import { type Static, Type } from 'typebox';
import { Count, Id, Ms, Percent, strict } from './atoms.ts';

/** Where a unit's current comes from, as far as it can tell (issue #4, 5). */
export const Power = Type.Object(
  {
    source: Type.Union([Type.Literal('mains'), Type.Literal('battery')]),
    /** null: no battery, or one that does not say */
    batteryPercent: Type.Union([Percent, Type.Null()]),
  },
  strict,
);
export type Power = Static<typeof Power>;

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
    power: Type.Union([Power, Type.Null()]),
    volumePercent: Percent,
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
