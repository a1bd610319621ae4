// What stands on the calendar: what is planned and what became of it, as one list.
// It must never compute a time or judge an airing: both come from the service.
import type { Airing } from '../../../http/schemas/airing.ts';
import type { AiringSummary } from '../../../http/schemas/airing-summary.ts';
import type { Sentence } from '../../../http/schemas/common.ts';
import type { HushedSite } from '../../../http/schemas/hush.ts';
import type { PlannedOccurrence } from '../../../http/schemas/schedule.ts';

/** What a planner must see at once; each has a word and a sign of its own, never a colour alone. */
export type ItemState =
  | 'ready'
  | 'silent'
  | 'not-approved'
  | 'no-sound'
  | 'no-speakers'
  | 'hushed'
  | 'out-of-hours'
  | 'over-regulation'
  | 'called-off'
  | 'ended'
  | 'sounding'
  | 'waiting'
  | 'aired'
  | 'partly-aired'
  | 'not-aired'
  | 'stopped';

export type Item = {
  id: string;
  scheduleId: string;
  /** the rule's own time for it, by which one occurrence is changed alone */
  slotMs: number | null;
  bulletinId: string;
  airingId: string | null;
  title: string;
  playAtMs: number;
  durationMs: number;
  priority: Airing['priority'];
  areaIds: readonly string[];
  state: ItemState;
  /** the service's own word for what stands in its way */
  hindrance: string | null;
  counts: AiringSummary['counts'] | null;
  /** speakers that say nothing, of all that should hear it; null: not looked at, or none */
  silent: { silent: number; all: number } | null;
  /** sites that stay silent through what is to come, each with until when and why */
  hushed: readonly HushedSite[];
  /** the first thing that went wrong, in a sentence */
  why: Sentence | null;
  isMoved: boolean;
  canMove: boolean;
};

export type Facts = {
  nowMs: number;
  occurrences: readonly PlannedOccurrence[];
  airings: readonly Airing[];
  summaries: readonly AiringSummary[];
};

/** An airing that is over says more than its plan; one to come is still the plan's. */
export function itemsOf(facts: Facts): Item[] {
  const summaries = new Map(facts.summaries.map((one) => [one.airingId, one]));
  const over = facts.airings.filter((airing) => isOver(airing, facts.nowMs));
  const gone = new Set(over.map(({ occurrenceId }) => occurrenceId));
  return [
    ...over.map((airing) => itemOfAiring(airing, summaries.get(airing.id) ?? null)),
    ...facts.occurrences
      .filter(({ id }) => !gone.has(id))
      .map((occurrence) => itemOfOccurrence(occurrence, facts.nowMs)),
  ].sort((a, b) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1));
}

const isOver = ({ state, playAtMs, durationMs }: Airing, nowMs: number): boolean =>
  state === 'closed' || state === 'cancelled' || playAtMs + durationMs <= nowMs;

function itemOfAiring(airing: Airing, summary: AiringSummary | null): Item {
  return {
    ...common(airing, airing.occurrenceId),
    airingId: airing.id,
    state: endOf(airing, summary),
    hindrance: null,
    counts: summary?.counts ?? null,
    why: summary?.why ?? null,
    hushed: [],
    isMoved: false,
    canMove: false,
  };
}

function endOf({ state }: Airing, summary: AiringSummary | null): ItemState {
  if (state === 'cancelled') return 'stopped';
  if (summary === null || summary.counts.waiting > 0) return 'waiting';
  const { played, partly, all } = summary.counts;
  if (played === all && all > 0) return 'aired';
  return played + partly > 0 ? 'partly-aired' : 'not-aired';
}

function itemOfOccurrence(one: PlannedOccurrence, nowMs: number): Item {
  const isStopped = one.airing === 'cancelled';
  const isSounding = one.hindrance === null && one.airingId !== null && one.playAtMs <= nowMs;
  return {
    ...common(one, one.id),
    airingId: one.airingId,
    state: isStopped ? 'stopped' : isSounding ? 'sounding' : readiness(one),
    hindrance: one.hindrance,
    counts: null,
    why: null,
    hushed: one.hindrance === null ? (one.hushed ?? []) : [],
    isMoved: one.change === 'moved',
    // repetitions follow the first of them; "now" has no time to be moved from
    canMove:
      !isStopped && /@\d+$/.test(one.id) && one.playAtMs > nowMs && one.hindrance !== CALLED_OFF,
  };
}

type Both = Pick<
  Airing,
  'scheduleId' | 'bulletinId' | 'title' | 'playAtMs' | 'durationMs' | 'priority' | 'areaIds'
>;
function common(one: Both, occurrenceId: string) {
  const { scheduleId, bulletinId, title, playAtMs, durationMs, priority, areaIds } = one;
  const slot = /@(\d+)/.exec(occurrenceId)?.[1];
  const slotMs = slot === undefined ? null : Number(slot);
  const what = { scheduleId, bulletinId, title, priority, areaIds };
  return { id: occurrenceId, slotMs, playAtMs, durationMs, silent: null, ...what };
}

const CALLED_OFF = 'cancelled-once';
const STATE_OF: Readonly<Record<string, ItemState>> = {
  'not-approved': 'not-approved',
  'changed-since-approval': 'not-approved',
  'approval-too-old': 'not-approved',
  'original-not-approved': 'not-approved',
  'older-text': 'not-approved',
  'no-clip': 'no-sound',
  'no-speakers': 'no-speakers',
  'out-of-hours': 'out-of-hours',
  'over-regulation': 'over-regulation',
  [CALLED_OFF]: 'called-off',
};

function readiness({ hindrance, hushed = [] }: PlannedOccurrence): ItemState {
  if (hindrance !== null) return STATE_OF[hindrance] ?? 'ended';
  return hushed.length > 0 ? 'hushed' : 'ready';
}

/** How it is drawn: six tones for sixteen states, each state with its own words beside it. */
export type ItemTone = 'good' | 'wait' | 'bad' | 'plain' | 'live' | 'off';
export const TONES: Readonly<Record<ItemState, ItemTone>> = {
  ready: 'good',
  silent: 'wait',
  'not-approved': 'wait',
  'no-sound': 'bad',
  'no-speakers': 'bad',
  hushed: 'wait',
  'out-of-hours': 'bad',
  'over-regulation': 'bad',
  'called-off': 'off',
  ended: 'off',
  sounding: 'live',
  waiting: 'plain',
  aired: 'plain',
  'partly-aired': 'wait',
  'not-aired': 'bad',
  stopped: 'off',
};
/** Signs that every phone's font has. */
export const SIGNS: Readonly<Record<ItemState, string>> = {
  ready: '✓',
  silent: '◑',
  'not-approved': '?',
  'no-sound': '✕',
  'no-speakers': '✕',
  hushed: '◐',
  'out-of-hours': '✕',
  'over-regulation': '✕',
  'called-off': '–',
  ended: '–',
  sounding: '►',
  waiting: '…',
  aired: '●',
  'partly-aired': '◐',
  'not-aired': '○',
  stopped: '■',
};
