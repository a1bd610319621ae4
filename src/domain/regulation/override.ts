// A regulation's exception for one schedule: asked by one person with a reason, decided by a second, bound and dated.
// It must never lift allowed hours: those the loudspeaker keeps by itself, and only the regulation changes them.
import { rowOf } from '../airing/playlist.ts';
import type { AirRules } from '../calendar/calendar-model.ts';
import { AppError, type Sentence } from '../errors.ts';
import type { Clip, Schedule, ScheduleRule } from '../model.ts';
import { DAY_MS } from '../vietnam-time.ts';

export type OverrideState = 'open' | 'confirmed' | 'refused';
export type Override = {
  id: string;
  tenantId: string;
  bulletinId: string;
  /** the sounds it was asked for, of a playlist one after another: another one needs another exception */
  contentHashes: readonly string[];
  areaIds: readonly string[];
  rule: ScheduleRule;
  air: AirRules;
  /** asked for one that stands already; else made when it is confirmed */
  scheduleId: string | null;
  /** what was wrong when it was asked, as it was said */
  faults: readonly Sentence[];
  reason: string;
  askedBy: string;
  askedAtMs: number;
  state: OverrideState;
  decidedBy: string | null;
  decidedAtMs: number | null;
  remark: string | null;
  untilMs: number | null;
};

/** A campaign lasts a month; what is needed longer is no exception any more but another regulation. */
export const OVERRIDE_DAYS = 30;
/** "vì cần" is no reason; a sentence is. */
export const REASON_LEAST = 10;
export const REASON_MOST = 500;

/**
 * Bound to this schedule with its sound, areas, rule and how it airs: whatever is changed later (also said
 * five times in place of once), and whatever is made like it, goes back under the regulation. Of a playlist each
 * bulletin is covered while its own sound is the one that was asked for.
 */
export function isCovered(of: {
  schedule: Pick<Schedule, 'id' | 'bulletinId' | 'areaIds' | 'rule' | 'air'>;
  /** what of it airs: its own bulletin, or one of its playlist */
  bulletinId: string;
  clip: Pick<Clip, 'contentHash'> | null;
  playAtMs: number;
  overrides: readonly Override[];
}): boolean {
  const { schedule, bulletinId, clip, playAtMs, overrides } = of;
  const place = rowOf(schedule, schedule.bulletinId).indexOf(bulletinId);
  return overrides.some(
    (one) =>
      one.state === 'confirmed' &&
      one.untilMs !== null &&
      playAtMs < one.untilMs &&
      one.scheduleId === schedule.id &&
      one.bulletinId === schedule.bulletinId &&
      clip !== null &&
      one.contentHashes[place] === clip.contentHash &&
      sameAreas(one.areaIds, schedule.areaIds) &&
      ruleKey(one.rule) === ruleKey(schedule.rule) &&
      keyOf(one.air) === keyOf(schedule.air),
  );
}

/** The words of a person, made plain; @returns what is wrong with them, or null */
export function reasonFault(reason: string): AppError | null {
  const { length } = reason.trim();
  if (length >= REASON_LEAST && length <= REASON_MOST) return null;
  return new AppError({
    code: 'reason-needed',
    fault: 'caller',
    place: 'reason',
    say: {
      vi: `Hãy viết lý do xin ngoại lệ, từ ${REASON_LEAST} đến ${REASON_MOST} ký tự.`,
      en: `Say why the exception is needed, in ${REASON_LEAST} to ${REASON_MOST} characters.`,
    },
  });
}

/** @returns why this person may not decide this now, or null */
export function decisionFault(override: Override, accountId: string): AppError | null {
  if (override.state !== 'open')
    return new AppError({
      code: 'decided-already',
      fault: 'conflict',
      say: {
        vi: 'Đề nghị này đã có người quyết định rồi. Hãy tải lại danh sách.',
        en: 'Somebody has decided this already. Load the list again.',
      },
    });
  if (override.askedBy !== accountId) return null;
  return new AppError({
    code: 'own-override',
    fault: 'forbidden',
    say: {
      vi: 'Người đề nghị không được tự xác nhận. Cần một người duyệt khác.',
      en: 'Whoever asks may not confirm. Another approver has to.',
    },
  });
}

export function decided(
  override: Override,
  by: { accountId: string; nowMs: number; remark: string | null; confirmed: boolean },
): Override {
  return {
    ...override,
    state: by.confirmed ? 'confirmed' : 'refused',
    decidedBy: by.accountId,
    decidedAtMs: by.nowMs,
    remark: by.remark,
    untilMs: by.confirmed ? by.nowMs + OVERRIDE_DAYS * DAY_MS : null,
  };
}

function sameAreas(a: readonly string[], b: readonly string[]): boolean {
  return [...new Set(a)].sort().join(' ') === [...new Set(b)].sort().join(' ');
}

/** "Now" gets its time when it is approved, and stays the same wish. */
function ruleKey(rule: ScheduleRule): string {
  return rule.kind === 'now' ? 'now' : keyOf(rule);
}

/** The same whatever order its fields were written in. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
