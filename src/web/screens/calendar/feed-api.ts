// Links under which the plan is read by other calendars.
// It must never keep a link: it is shown once.
import type { FeedList, FeedMade, NewFeed } from '../../../http/schemas/feed.ts';
import { send } from '../../send.ts';

export const feeds = {
  list: () => send<FeedList>({ method: 'GET', path: '/api/feeds' }),
  make: (body: NewFeed) => send<FeedMade>({ method: 'POST', path: '/api/feeds', body }),
  end: (id: string) => send<null>({ method: 'DELETE', path: `/api/feeds/${id}` }),
};
