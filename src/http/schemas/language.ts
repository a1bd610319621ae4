// Variants of a bulletin by language, the order of languages of a place, and what is missing where.
// It must never know which language a voice speaks.
import { type Static, Type } from 'typebox';
import { Count, Id, Line, List, Nullable, strict } from './common.ts';

const Code = Type.String({ pattern: '^[a-z]{3}$', description: 'ISO 639-3' });

export const NewVariant = Type.Object(
  {
    language: Code,
    text: Nullable(
      Type.String({
        minLength: 1,
        maxLength: 500_000,
        description: 'null: the original’s, to be translated or said by a person as they read',
      }),
    ),
    title: Type.Optional(Line),
  },
  strict,
);
export type NewVariant = Static<typeof NewVariant>;

const BulletinState = Type.Union([
  Type.Literal('making'),
  Type.Literal('failed'),
  Type.Literal('ready'),
  Type.Literal('pending'),
  Type.Literal('approved'),
  Type.Literal('returned'),
]);
const Need = Nullable(
  Type.Union([
    Type.Literal('words'),
    Type.Literal('sound'),
    Type.Literal('same-again'),
    Type.Literal('approval'),
    Type.Literal('original'),
    Type.Literal('time'),
  ]),
);
const State = Type.Union([
  Type.Literal('asked'),
  Type.Literal('sent'),
  Type.Literal('returned'),
  Type.Literal('confirmed'),
  Type.Literal('revoked'),
]);

export const Variant = Type.Object(
  {
    bulletinId: Id,
    language: Type.String(),
    languageName: Type.String(),
    title: Type.String(),
    state: BulletinState,
    stateReason: Nullable(Type.String()),
    durationMs: Nullable(Count),
    recorded: Type.Boolean({ description: 'a person’s voice' }),
    age: Type.Union([Type.Literal('current'), Type.Literal('older')], {
      description: 'older: its original says something else since; it does not air',
    }),
    untranslated: Type.Boolean(),
    speaks: Type.Boolean({ description: 'a machine could say it' }),
    need: Need,
    commission: Nullable(
      Type.Object(
        { id: Id, collaboratorName: Type.String(), dueDay: Type.String(), state: State },
        strict,
      ),
    ),
  },
  strict,
);
export type Variant = Static<typeof Variant>;
export const VariantList = Type.Object(
  {
    original: Type.Object(
      {
        ...{ id: Id, title: Type.String(), language: Type.String(), state: BulletinState },
        languageName: Type.String(),
      },
      strict,
    ),
    variants: List(Variant),
  },
  strict,
);
export type VariantList = Static<typeof VariantList>;

/** As many villages as a schedule has areas; a commune is one. */
const AREAS_MAX = 500;
export const StandingQuery = Type.Object(
  {
    areaIds: Type.String({
      maxLength: AREAS_MAX * 65,
      pattern: '^[A-Za-z0-9_@-]{1,64}(,[A-Za-z0-9_@-]{1,64})*$',
      description: 'ids of areas, with commas between',
    }),
  },
  strict,
);
export type StandingQuery = Static<typeof StandingQuery>;

const Way = Type.Union([
  Type.Literal('write'),
  Type.Literal('record'),
  Type.Literal('link'),
  Type.Literal('approve'),
  Type.Literal('confirm'),
  Type.Literal('original'),
  Type.Literal('wait'),
]);
export const LanguageStand = Type.Object(
  {
    language: Type.String(),
    languageName: Type.String(),
    bulletinId: Nullable(Id),
    stands: Type.Union([Type.Literal('airs'), Type.Literal('needs'), Type.Literal('missing')]),
    need: Need,
    ways: List(Way),
  },
  strict,
);
export type LanguageStand = Static<typeof LanguageStand>;
export const OrderStandList = Type.Object(
  {
    orders: List(
      Type.Object(
        {
          languages: List(Type.String()),
          areaIds: List(Id),
          areaNames: List(Type.String()),
          stands: List(LanguageStand),
        },
        { ...strict, description: 'villages that are spoken to alike' },
      ),
    ),
  },
  strict,
);
export type OrderStandList = Static<typeof OrderStandList>;

export const LanguageOrderWish = Type.Object(
  {
    languages: Type.Array(Code, {
      maxItems: 4,
      description: 'first to last; none: what the place lies in answers',
    }),
  },
  strict,
);
export type LanguageOrderWish = Static<typeof LanguageOrderWish>;
export const LanguageOrder = Type.Object(
  {
    areaId: Id,
    own: Nullable(List(Type.String())),
    languages: List(Type.String()),
    fromName: Nullable(Type.String({ description: 'the place that says so' })),
  },
  strict,
);
export type LanguageOrder = Static<typeof LanguageOrder>;
