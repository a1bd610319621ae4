// What was found in a bulletin that looks personal, how it was answered, and the spoken mark of machine voices.
// It must never know how it is found.
import { type Static, Type } from 'typebox';
import { Count, List, Ms, Nullable, Sentence, strict } from './common.ts';
import { FindingList } from './recording.ts';

export const PersonalKind = Type.Union([
  Type.Literal('phone'),
  Type.Literal('id-number'),
  Type.Literal('bank-account'),
  Type.Literal('birth-date'),
  Type.Literal('name-with-address'),
  Type.Literal('sensitive-name'),
]);

const PersonalFound = Type.Object(
  {
    place: Type.Union([Type.Literal('title'), Type.Literal('text'), Type.Literal('source')]),
    kind: PersonalKind,
    at: Type.Integer({ minimum: 0, description: 'in UTF-16 units of what stands in that place' }),
    length: Count,
    words: Type.String(),
    say: Sentence,
  },
  strict,
);
export const PersonalView = Type.Object(
  {
    marked: Type.Boolean(),
    suspected: Type.Boolean({
      description: 'found, not marked, not answered: kept like a marked one meanwhile',
    }),
    found: List(PersonalFound),
    answer: Nullable(
      Type.Object({ reason: Type.String(), byName: Type.String(), atMs: Ms }, strict),
    ),
  },
  strict,
);
export type PersonalView = Static<typeof PersonalView>;
export const PersonalAnswer = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500 }) },
  strict,
);

export const SpokenMark = Type.Object(
  {
    own: Nullable(Type.Boolean({ description: 'null: as the province has it' })),
    spoken: Type.Boolean(),
    sentence: Type.String(),
  },
  strict,
);
export type SpokenMark = Static<typeof SpokenMark>;
export const SpokenMarkWish = Type.Object({ spoken: Nullable(Type.Boolean()) }, strict);

/** Which second says which clause, how loud it is there, and what the machine noticed: one answer for one player. */
export const Hearing = Type.Object(
  {
    durationMs: Count,
    synthetic: Nullable(
      Type.Object({ engine: Type.String(), voice: Type.String(), madeAtMs: Ms }, strict),
    ),
    peaks: List(Type.Integer({ minimum: 0, maximum: 127 })),
    clauses: List(
      Type.Object(
        {
          words: Type.String(),
          startMs: Type.Number(),
          endMs: Type.Number(),
          sentence: Count,
          estimated: Type.Boolean({
            description: 'near, not exact: by the pauses heard, else by its syllables',
          }),
        },
        strict,
      ),
    ),
    findings: FindingList,
  },
  strict,
);
export type Hearing = Static<typeof Hearing>;
