// What meets at one speaker: planned items in runs that touch, each run handed to the arbiter as it stands.
// It must never decide whose turn it is: `arrange` of devices/rules does.
import { type Arranged, arrange, type Item, type SiteHours } from '../../../devices/rules/index.ts';
import { airTerms } from '../airing/air-terms.ts';
import type { Occurrence } from '../model.ts';

/** An occurrence with what the arbiter and a sentence need of its bulletin. */
export type Planned = Occurrence & {
  drill: boolean;
  title: string;
  /** the commune's answer among priority items, severity among emergencies; lower first */
  order?: number;
};

type Slot = { playAtMs: number; durationMs: number };

/**
 * Items by time, cut where the voice is free whatever happened before: nothing of one run can move
 * anything of another, since each sounds at most once and none starts before its time.
 */
export function runsOf<T extends Slot>(inOrder: readonly T[]): T[][] {
  const runs: T[][] = [];
  let untilMs = Number.NEGATIVE_INFINITY;
  for (const item of inOrder) {
    const last = runs.at(-1);
    if (last && item.playAtMs < untilMs) last.push(item);
    else runs.push([item]);
    untilMs = Math.max(untilMs, item.playAtMs) + item.durationMs;
  }
  return runs;
}

/** When the last of a run has ended at the latest, if all of it is heard one after another. */
export function runEndMs(run: readonly Slot[]): number {
  let untilMs = Number.NEGATIVE_INFINITY;
  for (const { playAtMs, durationMs } of run) untilMs = Math.max(untilMs, playAtMs) + durationMs;
  return untilMs;
}

/** What is planned has arrived long before its time: that is what being planned means. */
export function itemOf({ air, ...planned }: Planned): Item {
  const { id, priority, drill, playAtMs, durationMs, order } = planned;
  const terms = airTerms(air, { priority, order });
  return { id, priority, drill, playAtMs, durationMs, arrivedAtMs: 0, ...terms };
}

export type Where = { hours: SiteHours; hoursKey: string };
export type Arranging = (run: readonly Planned[], where: Where) => ReadonlyMap<string, Arranged>;

/** Equal runs under equal hours end alike: a week of five thousand speakers is a few hundred questions. */
export function arranging(): Arranging {
  const known = new Map<string, ReadonlyMap<string, Arranged>>();
  return (run, { hours, hoursKey }) => {
    const key = `${hoursKey} ${run.map(({ id }) => id).join(' ')}`;
    const found = known.get(key);
    if (found) return found;
    const answers = new Map(arrange(run.map(itemOf), hours).map((each) => [each.id, each]));
    known.set(key, answers);
    return answers;
  };
}

type Timed = Pick<Occurrence, 'id' | 'playAtMs'>;
/** In the order of time; equal times by id, as the arbiter breaks them. */
export function byTime(a: Timed, b: Timed): number {
  return a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1);
}

/** What will sound, or may once somebody has approved it; the rest takes nobody's turn. */
export function mayWellSound({ hindrance, durationMs }: Occurrence): boolean {
  return durationMs > 0 && (hindrance === null || PENDING.has(hindrance));
}
const PENDING: ReadonlySet<string> = new Set(['not-approved', 'changed-since-approval']);
