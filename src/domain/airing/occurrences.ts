// What will air in the hours to come, and why some of it will not: the same answer for the plan and the heartbeat.
// It must never know a clock, a row or a cron pattern's text: parsed rules and rows in, occurrences out.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { areaTree, sitesIn } from '../areas.ts';
import type {
  Approval,
  Area,
  Bulletin,
  Clip,
  Occurrence,
  Regulation,
  Schedule,
  Site,
} from '../model.ts';
import { type Piecemeal, whole } from '../piecemeal.ts';
import { DAY_MS } from '../vietnam-time.ts';
import { type Bound, hindranceOf } from './hindrance.ts';
import { hoursOfSites } from './hours-of-sites.ts';
import { rowOf } from './playlist.ts';
import type { Turn } from './precedence.ts';
import { longestRunMs, type ScheduleSlot, type SlotFacts, slotsBetween } from './slots.ts';

export const HORIZON_MS = 72 * 3_600_000;

export type PlanFacts = SlotFacts & {
  nowMs: number;
  horizonMs: number;
  schedules: readonly Schedule[];
  bulletin(id: string): Bulletin | null;
  clip(id: string): Clip | null;
  approvals(bulletinId: string): readonly Approval[];
  areas: readonly Area[];
  regulations: readonly Regulation[];
  /** only sites with a unit installed: a pole without a box is no speaker */
  sites: readonly Site[];
  /** from when on what a bulletin was made from no longer holds; null: it holds */
  documentEndMs?(bulletin: Bulletin): number | null;
  /** what stands in the way of what a bulletin hangs on; null: it hangs on nothing */
  bound?(bulletin: Bulletin): Bound | null;
  /** asked as soon as anything is planned; what has no room in its day (domain/regulation) */
  beyond?(): Piecemeal<Parting>;
  /** also "now" that waits for its approval, as if it were aired at this moment: for those who read a plan */
  waiting?: boolean;
  /** of a schedule, the turns its commune chose among priority items that collide; by occurrence */
  turns?: TurnsOf;
};
/** Whole, or parted into where it airs and where its day has no room for it. */
export type Parting = (occurrence: Occurrence) => readonly Occurrence[];
export type TurnsOf = (schedule: Pick<Schedule, 'id' | 'tenantId'>) => ReadonlyMap<string, Turn>;
const NO_TURNS: ReadonlyMap<string, Turn> = new Map();
/** Collisions are asked about a day ahead (precedence.ts): nothing is put further from its time. */
const TURNED_MAX_MS = DAY_MS;

/** Whatever still sounds now or starts before the horizon, by time. */
export function occurrencesOf(facts: PlanFacts): Occurrence[] {
  return whole(expanding(facts)).sort(byTime);
}

/** The same for whoever must not be kept waiting, schedule by schedule and in their order. */
export function* expanding(facts: PlanFacts): Piecemeal<Occurrence[]> {
  const all: Facts = { ...facts, heardIn: heardInOf(facts) };
  const found: Occurrence[] = [];
  let part: Parting | null = null;
  for (const schedule of facts.schedules) {
    const own = ofSchedule(schedule, all);
    if (own.length > 0 && facts.beyond) part ??= yield* facts.beyond();
    for (const occurrence of own)
      if (part) found.push(...part(occurrence));
      else found.push(occurrence);
    yield;
  }
  return found;
}

/** By time, and of one moment always in the same order. */
export function byTime(a: Occurrence, b: Occurrence): number {
  return a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1);
}

type Heard = { sites: readonly Site[]; hours: readonly AllowedHours[] };
type HeardIn = (areaIds: readonly string[]) => Heard;

/** Hundreds of schedules are for the same few areas of thousands of sites: each is looked up once. */
function heardInOf(facts: Pick<PlanFacts, 'areas' | 'regulations' | 'sites'>): HeardIn {
  const tree = areaTree(facts.areas);
  const under = sitesIn(tree, facts.sites);
  const known = new Map<string, Heard>();
  return (areaIds) => {
    const key = areaIds.join(' ');
    const found = known.get(key);
    if (found) return found;
    const sites = under(areaIds);
    const hours = hoursOfSites({ tree, sites, regulations: facts.regulations });
    const heard = { sites, hours };
    known.set(key, heard);
    return heard;
  };
}

/** The different hours kept where a schedule is heard. */
export function hoursFor(
  { areaIds }: Pick<Schedule, 'areaIds'>,
  facts: Pick<PlanFacts, 'areas' | 'regulations' | 'sites'>,
): AllowedHours[] {
  return [...heardInOf(facts)(areaIds).hours];
}

