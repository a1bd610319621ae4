// Bulletins, their sound and their approval.
// It must never know where a clip's file lies: its path has no field here.
import { type Static, Type } from 'typebox';
import { ApprovalProgress } from './approval.ts';
import { Count, Id, Line, List, Ms, Nullable, Priority, Sentence, strict } from './common.ts';
import { Position } from './part.ts';
import { ComposedOf } from './picks.ts';
import { FindingList, Recording } from './recording.ts';
import { Schedule, ScheduleOutlook } from './schedule.ts';
import { Speech } from './speech.ts';

const Genre = Type.Union([
  Type.Literal('notice'),
  Type.Literal('news'),
  Type.Literal('excerpt'),
  Type.Literal('qa'),
  Type.Literal('situation'),
  Type.Literal('story'),
]);
export type Genre = Static<typeof Genre>;
const State = Type.Union([
  Type.Literal('making'),
  Type.Literal('failed'),
  Type.Literal('ready'),
  Type.Literal('pending'),
  Type.Literal('approved'),
  Type.Literal('returned'),
]);
export type BulletinState = Static<typeof State>;

export const LanguageCode = Type.String({
  pattern: '^[a-z]{3}$',
  description: 'ISO 639-3, one of /api/languages: what it is heard in',
});
export const LanguageList = Type.Object(
  {
    languages: List(
      Type.Object(
        { code: LanguageCode, name: Type.String(), ownName: Type.String() },
        { ...strict, description: 'name: in Vietnamese; ownName: as those call it who speak it' },
      ),
    ),
  },
  strict,
);
export type LanguageList = Static<typeof LanguageList>;

export const Bulletin = Type.Object(
  {
    id: Id,
    tenantId: Id,
    documentId: Nullable(Id),
    documentPart: Nullable(Position),
    originalId: Nullable(Id),
    title: Type.String(),
    text: Type.String(),
    genre: Genre,
    language: LanguageCode,
    priority: Priority,
    drill: Type.Boolean(),
    maxSeconds: Nullable(Type.Number()),
    repeats: Type.Integer({ minimum: 1, maximum: 3 }),
    expiresAtMs: Nullable(Ms),
    personalData: Type.Boolean(),
    standingId: Nullable(Id),
    submitsItself: Type.Boolean(),
    state: State,
    stateReason: Nullable(Type.String()),
    version: Count,
    clipId: Nullable(Id),
    authorId: Id,
    writerIds: List(Id),
    createdAtMs: Ms,
  },
  strict,
);
export type Bulletin = Static<typeof Bulletin>;

/** A list shows titles: whole plans as text would be megabytes over 3G. */
const { text: _text, ...brief } = Bulletin.properties;
export const BulletinBrief = Type.Object(brief, strict);
export type BulletinBrief = Static<typeof BulletinBrief>;

const WarningCode = Type.Union([
  Type.Literal('draft'),
  Type.Literal('comments-over'),
  Type.Literal('not-yet-in-force'),
  Type.Literal('amended'),
  Type.Literal('repealed'),
]);
export type WarningCode = Static<typeof WarningCode>;

export const BulletinList = Type.Object(
  {
    bulletins: List(BulletinBrief),
    marks: Type.Unsafe<Readonly<Record<string, WarningCode>>>(
      Type.Record(Type.String(), WarningCode, {
        description: 'by bulletin: made from a draft, or from what is no longer the law',
      }),
    ),
  },
  strict,
);
export type BulletinList = Static<typeof BulletinList>;

/** Newest first, a page at a time: `beforeId` is the last of the page before. */
export const BulletinsQuery = Type.Object(
  {
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })),
    state: Type.Optional(State),
  },
  strict,
);

export const SoundQuery = Type.Object(
  {
    as: Type.Optional(
      Type.Union([Type.Literal('opus24'), Type.Literal('opus16'), Type.Literal('mp3')], {
        description:
          'another form of the clip, made when it is first asked for; left out: as it travels',
      }),
    ),
  },
  strict,
);
export type SoundQuery = Static<typeof SoundQuery>;

