// Frames: their words and gaps, what is recorded of them, what they say with values, and what a notice will be in other languages.
// It must never know which value can be said, nor how a piece sounds.
import { type Static, Type } from 'typebox';
import { Count, Id, Line, List, Ms, Nullable, Priority, Sentence, strict } from './common.ts';
import { NoticeWish } from './notice.ts';

/** The limits a person can act on are src/domain/frames/check-frame.ts's; these keep a body small. */
const Short = Type.String({ maxLength: 120 });
const Shorts = Type.Array(Short, { maxItems: 300 });
const label = { name: Type.String({ maxLength: 40 }), label: Short, required: Type.Boolean() };
const DayPart = Type.Union([Type.Literal('weekday'), Type.Literal('day'), Type.Literal('month')]);
const Figure = Type.Integer({ minimum: 0, maximum: 999_999 });
const Slot = Type.Union([
  Type.Object(
    {
      ...label,
      kind: Type.Literal('hour'),
      said: Type.Literal('whole'),
      stepMinutes: Type.Union([Type.Literal(15), Type.Literal(30), Type.Literal(60)]),
      also: Shorts,
    },
    { ...strict, description: 'each hour recorded as one' },
  ),
  Type.Object(
    {
      ...label,
      kind: Type.Literal('hour'),
      said: Type.Literal('parts'),
      order: Type.Union([Type.Literal('hour-minute'), Type.Literal('minute-hour')]),
      minutes: Type.Array(Type.Integer({ minimum: 1, maximum: 59 }), { maxItems: 59 }),
    },
    { ...strict, description: 'hours and minutes recorded apart, in the language’s order' },
  ),
  Type.Object(
    {
      ...label,
      kind: Type.Literal('number'),
      ...{ from: Figure, to: Figure, step: Type.Integer({ minimum: 1, maximum: 999_999 }) },
      also: Type.Array(Figure, { maxItems: 300 }),
    },
    strict,
  ),
  Type.Object(
    {
      ...label,
      kind: Type.Literal('date'),
      near: Type.Boolean(),
      order: Type.Array(DayPart, { maxItems: 3 }),
    },
    strict,
  ),
  Type.Object(
    {
      ...label,
      kind: Type.Literal('place'),
      areas: Type.Union([Type.Literal('villages'), Type.Literal('communes'), Type.Literal('none')]),
      also: Shorts,
    },
    strict,
  ),
  Type.Object({ ...label, kind: Type.Literal('list'), values: Shorts }, strict),
]);
const Slots = Type.Unsafe<readonly Static<typeof Slot>[]>(Type.Array(Slot, { maxItems: 20 }));
export type FrameSlot = Static<typeof Slot>;
/** Answers hold frozen rows: lists in them may only be read. */
type Frozen<T> = T extends unknown
  ? { [K in keyof T]: T[K] extends (infer I)[] ? readonly I[] : T[K] }
  : never;
const SlotsShown = Type.Unsafe<readonly Frozen<FrameSlot>[]>(Type.Array(Slot));

export const FrameWords = Type.Object(
  {
    name: Short,
    language: Type.String({ pattern: '^[a-z]{3}$' }),
    templateId: Nullable(Id),
    sentences: Type.Array(Type.String({ maxLength: 600 }), { maxItems: 40 }),
    slots: Slots,
  },
  { ...strict, description: 'sentences in Vietnamese, in the order the language says them' },
);
export type FrameWords = Static<typeof FrameWords>;
export const FrameSet = Type.Object({ seenVersion: Count, frame: FrameWords }, strict);

const Readiness = Type.Object(
  {
    ...{ needed: Count, recorded: Count, confirmed: Count },
    ...{ orderConfirmed: Type.Boolean(), wordsReady: Type.Boolean() },
    slots: List(
      Type.Object({ name: Type.String(), label: Type.String(), ready: Count, of: Count }, strict),
    ),
    ...{ usable: Type.Boolean(), whole: Type.Boolean() },
  },
  strict,
);
const brief = {
  ...{ id: Id, tenantId: Id, tenantName: Type.String(), name: Type.String() },
  ...{ language: Type.String(), languageName: Type.String(), templateId: Nullable(Id) },
  ...{ version: Count, templateChanged: Type.Boolean(), readiness: Readiness },
};
export const FrameBrief = Type.Object(brief, strict);
export type FrameBrief = Static<typeof FrameBrief>;
export const FrameList = Type.Object({ frames: List(FrameBrief) }, strict);
export type FrameList = Static<typeof FrameList>;

