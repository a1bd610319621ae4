// The smallest parts of every schema: ids, instants, counts.
// It must never know a message; nobody outside this room needs it.
import { Type } from 'typebox';
import { SLUG, SLUG_MAX } from './topics.ts';
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
export const Slug = Type.String({ maxLength: SLUG_MAX, pattern: SLUG.source });
export const Ms = Type.Integer({
  minimum: 0,
  description: 'service clock, milliseconds since 1970',
});
export const Count = Type.Integer({ minimum: 0 });
export const Percent = Type.Integer({ minimum: 0, maximum: 100 });
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const strict = { additionalProperties: false };
