// Quick notices: templates and their slots, what will be said, going, what became of it, who stands.
// It must never know how a text is written or what a standing approval covers.
import { type Static, Type } from 'typebox';
import { Count, Id, Line, List, Ms, Nullable, Priority, Sentence, strict } from './common.ts';
import { AiringState, Hindrance } from './schedule.ts';

const Kind = Type.Union([
  Type.Literal('text'),
  Type.Literal('place'),
  Type.Literal('day'),
  Type.Literal('hour'),
  Type.Literal('span'),
  Type.Literal('people'),
  Type.Literal('phone'),
  Type.Literal('money'),
  Type.Literal('choice'),
]);
export type SlotKind = Static<typeof Kind>;
const Category = Type.Union([
  Type.Literal('community'),
  Type.Literal('health'),
  Type.Literal('utility'),
  Type.Literal('welfare'),
  Type.Literal('security'),
  Type.Literal('disaster'),
]);
export type NoticeCategory = Static<typeof Category>;

/** The limits a person can act on are src/domain/notices/notice-template.ts's; these keep a body small. */
const Short = Type.String({ maxLength: 300 });
const Labels = Type.Object({ vi: Short, en: Short }, strict);
export const Slot = Type.Object(
  {
    name: Type.String({ maxLength: 40 }),
    label: Labels,
    kind: Kind,
    required: Type.Boolean(),
    maxChars: Type.Integer({ minimum: 0, maximum: 1_000 }),
    example: Short,
    event: Type.Optional(Type.Boolean()),
    options: Type.Optional(Type.Array(Short, { maxItems: 40 })),
  },
  strict,
);
export type Slot = Static<typeof Slot>;

const words = {
  title: Labels,
  icon: Type.String({ maxLength: 40 }),
  category: Category,
  priority: Priority,
  personalData: Type.Boolean(),
  lastsHours: Nullable(Type.Number({ minimum: 0, maximum: 10_000 })),
  opening: Type.String({ maxLength: 1_000 }),
  body: Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 40 }),
  closing: Type.String({ maxLength: 1_000 }),
  slots: Type.Array(Slot, { maxItems: 40 }),
};
export const TemplateWords = Type.Object(words, strict);
export type TemplateWords = Static<typeof TemplateWords>;
export const Template = Type.Object(
  {
    id: Id,
    ...words,
    body: List(Type.String()),
    slots: List(
      Type.Object({ ...Slot.properties, options: Type.Optional(List(Type.String())) }, strict),
    ),
    hash: Type.String(),
    version: Count,
    from: Type.Union([Type.Literal('built-in'), Type.Literal('changed'), Type.Literal('own')]),
    hidden: Type.Boolean(),
  },
  strict,
);
export type Template = Static<typeof Template>;
export const TemplateList = Type.Object({ templates: List(Template) }, strict);
export type TemplateList = Static<typeof TemplateList>;

const Hash = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'of the words as they were shown',
});
export const TemplateSet = Type.Object(
  { seenHash: Hash, hidden: Type.Boolean(), template: TemplateWords },
  strict,
);
export type TemplateSet = Static<typeof TemplateSet>;
export const ByTemplate = Type.Object({ id: Id, templateId: Id }, strict);

/** Twice what a slot takes, so that a slip is answered with a sentence about that very slot. */
const Values = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9-]{0,23}$' }),
  Type.String({ maxLength: 1_000 }),
  { maxProperties: 20, additionalProperties: false },
);
const Said = Type.Unsafe<Readonly<Record<string, string>>>(
  Type.Record(Type.String(), Type.String()),
);
const wish = {
  areaId: Id,
  templateId: Id,
  templateHash: Hash,
  slots: Values,
  /** said three times is heard by whoever came late; more is noise */
  repeats: Type.Integer({ minimum: 1, maximum: 3 }),
  urgent: Type.Optional(
    Type.Boolean({ description: 'danger to life: a priority template airs as an emergency' }),
  ),
};
export const PreviewWish = Type.Object(wish, strict);
export type PreviewWish = Static<typeof PreviewWish>;

