// The times of one schedule: where its rule puts them, and where a person moved one of them.
// It must never know bulletins, hours or approvals: rules and changes in, instants out.
import type { ScheduleException } from '../calendar/calendar-model.ts';
import { firesOn } from '../calendar/on-special-day.ts';
import { dayNoOf, firingsBetween, type Special, type SpecialOn } from '../calendar/recurrence.ts';
import type { CronRule, Occurrence, Schedule } from '../model.ts';
import { dayNumber, midnightMs } from '../vietnam-time.ts';
import { LONGEST_MS } from './airing.ts';
import { type CronFields, occurrencesBetween } from './cron.ts';

/** One for every seven minutes of 72 hours, with a hundred a day allowed: more is written by mistake. */
export const PER_SCHEDULE_MAX = 500;

export type SlotFacts = {
  /** null: a pattern that can no longer be read, which then never fires */
  fieldsOf(pattern: string): CronFields | null;
  /** the holidays and days of mourning of a tenant: its own, its province's, and the country's */
  special(tenantId: string): SpecialOn;
  /** what was changed for single times of a schedule */
  exceptions(scheduleId: string): readonly ScheduleException[];
};

/** `slotMs` names it; `bulletinId` is another than the schedule's where one airs in its place. */
export type ScheduleSlot = {
  slotMs: number;
  playAtMs: number;
  bulletinId: string;
  change: Occurrence['change'];
  special: Special | null;
};

type Span = { fromMs: number; toMs: number };

/** Those that play in [fromMs, toMs), by that time: one moved counts where it was moved to. */
export function slotsBetween(schedule: Schedule, span: Span, facts: SlotFacts): ScheduleSlot[] {
  const changed = new Map(facts.exceptions(schedule.id).map((each) => [each.slotMs, each]));
  const special = facts.special(schedule.tenantId);
  const kept = ruleSlots(schedule, { ...span, special, fieldsOf: facts.fieldsOf }).filter(
    ({ slotMs }) => changed.get(slotMs)?.change.kind !== 'move',
  );
  const slots = kept.map((slot) => asChanged(slot, changed.get(slot.slotMs), special));
  for (const each of changed.values()) {
    if (each.change.kind !== 'move') continue;
    const { toMs } = each.change;
    if (toMs < span.fromMs || toMs >= span.toMs) continue;
    const own = slotAt(schedule, each.slotMs, facts);
    if (own) slots.push(asChanged(own, each, special));
  }
  return slots.sort((a, b) => a.playAtMs - b.playAtMs || a.slotMs - b.slotMs);
}

type RuleSlot = Pick<ScheduleSlot, 'slotMs' | 'bulletinId'>;

/** The slot the rule has at that instant, however late it was made; null when it has none. */
export function slotAt(
  schedule: Schedule,
  slotMs: number,
  facts: Pick<SlotFacts, 'fieldsOf' | 'special'>,
): RuleSlot | null {
  const special = facts.special(schedule.tenantId);
  const always = { ...schedule, createdAtMs: 0, sinceMs: 0 };
  const span = { fromMs: slotMs, toMs: slotMs + 1, special, fieldsOf: facts.fieldsOf };
  return ruleSlots(always, span)[0] ?? null;
}

function asChanged(
  { slotMs, bulletinId }: RuleSlot,
  exception: ScheduleException | undefined,
  specialOn: SpecialOn,
): ScheduleSlot {
  const change = exception?.change;
  const playAtMs = change?.kind === 'move' ? change.toMs : slotMs;
  return {
    slotMs,
    playAtMs,
    bulletinId: change?.kind === 'replace' ? change.bulletinId : bulletinId,
    change: change ? CHANGED[change.kind] : null,
    special: specialOn(dayNumber(playAtMs)),
  };
}

const CHANGED = { cancel: 'cancelled', move: 'moved', replace: 'replaced' } as const;

type Asked = Span & { special: SpecialOn; fieldsOf: SlotFacts['fieldsOf'] };

function ruleSlots(schedule: Schedule, of: Asked): RuleSlot[] {
  const { rule, bulletinId, createdAtMs, sinceMs } = schedule;
  // a rule made or changed at 17:05 does not begin in the middle of its 17:00
  const fromMs = Math.max(of.fromMs, createdAtMs, sinceMs);
  const { toMs } = of;
  if (rule.kind === 'repeat') {
    const span = { rule, special: of.special, fromMs, toMs, limit: PER_SCHEDULE_MAX };
    return firingsBetween(span).map(({ atMs, replaced }) => ({
      slotMs: atMs,
      bulletinId: (replaced && rule.replaceWith) || bulletinId,
    }));
  }
  if (rule.kind !== 'cron') return oneTime(rule.atMs, of).map((slotMs) => ({ slotMs, bulletinId }));
  return cronTimes(rule, { ...of, fromMs }).flatMap((slotMs) => {
    const on = firesOn(rule, of.special(dayNumber(slotMs))?.kind ?? null);
    if (on === null) return [];
    return [{ slotMs, bulletinId: (on === 'replaced' && rule.replaceWith) || bulletinId }];
  });
}

function oneTime(atMs: number | null, { fromMs, toMs }: Span): number[] {
  return atMs !== null && atMs >= fromMs && atMs < toMs ? [atMs] : [];
}

function cronTimes(rule: CronRule, { fromMs, toMs, fieldsOf }: Asked): number[] {
  const fields = fieldsOf(rule.pattern);
  if (!fields) return [];
  return occurrencesBetween({
    fields,
    fromMs: Math.max(fromMs, rule.fromMs),
    toMs: Math.min(toMs, rule.untilMs ?? toMs),
    limit: PER_SCHEDULE_MAX,
  });
}

/** How long all of what one slot airs can take: said five times with gaps it runs on after its first. */
export function longestRunMs({ air }: Pick<Schedule, 'air'>): number {
  return air.times * LONGEST_MS + (air.times - 1) * air.gapMs;
}

/**
 * Nothing of it begins any more; what began may still be sounding. "Now" waits without limit, and one
 * time moved beyond the rule's end is still to come.
 */
export function hasNoMoreTimes(
  schedule: Pick<Schedule, 'rule' | 'air'>,
  nowMs: number,
  exceptions: readonly ScheduleException[] = [],
): boolean {
  const endMs = endOf(schedule);
  if (endMs === null || endMs > nowMs) return false;
  return exceptions.every(({ change }) => change.kind !== 'move' || change.toMs < nowMs);
}

function endOf({ rule, air }: Pick<Schedule, 'rule' | 'air'>): number | null {
  const again = longestRunMs({ air }) - LONGEST_MS;
  if (rule.kind === 'repeat')
    return rule.untilDay === null
      ? null
      : midnightMs(dayNoOf(rule.untilDay) + 1) + LONGEST_MS + again;
  if (rule.kind !== 'cron') return rule.atMs === null ? null : rule.atMs + again;
  return rule.untilMs === null ? null : rule.untilMs + LONGEST_MS + again;
}
