// What a link to the plan tells: two weeks of what aired, sixty days of what will, of one commune or one speaker.
// It must never tell a draft, a bulletin that names people, or another commune's things.
import { fitsSome, hoursOfSites } from '../../domain/airing/hours-of-sites.ts';
import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, AiringBrief, Occurrence } from '../../domain/model.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { AIRINGS_LISTED_MAX } from '../airing/airing-store.ts';
import { occurrencesFromAbove, type Sight, sightOf, trimmed } from '../airing/from-above.ts';
import { planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { heldFromPublic } from '../personal/suspecting.ts';
import type { AiringSummary, FeedCalendar, FeedEvent } from './feeds-door.ts';
import type { FeedRow } from './feeds-store.ts';
import { plainSentence, summariesOf } from './summaries.ts';

const BACK_MS = 14 * DAY_MS;
const AHEAD_MS = 60 * DAY_MS;
/** A megabyte of text: what a phone fetches each hour over 3G. The nearest are kept. */
const EVENTS_MAX = 2_000;
/** What a bulletin with personal data is called outside of the office (Luật 91/2025/QH15). */
const UNNAMED = 'Thông báo';

type Reading = { deps: Deps; feed: FeedRow; sight: Sight; nowMs: number };

/** @param actor sees the feed's commune and nothing else */
export function feedEvents(
  deps: Deps,
  { feed, actor }: { feed: FeedRow; actor: Actor },
): Pick<FeedCalendar, 'events' | 'nearest'> {
  const reading: Reading = { deps, feed, sight: sightOf(deps, actor), nowMs: deps.clock.planMs() };
  const { past, isCut } = pastOf(reading);
  const gone = new Set(past.map(({ occurrenceId }) => occurrenceId));
  const { occurrences, facts } = comingOf(reading);
  const coming = occurrences.filter(({ id }) => !gone.has(id));
  const near = (at: number) => Math.abs(at - reading.nowMs);
  const all = [
    ...pastEvents(reading, past),
    ...coming.map((one) => comingEvent(reading, one, facts)),
  ];
  const events = all
    .sort((a, b) => near(a.startMs) - near(b.startMs))
    .slice(0, EVENTS_MAX)
    .sort((a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : 1));
  return { events, nearest: isCut || all.length > EVENTS_MAX ? events.length : null };
}

/** What aired, and what a person stopped before its time. */
function pastOf({ deps, feed, sight, nowMs }: Reading): { past: AiringBrief[]; isCut: boolean } {
  const { store } = deps;
  const own = [...sight.own];
  const span = { fromMs: nowMs - BACK_MS, toMs: nowMs + AHEAD_MS };
  const lists = [
    store.airings.list({ tenantIds: own, ...span }),
    store.airings.list({ tenantIds: sight.above, ...span, heardIn: own }),
  ];
  const past = lists
    .flat()
    .filter(({ playAtMs, state }) => playAtMs <= nowMs || state === 'cancelled')
    .map((airing) => trimmed(sight, airing))
    .filter(hears({ deps, feed, sight }));
  return { past, isCut: lists.some(({ length }) => length >= AIRINGS_LISTED_MAX) };
}

/** Only what is ready to air, and what was called off: a calendar that showed it must take it away. */
function comingOf({ deps, feed, sight, nowMs }: Reading): {
  occurrences: Occurrence[];
  facts: PlanFacts;
} {
  const active = deps.store.schedules.active();
  const schedules = active.filter(({ tenantId }) => sight.own.has(tenantId));
  const facts = planFacts(deps, { schedules, nowMs, horizonMs: AHEAD_MS });
  const all = [
    ...occurrencesOf(facts),
    ...occurrencesFromAbove(sight, { facts, schedules: active }),
  ];
  const occurrences = all
    .filter(({ hindrance }) => hindrance === null || hindrance === 'cancelled-once')
    .filter(hears({ deps, feed, sight }))
    .filter(mayHear({ deps, feed, sight }, facts));
  return { occurrences, facts };
}

/** A school's pole keeps the hours of its zone (rules of its commune's regulation): outside of them it will be silent. */
function mayHear({ deps, feed, sight }: Omit<Reading, 'nowMs'>, facts: PlanFacts) {
  const site = feed.kind === 'speaker' ? deps.store.sites.get(feed.subjectId) : null;
  if (!site) return () => true;
  const { regulations } = facts;
  const hours = hoursOfSites({ tree: sight.tree, sites: [site], regulations });
  return (one: Occurrence) => {
    const { drill = false } = facts.bulletin(one.bulletinId) ?? {};
    return fitsSome({ ...one, drill }, hours);
  };
}

/** A speaker hears what is for its village, its group, or any area above. */
function hears({ deps, feed, sight }: Omit<Reading, 'nowMs'>) {
  if (feed.kind === 'commune') return () => true;
  const areaId = deps.store.sites.get(feed.subjectId)?.areaId ?? '';
  const above = new Set(sight.tree.upwards(areaId).map(({ id }) => id));
  return ({ areaIds }: { areaIds: readonly string[] }) => areaIds.some((id) => above.has(id));
}

function comingEvent(reading: Reading, one: Occurrence, facts: PlanFacts): FeedEvent {
  const schedule = facts.schedules.find(({ id }) => id === one.scheduleId);
  const madeMs = schedule?.createdAtMs ?? 0;
  const change = facts.exceptions(one.scheduleId).find(({ slotMs }) => slotMs === one.slotMs);
  return {
    ...common(reading, { ...one, occurrenceId: one.id }),
    says: null,
    sequence: sequenceOf({ madeMs, changedMs: change?.atMs ?? null }),
    isCancelled: one.hindrance === 'cancelled-once',
    changedMs: change?.atMs ?? madeMs,
  };
}

/** Seconds since its schedule was made: later changes are greater, and thirty years fit (RFC 5545 3.8.7.4). */
const sequenceOf = (of: { madeMs: number; changedMs: number | null }): number =>
  of.changedMs === null ? 0 : Math.max(1, Math.round((of.changedMs - of.madeMs) / 1_000));

function pastEvents(reading: Reading, airings: readonly AiringBrief[]): FeedEvent[] {
  const { deps, feed, sight, nowMs } = reading;
  const asked = { airingIds: airings.map(({ id }) => id), tenantIds: [...sight.own] };
  const summaries = feed.kind === 'commune' ? summariesOf(deps, asked) : [];
  const known = new Map(summaries.map((one) => [one.airingId, one]));
  const endWords = ({ id, drill }: AiringBrief): Sentence =>
    feed.kind === 'speaker'
      ? plainSentence(deps.store.airings.speaker(id, feed.subjectId)?.verdict ?? null, drill)
      : summaryWords(known.get(id));
  return airings.map((airing) => ({
    ...common(reading, airing),
    says: airing.playAtMs > nowMs ? null : endWords(airing),
    sequence: airing.state === 'cancelled' ? CANCELLED_LATE : 0,
    isCancelled: airing.state === 'cancelled',
    changedMs: airing.closeAtMs,
  }));
}

/** Stopped on its way: greater than any move before it. */
const CANCELLED_LATE = 1_000_000_000;

function summaryWords(summary: AiringSummary | undefined): Sentence {
  if (summary === undefined) return { vi: 'Không có cụm loa nào.', en: 'There is no speaker.' };
  const { counts, why } = summary;
  const { all, played, partly, waiting } = counts;
  const vi = [
    `Đã phát ở ${played}/${all} cụm loa`,
    ...(partly > 0 ? [`phát một phần ở ${partly}`] : []),
    ...(waiting > 0 ? [`chờ kết quả của ${waiting}`] : []),
  ];
  const en = [
    `Played at ${played} of ${all} speakers`,
    ...(partly > 0 ? [`in part at ${partly}`] : []),
    ...(waiting > 0 ? [`waiting for ${waiting}`] : []),
  ];
  const told = (counted: string[], why: string | undefined) =>
    why === undefined ? `${counted.join(', ')}.` : `${counted.join(', ')}. ${why}`;
  return { vi: told(vi, why?.vi), en: told(en, why?.en) };
}

type Both = Pick<
  AiringBrief,
  'occurrenceId' | 'bulletinId' | 'areaIds' | 'playAtMs' | 'durationMs'
>;

function common({ deps }: Reading, one: Both & { title?: string }) {
  const { store } = deps;
  const bulletin = store.bulletins.get(one.bulletinId);
  const names = one.areaIds.flatMap((id) => store.areas.get(id)?.name ?? []);
  return {
    uid: `${one.occurrenceId.replaceAll('@', '-')}@vangxa`,
    title:
      bulletin && !heldFromPublic({ store }, bulletin) ? (one.title ?? bulletin.title) : UNNAMED,
    where: names.join(', '),
    startMs: one.playAtMs,
    endMs: one.playAtMs + one.durationMs,
  };
}