export const NoticeWish = Type.Object(
  {
    ...wish,
    wishId: Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
    areaIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    rules: Type.Array(
      Type.Union([
        Type.Object({ kind: Type.Literal('now') }, strict),
        Type.Object({ kind: Type.Literal('once'), atMs: Ms }, strict),
      ]),
      { minItems: 1, maxItems: 4 },
    ),
    personalData: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type NoticeWish = Static<typeof NoticeWish>;

export const Preview = Type.Object(
  {
    title: Type.String(),
    text: Type.String(),
    spoken: List(Type.String()),
    seconds: Type.Number(),
    event: Nullable(Type.Object({ startMs: Ms, endMs: Nullable(Ms) }, strict)),
    expiresAtMs: Ms,
    problems: List(
      Type.Object({ slot: Type.String(), code: Type.String(), say: Sentence }, strict),
    ),
    personal: List(Type.Object({ kind: Type.String(), text: Type.String() }, strict)),
    doubts: List(Type.Object({ text: Type.String(), reason: Type.String() }, strict)),
    times: Type.Object({ now: Type.Boolean(), next: List(Ms), twice: List(Ms) }, strict),
    approver: Nullable(Type.String()),
  },
  strict,
);
export type Preview = Static<typeof Preview>;

const State = Type.Union([
  Type.Literal('making'),
  Type.Literal('failed'),
  Type.Literal('ready'),
  Type.Literal('pending'),
  Type.Literal('approved'),
  Type.Literal('returned'),
]);
const brief = {
  id: Id,
  templateId: Id,
  title: Type.String(),
  slots: Said,
  repeats: Type.Integer(),
  areaIds: List(Id),
  state: State,
  createdAtMs: Ms,
};
export const NoticeBrief = Type.Object(brief, strict);
export type NoticeBrief = Static<typeof NoticeBrief>;
export const NoticeList = Type.Object({ notices: List(NoticeBrief) }, strict);
export type NoticeList = Static<typeof NoticeList>;
export const NoticesQuery = Type.Object(
  {
    areaId: Id,
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
  },
  strict,
);

const Airing = Type.Object(
  { id: Id, state: AiringState, playAtMs: Ms, speakers: Count, played: Count, failed: Count },
  strict,
);
export const NoticeView = Type.Object(
  {
    ...brief,
    tenantId: Id,
    text: Type.String(),
    priority: Priority,
    personalData: Type.Boolean(),
    stateReason: Nullable(Type.String()),
    expiresAtMs: Nullable(Ms),
    clipId: Nullable(Id),
    authorName: Type.String(),
    approvedBy: List(Type.Object({ name: Type.String(), standing: Type.Boolean() }, strict)),
    times: List(
      Type.Object(
        {
          scheduleId: Id,
          atMs: Nullable(Ms),
          ended: Type.Boolean(),
          hindrance: Nullable(Hindrance),
          airing: Nullable(Airing),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type NoticeView = Static<typeof NoticeView>;
export const ByWish = Type.Object({ wishId: NoticeWish.properties.wishId }, strict);

const Standing = Type.Object(
  {
    id: Id,
    tenantId: Id,
    templateId: Id,
    templateHash: Type.String(),
    readingKey: Type.String(),
    approverId: Id,
    emergency: Type.Boolean(),
    accountIds: Nullable(List(Id)),
    untilMs: Ms,
    createdAtMs: Ms,
    endedAtMs: Nullable(Ms),
    approverName: Type.String(),
    templateTitle: Nullable(Sentence),
    inForce: Type.Boolean(),
    reason: Nullable(Type.Object({ code: Type.String(), say: Sentence }, strict)),
  },
  strict,
);
export const StandingAnswer = Standing;
export type Standing = Static<typeof Standing>;
export const StandingList = Type.Object(
  {
    standings: List(Standing),
    makers: List(Type.Object({ accountId: Id, name: Line }, strict)),
  },
  strict,
);
export type StandingList = Static<typeof StandingList>;
export const StandingWish = Type.Object(
  {
    templateId: Id,
    templateHash: Hash,
    untilMs: Ms,
    emergency: Type.Boolean(),
    accountIds: Nullable(Type.Array(Id, { maxItems: 50 })),
  },
  strict,
);
export type StandingWish = Static<typeof StandingWish>;
export const ByStanding = Type.Object({ id: Id, standingId: Id }, strict);