export const Clip = Type.Object(
  {
    id: Id,
    contentHash: Type.String(),
    durationMs: Count,
    lufs: Type.Number(),
    truePeakDb: Type.Number(),
    bytes: Count,
    sentences: List(
      Type.Object({ words: Type.String(), startMs: Type.Number(), endMs: Type.Number() }, strict),
    ),
    doubts: Count,
    synthetic: Nullable(
      Type.Object({ engine: Type.String(), voice: Type.String(), madeAtMs: Ms }, strict),
    ),
    madeAtMs: Ms,
  },
  strict,
);
export type Clip = Static<typeof Clip>;

export const Approval = Type.Object(
  {
    id: Id,
    bulletinId: Id,
    version: Count,
    contentHash: Type.String(),
    approverId: Id,
    atMs: Ms,
    neededIds: List(Id),
    standingId: Nullable(Id),
    slipHash: Nullable(Type.String()),
    voidedAtMs: Nullable(Ms),
  },
  strict,
);

export const DocumentWarning = Type.Object(
  {
    code: WarningCode,
    number: Nullable(Type.String()),
    say: Sentence,
  },
  { ...strict, description: 'what must be said of the document the bulletin was made from' },
);

export const BulletinView = Type.Object(
  {
    bulletin: Bulletin,
    authorName: Type.String(),
    clip: Nullable(Clip),
    approvals: List(Approval),
    approval: ApprovalProgress,
    schedules: List(Schedule),
    outlook: List(ScheduleOutlook),
    warnings: List(DocumentWarning),
    recording: Nullable(Recording),
    findings: FindingList,
    speech: Speech,
  },
  strict,
);
export type BulletinView = Static<typeof BulletinView>;

// JSON requests end at 1 MB; a longer text comes as a document and is named by its id.
const Text = Type.String({ maxLength: 500_000 });
/** Said three times is heard by whoever came late; more is noise. */
const Repeats = Type.Integer({ minimum: 1, maximum: 3 });
const MaxSeconds = Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 7_200 }));

export const NewBulletin = Type.Object(
  {
    areaId: Id,
    documentId: Type.Optional(Nullable(Id)),
    part: Type.Optional(Nullable(Position)),
    text: Type.Optional(Nullable(Text)),
    title: Type.Optional(Nullable(Line)),
    genre: Type.Optional(Genre),
    language: Type.Optional(LanguageCode),
    priority: Type.Optional(Priority),
    drill: Type.Optional(Type.Boolean()),
    maxSeconds: Type.Optional(MaxSeconds),
    repeats: Type.Optional(Repeats),
    expiresAtMs: Type.Optional(Nullable(Ms)),
    personalData: Type.Optional(Type.Boolean()),
    composition: Type.Optional(ComposedOf),
  },
  strict,
);
export type NewBulletin = Static<typeof NewBulletin>;

export const BulletinEdit = Type.Object(
  {
    text: Type.Optional(Text),
    title: Type.Optional(Line),
    language: Type.Optional(LanguageCode),
    maxSeconds: Type.Optional(MaxSeconds),
  },
  strict,
);
export type BulletinEdit = Static<typeof BulletinEdit>;

export const ApprovalWish = Type.Object(
  {
    contentHash: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'the hash of the sound the approver heard',
    }),
  },
  strict,
);
export type ApprovalWish = Static<typeof ApprovalWish>;

export const ReturnWish = Type.Object(
  { remark: Type.String({ minLength: 1, maxLength: 2_000 }) },
  strict,
);
export type ReturnWish = Static<typeof ReturnWish>;

/** A correction as it was written, and the villages or communes that heard the old words. */
export const CorrectionMade = Type.Object({ bulletin: Bulletin, areaIds: List(Id) }, strict);
export type CorrectionMade = Static<typeof CorrectionMade>;
