// One schedule in words: when, where, and withdrawing it.
// It must never know which times it leads to.
import type { Schedule } from '../../http/schemas/schedule.ts';
import { api } from '../api.ts';
import { when } from '../format.ts';
import type { Places } from '../places.ts';
import { weeklyOf } from '../repeat.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { Confirm } from './confirm.tsx';

type Props = { schedule: Schedule; places: Places; again: () => void; title?: string };

export function ScheduleLine({ schedule, places, again, title }: Props) {
  const w = words.value.plan;
  const where = schedule.areaIds.map(places.name).join(', ');
  const open = schedule.endedAtMs === null;
  return (
    <li class="row">
      <span class="row-head">
        <strong>{title ?? sayRule(schedule.rule)}</strong>
      </span>
      {title !== undefined && <span>{sayRule(schedule.rule)}</span>}
      <small>
        {where}
        {!open && ` · ${w.ended}`}
      </small>
      {open && holds('author', 'planner', 'operator', 'approver') && (
        <Confirm
          quiet
          label={w.withdraw}
          title={w.withdrawSure}
          ask={w.withdrawAsk}
          act={() => api.withdraw(schedule.id).then(again)}
        />
      )}
    </li>
  );
}

export function sayRule(rule: Schedule['rule']): string {
  const w = words.value;
  if (rule.kind === 'once') return when(rule.atMs);
  if (rule.kind === 'now') return rule.atMs === null ? w.plan.onApproval : when(rule.atMs);
  if (rule.kind === 'repeat') return rule.fromDay;
  return sayPattern(rule.pattern);
}

/** In plain words when it is a weekly repetition, else the pattern as it is. */
export function sayPattern(pattern: string): string {
  const weekly = weeklyOf(pattern);
  if (weekly === null) return pattern;
  const w = words.value;
  const days =
    weekly.days.length === 7
      ? w.plan.everyDay
      : weekly.days.map((day) => w.day[day - 1]).join(', ');
  return `${weekly.clock}, ${days}`;
}
