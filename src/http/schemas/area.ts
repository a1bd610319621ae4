// Areas (province → commune → village) and a commune's hours of broadcasting.
// It must never know topics, nor what a speaker makes of the hours.
import { type Static, Type } from 'typebox';
import { Count, Id, Line, List, Nullable, Slug, strict } from './common.ts';

const Kind = Type.Union([
  Type.Literal('province'),
  Type.Literal('commune'),
  Type.Literal('village'),
  Type.Literal('group'),
]);
export type AreaKind = Static<typeof Kind>;

const Setting = Type.Union([Type.Literal('urban'), Type.Literal('rural')]);

export const Area = Type.Object(
  {
    id: Id,
    code: Type.String(),
    kind: Kind,
    name: Type.String(),
    parentId: Nullable(Id),
    tenantId: Id,
    population: Nullable(Count),
    setting: Type.Optional(Nullable(Setting)),
  },
  strict,
);
export type Area = Static<typeof Area>;

export const AreaList = Type.Object({ areas: List(Area) }, strict);
export type AreaList = Static<typeof AreaList>;

export const NewArea = Type.Object(
  {
    code: Slug,
    kind: Kind,
    name: Line,
    parentId: Id,
    population: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100_000_000 }))),
  },
  strict,
);
export type NewArea = Static<typeof NewArea>;

export const AreaEdit = Type.Object(
  {
    name: Type.Optional(Line),
    population: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100_000_000 }))),
    setting: Type.Optional(Nullable(Setting)),
  },
  { ...strict, minProperties: 1 },
);
export type AreaEdit = Static<typeof AreaEdit>;

/** Minutes after local midnight, end exclusive; days 1 = Monday … 7 = Sunday. */
export const Window = Type.Object(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    fromMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
    toMinute: Type.Integer({ minimum: 1, maximum: 1440 }),
  },
  strict,
);
export type HoursWindow = Static<typeof Window>;

export const Hours = Type.Object(
  {
    utcOffsetMin: Type.Integer({ minimum: -720, maximum: 840 }),
    // four windows a day, seven days: the wire's own ceiling (devices/protocol/messages.ts)
    windows: Type.Array(Window, { maxItems: 28 }),
  },
  strict,
);
export type Hours = Static<typeof Hours>;
