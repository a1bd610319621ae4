// Everything a week of the calendar shows, asked for together.
// It must never know how it is drawn.
import type { Airing, AiringList } from '../../../http/schemas/airing.ts';
import type { AiringSummary, AiringSummaryList } from '../../../http/schemas/airing-summary.ts';
import type { SpecialDay, SpecialDayList } from '../../../http/schemas/calendar.ts';
import type { Regulation } from '../../../http/schemas/regulation.ts';
import type { PlanAnswer, PlannedOccurrence } from '../../../http/schemas/schedule.ts';
import { planNow } from '../../clock.ts';
import { send } from '../../send.ts';
import { type Item, itemsOf } from './items.ts';
import { type Span, weekSpan } from './span.ts';

export type Week = { items: readonly Item[]; special: readonly SpecialDay[]; whole: boolean };

const get = <T>(path: string) => send<T>({ method: 'GET', path });
/** Pages of 2,000: five of them are a busy week of a province; beyond, the week says that it is not whole. */
const PAGES_MAX = 5;

export async function askWeek(day: number): Promise<Week> {
  const span = weekSpan(day);
  const nowMs = planNow.peek();
  const [plan, past, special] = await Promise.all([
    span.toMs > nowMs ? askPlan(span, nowMs) : NO_PLAN,
    span.fromMs <= nowMs ? askPast(span, nowMs) : NO_PAST,
    askSpecial(),
  ]);
  const { occurrences } = plan;
  const { airings, summaries } = past;
  const whole = plan.whole && past.whole;
  return { items: itemsOf({ nowMs, occurrences, airings, summaries }), special, whole };
}

const NO_PLAN = { occurrences: [], whole: true };
const NO_PAST = { airings: [], summaries: [], whole: true };

async function askPlan(
  { fromMs, toMs }: Span,
  nowMs: number,
): Promise<{ occurrences: PlannedOccurrence[]; whole: boolean }> {
  const occurrences: PlannedOccurrence[] = [];
  const asked = `/api/plan?fromMs=${Math.max(fromMs, Math.floor(nowMs))}&toMs=${toMs}`;
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const more = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: PlanAnswer = await get<PlanAnswer>(`${asked}${more}`);
    occurrences.push(...answer.occurrences);
    cursor = answer.cursor;
    if (cursor === null) return { occurrences, whole: true };
  }
  return { occurrences, whole: false };
}

/** Until a minute ahead of the clock: what has just begun has an airing already. The latest come first. */
async function askPast({ fromMs, toMs }: Span, nowMs: number): Promise<Past> {
  const past: Past = { airings: [], summaries: [], whole: false };
  let untilMs = Math.min(toMs, Math.ceil(nowMs) + 60_000);
  for (let page = 0; page < PAGES_MAX && !past.whole; page += 1) {
    const span = `fromMs=${fromMs}&toMs=${untilMs}`;
    const [{ airings, cutAtMs }, { summaries }] = await Promise.all([
      get<AiringList>(`/api/airings?${span}`),
      get<AiringSummaryList>(`/api/airings/summaries?${span}`),
    ]);
    past.airings.push(...airings);
    past.summaries.push(...summaries);
    past.whole = cutAtMs === null;
    untilMs = cutAtMs ?? untilMs;
  }
  return past;
}

type Past = { airings: Airing[]; summaries: AiringSummary[]; whole: boolean };

/** All there are: some dozens, of the country, the province and the communes one sees. */
async function askSpecial(): Promise<readonly SpecialDay[]> {
  return (await get<SpecialDayList>('/api/special-days')).days;
}

/** Null above all communes: each keeps hours of its own. */
export async function askRules(communeId: string | null): Promise<Regulation | null> {
  return communeId === null ? null : get<Regulation>(`/api/areas/${communeId}/regulation`);
}
