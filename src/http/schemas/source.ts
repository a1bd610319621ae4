// What is said of the source system: what it may send at once, and what our people see of it.
// It must never know how a bulletin is read or proved.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, Priority, Sentence, strict } from './common.ts';

const oneOf = <const T extends readonly string[]>(...names: T) =>
  Type.Unsafe<T[number]>(Type.Union(names.map((name) => Type.Literal(name))));

export const SourceState = oneOf(
  'received',
  'refused',
  'accepted',
  'approved',
  'scheduled',
  'aired',
  'superseded',
  'cancelled',
);
export type SourceState = Static<typeof SourceState>;
export const LetterKind = oneOf('ack', 'airing-result', 'speaker-status', 'monthly-report');
export type LetterKind = Static<typeof LetterKind>;
const LetterState = oneOf('waiting', 'delivered', 'dropped');

export const Taken = Type.Object(
  { externalId: Type.String(), revision: Count, state: SourceState, duplicate: Type.Boolean() },
  strict,
);
const Part = Type.Object(
  {
    tenantId: Id,
    areaName: Type.String(),
    bulletinId: Id,
    bulletinState: oneOf('making', 'failed', 'ready', 'pending', 'approved', 'returned'),
    role: oneOf('whole', 'frame'),
    playAtMs: Nullable(Ms),
  },
  strict,
);
const kept = {
  id: Id,
  hash: Type.String(),
  bytes: Count,
  contentType: Type.String(),
  via: oneOf('push', 'pull'),
};
export const SourceItem = Type.Object(
  {
    ...kept,
    externalId: Type.String(),
    revision: Count,
    messageId: Type.String(),
    keyId: Nullable(Type.String()),
    arrivedAtMs: Ms,
    priority: Priority,
    drill: Type.Boolean(),
    title: Type.String(),
    sender: Type.String(),
    does: oneOf('say', 'cancel'),
    state: SourceState,
    refused: Nullable(Type.Object({ why: Type.String(), place: Nullable(Type.String()) }, strict)),
    reason: Nullable(Sentence),
    parts: List(Part),
  },
  strict,
);
export type SourceItem = Static<typeof SourceItem>;
export const SourceItems = Type.Object({ items: List(SourceItem) }, strict);
export type SourceItems = Static<typeof SourceItems>;

export const SourceRefusal = Type.Object(
  {
    ...kept,
    atMs: Ms,
    why: Type.String(),
    place: Nullable(Type.String()),
    externalId: Nullable(Type.String()),
    title: Nullable(Type.String()),
    emergency: Type.Boolean(),
    reason: Sentence,
  },
  strict,
);
export type SourceRefusal = Static<typeof SourceRefusal>;
export const SourceRefusals = Type.Object({ refusals: List(SourceRefusal) }, strict);
export type SourceRefusals = Static<typeof SourceRefusals>;

export const SourceLetter = Type.Object(
  {
    id: Id,
    kind: LetterKind,
    subject: Type.String(),
    createdAtMs: Ms,
    dueAtMs: Ms,
    attempts: Count,
    lastError: Nullable(Type.String()),
    state: LetterState,
  },
  strict,
);
export const SourceLetters = Type.Object({ letters: List(SourceLetter) }, strict);
export type SourceLetters = Static<typeof SourceLetters>;

export const SourceView = Type.Object(
  {
    name: Nullable(Type.String({ description: 'null: no keys are set, the door is shut' })),
    reachable: Type.Boolean({ description: 'an address is set: fetched from and reported to' }),
    lastContactMs: Nullable(Ms),
    lastTriedMs: Nullable(Ms),
    trouble: Nullable(Type.String()),
    letters: Type.Object(
      {
        count: Count,
        oldestMs: Nullable(Ms),
        byKind: Type.Partial(
          Type.Object({
            ack: Count,
            'airing-result': Count,
            'speaker-status': Count,
            'monthly-report': Count,
          }),
        ),
      },
      strict,
    ),
    trusts: List(
      Type.Object(
        {
          keyId: Type.String(),
          keyName: Type.String(),
          by: Nullable(Type.Object({ name: Type.String(), sinceMs: Ms }, strict)),
          lapsed: Type.Boolean(),
        },
        strict,
      ),
    ),
    frames: Count,
    may: Type.Object(
      { trust: Type.Boolean(), refusals: Type.Boolean(), raw: Type.Boolean() },
      strict,
    ),
  },
  strict,
);
export type SourceView = Static<typeof SourceView>;

const page = {
  beforeId: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};
export const SourcePage = Type.Object(page, strict);
export const LetterPage = Type.Object({ ...page, state: Type.Optional(LetterState) }, strict);
export const TrustWish = Type.Object({ on: Type.Boolean() }, strict);
export const ByKey = Type.Object({ keyId: Id }, strict);
