// What is told to the source system: what became of a bulletin, how an airing was heard, how the poles are, a month.
// It must never know rows, HTTP, or a name of a person.
import type { PartStanding } from '../assign/assign-model.ts';
import type { Airing, Area, Bulletin, BulletinState, VerdictKind } from '../model.ts';
import { DAY_MS, dayNumber, dayOf, midnightMs } from '../vietnam-time.ts';
import { refusedWords } from './refused-words.ts';
import type { CommuneResult, IncomingRow, IncomingSound, VerdictCounts } from './source-model.ts';

export const VERDICT_KINDS = [
  'played',
  'partly-played',
  'pre-empted',
  'skipped-by-rule',
  'failed',
] as const satisfies readonly VerdictKind[];

export function ackOf(of: {
  row: Pick<IncomingRow, 'externalId' | 'revision' | 'messageId' | 'hash' | 'state' | 'refused'>;
  atMs: number;
  communes: readonly CommuneLine[];
  /** what became of its recording */
  sound?: SoundLine | null;
  /** of each commune it was given to: its answer, and how often it was heard */
  given?: readonly GivenLine[] | null;
}) {
  const { externalId, revision, messageId, hash, state, refused } = of.row;
  const why = refused && { ...refused, say: refusedWords(refused) };
  const communes = of.communes.map(({ playAtMs, reason, ...one }) => ({
    ...{ ...one, reason: reason?.slice(0, REASON_MAX_CHARS) ?? null, playAt: iso(playAtMs) },
  }));
  const sound = of.sound ? soundTold(of.sound) : null;
  const given =
    of.given?.map(({ dueAtMs, ...line }) => ({ ...line, deadline: iso(dueAtMs) })) ?? null;
  const told = { externalId, revision, messageId, sha256: hash, state, why, at: iso(of.atMs) };
  return { ...told, communes, sound, assigned: given };
}
export type Ack = ReturnType<typeof ackOf>;

/** Of each commune its own bulletin: how it stands there, why where it ended, and when it airs. */
export type CommuneLine = {
  areaCode: string;
  state: BulletinState | 'expired';
  reason: string | null;
  playAtMs: number | null;
};
/** What an approver writes on a slip, with room. */
const REASON_MAX_CHARS = 500;

/** It may end without being heard: nobody looked at it until it was no longer valid. */
export function stateTold(of: {
  bulletin: Pick<Bulletin, 'state' | 'expiresAtMs'>;
  /** an airing of it was made, whatever became of that */
  hasAirings: boolean;
  nowMs: number;
}): CommuneLine['state'] {
  const { state, expiresAtMs } = of.bulletin;
  const isOver = expiresAtMs !== null && expiresAtMs <= of.nowMs && !of.hasAirings;
  return isOver && !WITHOUT_AIR.has(state) ? 'expired' : state;
}
const WITHOUT_AIR: ReadonlySet<string> = new Set(['failed', 'returned', 'expired']);

export type SoundLine = Pick<IncomingSound, 'state' | 'why'>;
function soundTold({ state, why }: SoundLine) {
  return { state, why: why && { ...why, say: refusedWords(why) } };
}

export type GivenLine = Pick<PartStanding, 'state' | 'aired' | 'late' | 'least'> & {
  areaCode: string;
  /** why the commune declined */
  reason: string | null;
  dueAtMs: number;
};

/** Nothing more is to be expected of any of them. */
export function isDone(given: readonly Pick<GivenLine, 'state'>[]): boolean {
  return given.every(({ state }) => FINAL.has(state));
}
const FINAL: ReadonlySet<string> = new Set(['aired', 'declined', 'overdue']);

/** Is there anything in it that the other side was not told? Its own state is told by itself. */
export function saysMore(now: Ack, last: Ack): boolean {
  const told = ({ why, sound, assigned, communes }: Ack) =>
    JSON.stringify([why, sound, assigned, communes.map(endOf)]);
  return now.revision === last.revision && told(now) !== told(last);
}

/** Only that it ends there, and why, or goes on after all: each step on its way is not a letter. */
function endOf({ areaCode, state, reason }: Ack['communes'][number]) {
  return [areaCode, ...(WITHOUT_AIR.has(state) ? [state, reason ?? null] : [])];
}

