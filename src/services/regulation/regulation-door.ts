// The door of regulations as types: read, tried, set, begun from a template; exceptions asked for and decided.
// It must never know routes or rows.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Regulation } from '../../domain/model.ts';
import type { Override, OverrideState } from '../../domain/regulation/override.ts';
import type {
  RegulationRules,
  RegulationTemplate,
} from '../../domain/regulation/regulation-model.ts';
import type { ScheduleInput } from '../calendar/calendar-door.ts';

/** Something planned that would no longer air. */
export type Silenced = {
  occurrenceId: string;
  bulletinId: string;
  title: string;
  playAtMs: number;
  says: Sentence;
};

export type RegulationWish = {
  areaId: string;
  hours: AllowedHours;
  /** without them those that stand are kept */
  rules?: RegulationRules;
};

export type Regulations = {
  regulation(actor: Actor, input: { areaId: string }): Regulation;
  /** what of the coming fourteen days it would silence; nothing is written */
  tryRegulation(
    actor: Actor,
    wish: RegulationWish,
  ): { count: number; silenced: readonly Silenced[] };
  /** `silences`: so many planned airings of the coming fourteen days */
  setRegulation(actor: Actor, wish: RegulationWish): Regulation & { silences: number };
  regulationTemplates(actor: Actor): readonly RegulationTemplate[];
};

export type OverrideView = Override & {
  title: string;
  askedByName: string;
  decidedByName: string | null;
  areaNames: readonly string[];
  /** the rule in words */
  when: Sentence;
  /** what was asked for is no longer what would air: to confirm it would confirm nothing */
  stale: boolean;
  /** whoever looks may decide it */
  mine: boolean;
};

export type OverridesPage = { overrides: readonly OverrideView[]; more: boolean };
export type Overrides = {
  ask(
    actor: Actor,
    input: { wish: ScheduleInput; reason: string } | { scheduleId: string; reason: string },
  ): OverrideView;
  list(
    actor: Actor,
    input: {
      state: Exclude<OverrideState, 'confirmed' | 'refused'> | 'decided';
      beforeId: string | null;
    },
  ): OverridesPage;
  decide(
    actor: Actor,
    input: { overrideId: string; confirmed: boolean; remark: string | null },
  ): OverrideView;
};
