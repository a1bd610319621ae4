// What a rule does on a holiday or a day of mourning, whichever grammar it is written in.
// It must never know which days these are, nor a clock.
import type { CronRule, ScheduleRule } from '../model.ts';
import type { OnSpecialDay, RepeatRule, SpecialKind } from './calendar-model.ts';

type Wishes = RepeatRule['special'];

/** Nobody said otherwise: feasts are like any day, and in mourning it is silent. */
const USUAL: Wishes = { holiday: 'as-usual', mourning: 'skip' };

type Wishing = Pick<RepeatRule | CronRule, 'special'>;

/** Cron patterns kept before they had wishes for such days have none. */
export function wishesOf({ special = USUAL }: Wishing): Wishes {
  return special;
}

/** The bulletin that airs in its place where the rule says replace. */
export function replacementOf(rule: ScheduleRule): string | null {
  return ('replaceWith' in rule && rule.replaceWith) || null;
}

/** What was to air in its place is gone: the wish not to air the usual on such a day stands. */
export function withoutReplacement(rule: ScheduleRule): ScheduleRule {
  if (rule.kind !== 'cron' && rule.kind !== 'repeat') return rule;
  const silent = (wish: OnSpecialDay) => (wish === 'replace' ? 'skip' : wish);
  const { holiday, mourning } = wishesOf(rule);
  const special = { holiday: silent(holiday), mourning: silent(mourning) };
  return { ...rule, special, replaceWith: null };
}

/** @param kind what day it is; null: a day like others */
export function firesOn(rule: Wishing, kind: SpecialKind | null): 'fires' | 'replaced' | null {
  const wishes = wishesOf(rule);
  const only = wishes.holiday === 'only' || wishes.mourning === 'only';
  if (kind === null) return only ? null : 'fires';
  const wish = wishes[kind];
  if (wish === 'skip') return null;
  if (wish === 'replace') return 'replaced';
  // "only on mourning days" says nothing of feasts
  return only && wish !== 'only' ? null : 'fires';
}
