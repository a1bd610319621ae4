// Which chunk is decoded next: emergencies first, then what is due soonest; what failed comes back.
// It must never know files or samples: a chunk is a time, a rank and something to be done.
import type { Outcome } from './decode-worker.ts';

export type Waiting = {
  /** when it is to be heard (plan); for order only, so it may change while it waits */
  dueMs(): number;
  urgent(): boolean;
  /** nobody wants it any more */
  given(): boolean;
  decode(): Promise<Outcome | 'died'>;
  /** good, or bad for ever */
  done(good: boolean): void;
};
export type DecodeQueue = {
  add(waiting: Waiting): void;
  stop(): void;
};
type Item = Waiting & { tries: number; alone: boolean; notBeforeMs: number };

/** One at work and one behind it: an emergency never waits for more than these two. */
const AT_WORK_MAX = 2;
const AGAIN_FIRST_MS = 250;
/** A full disk is emptied by people, a broken decoder by a restart: looked at twice a minute. */
const AGAIN_MAX_MS = 30_000;

export function makeDecodeQueue(): DecodeQueue {
  const items = new Set<Item>(); // at most the chunks of what there is room for (limits.ts)
  const timers = new Set<NodeJS.Timeout>();
  const atWork = new Set<Item>();
  let deaths = 0;
  let restUntilMs = 0;
  let stopped = false;
  const pumpIn = (afterMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      pump();
    }, afterMs + 1);
    timers.add(timer);
  };
  const putBack = (item: Item, died: boolean) => {
    const nowMs = performance.now();
    const afterMs = pauseMs(item.tries);
    items.add(item);
    item.tries += 1;
    item.notBeforeMs = nowMs + afterMs;
    pumpIn(afterMs);
    if (!died) return;
    // Which of the two killed it shows when each is tried by itself.
    item.alone = true;
    restUntilMs = nowMs + pauseMs(deaths);
    pumpIn(pauseMs(deaths));
    deaths += 1;
  };
  const work = async (item: Item) => {
    items.delete(item);
    atWork.add(item);
    const outcome = await item.decode();
    atWork.delete(item);
    if (stopped) return;
    if (outcome !== 'died') deaths = 0;
    if (outcome === 'good' || outcome === 'bad') item.done(outcome === 'good');
    else putBack(item, outcome === 'died');
    pump();
  };
  const pump = () => {
    if (stopped || performance.now() < restUntilMs) return;
    while (atWork.size < AT_WORK_MAX && ![...atWork].some(({ alone }) => alone)) {
      const item = soonest(items);
      if (!item || (item.alone && atWork.size > 0)) return;
      void work(item);
    }
  };
  return {
    add(waiting) {
      items.add({ ...waiting, tries: 0, alone: false, notBeforeMs: 0 });
      pump();
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function soonest(items: Set<Item>): Item | null {
  const nowMs = performance.now();
  let best: Item | null = null;
  for (const item of items) {
    if (item.given()) items.delete(item);
    else if (item.notBeforeMs <= nowMs && (!best || isBefore(item, best))) best = item;
  }
  return best;
}

function isBefore(one: Item, other: Item): boolean {
  if (one.urgent() !== other.urgent()) return one.urgent();
  return one.dueMs() < other.dueMs();
}

function pauseMs(tries: number): number {
  return Math.min(AGAIN_MAX_MS, AGAIN_FIRST_MS * 2 ** tries);
}
