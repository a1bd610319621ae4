// What villagers reported, what officers answer, and a commune's word on its public page.
// It must never have a field for who reported.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, strict } from './common.ts';
import { PersonalKind } from './personal.ts';

const Kind = Type.Union([Type.Literal('noise'), Type.Literal('unclear'), Type.Literal('wrong')]);
export type ReportKind = Static<typeof Kind>;
const State = Type.Union([Type.Literal('new'), Type.Literal('seen'), Type.Literal('answered')]);
export type ReportState = Static<typeof State>;

const ReportedAiring = Type.Object(
  {
    id: Id,
    title: Type.String(),
    playAtMs: Ms,
    bulletinId: Id,
    personalData: Type.Boolean({ description: 'it names people and is not on the public page' }),
  },
  strict,
);

export const Report = Type.Object(
  {
    id: Id,
    tenantId: Id,
    number: Type.String({ description: 'by which whoever wrote it finds the answer' }),
    airingId: Nullable(Id),
    areaId: Nullable(Id),
    siteId: Nullable(Id),
    kind: Kind,
    text: Type.String(),
    count: Count,
    firstAtMs: Ms,
    lastAtMs: Ms,
    state: State,
    answer: Nullable(Type.String()),
    answeredAtMs: Nullable(Ms),
    answerPublic: Type.Boolean(),
    textPublic: Type.Boolean(),
    areaName: Nullable(Type.String()),
    siteName: Nullable(Type.String()),
    airing: Nullable(ReportedAiring),
    answeredByName: Nullable(Type.String()),
  },
  strict,
);
export type Report = Static<typeof Report>;

export const ReportsQuery = Type.Object(
  {
    open: Type.Optional(Type.Boolean({ description: 'new and seen; without it, those answered' })),
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  strict,
);
export const ReportList = Type.Object(
  {
    reports: List(Report),
    counts: Type.Object({ new: Count, seen: Count, answered: Count }, strict),
  },
  strict,
);
export type ReportList = Static<typeof ReportList>;

export const AnswerWish = Type.Object(
  {
    // three screens of a phone: what is longer is said by loudspeaker or at the office
    answer: Type.String({ minLength: 1, maxLength: 1_000 }),
    answerPublic: Type.Boolean({ description: 'stands on the public page' }),
    textPublic: Type.Boolean({ description: 'and the villager’s words beside it' }),
  },
  strict,
);
export type AnswerWish = Static<typeof AnswerWish>;

export const PublicPageWish = Type.Object(
  {
    open: Type.Boolean(),
    phone: Nullable(Type.String({ maxLength: 40, pattern: '^[0-9+(). -]*$' })),
  },
  strict,
);
export type PublicPageWish = Static<typeof PublicPageWish>;
export const PublicPage = Type.Object(
  { areaId: Id, open: Type.Boolean(), phone: Nullable(Type.String()), url: Type.String() },
  strict,
);
export type PublicPage = Static<typeof PublicPage>;
export const PosterQuery = Type.Object({ siteId: Type.Optional(Id) }, strict);

export const PersonalWish = Type.Object({ personalData: Type.Boolean() }, strict);
export type PersonalWish = Static<typeof PersonalWish>;

/** A book of 200 pages: what a document of 25 MB holds at most is asked for in parts. */
export const HintsWish = Type.Object({ text: Type.String({ maxLength: 500_000 }) }, strict);
export type HintsWish = Static<typeof HintsWish>;
const PersonalHint = Type.Object(
  {
    kind: PersonalKind,
    at: Type.Integer({ minimum: 0, description: 'in UTF-16 units of the text as NFC' }),
    length: Count,
  },
  strict,
);
export const HintList = Type.Object({ hints: List(PersonalHint) }, strict);
export type HintList = Static<typeof HintList>;
