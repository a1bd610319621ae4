// Spare units in a store room, their labels, and what becomes of one that is put on a pole.
// It must never know a label's code or a password again once they were shown.
import { type Static, Type } from 'typebox';
import { Id, List, Ms, Nullable, strict } from './common.ts';
import { Enrolment } from './site.ts';

/** never-seen: has not said hello yet · ready · waiting: told to become a site's · installed · withdrawn */
export const SpareState = Type.Union([
  Type.Literal('never-seen'),
  Type.Literal('ready'),
  Type.Literal('waiting'),
  Type.Literal('installed'),
  Type.Literal('withdrawn'),
]);
export type SpareState = Static<typeof SpareState>;

export const Spare = Type.Object(
  {
    id: Id,
    tenantId: Id,
    state: SpareState,
    online: Type.Boolean(),
    heardAtMs: Nullable(Ms),
    createdAtMs: Ms,
    by: Type.String({ description: 'the full name of who made it' }),
    usedAtMs: Nullable(Ms),
    siteId: Nullable(Id),
    siteName: Nullable(Type.String()),
  },
  strict,
);
export type Spare = Static<typeof Spare>;
export const SpareList = Type.Object({ spares: List(Spare) }, strict);
export type SpareList = Static<typeof SpareList>;

export const NewSpares = Type.Object(
  // a van holds no more, and each answer holds a secret for each
  { tenantId: Id, count: Type.Integer({ minimum: 1, maximum: 20 }) },
  strict,
);
export type NewSpares = Static<typeof NewSpares>;
export const SparesMade = Type.Object(
  {
    spares: List(
      Type.Object(
        {
          spare: Spare,
          enrolment: Enrolment,
          label: Type.String({ description: 'vangxa:unit:<spareId>:<code>, shown this once' }),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type SparesMade = Static<typeof SparesMade>;

/** What a phone's camera read, or a person typed. */
const Label = Type.String({ minLength: 1, maxLength: 200 });
export const SwapWish = Type.Object({ label: Label }, strict);
export type SwapWish = Static<typeof SwapWish>;
/** A sheet of labels, while they are known: twelve on each page. */
export const LabelSheet = Type.Object(
  { labels: Type.Array(Label, { minItems: 1, maxItems: 20 }) },
  strict,
);
export type LabelSheet = Static<typeof LabelSheet>;

/** waiting: the new unit has not said hello as this site yet · done */
export const Swap = Type.Object(
  {
    siteId: Id,
    spareId: Id,
    unitId: Id,
    oldUnitId: Nullable(Id),
    askedAtMs: Ms,
    askedBy: Type.String(),
    doneAtMs: Nullable(Ms),
    state: Type.Union([Type.Literal('waiting'), Type.Literal('done')]),
  },
  strict,
);
export type Swap = Static<typeof Swap>;