export type Sounded = Pick<
  Airing,
  'id' | 'title' | 'priority' | 'drill' | 'playAtMs' | 'durationMs' | 'state'
>;

export function resultOf(of: {
  airing: Sounded;
  /** of the bulletin it came from, when it is theirs */
  externalId: string | null;
  revision: number | null;
  areaCode: string;
  communes: readonly CommuneResult[];
}) {
  const { id: airingId, title, priority, drill, playAtMs, durationMs, state } = of.airing;
  const { externalId, revision, areaCode, communes } = of;
  const seconds = Math.round(durationMs / 1_000);
  const airing = { airingId, title, priority, drill, playAt: iso(playAtMs), seconds, state };
  return { ...airing, externalId, revision, areaCode, communes };
}
export type AiringResult = ReturnType<typeof resultOf>;

/** @param speakers each with the tenant its pole stands in */
export function countsOf(
  speakers: readonly { tenantId: string; kind: VerdictKind | null }[],
  tenants: ReadonlyMap<string, Pick<Area, 'code'>>,
): CommuneResult[] {
  const byTenant = new Map<string, VerdictCounts>();
  for (const { tenantId, kind } of speakers) {
    const counts = byTenant.get(tenantId) ?? noCounts();
    if (kind !== null) counts[kind] += 1;
    byTenant.set(tenantId, counts);
  }
  return [...byTenant].flatMap(([tenantId, counts]) => {
    const area = tenants.get(tenantId);
    return area ? [{ areaCode: area.code, counts }] : [];
  });
}

const noCounts = (): VerdictCounts => ({
  ...{ played: 0, 'partly-played': 0, 'pre-empted': 0 },
  ...{ 'skipped-by-rule': 0, failed: 0 },
});

export type MonthOfCommune = {
  areaCode: string;
  airings: number;
  minutes: number;
  counts: VerdictCounts;
};

/** A month from the results already told: the sums of the letters, so that both sides count the same. */
export function monthOf(told: readonly AiringResult[]): MonthOfCommune[] {
  // of one that was told twice the later count stands
  const results = new Map(told.map((result) => [result.airingId, result])).values();
  const months = new Map<string, MonthOfCommune & { seconds: number }>();
  for (const { communes, seconds } of results)
    for (const { areaCode, counts } of communes) {
      const month = months.get(areaCode) ?? {
        ...{ areaCode, airings: 0, minutes: 0, seconds: 0, counts: noCounts() },
      };
      month.airings += 1;
      month.seconds += seconds;
      for (const kind of VERDICT_KINDS) month.counts[kind] += counts[kind];
      months.set(areaCode, month);
    }
  return [...months.values()]
    .map(({ seconds, ...month }) => ({ ...month, minutes: Math.round(seconds / 60) }))
    .sort((a, b) => a.areaCode.localeCompare(b.areaCode));
}

/** The month before this instant's, in Vietnam: "2026-11" and its span. */
export function lastMonth(atMs: number): { name: string; fromMs: number; toMs: number } {
  const today = dayNumber(atMs);
  const firstOfThis = today - dayOf(today).day + 1;
  const toMs = midnightMs(firstOfThis);
  const last = dayOf(dayNumber(toMs - 1));
  const name = `${last.year}-${String(last.month).padStart(2, '0')}`;
  return { name, fromMs: toMs - last.day * DAY_MS, toMs };
}

/** Of each commune how many poles there are, how many answer, and which do not. */
export function speakersOf(
  poles: readonly { siteId: string; areaCode: string; online: boolean }[],
) {
  const communes = new Map<string, { areaCode: string; speakers: number; silent: string[] }>();
  for (const { siteId, areaCode, online } of poles) {
    const one = communes.get(areaCode) ?? { areaCode, speakers: 0, silent: [] };
    one.speakers += 1;
    if (!online && one.silent.length < SILENT_NAMED_MAX) one.silent.push(siteId);
    communes.set(areaCode, one);
  }
  return [...communes.values()].sort((a, b) => a.areaCode.localeCompare(b.areaCode));
}

/** A whole commune without power is a number, not a list. */
const SILENT_NAMED_MAX = 200;

function iso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}
