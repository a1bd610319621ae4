// Logs and figures of what aired, the schemes they count for, and the days they are due.
// It must never know how a figure is made.
import { type Static, Type } from 'typebox';
import { Id, Line, List, Nullable, Slug, strict } from './common.ts';

export const RecordKind = Type.Union([
  Type.Literal('log'),
  Type.Literal('justice'),
  Type.Literal('document'),
]);
export type RecordKind = Static<typeof RecordKind>;
export const ByKind = Type.Object({ kind: RecordKind }, strict);

const asked = {
  areaId: Id,
  /** "2026-12" or "2026" */
  period: Type.String({ pattern: '^20[0-9]{2}(-(0[1-9]|1[0-2]))?$' }),
  documentId: Type.Optional(Id),
  schemeId: Type.Optional(Id),
};
export const RecordQuery = Type.Object(
  { ...asked, after: Type.Optional(Type.String({ maxLength: 100 })) },
  strict,
);
export const RecordFileQuery = Type.Object(
  {
    ...asked,
    format: Type.Union([Type.Literal('csv'), Type.Literal('pdf'), Type.Literal('docx')]),
  },
  strict,
);

const Cell = Type.Union([Type.String(), Type.Number(), Type.Null()]);
const Column = Type.Object(
  {
    field: Type.String(),
    title: Type.String(),
    share: Type.Number(),
    align: Type.Optional(
      Type.Union([Type.Literal('left'), Type.Literal('right'), Type.Literal('center')]),
    ),
  },
  strict,
);
export const RecordPage = Type.Object(
  {
    title: Type.String(),
    subtitle: Type.String(),
    columns: List(Column),
    rows: List(List(Cell)),
    methods: List(Type.String()),
    next: Nullable(Type.String()),
  },
  strict,
);
export type RecordPage = Static<typeof RecordPage>;

const Day = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
const deadline = {
  code: Slug,
  title: Line,
  /** null: every month */
  month: Nullable(Type.Integer({ minimum: 1, maximum: 12 })),
  day: Type.Integer({ minimum: 1, maximum: 31 }),
};
export const DeadlineWish = Type.Object(
  {
    areaId: Id,
    // a plan has a handful; more is a list of something else
    deadlines: Type.Array(Type.Object(deadline, strict), { maxItems: 50 }),
  },
  strict,
);
export type DeadlineWish = Static<typeof DeadlineWish>;
export const ByArea = Type.Object({ areaId: Id }, strict);
export const DeadlineList = Type.Object(
  {
    own: Type.Boolean(),
    deadlines: List(
      Type.Object({ ...deadline, dueDay: Type.String(), daysLeft: Type.Integer() }, strict),
    ),
  },
  strict,
);
export type DeadlineList = Static<typeof DeadlineList>;

const scheme = { name: Line, fromDay: Day, untilDay: Nullable(Day) };
export const Scheme = Type.Object(
  {
    ...{ id: Id, tenantId: Id, code: Type.String(), name: Type.String() },
    ...{ fromDay: Type.String(), untilDay: Nullable(Type.String()) },
  },
  strict,
);
export type Scheme = Static<typeof Scheme>;
export const SchemeList = Type.Object({ schemes: List(Scheme) }, strict);
export type SchemeList = Static<typeof SchemeList>;
export const NewScheme = Type.Object({ areaId: Id, code: Slug, ...scheme }, strict);
export type NewScheme = Static<typeof NewScheme>;
export const SchemeEdit = Type.Object(scheme, strict);
export const SchemesWish = Type.Object({ schemeIds: Type.Array(Id, { maxItems: 20 }) }, strict);
