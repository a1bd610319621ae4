// One loudspeaker's place in a fleet: it goes down and comes back as its trouble says.
// It must never know what a loudspeaker does while it is up.
import { performance } from 'node:perf_hooks';
import type { Unit } from '../agent/unit.ts';
import type { Power } from '../protocol/index.ts';
import { isDown, powerAt, type Trouble } from './trouble.ts';

export type Berth = {
  start(): void;
  /** is it time to go down or to come back? */
  look(): void;
  ready(): boolean;
  stop(): Promise<void>;
};

/** @param parts.make makes the unit, at the start and again when it comes back */
export function makeBerth(parts: {
  trouble: Trouble | undefined;
  isSpare: boolean;
  make(power: () => Power): Unit;
  nowMs?: () => number;
}): Berth {
  const { trouble, isSpare, nowMs = () => performance.now() } = parts;
  let bornMs = nowMs();
  const atS = () => (nowMs() - bornMs) / 1_000;
  const make = () => parts.make(() => powerAt(trouble, atS()));
  let unit: Unit | null = make();
  let changing: Promise<void> = Promise.resolve();
  const goDown = async () => {
    const gone = unit;
    unit = null;
    await gone?.stop(false);
  };
  const comeBack = async () => {
    unit = make();
    unit.start();
  };
  return {
    start() {
      bornMs = nowMs();
      unit?.start();
    },
    look() {
      const down = isDown(trouble, atS());
      if (down === (unit === null)) return;
      // What cannot come back now (its disk, say) is tried again at the next look.
      changing = changing.then(down ? goDown : comeBack).catch(() => {});
    },
    ready() {
      if (!unit) return true;
      const agent = unit.agent();
      // a spare that was made a site's in the meantime is as good as any
      return agent.ready() || (isSpare && agent.joined());
    },
    async stop() {
      await changing;
      await unit?.stop();
    },
  };
}
