// Bulletins composed of a document: the clauses to tick, what becomes of them, each word with its source.
// It must never know how a text is composed (audio/reading).
import { type Static, Type } from 'typebox';
import { DocumentWarning } from './bulletin.ts';
import { Count, Id, List, Nullable, strict } from './common.ts';
import { Position, Span } from './part.ts';
import { ComposedGenre, PickedClause, Picks } from './picks.ts';

const Clause = Type.Object(
  {
    id: PickedClause,
    label: Nullable(Type.String({ description: '"Khoản 1"; null: a paragraph' })),
    labels: List(Type.String()),
    depth: Count,
    title: Type.String(),
    heading: Nullable(Type.String()),
    from: Count,
    to: Count,
    sentences: Count,
    seconds: Type.Number(),
  },
  strict,
);
export type Clause = Static<typeof Clause>;
const Warnings = List(DocumentWarning);
const Notices = List(
  Type.String({ description: 'what the sound says of the document’s standing, first and last' }),
);
const seconds = Type.Number();

export const ClauseList = Type.Object(
  {
    clauses: List(Clause),
    frames: Type.Object(
      { news: seconds, excerpt: seconds, qa: seconds, situation: seconds, story: seconds },
      { ...strict, description: 'seconds of what opens and closes each genre' },
    ),
    notices: Notices,
    warnings: Warnings,
    whole: Type.Boolean(),
  },
  strict,
);
export type ClauseList = Static<typeof ClauseList>;

const SpokenTrace = Type.Object(
  {
    words: Type.String(),
    rule: Type.String(),
    text: Nullable(Span),
    source: Nullable(Span),
  },
  { ...strict, description: 'where words stand in the bulletin’s text, and in the document' },
);
const SpokenLine = Type.Object(
  {
    words: Type.String(),
    speaker: Type.Union([Type.Literal('first'), Type.Literal('second')]),
    trace: List(SpokenTrace),
  },
  strict,
);
export type SpokenLine = Static<typeof SpokenLine>;
const SpokenDoubt = Type.Object(
  {
    reason: Type.String(),
    written: Type.String(),
    suggestion: Type.String(),
    source: Nullable(Span),
  },
  strict,
);
export type SpokenDoubt = Static<typeof SpokenDoubt>;
const spoken = {
  seconds,
  lines: List(SpokenLine),
  doubts: List(SpokenDoubt),
  whole: Type.Boolean(),
};

/** An hour of speech; a preview holds up everybody who has something read. */
const Text = Type.String({ maxLength: 60_000 });
export const CompositionWish = Type.Object(
  {
    documentId: Id,
    part: Type.Optional(Nullable(Position)),
    picks: Picks,
    genre: ComposedGenre,
    text: Type.Optional(Text),
  },
  strict,
);
export type CompositionWish = Static<typeof CompositionWish>;
export const Composition = Type.Object(
  {
    title: Type.String(),
    text: Type.String(),
    ...spoken,
    notices: Notices,
    warnings: Warnings,
    unwritten: List(Type.Object({ at: Count, length: Count }, strict)),
    personalHints: List(Type.Object({ kind: Type.String(), at: Count, length: Count }, strict)),
  },
  strict,
);
export type Composition = Static<typeof Composition>;

export const BulletinScript = Type.Object(
  { ...spoken, documentId: Nullable(Id), notices: Notices },
  strict,
);
export type BulletinScript = Static<typeof BulletinScript>;

export const Peaks = Type.Object(
  { peaks: List(Type.Integer({ minimum: 0, maximum: 127 })) },
  { ...strict, description: 'how loud, from beginning to end; 1,200 at most' },
);
export type Peaks = Static<typeof Peaks>;
