// Sites, and the units installed at them.
// It must never know a unit's stored secret: an enrolment is answered once and never again.
import { type Static, Type } from 'typebox';
import { Count, Id, Line, List, Slug, strict } from './common.ts';

export const Zone = Type.Union([
  Type.Literal('ordinary'),
  Type.Literal('clinic'),
  Type.Literal('school'),
  Type.Literal('worship'),
]);
export type Zone = Static<typeof Zone>;

export const Site = Type.Object(
  { id: Id, areaId: Id, tenantId: Id, name: Type.String(), zone: Zone, startOffsetMs: Count },
  strict,
);
export type Site = Static<typeof Site>;
export const SiteList = Type.Object({ sites: List(Site) }, strict);
export type SiteList = Static<typeof SiteList>;

export const NewSite = Type.Object(
  {
    id: Slug,
    areaId: Id,
    name: Line,
    zone: Type.Optional(Zone),
    startOffsetMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000 })),
  },
  strict,
);
export type NewSite = Static<typeof NewSite>;

export const Enrolment = Type.Object(
  {
    speakerId: Type.String(),
    unitId: Id,
    brokerUrl: Type.String(),
    username: Type.String(),
    password: Type.String({ description: 'shown this once' }),
    keys: List(Type.Object({ keyId: Type.String(), publicKey: Type.String() }, strict)),
  },
  strict,
);
export const Installed = Type.Object({ enrolment: Enrolment }, strict);
export type Installed = Static<typeof Installed>;
