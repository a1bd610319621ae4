// Where an approval given now would lead, in words: heard when, or why not at all.
// It must never foresee anything itself: the service's outlook says, this chooses the sentence.
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import type { Schedule, ScheduleOutlook } from '../../../http/schemas/schedule.ts';
import { dayName, hour } from '../../format.ts';
import { words } from '../../words.ts';

export type Prospect = { airs: boolean; says: string };
type Foreseen = Pick<ScheduleOutlook, 'nextAtMs' | 'hindrance'>;

/** A sound takes minutes to its poles; what airs "now" only after this waits for the hours. */
const NOW_MAX_MS = 30 * 60_000;

/** Of the whole bulletin: its soonest hour, or the first reason why there is none. */
export function prospectOf(
  { schedules, outlook }: Pick<BulletinView, 'schedules' | 'outlook'>,
  nowMs: number,
): Prospect {
  const each = outlook
    .map((one) => ({ one, schedule: schedules.find(({ id }) => id === one.scheduleId) }))
    .flatMap(({ one, schedule }) => (schedule ? [{ one, fate: fateOf(schedule, one, nowMs) }] : []))
    .sort((a, b) => (a.one.nextAtMs ?? Infinity) - (b.one.nextAtMs ?? Infinity));
  const best = each.find(({ fate }) => fate.airs) ?? each[0];
  if (best) return best.fate;
  const w = words.value.approve.prospect;
  return { airs: false, says: schedules.length === 0 ? w.none : w.noneLeft };
}

export function fateOf(
  { rule }: Pick<Schedule, 'rule'>,
  { nextAtMs, hindrance }: Foreseen,
  nowMs: number,
): Prospect {
  const w = words.value.approve.prospect;
  if (hindrance !== null)
    return { airs: false, says: hindrance === 'past' ? w.past : words.value.hindrance[hindrance] };
  // the page may have lain open past its hour
  if (nextAtMs === null || (rule.kind === 'once' && nextAtMs < nowMs))
    return { airs: false, says: w.past };
  const at = `${hour(nextAtMs)} ${dayName(nextAtMs, nowMs)}`;
  if (rule.kind !== 'now') return { airs: true, says: w.at(at) };
  return { airs: true, says: nextAtMs - nowMs > NOW_MAX_MS ? w.outOfHours(at) : w.now };
}