const needed = {
  ...{ key: Type.String(), prompt: Type.String(), slot: Nullable(Type.String()) },
  within: Type.String(),
};
const Recording = Type.Object(
  {
    ...{ hash: Type.String(), durationMs: Count, speakerName: Type.String() },
    ...{ byName: Type.String(), byYou: Type.Boolean(), confirmedName: Nullable(Type.String()) },
    fromAbove: Type.Boolean(),
  },
  strict,
);
export const FramePiece = Type.Object(
  {
    ...needed,
    state: Type.Union([
      Type.Literal('missing'),
      Type.Literal('recorded'),
      Type.Literal('confirmed'),
    ]),
    recording: Nullable(Recording),
  },
  strict,
);
export type FramePiece = Static<typeof FramePiece>;
export const FrameView = Type.Object(
  {
    ...brief,
    sentences: List(Type.String()),
    slots: SlotsShown,
    confirmed: Nullable(Type.Object({ byName: Type.String(), atMs: Ms }, strict)),
    pieces: List(FramePiece),
  },
  strict,
);
export type FrameView = Static<typeof FrameView>;

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Key = Type.String({ minLength: 1, maxLength: 320 });
export const OfArea = Type.Object({ areaId: Id }, strict);
export const NewFrame = Type.Object({ areaId: Id, frame: FrameWords }, strict);
export const SessionWish = Type.Object(
  { areaId: Id, speakerName: Line, consent: Type.Literal(true), consentNote: Line },
  strict,
);
export const FrameSession = Type.Object({ id: Id, speakerName: Type.String() }, strict);
export type FrameSession = Static<typeof FrameSession>;
export const PieceQuery = Type.Object({ key: Key }, strict);
export const PieceOf = Type.Object({ areaId: Id, key: Key }, strict);
export const DiscardWish = Type.Object({ areaId: Id, key: Key, hash: Hash, remark: Line }, strict);
export const FrameConfirmation = Type.Object(
  {
    areaId: Id,
    listenerName: Line,
    pieces: Type.Array(Type.Object({ key: Key, hash: Hash }, strict), { maxItems: 600 }),
    order: Type.Boolean({ description: 'the frame as it is joined was heard too' }),
    version: Count,
  },
  strict,
);

export const FrameValues = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9-]{0,23}$' }),
  Type.String({ maxLength: 200 }),
  { maxProperties: 20, additionalProperties: false },
);
export const ValuesWish = Type.Object({ areaId: Id, values: FrameValues }, strict);
const Missing = Type.Object(
  {
    ...needed,
    why: Type.Union([Type.Literal('not-recorded'), Type.Literal('not-confirmed')]),
  },
  strict,
);
export const Saying = Type.Object(
  {
    ...{ text: Type.String(), seconds: Count, missing: List(Missing) },
    problems: List(Type.Object({ slot: Type.String(), code: Type.String() }, strict)),
    canBeSaid: Type.Boolean(),
  },
  strict,
);
export type Saying = Static<typeof Saying>;
export const FrameBulletin = Type.Object(
  {
    ...ValuesWish.properties,
    title: Type.Optional(Line),
    priority: Type.Optional(Priority),
    repeats: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
    expiresAtMs: Type.Optional(Nullable(Ms)),
    personalData: Type.Optional(Type.Boolean()),
  },
  strict,
);

const { areaId, templateId, slots, rules, repeats, urgent } = NoticeWish.properties;
export const OfferWish = Type.Object(
  {
    ...{ areaId, templateId, slots, rules, urgent, repeats: Type.Optional(repeats) },
    areaIds: Type.Array(Id, { maxItems: 500 }),
  },
  strict,
);
export type OfferWish = Static<typeof OfferWish>;
export const FrameOffer = Type.Object(
  {
    ...{ language: Type.String(), languageName: Type.String() },
    state: Type.Union([
      Type.Literal('ready'),
      Type.Literal('missing'),
      Type.Literal('values'),
      Type.Literal('not-confirmed'),
      Type.Literal('template-changed'),
      Type.Literal('no-time'),
      Type.Literal('no-frame'),
    ]),
    ...{ frameId: Nullable(Id), text: Type.String(), seconds: Count },
    missing: List(Type.Object({ prompt: Type.String(), why: Missing.properties.why }, strict)),
    ...{ empty: List(Type.String()), unsaid: List(Type.String()), areaIds: List(Id) },
    unheard: List(Type.Object({ atMs: Nullable(Ms), areaIds: List(Id), say: Sentence }, strict)),
  },
  strict,
);
export type FrameOffer = Static<typeof FrameOffer>;
export const OfferList = Type.Object({ offers: List(FrameOffer) }, strict);
export type OfferList = Static<typeof OfferList>;
