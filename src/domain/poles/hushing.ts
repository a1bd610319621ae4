// Whether a site may be silenced so long and why, and what of a plan its silence takes (issue #4, 4).
// It must never know rows or orders; what a hush means is devices/rules, at both ends alike.
import {
  hushedAt,
  nextHushMs,
  passesHours,
  type Slot,
  type Hush as Span,
} from '../../../devices/rules/index.ts';
import { AppError, type Sentence } from '../errors.ts';
import type { Hush, HushKind } from './pole-model.ts';

/** A mourning of three days, an exam of four; what is longer is a regulation's. */
export const HUSH_MAX_MS = 7 * 24 * 3_600_000;
/** A minute's silence is over before the order has arrived everywhere. */
const HUSH_MIN_MS = 60_000;

/** What is said where nobody wrote more. */
const WORD: Record<Exclude<HushKind, 'other'>, Sentence> = {
  funeral: { vi: 'đám tang', en: 'a funeral' },
  exam: { vi: 'kỳ thi', en: 'an exam' },
  sick: { vi: 'nhà có người ốm', en: 'a sick household' },
};

export function checkHush(of: {
  nowMs: number;
  untilMs: number;
  reasonKind: HushKind;
  reason: string;
}): { reason: string } | AppError {
  const { nowMs, untilMs, reasonKind } = of;
  if (untilMs < nowMs + HUSH_MIN_MS) return over();
  if (untilMs > nowMs + HUSH_MAX_MS) return tooLong();
  if (of.reason !== '') return { reason: of.reason };
  return reasonKind === 'other' ? noReason() : { reason: WORD[reasonKind].vi };
}

/** Silent at this instant, by its row. */
export function isActive(hush: Hush, nowMs: number): boolean {
  return hush.endedAtMs === null && nowMs < hush.untilMs;
}

/** From when to when it really held. */
export function spanOf({ fromMs, untilMs, endedAtMs }: Hush): Span {
  return { fromMs, untilMs: Math.min(untilMs, endedAtMs ?? untilMs) };
}

/** The hush that keeps this from sounding, or cuts it short; null when it is heard whole. */
export function hushFor(slot: Slot, hushes: readonly Hush[]): Hush | null {
  if (passesHours(slot)) return null;
  const endMs = slot.playAtMs + slot.durationMs;
  const takes = (hush: Hush) => {
    const hours = { utcOffsetMin: 0, windows: [], hushes: [spanOf(hush)] };
    return hushedAt(hours, slot.playAtMs) || nextHushMs(hours, slot.playAtMs) < endMs;
  };
  return hushes.find(takes) ?? null;
}

/** For a verdict: "16:00: đám tang", the same in both languages. */
export function hushDetail({ untilMs, reason }: Hush, atMs: number): string {
  return `${clockOf(untilMs, atMs)}: ${reason}`;
}

/** A kind's own word in both languages; what a person wrote stays as it was written. */
export function spokenHush(detail: string): Sentence {
  const word = Object.values(WORD).find(({ vi }) => detail.endsWith(`: ${vi}`));
  if (!word) return { vi: detail, en: detail };
  return { vi: detail, en: `${detail.slice(0, -word.vi.length)}${word.en}` };
}

const HOUR_MS = 3_600_000;
/** Indochina time has had no summer since 1975. */
const VIETNAM_MS = 7 * HOUR_MS;

/** The hour alone on the same day, else with the day. */
function clockOf(untilMs: number, atMs: number): string {
  const until = new Date(untilMs + VIETNAM_MS).toISOString();
  const clock = until.slice(11, 16);
  const sameDay = new Date(atMs + VIETNAM_MS).toISOString().slice(0, 10) === until.slice(0, 10);
  return sameDay ? clock : `${clock} ${until.slice(8, 10)}/${until.slice(5, 7)}`;
}

function over(): AppError {
  return new AppError({
    code: 'hush-over',
    fault: 'caller',
    say: {
      vi: 'Giờ hết tạm im đã qua hoặc còn chưa đến một phút. Hãy chọn giờ muộn hơn.',
      en: 'The hush would be over within a minute. Choose a later time.',
    },
    place: 'untilMs',
  });
}

function tooLong(): AppError {
  return new AppError({
    code: 'hush-too-long',
    fault: 'caller',
    say: {
      vi: 'Chỉ tạm im được tối đa 7 ngày. Lâu hơn thì sửa khung giờ trong quy chế của xã.',
      en: 'A site is hushed for 7 days at most. For longer, change the hours in the regulation.',
    },
    place: 'untilMs',
  });
}

function noReason(): AppError {
  return new AppError({
    code: 'hush-no-reason',
    fault: 'caller',
    say: {
      vi: 'Hãy ghi lý do tạm im: kết quả phát sẽ nói lý do này.',
      en: 'Write why: the results of what is not played will say so.',
    },
    place: 'reason',
  });
}
