// Which clauses of a document a bulletin is made of, and as what genre.
// It must never know what a clause is.
import { type Static, Type } from 'typebox';
import { strict } from './common.ts';

export const ComposedGenre = Type.Union([
  Type.Literal('news'),
  Type.Literal('excerpt'),
  Type.Literal('qa'),
  Type.Literal('situation'),
  Type.Literal('story'),
]);
export type ComposedGenre = Static<typeof ComposedGenre>;
/** "c440": where its first word stands. */
export const PickedClause = Type.String({ pattern: '^c\\d{1,7}$' });
/** A bulletin of five minutes has some forty clauses; ten times as many make an hour. */
export const Picks = Type.Array(PickedClause, { maxItems: 400 });

export const ComposedOf = Type.Object(
  { picks: Picks, genre: ComposedGenre },
  { ...strict, description: 'the clauses a bulletin is made of; without a text it is composed' },
);
