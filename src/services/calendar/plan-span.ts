// Which hours of the plan somebody asked for, and where a page of them goes on.
// It must never expand anything.
import type { PlanCursor, PlanSpan } from '../../domain/airing/plan-page.ts';
import { refusal } from '../refusals.ts';

const HOUR_MS = 3_600_000;
/** A month: further ahead nobody reads a plan. */
const HOURS_MAX = 744;
/** Two months: a calendar's month with the weeks around it. */
const SPAN_MAX_MS = 62 * 24 * HOUR_MS;

/** A page of hours goes on where now has moved: no further back than the longest sound reaches. */
const BEHIND_MAX_MS = 24 * HOUR_MS;

export type PlanWish =
  | { hours: number; cursor?: string | null }
  | { fromMs: number; toMs: number; cursor: string | null };

/** @throws AppError when the span is none, too long, or the cursor is not one of ours */
export function askedSpan(wish: PlanWish, nowMs: number): PlanSpan & { after: PlanCursor | null } {
  if ('hours' in wish) {
    const hours = Math.min(wish.hours, HOURS_MAX);
    const span = { fromMs: nowMs, toMs: nowMs + hours * HOUR_MS };
    return { ...span, after: afterOf(wish.cursor ?? null, { ...span, behindMs: BEHIND_MAX_MS }) };
  }
  const { fromMs, toMs, cursor } = wish;
  if (toMs <= fromMs || toMs - fromMs > SPAN_MAX_MS) throw badSpan();
  return { fromMs, toMs, after: afterOf(cursor, { fromMs, toMs, behindMs: 0 }) };
}

function afterOf(cursor: string | null, span: PlanSpan & { behindMs: number }): PlanCursor | null {
  if (cursor === null) return null;
  const after = cursorOf(cursor);
  const { playAtMs } = after;
  if (playAtMs < span.fromMs - span.behindMs || playAtMs >= span.toMs) throw badCursor();
  return after;
}

export function cursorText({ playAtMs, id }: PlanCursor): string {
  return `${playAtMs}~${id}`;
}

function cursorOf(text: string): PlanCursor {
  const [, at, id] = /^(\d{1,14})~([\w@#-]{1,64})$/.exec(text) ?? [];
  if (at === undefined || id === undefined) throw badCursor();
  return { playAtMs: Number(at), id };
}

const badSpan = () =>
  refusal('caller', 'bad-span', {
    vi: 'Khoảng thời gian phải từ trước tới sau và dài tối đa 62 ngày. Hãy chọn lại.',
    en: 'The span must run forwards and be at most 62 days long. Choose again.',
    place: 'toMs',
  });

const badCursor = () =>
  refusal('caller', 'bad-cursor', {
    vi: 'Không đọc tiếp được trang lịch này. Hãy tải lại từ đầu.',
    en: 'This page of the plan cannot be continued. Load it from the beginning.',
    place: 'cursor',
  });
