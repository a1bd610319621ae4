// The commune's calendar: its regulation, a programme of every day by season, a feast, one time moved, an exception asked.
// It must never know which times a rule leads to: the service says.
import { approve } from '../hearing.ts';
import { heard } from './bulletins.ts';
import type { Living } from './life.ts';
import { planNow } from './poles.ts';

type Rule = { at: number[]; seasons: { from: string; until: string; at: number[] }[] };
export type CalendarLife = {
  /** beside the commune's own hours */
  rules: object;
  programme: { title: string; text: string; rule: Rule };
  feast: { name: string; inDays: number };
  moved: { inDays: number; byMinutes: number; reason: string };
  /** of what nobody has approved yet: what a rehearsal is for */
  hasty: { inDays: number; minute: number };
  exception: {
    inDays: number;
    minute: number;
    times: number;
    gapMinutes: number;
    reason: string;
  };
  scheme: { code: string; name: string };
};

export const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

/** "2026-11-26", so many days from now, in Vietnam. */
const dayOf = (nowMs: number, ahead: number) =>
  new Date(nowMs + OFFSET_MS + ahead * DAY_MS).toISOString().slice(0, 10);
export const midnightMs = (nowMs: number, ahead: number) =>
  Date.parse(`${dayOf(nowMs, ahead)}T00:00:00Z`) - OFFSET_MS;

/** Before anything is planned: what is planned keeps it. */
export async function regulate({ settled, life }: Living): Promise<void> {
  const path = `/api/areas/${settled.communeId}/regulation`;
  const { hours } = await settled.administrator.call<{ hours: object }>('GET', path);
  await settled.administrator.call('PUT', path, { hours, rules: life.calendar.rules });
}

export async function plan(living: Living): Promise<void> {
  const { settled, life } = living;
  const { planner, communeId, villageIds: areaIds } = settled;
  const { feast, moved, programme, exception } = life.calendar;
  const nowMs = await planNow(planner);
  const day = dayOf(nowMs, feast.inDays);
  await planner.call('POST', '/api/special-days', {
    ...{ areaId: communeId, kind: 'holiday', name: feast.name, fromDay: day, untilDay: day },
  });
  const bulletinId = await made(living);
  const { schedule, next } = await planner.call<Made>('POST', '/api/schedules', {
    ...{ bulletinId, areaIds },
    rule: {
      ...{ kind: 'repeat', days: { every: 'day', step: 1 }, ...programme.rule },
      ...{ fromDay: dayOf(nowMs, 1), untilDay: null, replaceWith: null },
      special: { holiday: 'skip', mourning: 'skip' },
    },
  });
  const last = next.filter(({ slotMs }) => slotMs < midnightMs(nowMs, moved.inDays + 1)).at(-1);
  if (last)
    await planner.call('POST', `/api/schedules/${schedule.id}/exceptions`, {
      ...{ slotMs: last.slotMs, reason: moved.reason },
      change: { kind: 'move', toMs: last.slotMs + moved.byMinutes * MINUTE_MS },
    });
  await scheduleHasty(living, nowMs);
  const { inDays, minute, times, gapMinutes, reason } = exception;
  await planner.call('POST', '/api/overrides', {
    reason,
    wish: {
      ...{ bulletinId, areaIds: areaIds.slice(0, 1) },
      rule: { kind: 'once', atMs: midnightMs(nowMs, inDays) + minute * MINUTE_MS },
      air: { ...USUAL, times, gapMs: gapMinutes * MINUTE_MS },
    },
  });
}
type Made = { schedule: { id: string }; next: { slotMs: number }[] };
const USUAL = {
  ...{ start: { kind: 'after' }, missed: { kind: 'join' }, under: 'pause', filler: false },
};

/** A bulletin of the commune's own, approved, and counted for a scheme. */
async function made(living: Living): Promise<string> {
  const { settled, life } = living;
  const { author, approver, communeId: areaId } = settled;
  const { programme, scheme } = life.calendar;
  const { title, text } = programme;
  const { id } = await author.call<{ id: string }>('POST', '/api/bulletins', {
    ...{ areaId, title, text },
  });
  await heard(living, { bulletinId: id, by: author });
  await approve(author, approver, id);
  const fromDay = dayOf(await planNow(author), 0);
  const { id: schemeId } = await author.call<{ id: string }>('POST', '/api/schemes', {
    ...{ areaId, ...scheme, fromDay, untilDay: null },
  });
  await author.call('PUT', `/api/bulletins/${id}/schemes`, { schemeIds: [schemeId] });
  return id;
}

/** Tomorrow, and still with the approver. */
async function scheduleHasty({ settled, life }: Living, nowMs: number): Promise<void> {
  const { planner, villageIds: areaIds } = settled;
  const { inDays, minute } = life.calendar.hasty;
  const { bulletins } = await planner.call<{ bulletins: { id: string; state: string }[] }>(
    'GET',
    '/api/bulletins',
  );
  const waiting = bulletins.find(({ state }) => state === 'pending');
  if (!waiting) return;
  await planner.call('POST', '/api/schedules', {
    ...{ bulletinId: waiting.id, areaIds },
    rule: { kind: 'once', atMs: midnightMs(nowMs, inDays) + minute * MINUTE_MS },
  });
}

/** Last of all: tomorrow played through tonight, and the plan as a link that somebody reads. */
export async function foresee({ settled }: Living): Promise<void> {
  const { planner, communeId } = settled;
  const nowMs = await planNow(planner);
  const span = { fromMs: midnightMs(nowMs, 1), toMs: midnightMs(nowMs, 2) };
  await planner.call('POST', '/api/rehearsals', { tenantId: communeId, ...span });
  const { url } = await planner.call<{ url: string }>('POST', '/api/feeds', {
    ...{ kind: 'commune', id: communeId },
  });
  await planner.download(new URL(url).pathname);
}