type Facts = PlanFacts & { heardIn: HeardIn };

/** Its times come first: rows of what was aired years ago are never asked for. */
function ofSchedule(schedule: Schedule, facts: Facts): Occurrence[] {
  if (schedule.endedAtMs !== null) return [];
  if (isWaiting(schedule, facts)) return ofSlot(schedule, waitingSlot(schedule, facts), facts);
  const { nowMs, horizonMs } = facts;
  const toMs = nowMs + horizonMs;
  const aroundMs = turnsFor(schedule, facts).size > 0 ? TURNED_MAX_MS : 0;
  const fromMs = nowMs - longestRunMs(schedule) - aroundMs;
  return (
    slotsBetween(schedule, { fromMs, toMs: toMs + aroundMs }, facts)
      .flatMap((slot) => ofSlot(schedule, slot, facts))
      // one that sounds at this moment is still of the plan: after an outage it starts late
      .filter(({ playAtMs, durationMs }) => playAtMs + durationMs > nowMs && playAtMs < toMs)
  );
}

function turnsFor(schedule: Schedule, { turns }: PlanFacts): ReadonlyMap<string, Turn> {
  return turns?.(schedule) ?? NO_TURNS;
}

function isWaiting({ rule }: Schedule, { waiting = false }: PlanFacts): boolean {
  return waiting && rule.kind === 'now' && rule.atMs === null;
}

function waitingSlot({ bulletinId }: Schedule, { nowMs }: PlanFacts): ScheduleSlot {
  return { slotMs: nowMs, playAtMs: nowMs, bulletinId, change: null, special: null };
}

/**
 * One slot is aired as often as its schedule says, a playlist from its first to its last each time: each an
 * occurrence, with a verdict of its own.
 */
function ofSlot(schedule: Schedule, slot: ScheduleSlot, facts: Facts): Occurrence[] {
  const row = rowOf(schedule, slot.bulletinId);
  const pieces = row.map((id) => pieceOf(id, facts));
  const roundMs = pieces.reduce((sum, piece) => sum + (piece?.durationMs ?? 0), 0);
  const { air } = schedule;
  const found: Occurrence[] = [];
  for (let round = 0; round < air.times; round += 1) {
    let ownMs = slot.playAtMs + round * (roundMs + air.gapMs);
    for (const [place, piece] of pieces.entries()) {
      if (!piece) continue;
      const nth = round * row.length + place + 1;
      found.push(occurrenceOf({ schedule, slot, piece, nth, ownMs }, facts));
      ownMs += piece.durationMs;
    }
  }
  return found;
}

type Piece = { bulletin: Bulletin; clip: Clip | null; durationMs: number };

function pieceOf(bulletinId: string, facts: Facts): Piece | null {
  const bulletin = facts.bulletin(bulletinId);
  if (!bulletin) return null;
  const clip = bulletin.clipId === null ? null : facts.clip(bulletin.clipId);
  return { bulletin, clip, durationMs: clip?.durationMs ?? 0 };
}

type Nth = { schedule: Schedule; slot: ScheduleSlot; piece: Piece; nth: number; ownMs: number };

function occurrenceOf({ schedule, slot, piece, nth, ownMs }: Nth, facts: Facts): Occurrence {
  const { bulletin, clip, durationMs } = piece;
  const { air, tenantId, areaIds } = schedule;
  const name = `${schedule.id}@${isWaiting(schedule, facts) ? 'now' : slot.slotMs}`;
  const id = nth === 1 ? name : `${name}#${nth}`;
  const playAtMs = turnsFor(schedule, facts).get(id)?.playAtMs ?? ownMs;
  return {
    id,
    scheduleId: schedule.id,
    bulletinId: bulletin.id,
    tenantId,
    areaIds,
    slotMs: slot.slotMs,
    playAtMs,
    durationMs,
    priority: bulletin.priority,
    air,
    change: slot.change,
    special: slot.special?.name ?? null,
    hindrance: hindranceOf({
      ...{ playAtMs, bulletin, clip, cancelled: slot.change === 'cancelled' },
      ...facts.heardIn(areaIds),
      approvals: facts.approvals(bulletin.id),
      documentEndMs: facts.documentEndMs?.(bulletin) ?? null,
      bound: facts.bound?.(bulletin) ?? null,
    }),
  };
}
