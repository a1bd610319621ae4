// Programmes: a commune's templates, what a day would sound like, the editions built of it.
// It must never know what is chosen or joined.
import { type Static, Type } from 'typebox';
import { Bulletin } from './bulletin.ts';
import { AirRules } from './calendar.ts';
import { Count, Id, Line, List, Ms, Nullable, Sentence, strict } from './common.ts';
import { NewSchedule, Schedule } from './schedule.ts';

const Chime = Type.Union([
  Type.Object({ kind: Type.Literal('none') }, strict),
  Type.Object({ kind: Type.Literal('ours') }, strict),
  Type.Object({ kind: Type.Literal('bulletin'), bulletinId: Id }, strict),
]);
const Pause = Type.Integer({ minimum: 0, maximum: 60_000 });
const Pauses = Type.Object({ aroundMs: Pause, betweenMs: Pause, withinMs: Pause }, strict);
const Choosing = Type.Object(
  {
    genres: List(Bulletin.properties.genre),
    given: Type.Boolean({ description: 'what the province gave and the commune accepted' }),
    own: Type.Boolean(),
    days: Count,
    most: Count,
    airedFewerThan: Count,
  },
  strict,
);
const frame = {
  name: Line,
  chime: Chime,
  pauses: Pauses,
  repeats: Count,
  mostMinutes: Nullable(Count),
  choosing: Choosing,
};
/** A bulletin there is, or text that becomes one: words around the bulletins are approved like any others. */
const FrameWish = Nullable(
  Type.Union([
    Type.Object({ bulletinId: Id }, strict),
    Type.Object({ text: Type.String({ minLength: 1, maxLength: 5_000 }) }, strict),
  ]),
);
const wish = { ...frame, ident: FrameWish, opening: FrameWish, closing: FrameWish };
export const NewProgrammeTemplate = Type.Object({ ...wish, areaId: Id }, strict);
export type NewProgrammeTemplate = Static<typeof NewProgrammeTemplate>;
export const ProgrammeTemplateChange = Type.Object({ ...wish, version: Count }, strict);

const FramePart = Nullable(
  Type.Object(
    {
      ...{
        id: Id,
        title: Type.String(),
        text: Type.String(),
        stateReason: Nullable(Type.String()),
      },
      state: Bulletin.properties.state,
    },
    strict,
  ),
);
export const ProgrammeTemplate = Type.Object(
  {
    ...frame,
    ...{ id: Id, tenantId: Id, version: Count, removedAtMs: Nullable(Ms) },
    ...{ identId: Nullable(Id), openingId: Nullable(Id), closingId: Nullable(Id) },
    parts: Type.Object(
      { chime: FramePart, ident: FramePart, opening: FramePart, closing: FramePart },
      strict,
    ),
  },
  strict,
);
export type ProgrammeTemplate = Static<typeof ProgrammeTemplate>;
export const ProgrammeTemplates = Type.Object({ templates: List(ProgrammeTemplate) }, strict);
export type ProgrammeTemplates = Static<typeof ProgrammeTemplates>;

export const ProgrammeWish = Type.Object(
  {
    templateId: Nullable(Id),
    areaIds: Type.Array(Id, { minItems: 1, maxItems: 300 }),
    itemIds: Type.Optional(
      Nullable(Type.Array(Id, { maxItems: 60, description: 'null: by the rule of the template' })),
    ),
    atMs: Type.Optional(Nullable(Ms)),
  },
  strict,
);
export type ProgrammeWish = Static<typeof ProgrammeWish>;

const Kind = Type.Union([
  Type.Literal('chime'),
  Type.Literal('ident'),
  Type.Literal('opening'),
  Type.Literal('item'),
  Type.Literal('closing'),
]);
const Language = Type.String({ maxLength: 3 });
const piece = {
  kind: Kind,
  bulletinId: Nullable(Id),
  version: Count,
  title: Type.String(),
  language: Nullable(Language),
  clipId: Type.String(),
  contentHash: Type.String(),
  pauseFrames: Count,
  startMs: Count,
  durationMs: Count,
};
const Piece = Type.Object({ ...piece, originalId: Nullable(Id) }, strict);
/** `there`: the bulletin in that language and why it may not be said; null: nobody has made it */
const Missing = Type.Object(
  {
    ...{ originalId: Id, title: Type.String(), kind: Kind, language: Language, says: Sentence },
    there: Nullable(Type.Object({ bulletinId: Id, why: Type.String() }, strict)),
  },
  strict,
);
const LeftOut = Type.Object(
  {
    ...{ originalId: Id, title: Type.String(), says: Sentence },
    why: Type.Union([Type.Literal('no-room'), Type.Literal('no-language')]),
    needsMs: Type.Optional(Count),
    leftMs: Type.Optional(Count),
    there: Type.Optional(
      Nullable(Type.Object({ bulletinId: Id, language: Language, why: Type.String() }, strict)),
    ),
  },
  strict,
);
const places = { languages: List(Language), areaIds: List(Id), areaNames: List(Type.String()) };
export const EditionPreview = Type.Object(
  {
    ...places,
    pieces: List(Piece),
    durationMs: Count,
    mostMs: Nullable(Count),
    missing: List(Missing),
    leftOut: List(LeftOut),
  },
  strict,
);
export type EditionPreview = Static<typeof EditionPreview>;
export const ProgrammePreview = Type.Object(
  {
    ...{ tenantId: Id, title: Type.String(), itemIds: List(Id) },
    editions: List(EditionPreview),
    regulationMinutes: Nullable(Count),
  },
  strict,
);
export type ProgrammePreview = Static<typeof ProgrammePreview>;

/** `says`: which part took it off the air; `broken`: until it is rebuilt */
export const ProgrammeEdition = Type.Object(
  {
    ...places,
    ...{ bulletinId: Id, tenantId: Id, templateId: Nullable(Id), title: Type.String() },
    state: Bulletin.properties.state,
    stateReason: Nullable(Type.String()),
    clipId: Nullable(Type.String()),
    contentHash: Nullable(Type.String()),
    durationMs: Nullable(Count),
    version: Count,
    builtAtMs: Ms,
    broken: Type.Boolean(),
    placed: Type.Boolean({ description: 'somebody gave it a time, past or to come' }),
    says: Nullable(Sentence),
    parts: List(Type.Object({ ...piece, position: Count }, strict)),
  },
  strict,
);
export type ProgrammeEdition = Static<typeof ProgrammeEdition>;
export const ProgrammeEditions = Type.Object({ editions: List(ProgrammeEdition) }, strict);
export type ProgrammeEditions = Static<typeof ProgrammeEditions>;
export const EditionsQuery = Type.Object({ beforeId: Type.Optional(Id) }, strict);

export const EditionsPlaced = Type.Object(
  {
    bulletinIds: Type.Array(Id, { minItems: 1, maxItems: 12 }),
    rule: NewSchedule.properties.rule,
    air: Type.Optional(AirRules),
  },
  strict,
);
export type EditionsPlaced = Static<typeof EditionsPlaced>;
export const SchedulesPlaced = Type.Object({ schedules: List(Schedule) }, strict);
export type SchedulesPlaced = Static<typeof SchedulesPlaced>;
