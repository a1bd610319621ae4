// How one airing ended at one speaker, and why.
// It must never know how a verdict is reached (src/domain) nor its words on a screen.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, strict } from './common.ts';

export const Interruption = Type.Object(
  { fromMs: Ms, toMs: Ms, byStreamId: Id, resumed: Type.Boolean() },
  strict,
);

const Kind = Type.Union([
  Type.Literal('played'),
  Type.Literal('partly-played'),
  Type.Literal('pre-empted'),
  Type.Literal('skipped-by-rule'),
  Type.Literal('failed'),
]);
export type VerdictKind = Static<typeof Kind>;

const Reason = Type.Union([
  Type.Literal('whole'),
  Type.Literal('interrupted'),
  Type.Literal('cancelled'),
  Type.Literal('all-clear'),
  Type.Literal('out-of-hours'),
  Type.Literal('offline'),
  Type.Literal('no-receipt'),
  Type.Literal('restarted'),
  Type.Literal('missing-chunks'),
  Type.Literal('late'),
  Type.Literal('missed-start'),
  Type.Literal('sink-failed'),
  Type.Literal('refused'),
  Type.Literal('other-airing'),
  Type.Literal('unit-removed'),
  Type.Literal('not-approved'),
  Type.Literal('changed-since-approval'),
  Type.Literal('approval-too-old'),
  Type.Literal('expired'),
  Type.Literal('document-ended'),
  Type.Literal('over-regulation'),
  Type.Literal('original-not-approved'),
  Type.Literal('older-text'),
  Type.Literal('cancelled-once'),
  Type.Literal('hushed'),
]);
export type VerdictReason = Static<typeof Reason>;

export const Verdict = Type.Object(
  {
    airingId: Id,
    siteId: Id,
    kind: Kind,
    reason: Reason,
    detail: Nullable(Type.String()),
    startErrorMs: Nullable(Type.Number({ description: 'real milliseconds, plan to first sample' })),
    heardMs: Type.Number(),
    chunksReceived: Count,
    chunksRepaired: Count,
    interruptions: List(Interruption),
    givenAtMs: Ms,
    revision: Count,
  },
  strict,
);
export type Verdict = Static<typeof Verdict>;
