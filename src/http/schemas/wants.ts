// What is asked of a bulletin by whoever plans it, and that it was told.
// It must never know who is told.
import { type Static, Type } from 'typebox';
import { Id, List, Ms, Nullable, strict } from './common.ts';

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

/** Priority that was asked for. */
export const Want = Type.Object(
  {
    id: Id,
    bulletinId: Id,
    title: Type.String(),
    areaNames: List(Type.String()),
    askedByName: Type.String(),
    askedAtMs: Ms,
    state: Type.Union([Type.Literal('open'), Type.Literal('granted'), Type.Literal('declined')]),
    answeredByName: Nullable(Type.String()),
    answeredAtMs: Nullable(Ms),
    remark: Nullable(Type.String({ description: 'why it was declined' })),
    own: Type.Boolean({ description: 'whoever looks wrote it, so another has to grant it' }),
  },
  strict,
);
export type Want = Static<typeof Want>;
/** What waits for whoever looks, oldest first, at most two hundred; what they asked for, the newest twenty. */
export const WantList = Type.Object({ waiting: List(Want), asked: List(Want) }, strict);
export type WantList = Static<typeof WantList>;
export const WantAnswer = Type.Object(
  { remark: Type.Optional(Nullable(Type.String({ maxLength: 300 }))) },
  strict,
);
