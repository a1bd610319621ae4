// Recordings asked of collaborators: given by a link, sent, heard by a second speaker, paid.
// It must never carry a token but in the one answer that makes it.
import { type Static, Type } from 'typebox';
import { Count, Id, Line, List, Ms, Nullable, strict } from './common.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Note = Nullable(Type.String({ maxLength: 300 }));

export const NewCommission = Type.Object(
  {
    language: Type.String({ pattern: '^[a-z]{3}$', description: 'ISO 639-3' }),
    collaboratorName: Line,
    contactNote: Note,
    dueDay: Day,
    feeNote: Note,
  },
  strict,
);
export type NewCommission = Static<typeof NewCommission>;

export const Commission = Type.Object(
  {
    id: Id,
    bulletinId: Id,
    title: Type.String(),
    language: Type.String(),
    languageName: Type.String(),
    collaboratorName: Type.String(),
    contactNote: Nullable(Type.String()),
    dueDay: Type.String(),
    feeNote: Nullable(Type.String()),
    paidNote: Nullable(Type.String()),
    listenerName: Nullable(Type.String()),
    hasListenerLink: Type.Boolean(),
    state: Type.Union([
      Type.Literal('asked'),
      Type.Literal('sent'),
      Type.Literal('returned'),
      Type.Literal('confirmed'),
      Type.Literal('revoked'),
    ]),
    overdue: Type.Boolean(),
    open: Type.Boolean({ description: 'its link answers' }),
    offered: Type.Boolean({ description: 'confirmed beside an approved sound: waits to be taken' }),
    openedAtMs: Nullable(Ms),
    speakerName: Nullable(Type.String()),
    clipId: Nullable(Type.String()),
    contentHash: Nullable(Type.String()),
    textHash: Nullable(Type.String()),
    sentAtMs: Nullable(Ms),
    sends: Count,
    remark: Nullable(Type.String()),
    judgedBy: Nullable(Type.String()),
    judgedById: Nullable(Id),
    judgedAtMs: Nullable(Ms),
    remindedAtMs: Nullable(Ms),
    dueToldAtMs: Nullable(Ms),
    createdBy: Id,
    byName: Type.String(),
    createdAtMs: Ms,
  },
  strict,
);
export type Commission = Static<typeof Commission>;
export const CommissionList = Type.Object({ commissions: List(Commission) }, strict);
export type CommissionList = Static<typeof CommissionList>;
export const CommissionMade = Type.Object(
  { commission: Commission, url: Type.String({ description: 'shown this once' }) },
  strict,
);
export type CommissionMade = Static<typeof CommissionMade>;

export const CommissionsQuery = Type.Object(
  {
    bulletinId: Type.Optional(Id),
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
);
export const LinkWish = Type.Object(
  { dueDay: Type.Optional(Nullable(Day)) },
  { ...strict, description: 'the old link is closed; a later day, where the old one is over' },
);
export const ListenerWish = Type.Object({ listenerName: Line }, strict);
export const CommissionNotes = Type.Object(
  { feeNote: Type.Optional(Note), paidNote: Type.Optional(Note) },
  strict,
);
export type CommissionNotes = Static<typeof CommissionNotes>;
export const SoundVerdict = Type.Object(
  {
    contentHash: Type.String({ minLength: 1, maxLength: 128, description: 'what was heard' }),
    confirmed: Type.Boolean(),
    remark: Type.Optional(Note),
  },
  strict,
);
export type SoundVerdict = Static<typeof SoundVerdict>;

/** 256 bits as base64url. */
export const ByToken = Type.Object(
  { token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) },
  strict,
);
export const LinkSoundQuery = Type.Object(
  {
    kieu: Type.Optional(Type.Union([Type.Literal('opus'), Type.Literal('mp3')])),
    v: Type.Optional(Type.String({ maxLength: 64 })),
  },
  strict,
);
export const SentQuery = Type.Object(
  {
    ten: Line,
    'dong-y': Type.Literal('1', { description: 'who speaks agreed to be heard' }),
    loi: Type.String({ minLength: 1, maxLength: 128, description: 'the words that were read' }),
  },
  strict,
);
export const SentAnswer = Type.Object({ state: Type.String() }, strict);
