// A regulation as it is being written, and what a template changes in it.
// It must never know the API or a screen.
import type { HoursWindow } from '../../../http/schemas/area.ts';
import type {
  Regulation,
  RegulationTemplate,
  RulesWish,
} from '../../../http/schemas/regulation.ts';

export type Draft = { windows: HoursWindow[]; rules: RulesWish };

/** From six in the morning, every day: what most communes begin with. */
export const NEW_WINDOW: HoursWindow = {
  days: [1, 2, 3, 4, 5, 6, 7],
  fromMinute: 360,
  toMinute: 420,
};
/** After the evening news until the morning. */
export const NEW_QUIET: HoursWindow = {
  days: [1, 2, 3, 4, 5, 6, 7],
  fromMinute: 1_260,
  toMinute: 1_440,
};

export function draftOf({ hours, rules }: Regulation): Draft {
  return copied({ windows: hours.windows, rules });
}

/** All of it: what a person wants otherwise is changed afterwards. */
export function fromTemplate({ id, windows, rules }: RegulationTemplate): Draft {
  return copied({ windows, rules: { ...rules, template: id } });
}

function copied(of: { windows: unknown; rules: unknown }): Draft {
  return structuredClone(of) as Draft;
}

export type Part = 'windows' | Exclude<keyof RulesWish, 'template'>;
const RULES: readonly Exclude<keyof RulesWish, 'template'>[] = [
  'zones',
  'quiet',
  'sessionsPerDay',
  'minutesPerSession',
  'sessionGapMinutes',
  'volumes',
  'order',
];

/** Which parts of what stands would be others. */
export function changedParts(before: Draft, after: Draft): Part[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const windows: Part[] = same(before.windows, after.windows) ? [] : ['windows'];
  return [...windows, ...RULES.filter((part) => !same(before.rules[part], after.rules[part]))];
}

/** As kept in this browser; null where it is none of ours. */
export function readDraft(kept: string | null): Draft | null {
  if (kept === null) return null;
  try {
    const found = JSON.parse(kept) as Partial<Draft>;
    const whole = Array.isArray(found.windows) && Array.isArray(found.rules?.volumes);
    return whole ? (found as Draft) : null;
  } catch {
    return null;
  }
}
