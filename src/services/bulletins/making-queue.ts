// Whose bulletin is made next: emergencies first, then what airs soonest, then the communes by turns.
// It must never know how sound is made, nor read rows.
import type { Bulletin } from '../../domain/model.ts';

export type InLine = {
  id: string;
  tenantId: string;
  urgent: boolean;
  /** it came from the source system: no people's line is in its way */
  fromSource: boolean;
  /** when it is to be heard, where that is soon; null or left out: it can wait its turn */
  airsAtMs?: number | null;
  /** it failed and is tried again, monotonic; left out: any time */
  notBeforeMs?: number;
};
/** What changes while they wait: a schedule comes or goes, the hour comes nearer. */
export type Now = { airsAtMs(one: InLine): number | null; monoMs(): number };
export type MakingQueue = {
  add(one: InLine): void;
  /** the next in turn leaves the line; whoever is not to be tried again yet is passed over */
  next(): InLine | undefined;
  /** who airs first of those that wait; undefined: none of them soon */
  soonest(): InLine | undefined;
  /** taken out of turn, it gives way to an emergency: first of its commune again, its turn not used */
  back(one: InLine): void;
  /** false: it does not wait */
  remove(id: string): boolean;
  /** as they would be made if nothing came; the line stays as it is */
  inOrder(): InLine[];
  size(): number;
  /** whose line is too long for one more; null: there is room */
  fullFor(of: Omit<InLine, 'id'>): 'own' | 'all' | null;
};

/** At a minute of work each, more than an hour and a half of patience; then it is better to say no. */
export const WAITING_MAX = 100;
/** A commune's evening of work: its twenty-first would be heard of in half an hour at best. */
export const EACH_WAITING_MAX = 20;
/**
 * A flood in 200 communes at once; what is beyond could not be made before the water is there. Of one
 * commune's people no more than of its evening: nobody shuts the door of all others.
 */
export const URGENT_WAITING_MAX = 200;

/** Within two hours the plan wants it there: what has longer is made long before. */
export const AIRS_SOON_MS = 2 * 3_600_000;

/** A drill waits like everybody else: only what is real goes before. */
export function isUrgent({ priority, drill }: Pick<Bulletin, 'priority' | 'drill'>): boolean {
  return priority === 'emergency' && !drill;
}

const AS_ADDED: Now = {
  airsAtMs: ({ airsAtMs = null }) => airsAtMs,
  monoMs: () => Number.POSITIVE_INFINITY,
};

/** @param now left out: as each was added */
export function makeMakingQueue(now: Now = AS_ADDED): MakingQueue {
  const line: InLine[] = [];
  const dueNow = () => {
    for (const [at, one] of line.entries()) line[at] = { ...one, airsAtMs: now.airsAtMs(one) };
    return line.filter(({ notBeforeMs = Number.NEGATIVE_INFINITY }) => notBeforeMs <= now.monoMs());
  };
  /** Tenant → when it last had its turn: as many entries as there are communes. */
  const served = new Map<string, number>();
  let turn = 0;
  let before: { tenantId: string; turn: number | undefined } | null = null;
  return {
    add(one) {
      const known = line.findIndex(({ id }) => id === one.id);
      // what was edited may have become an emergency; its place in line stays
      if (known < 0) line.push(one);
      else line[known] = one;
    },
    next() {
      const next = firstOf(dueNow(), served);
      if (next === undefined) return undefined;
      turn += 1;
      before = { tenantId: next.tenantId, turn: served.get(next.tenantId) };
      served.set(next.tenantId, turn);
      line.splice(line.indexOf(next), 1);
      return next;
    },
    soonest() {
      const soon = dueNow().filter(({ airsAtMs }) => typeof airsAtMs === 'number');
      return firstOf(soon, served);
    },
    back(one) {
      if (before?.tenantId === one.tenantId) served.set(one.tenantId, before.turn ?? 0);
      line.unshift(one);
    },
    remove(id) {
      const at = line.findIndex((one) => one.id === id);
      if (at >= 0) line.splice(at, 1);
      return at >= 0;
    },
    inOrder() {
      dueNow();
      const [waiting, turns] = [[...line], new Map(served)];
      return line.map((_, at) => {
        const next = firstOf(waiting, turns) as InLine;
        waiting.splice(waiting.indexOf(next), 1);
        turns.set(next.tenantId, turn + 1 + at);
        return next;
      });
    },
    size: () => line.length,
    fullFor({ tenantId, urgent, fromSource }) {
      const alike = line.filter((one) => one.urgent === urgent);
      const theirs = urgent ? alike.filter((one) => one.fromSource === fromSource) : alike;
      const own = theirs.filter((one) => one.tenantId === tenantId);
      const isSigned = urgent && fromSource;
      if (!isSigned && own.length >= EACH_WAITING_MAX) return 'own';
      if (urgent) return theirs.length >= URGENT_WAITING_MAX ? 'all' : null;
      return line.length >= WAITING_MAX ? 'all' : null;
    },
  };
}

function firstOf(line: readonly InLine[], served: ReadonlyMap<string, number>): InLine | undefined {
  const urgent = line.filter((one) => one.urgent);
  const [first, ...others] = urgent.length > 0 ? urgent : line;
  if (first === undefined) return undefined;
  return others.reduce((best, one) => (isBefore(one, best, served) ? one : best), first);
}

function isBefore(one: InLine, other: InLine, served: ReadonlyMap<string, number>): boolean {
  const [airs, otherAirs] = [one.airsAtMs ?? Infinity, other.airsAtMs ?? Infinity];
  if (airs !== otherAirs) return airs < otherAirs;
  const lastOf = ({ tenantId }: InLine) => served.get(tenantId) ?? 0;
  if (lastOf(one) !== lastOf(other)) return lastOf(one) < lastOf(other);
  // among the emergencies of one commune, whoever wrote twenty keeps no signed one waiting
  return one.tenantId === other.tenantId && one.urgent && one.fromSource && !other.fromSource;
}
