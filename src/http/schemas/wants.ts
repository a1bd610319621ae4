// What is asked of a bulletin by whoever plans it, and that it was told.
// It must never know who is told.
import { type Static, Type } from 'typebox';
import { Id, strict } from './common.ts';

const areaIds = Type.Array(Id, { minItems: 1, maxItems: 500 });
export const BulletinWant = Type.Union([
  Type.Object({ what: Type.Literal('priority'), areaIds }, strict),
  Type.Object(
    {
      what: Type.Literal('shorten'),
      areaIds,
      maxSeconds: Type.Integer({ minimum: 1, maximum: 7_200 }),
    },
    strict,
  ),
]);
export type BulletinWant = Static<typeof BulletinWant>;
/** false: the same was asked some minutes ago, and is known */
export const WantTold = Type.Object({ told: Type.Boolean() }, strict);
export type WantTold = Static<typeof WantTold>;
