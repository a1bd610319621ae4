// What a bulletin's page says of who speaks it.
// It must never know engines, nor the words that were said.
import { type Static, Type } from 'typebox';
import { Count, List, Nullable, Sentence, strict } from './common.ts';

export const Profile = Type.Union([
  Type.Literal('horn'),
  Type.Literal('indoor'),
  Type.Literal('flat'),
]);
export type Profile = Static<typeof Profile>;

export const Speech = Type.Object(
  {
    language: Nullable(Type.String()),
    profile: Nullable(Profile),
    spokenBy: List(
      Type.Object(
        {
          ...{ engine: Type.String(), engineVersion: Type.String(), voice: Type.String() },
          sentences: Count,
        },
        strict,
      ),
    ),
    fallen: Nullable(Type.Object({ sentences: Count, say: Sentence }, strict)),
    byCloud: Type.Boolean(),
    canRetake: Type.Boolean(),
    late: Nullable(Sentence),
    notes: List(Sentence),
  },
  { ...strict, description: 'who speaks the clip, and what is to be known of it' },
);
export type Speech = Static<typeof Speech>;
