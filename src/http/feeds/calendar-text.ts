// A plan as iCalendar text (RFC 5545), folded, escaped and ended as calendars expect.
// It must never know tokens, rows or routes.
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Sentence } from '../../domain/errors.ts';
import type { FeedCalendar, FeedEvent } from '../../services/feeds/feeds-door.ts';

/** Asked again at most this often: the plan of a village changes by the hour, not by the second. */
const AGAIN_SECONDS = 3_600;
/** RFC 5545 3.8.1.5 sets no limit; what a phone shows of an event does. */
const TEXT_MAX_CHARS = 600;

export type FeedLanguage = 'vi' | 'en';

/**
 * Times are UTC: every calendar knows it, and Vietnam's are shown in the reader's own zone.
 * @param language `en`: what became of an airing is said in English too, beneath the Vietnamese
 */
export function calendarText(
  { name, events, nearest }: FeedCalendar,
  language: FeedLanguage = 'vi',
): string {
  const calendar = new ICalCalendar({
    name: visible(name[language]),
    prodId: { company: 'Vang Xa', product: 'Lịch phát', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: AGAIN_SECONDS,
    ...(nearest === null ? {} : { description: leftOut(nearest)[language] }),
    events: events.map((event) => asEvent(event, language)),
  });
  calendar.x('X-WR-TIMEZONE', 'Asia/Ho_Chi_Minh');
  return calendar.toString();
}

/** A calendar shows it beside its name: what does not fit in is not there without a word. */
const leftOut = (nearest: number): Sentence => ({
  vi: `Lịch quá dài: chỉ gồm ${nearest.toLocaleString('vi-VN')} lượt phát gần hiện tại nhất. Xem đủ ở trang Lịch phát.`,
  en: `Too much for one calendar: only the ${nearest.toLocaleString('en')} airings nearest to now are here. The page of the plan has all of it.`,
});

function asEvent(event: FeedEvent, language: FeedLanguage) {
  const says = event.says && (language === 'en' ? [event.says.vi, event.says.en] : [event.says.vi]);
  return {
    id: event.uid,
    sequence: event.sequence,
    // when it was last changed, not now: the same plan is the same text, and its tag holds
    stamp: new Date(event.changedMs),
    start: new Date(event.startMs),
    end: new Date(event.endMs),
    summary: visible(event.title),
    location: visible(event.where),
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(says === null ? {} : { description: says.map(visible).join('\n') }),
  };
}

/** Control characters are not allowed in a text (RFC 5545 3.1), and unseen marks turn a line around. */
function visible(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim().slice(0, TEXT_MAX_CHARS);
}
