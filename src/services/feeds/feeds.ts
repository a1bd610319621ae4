// Links under which phones and office calendars read the plan: made, listed, revoked, read.
// It must never keep a token, nor let a link see more than whoever made it still may.
import { randomBytes } from 'node:crypto';
import { tenantChain } from '../../domain/areas.ts';
import type { Actor, Area, Site } from '../../domain/model.ts';
import { may } from '../../domain/rights.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { tokenHash } from '../people/tokens.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import { permit, permitted, tenantsSeenBy } from '../scope.ts';
import { feedEvents } from './feed-plan.ts';
import type { FeedCalendar, Feeds, FeedView } from './feeds-door.ts';
import type { FeedKind, FeedRow } from './feeds-store.ts';

/** A link for each officer and each pole of a commune; more is a program that makes them. */
const PER_TENANT_MAX = 200;
/** What one answer lists; the oldest of a province's communes are found by choosing the commune. */
const LIST_MAX = 500;
/** 128 bits: nobody guesses one in the life of the world. */
const TOKEN_BYTES = 16;
/** Calendars ask each quarter of an hour: once an hour is enough to know that somebody still reads. */
const READ_EVERY_MS = 3_600_000;
/** Put together once a minute, however many ask; a hundred of them are some tens of megabytes. */
const KEPT_MS = 60_000;
const KEPT_MAX = 100;

export function makeFeeds(deps: Deps): Feeds {
  const { store } = deps;
  const kept = makeKept(deps);
  return {
    list(actor) {
      const found = store.feeds.ofTenants(tenantsSeenBy(deps, actor), LIST_MAX);
      return found.map((feed) => viewOf(deps, feed));
    },
    make(actor, { kind, id }) {
      const { tenantId } = subjectOf(deps, { kind, id });
      permit(deps, { actor, action: 'feed.create', tenantId });
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const feed: FeedRow = {
        ...{ id: deps.ids.next(), tenantId, kind, subjectId: id, tokenHash: tokenHash(token) },
        ...{ madeBy: actor.accountId, madeAtMs: deps.clock.planMs(), readAtMs: null },
      };
      store.transaction(() => {
        if (store.feeds.count(tenantId) >= PER_TENANT_MAX) throw tooMany();
        store.feeds.insert(feed);
        const detail = { kind, subjectId: id };
        record(deps, {
          actor,
          action: 'feed.create',
          subject: `feed:${feed.id}`,
          tenantId,
          detail,
        });
      });
      return { feed: viewOf(deps, feed), url: `${deps.terms.publicUrl()}/feeds/${token}.ics` };
    },
    end(actor, { feedId }) {
      const thing = store.feeds.get(feedId);
      const { id, tenantId } = permitted(deps, { actor, action: 'feed.end', thing });
      store.transaction(() => {
        store.feeds.remove(id);
        record(deps, { actor, action: 'feed.end', subject: `feed:${id}`, tenantId });
      });
      kept.drop(id);
    },
    read({ token }) {
      // looked up by its hash: how long that takes says nothing about the token
      const feed = store.feeds.byHash(tokenHash(token));
      const reader = feed && readerOf(deps, feed);
      if (!feed || reader === null) throw missing();
      const nowMs = deps.clock.planMs();
      if (feed.readAtMs === null || nowMs - feed.readAtMs >= READ_EVERY_MS)
        store.feeds.read(feed.id, nowMs);
      return kept.of(feed, reader);
    },
  };
}

/** Whoever made it must still be there and still see that commune; the link then sees that commune alone. */
function readerOf({ store }: Deps, feed: FeedRow): Actor | null {
  const account = store.accounts.get(feed.madeBy);
  if (!account || account.disabledAtMs !== null) return null;
  const { id: accountId, name } = account;
  const grants = store.accounts.grants(accountId);
  const chain = tenantChain(treeAbove(store.areas, feed.tenantId), feed.tenantId);
  if (!may({ accountId, name, grants }, 'feed.create', chain)) return null;
  return { accountId, name, grants: [{ accountId, role: 'operator', areaId: feed.tenantId }] };
}

/** @throws AppError missing: no such commune or speaker */
function subjectOf({ store }: Deps, { kind, id }: { kind: FeedKind; id: string }): Area | Site {
  const found = kind === 'commune' ? store.areas.get(id) : store.sites.get(id);
  if (!found || (kind === 'commune' && (found as Area).kind !== 'commune')) throw missing();
  return found;
}

function viewOf({ store }: Deps, feed: FeedRow): FeedView {
  const { id, kind, subjectId, madeAtMs, readAtMs } = feed;
  const subject = kind === 'commune' ? store.areas.get(subjectId) : store.sites.get(subjectId);
  const madeBy = store.accounts.get(feed.madeBy)?.fullName ?? '';
  return { id, kind, subjectId, name: subject?.name ?? subjectId, madeBy, madeAtMs, readAtMs };
}

function makeKept(deps: Deps) {
  const kept = new Map<string, { calendar: FeedCalendar; untilMs: number }>();
  return {
    drop: (id: string) => void kept.delete(id),
    of(feed: FeedRow, actor: Actor): FeedCalendar {
      const known = kept.get(feed.id);
      if (known && deps.clock.monoMs() < known.untilMs) return known.calendar;
      const name = viewOf(deps, feed).name;
      const calendar = {
        name: { vi: `Lịch phát thanh: ${name}`, en: `What airs: ${name}` },
        ...feedEvents(deps, { feed, actor }),
      };
      kept.delete(feed.id);
      kept.set(feed.id, { calendar, untilMs: deps.clock.monoMs() + KEPT_MS });
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
      return calendar;
    },
  };
}

function tooMany() {
  return refusal('conflict', 'too-many-feeds', {
    vi: `Xã này đã có ${PER_TENANT_MAX} đường dẫn lịch. Hãy thu hồi những đường dẫn không còn dùng.`,
    en: `This commune has ${PER_TENANT_MAX} calendar links already. Revoke those no longer used.`,
  });
}
