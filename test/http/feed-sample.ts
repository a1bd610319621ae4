// Believable links to the plan, and a plan as a link tells it, for tests of the web room.
// It must never know routes.
import type { Services } from '../../src/services/door.ts';
import type { FeedCalendar, FeedEvent, FeedView } from '../../src/services/feeds/feeds-door.ts';

export const AT_MS = Date.UTC(2026, 10, 25, 10, 30); // 17:30 in Vietnam

export const feed: FeedView = {
  id: 'feed-1',
  kind: 'commune',
  subjectId: 'area-muong-la',
  name: 'Xã Mường La',
  madeBy: 'Lò Thị Lan',
  madeAtMs: AT_MS,
  readAtMs: null,
};

export const event: FeedEvent = {
  uid: `sch-1-${AT_MS}@vangxa`,
  title: 'Họp bản',
  where: 'Bản Mòng, Bản Nà Cạn',
  says: null,
  startMs: AT_MS,
  endMs: AT_MS + 120_000,
  sequence: 0,
  isCancelled: false,
  changedMs: AT_MS - 86_400_000,
};

export const plan: FeedCalendar = {
  name: { vi: 'Lịch phát thanh: Xã Mường La', en: 'What airs: Xã Mường La' },
  events: [event],
  nearest: null,
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export function doors(answer: Answer): Pick<Services, 'summaries' | 'feeds'> {
  const counts = {
    ...{ all: 3, played: 2, partly: 0, yielded: 0, skipped: 0, failed: 1, waiting: 0 },
  };
  const why = { vi: 'Không phát được: mất điện.', en: 'Could not be played: no power.' };
  const made = { feed, url: 'http://vangxa.test/feeds/AAAAAAAAAAAAAAAAAAAAAA.ics' };
  const read = answer('feeds.read', plan);
  return {
    summaries: { list: answer('summaries.list', [{ airingId: 'air-1', counts, why }]) },
    feeds: {
      list: answer('feeds.list', [feed]),
      make: answer('feeds.make', made),
      end: answer('feeds.end', undefined),
      read: (input) => read(null, input),
    },
  };
}
