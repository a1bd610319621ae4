// A commune's operating regulation as data: windows, zones, sessions, volume, order; templates of it; what it would silence.
// It must never know what a window means to anybody.
import { type Static, Type } from 'typebox';
import { ApprovalMode } from './approval.ts';
import { Hours, Window } from './area.ts';
import { Count, Id, List, Ms, Nullable, Sentence, strict } from './common.ts';

const Zone = Type.Union([
  Type.Literal('ordinary'),
  Type.Literal('clinic'),
  Type.Literal('school'),
  Type.Literal('worship'),
]);
export type Zone = Static<typeof Zone>;

const Level = Type.Union([
  Type.Literal('national'),
  Type.Literal('province'),
  Type.Literal('commune'),
]);
export type Level = Static<typeof Level>;

/** As many as the wire carries of one pole's (devices/protocol/orders.ts), in each of four zones. */
const VOLUMES_MAX = 96;
// four windows a day, seven days: the wire's own ceiling (devices/protocol/terms.ts)
const Windows = Type.Array(Window, { maxItems: 28 });

const VolumeCap = Type.Object(
  {
    zone: Zone,
    fromMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
    toMinute: Type.Integer({ minimum: 1, maximum: 1440 }),
    percent: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  strict,
);
export type VolumeCap = Static<typeof VolumeCap>;

const given = {
  zones: Type.Object(
    { clinic: Nullable(Windows), school: Nullable(Windows), worship: Nullable(Windows) },
    strict,
  ),
  quiet: Windows,
  sessionsPerDay: Nullable(Type.Integer({ minimum: 1, maximum: 24 })),
  minutesPerSession: Nullable(Type.Integer({ minimum: 1, maximum: 1_440 })),
  sessionGapMinutes: Type.Integer({ minimum: 1, maximum: 240 }),
  volumes: Type.Array(VolumeCap, { maxItems: VOLUMES_MAX }),
  order: Type.Array(Level, { maxItems: 3, uniqueItems: true }),
};
const Template = Nullable(Type.String({ minLength: 1, maxLength: 40 }));

/** What is asked to be written. */
export const RulesWish = Type.Object({ ...given, template: Template }, strict);
export type RulesWish = Static<typeof RulesWish>;

/** As kept: frozen. */
export const Rules = Type.Unsafe<{
  zones: Readonly<Record<'clinic' | 'school' | 'worship', readonly WindowRead[] | null>>;
  quiet: readonly WindowRead[];
  sessionsPerDay: number | null;
  minutesPerSession: number | null;
  sessionGapMinutes: number;
  volumes: readonly VolumeCap[];
  order: readonly Level[];
  template: string | null;
}>(RulesWish);
export type Rules = Static<typeof Rules>;
type WindowRead = { days: number[]; fromMinute: number; toMinute: number };

/** Without `rules` those that stand are kept. */
export const RegulationWish = Type.Object(
  { hours: Hours, rules: Type.Optional(RulesWish) },
  strict,
);
export type RegulationWish = Static<typeof RegulationWish>;

const facts = { areaId: Id, hours: Hours, rules: Rules, counter: Count };
export const Regulation = Type.Object(facts, strict);
export type Regulation = Static<typeof Regulation>;

/** Something planned that would no longer air. */
export const Silenced = Type.Object(
  {
    occurrenceId: Type.String(),
    bulletinId: Id,
    title: Type.String(),
    playAtMs: Ms,
    says: Sentence,
  },
  strict,
);
export type Silenced = Static<typeof Silenced>;

/** `silenced`: the first fifty of `count`, in the coming fourteen days. */
export const RegulationPreview = Type.Object({ count: Count, silenced: List(Silenced) }, strict);
export type RegulationPreview = Static<typeof RegulationPreview>;

export const RegulationSet = Type.Object({ ...facts, silences: Count }, strict);
export type RegulationSet = Static<typeof RegulationSet>;

export const RegulationTemplate = Type.Object(
  {
    id: Type.String(),
    name: Sentence,
    source: Sentence,
    notes: Sentence,
    windows: List(Window),
    rules: Type.Unsafe<Omit<Rules, 'template'>>(Type.Object(given, strict)),
    approval: Type.Optional(ApprovalMode),
  },
  strict,
);
export type RegulationTemplate = Static<typeof RegulationTemplate>;

export const RegulationTemplates = Type.Object({ templates: List(RegulationTemplate) }, strict);
export type RegulationTemplates = Static<typeof RegulationTemplates>;
