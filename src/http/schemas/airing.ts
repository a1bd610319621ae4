// What really happened to an occurrence, speaker by speaker.
// It must never know the signed bytes of an order: they have no field here.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, Priority, Sentence, Slug, strict } from './common.ts';
import { AiringState } from './schedule.ts';
import { Verdict } from './verdict.ts';

export const Airing = Type.Object(
  {
    id: Id,
    occurrenceId: Id,
    scheduleId: Id,
    bulletinId: Id,
    clipId: Id,
    tenantId: Id,
    areaIds: List(Id),
    priority: Priority,
    drill: Type.Boolean(),
    playAtMs: Ms,
    durationMs: Count,
    sendAtMs: Ms,
    closeAtMs: Ms,
    state: AiringState,
    title: Type.String(),
  },
  strict,
);
export type Airing = Static<typeof Airing>;
export const AiringList = Type.Object(
  {
    airings: List(Airing),
    cutAtMs: Type.Union([Ms, Type.Null()], {
      description:
        'null: all of the span; otherwise the span held more than is listed at once, and what is earlier than this is asked for with it as toMs',
    }),
  },
  strict,
);
export type AiringList = Static<typeof AiringList>;
export const AiringsQuery = Type.Object(
  { fromMs: Type.Optional(Ms), toMs: Type.Optional(Ms) },
  strict,
);

export const AiringPart = Type.Object(
  {
    siteId: Id,
    siteName: Type.String(),
    village: Type.String(),
    verdict: Nullable(Verdict),
    sentence: Sentence,
    /** what was said before more was learnt, oldest first */
    before: List(Type.Object({ givenAtMs: Ms, sentence: Sentence }, strict)),
  },
  strict,
);
export type AiringPart = Static<typeof AiringPart>;
export const AiringView = Type.Object(
  {
    airing: Airing,
    readOnly: Type.Boolean(),
    stillSaid: Type.Boolean({
      description: 'In another language it still sounds or is due: a stop here ends that too',
    }),
    speakers: List(AiringPart),
  },
  strict,
);
export type AiringView = Static<typeof AiringView>;

/** The chain of facts behind the verdict of one speaker, by time. */
export const AiringChain = Type.Object(
  { siteId: Id, facts: List(Type.Object({ atMs: Ms, says: Sentence }, strict)) },
  strict,
);
export type AiringChain = Static<typeof AiringChain>;
export const ByAiringSite = Type.Object({ id: Id, siteId: Slug }, strict);
