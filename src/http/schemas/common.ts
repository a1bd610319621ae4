// The small schemas every noun is built from, and the one shape of an error answer.
// It must never know routes, services or rows.
import { type Static, type TSchema, Type } from 'typebox';

export const strict = { additionalProperties: false };

export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_@-]+$' });
/** A slug is also a topic segment (devices/PROTOCOL.md), so nothing but these letters. */
export const Slug = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
});
/** Up to the year 5138: wide enough for any plan, narrow enough to refuse microseconds. */
export const Ms = Type.Integer({ minimum: 0, maximum: 99_999_999_999_999 });
export const Count = Type.Integer({ minimum: 0 });
export const Line = Type.String({ minLength: 1, maxLength: 300 });

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** Answers hold frozen rows: a list that may only be read. */
export const List = <T extends TSchema>(item: T) =>
  Type.Unsafe<readonly Static<T>[]>(Type.Array(item));

export const Sentence = Type.Object({ vi: Type.String(), en: Type.String() }, strict);
export type Sentence = Static<typeof Sentence>;

export const Priority = Type.Union([
  Type.Literal('normal'),
  Type.Literal('priority'),
  Type.Literal('emergency'),
]);
export type Priority = Static<typeof Priority>;

export const ErrorAnswer = Type.Object(
  {
    error: Type.Object(
      {
        code: Type.String(),
        fault: Type.String(),
        message: Sentence,
        place: Nullable(Type.String()),
      },
      strict,
    ),
  },
  { ...strict, description: 'what went wrong, in Vietnamese and English, and where' },
);
export type ErrorAnswer = Static<typeof ErrorAnswer>;

/** A 200 (or 201, 204) of this shape, and every failure of the one error shape. */
export const answers = <S extends 200 | 201 | 204, T extends TSchema>(status: S, schema: T) =>
  ({ [status]: schema, '4xx': ErrorAnswer, '5xx': ErrorAnswer }) as Record<S, T> & {
    '4xx': typeof ErrorAnswer;
    '5xx': typeof ErrorAnswer;
  };

export const Nothing = Type.Null({ description: 'no content' });
export const ById = Type.Object({ id: Id }, strict);
