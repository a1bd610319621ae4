// Makes the sound of bulletins, one at a time: what waits is in rows, so a restart goes on with it.
// It must never know how sound is made: the Studio does.

import type { Bulletin } from '../../domain/model.ts';
import type { OffAir } from '../airing/off-air.ts';
import type { Deps } from '../deps.ts';
import { refuseIn, type ToMake } from './making-full.ts';
import { type InLine, isUrgent, makeMakingQueue } from './making-queue.ts';
import { type Current, makeRun } from './making-run.ts';
import { airsSoonMs } from './making-soon.ts';

export type { Current, ToMake };
export type Making = {
  /** @throws AppError when too much waits already: ask before writing the bulletin */
  refuseIfFull(of: ToMake): void;
  /** makes (or makes again) the sound of the bulletin's present version */
  want(bulletinId: string): void;
  /** what is under way, and what waits, in its order: over all communes */
  line(): { current: Current | null; waiting: readonly InLine[] };
  /** nobody wants it any more: its row says so already */
  giveUp(bulletinId: string): void;
  /** whatever an earlier run, or a full disk, left unfinished; asked every second, idle or not */
  resume(): void;
  /** gives up what is under way; its row still says 'making' */
  stop(): Promise<void>;
};

/** A disk that is full stays so for minutes: what could not be written down is not made every second. */
const REST_MS = 60_000;
/** A schedule made while something long is under way is noticed within this. */
const LOOK_EVERY_MS = 5_000;

/** @param goOn what becomes of a bulletin whose sound is there; after the commit, once and again after a restart */
export function makeMaking(parts: OffAir, goOn: (bulletinId: string) => void): Making {
  const { deps } = parts;
  const { monoMs } = deps.clock;
  const queue = makeMakingQueue({ airsAtMs: ({ id }) => airsSoonMs(deps, id), monoMs });
  let lookedBack = false;
  let stopped = false;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let lookAtMs = Number.NEGATIVE_INFINITY;
  const stumbled = (error: unknown, bulletinId: string) => {
    restUntilMs = monoMs() + REST_MS;
    lookedBack = false;
    deps.log.error({ err: error, bulletinId }, 'the sound of a bulletin is stuck');
  };
  const run = makeRun({ ...parts, queue, goOn, stumbled });
  /** One row that stumbles keeps no other from its sound. */
  const each = (rows: readonly Bulletin[], act: (one: Bulletin) => void) => {
    for (const one of rows) {
      try {
        act(one);
      } catch (error) {
        stumbled(error, one.id);
      }
    }
  };
  const lookBack = () => {
    const { bulletins } = deps.store;
    const beside = deps.store.retakes.wanted();
    const others = beside.flatMap(({ bulletinId }) => bulletins.get(bulletinId) ?? []);
    const waiting = [...bulletins.inState('making'), ...others];
    each(waiting, (one) => queue.add(inLine(deps, one)));
    if (queue.size() > 0) run.start();
    if (lookedBack) return;
    lookedBack = true;
    // a run that was killed between the sound and what comes of it
    each(bulletins.inState('ready'), (one) => one.submitsItself && goOn(one.id));
  };
  return {
    refuseIfFull: (of) => refuseIn(queue, of),
    want(bulletinId) {
      run.drop(bulletinId);
      const bulletin = deps.store.bulletins.get(bulletinId);
      const one = bulletin && inLine(deps, bulletin);
      if (one) queue.add(one);
      if (one) run.giveWayTo(one);
      run.start();
    },
    line: () => ({ current: run.current(), waiting: queue.inOrder() }),
    giveUp(bulletinId) {
      queue.remove(bulletinId);
      run.drop(bulletinId);
    },
    resume() {
      if (stopped) return;
      if (run.current() === null) {
        if (queue.size() > 0) run.start();
        else if (monoMs() >= restUntilMs) lookBack();
      } else if (monoMs() >= lookAtMs) {
        lookAtMs = monoMs() + LOOK_EVERY_MS;
        run.giveWayTo(queue.soonest());
      }
    },
    async stop() {
      stopped = true;
      await run.stop();
    },
  };
}

function inLine(deps: Deps, bulletin: Bulletin): InLine {
  const { id, tenantId } = bulletin;
  const fromSource = deps.store.incomingParts.ofBulletin(id) !== null;
  const airsAtMs = airsSoonMs(deps, id);
  return { id, tenantId, urgent: isUrgent(bulletin), fromSource, airsAtMs };
}
