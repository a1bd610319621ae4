// What a regulation forbids, as sentences: the day, the limit, what is there already, and what to do.
// It must never decide anything: check-regulation.ts does.
import type { Sentence } from '../errors.ts';
import { dayNumber, dayOf, spokenHours, spokenTime, VIETNAM_OFFSET_MS } from '../vietnam-time.ts';
import type { SessionSpan, Violation } from './check-regulation.ts';
import type { Level, ZoneKind } from './regulation-model.ts';

/** More than these of a day nobody reads. */
const SPANS_MAX = 6;

export const ZONE_WORDS: Record<ZoneKind, Sentence> = {
  ordinary: { vi: 'khu vực thường', en: 'ordinary areas' },
  clinic: { vi: 'khu vực cơ sở y tế', en: 'areas of clinics' },
  school: { vi: 'khu vực trường học', en: 'areas of schools' },
  worship: { vi: 'khu vực cơ sở thờ tự', en: 'areas of worship' },
};

export const LEVEL_WORDS: Record<Level, Sentence> = {
  national: { vi: 'trung ương', en: 'national' },
  province: { vi: 'tỉnh', en: 'province' },
  commune: { vi: 'xã', en: 'commune' },
};

/** @param place whose regulation it is */
export function violationSays(violation: Violation, place: string): Sentence {
  const { kind } = violation;
  if (kind === 'out-of-hours') return outOfHours(violation, place);
  if (kind === 'too-many-sessions') return tooMany(violation, place);
  if (kind === 'session-too-long') return tooLong(violation, place);
  return wrongOrder(violation, place);
}

type Of<K extends Violation['kind']> = Extract<Violation, { kind: K }>;

function outOfHours({ atMs, hours, zone }: Of<'out-of-hours'>, place: string): Sentence {
  const [at, allowed, where] = [spokenTime(atMs), spokenHours([hours], atMs), ZONE_WORDS[zone]];
  return {
    vi: `${at.vi} nằm ngoài khung giờ của ${place} (${where.vi}). Ngày đó được phát: ${allowed.vi}. Hãy chọn giờ khác.`,
    en: `${at.en} is outside the hours of ${place} (${where.en}). Allowed that day: ${allowed.en}. Choose another time.`,
  };
}

function tooMany({ atMs, most, there }: Of<'too-many-sessions'>, place: string): Sentence {
  const [day, has] = [spokenDay(atMs), spans(there)];
  return {
    vi: `Ngày ${day}, quy chế của ${place} chỉ cho phát ${most} buổi, đã có: ${has.vi}. Buổi lúc ${clock(atMs)} là quá số buổi. Hãy xếp vào liền một buổi đã có, chọn ngày khác, hoặc xin ngoại lệ.`,
    en: `On ${day} the regulation of ${place} allows ${counted(most, 'session')}; there are already: ${has.en}. The one at ${clock(atMs)} is one too many. Put it next to one of those, choose another day, or ask for an exception.`,
  };
}

function tooLong(of: Of<'session-too-long'>, place: string): Sentence {
  const { atMs, mostMinutes, session } = of;
  const { fromMs, toMs, count } = session;
  const minutes = Math.ceil((toMs - fromMs) / 60_000);
  const span = spanOf(session);
  const day = spokenDay(atMs);
  return {
    vi: `Ngày ${day}, quy chế của ${place} cho mỗi buổi dài nhất ${mostMinutes} phút. Thêm bản tin lúc ${clock(atMs)} thì buổi ${span} (${count} bản tin) dài ${minutes} phút. Hãy rút ngắn, chuyển sang buổi khác, hoặc xin ngoại lệ.`,
    en: `On ${day} the regulation of ${place} allows ${counted(mostMinutes, 'minute')} a session. With the bulletin at ${clock(atMs)} the session ${span} (${counted(count, 'bulletin')}) lasts ${counted(minutes, 'minute')}. Shorten it, move it to another session, or ask for an exception.`,
  };
}

function wrongOrder({ atMs, level, after, order }: Of<'wrong-order'>, place: string): Sentence {
  const day = spokenDay(atMs);
  const inOrder = (language: keyof Sentence) =>
    order.map((each) => LEVEL_WORDS[each][language]).join(' → ');
  return {
    vi: `Thứ tự trong buổi ngày ${day} của ${place} phải là ${inOrder('vi')}; bản tin lúc ${clock(atMs)} (${LEVEL_WORDS[level].vi}) lại đứng sau bản tin của ${LEVEL_WORDS[after].vi}. Hãy đổi giờ cho đúng thứ tự, chuyển sang buổi khác, hoặc xin ngoại lệ.`,
    en: `In a session of ${place} on ${day} the order is ${inOrder('en')}; the bulletin at ${clock(atMs)} (${LEVEL_WORDS[level].en}) stands after one of the ${LEVEL_WORDS[after].en}. Change its time, move it to another session, or ask for an exception.`,
  };
}

/** Of a province's schedule: communes where it will not be heard, and why it is saved all the same. */
export function silentThere(names: readonly string[]): Sentence {
  const listed = names.slice(0, SPANS_MAX).join(', ');
  const rest = names.length - SPANS_MAX;
  return {
    vi: `Theo quy chế riêng, sẽ không phát ở: ${listed}${rest > 0 ? ` và ${rest} xã nữa` : ''}. Các nơi khác vẫn phát.`,
    en: `By their own regulations it will not air in: ${listed}${rest > 0 ? ` and ${rest} more` : ''}. Elsewhere it airs.`,
  };
}

/** Of one zone's poles: saved, for the others of the commune hear it. */
export function silentInZones(zones: readonly ZoneKind[], places: readonly string[]): Sentence {
  const inside = (language: keyof Sentence) =>
    zones.map((zone) => ZONE_WORDS[zone][language]).join(', ');
  const listed = places.slice(0, SPANS_MAX).join(', ');
  return {
    vi: `Sẽ không phát ở điểm loa ${inside('vi')} của ${listed}: ngoài giờ riêng của khu vực đó. Các điểm loa khác vẫn phát.`,
    en: `It will not air at speakers in ${inside('en')} of ${listed}: outside the hours of their own. The other speakers air it.`,
  };
}

function spans(there: readonly SessionSpan[]): Sentence {
  const said = there.slice(0, SPANS_MAX).map(spanOf);
  const all = `${said.join(', ')}${there.length > SPANS_MAX ? ', …' : ''}`;
  return { vi: all || 'chưa buổi nào', en: all || 'none' };
}

/** What ends within a minute has not ended at its beginning. */
function spanOf({ fromMs, toMs }: Pick<SessionSpan, 'fromMs' | 'toMs'>): string {
  return `${clock(fromMs)}–${clock(Math.ceil(toMs / 60_000) * 60_000)}`;
}

function spokenDay(atMs: number): string {
  const { day, month, year } = dayOf(dayNumber(atMs));
  return `${day}/${month}/${year}`;
}

function clock(atMs: number): string {
  return new Date(atMs + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
