// A site silent until a time, with a reason (issue #4, 4), and what of a plan it keeps silent.
// It must never know how a loudspeaker is told, nor a reason's words on a screen.
import { type Static, Type } from 'typebox';
import { Id, List, Ms, Nullable, strict } from './common.ts';

export const HushKind = Type.Union([
  Type.Literal('funeral'),
  Type.Literal('exam'),
  Type.Literal('sick'),
  Type.Literal('other'),
]);
export type HushKind = Static<typeof HushKind>;

/** A sentence on a screen and in a verdict; a story belongs in the note of the site. */
const REASON_MAX = 200;

export const Hush = Type.Object(
  {
    id: Id,
    siteId: Id,
    siteName: Type.String(),
    tenantId: Id,
    fromMs: Ms,
    untilMs: Ms,
    reason: Type.String(),
    reasonKind: HushKind,
    by: Type.String({ description: 'the full name of who hushed it' }),
    endedAtMs: Nullable(Ms),
    endedBy: Nullable(Type.String()),
    active: Type.Boolean({ description: 'silent now' }),
  },
  strict,
);
export type Hush = Static<typeof Hush>;

/** Those of the last 30 days, active ones first. */
export const HushList = Type.Object({ nowMs: Ms, hushes: List(Hush) }, strict);
export type HushList = Static<typeof HushList>;

export const NewHush = Type.Object(
  {
    untilMs: Ms,
    reasonKind: HushKind,
    /** may be empty unless the kind is "other": the kind's own word is the reason then */
    reason: Type.Optional(Type.String({ maxLength: REASON_MAX })),
  },
  strict,
);
export type NewHush = Static<typeof NewHush>;

/** Of one occurrence: a site that stays silent while its neighbours sound. */
export const HushedSite = Type.Object(
  { siteId: Id, siteName: Type.String(), untilMs: Ms, reason: Type.String() },
  strict,
);
export type HushedSite = Static<typeof HushedSite>;
