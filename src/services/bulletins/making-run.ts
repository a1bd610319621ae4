// Works off the line of sounds to be made, one at a time, and lets what cannot wait go before.
// It must never choose who is in the line, nor look for rows.
import type { MakingAt } from '../../domain/sound/making-progress.ts';
import type { OffAir } from '../airing/off-air.ts';
import type { Deps } from '../deps.ts';
import { makeBeside } from './making-beside.ts';
import { makeOne, type Outcome, SETTLED } from './making-one.ts';
import type { InLine, MakingQueue } from './making-queue.ts';
import { airsSoonMs, goesBefore } from './making-soon.ts';
import { makeTries, type Tries } from './making-tries.ts';

/** What is being made just now. */
export type Current = { bulletinId: string; sinceMs: number; at: MakingAt | null };
type UnderWay = Current & { one: InLine; abort: AbortController; givesWay: boolean };
export type Run = {
  current(): Current | null;
  start(): void;
  /** what is under way goes on after this one, where this one cannot wait */
  giveWayTo(one: InLine | undefined): void;
  /** other words, or nobody wants it any more: tried anew, or not at all */
  drop(bulletinId: string): void;
  stop(): Promise<void>;
};

/** A text is read in two seconds: soon there is room again, and whose sound it is did nothing wrong. */
const LATER_MS = 5_000;

type Parts = OffAir & {
  queue: MakingQueue;
  goOn(bulletinId: string): void;
  /** its row still says 'making', so it is found again; the next in turn is not held up */
  stumbled(error: unknown, bulletinId: string): void;
};

export function makeRun({ queue, goOn, stumbled, ...parts }: Parts): Run {
  const { deps } = parts;
  const { monoMs } = deps.clock;
  const tries = makeTries();
  const closing = new AbortController();
  let current: UnderWay | null = null;
  let running: Promise<void> = Promise.resolve();
  let checking: Promise<void> = Promise.resolve();
  let laterUntilMs = Number.NEGATIVE_INFINITY;
  const isShut = () => closing.signal.aborted || monoMs() < laterUntilMs;
  const cameOut = (one: InLine, outcome: Outcome) => {
    if (outcome.is === 'settled') {
      const { check } = outcome;
      tries.forget(one.id);
      goOn(one.id);
      if (check !== null) checking = checking.then(() => check(closing.signal));
      return;
    }
    const isAgain = outcome.is === 'again';
    queue.add(isAgain ? { ...one, notBeforeMs: monoMs() + outcome.afterMs } : one);
    if (!isAgain) laterUntilMs = monoMs() + LATER_MS;
  };
  const makeNext = async (one: InLine) => {
    const under = begun(deps, one);
    current = under;
    try {
      const outcome = await outcomeOf(parts, { under, tries });
      if (under.givesWay) queue.back(one);
      else cameOut(one, outcome);
    } catch (error) {
      stumbled(error, one.id);
    } finally {
      current = null;
    }
  };
  const drain = async () => {
    for (let one = isShut() ? undefined : queue.next(); one !== undefined; ) {
      await makeNext(one);
      one = isShut() ? undefined : queue.next();
    }
  };
  return {
    current: () => current,
    start() {
      const fallen = (error: unknown) => deps.log.error({ err: error }, 'no sound could be begun');
      running = running.then(drain).catch(fallen);
    },
    giveWayTo(one) {
      if (current === null || one === undefined || current.abort.signal.aborted) return;
      const under = { one: current.one, leftMs: current.at?.leftMs ?? null };
      if (!goesBefore(deps, { one, under })) return;
      current.givesWay = true;
      current.abort.abort();
    },
    drop(bulletinId) {
      tries.forget(bulletinId);
      if (current?.bulletinId === bulletinId) current.abort.abort();
    },
    async stop() {
      closing.abort();
      current?.abort.abort();
      await running;
      await checking;
    },
  };
}

function begun({ clock }: Deps, one: InLine): UnderWay {
  const abort = new AbortController();
  return { bulletinId: one.id, one, abort, sinceMs: clock.planMs(), at: null, givesWay: false };
}

async function outcomeOf(
  parts: OffAir,
  { under, tries }: { under: UnderWay; tries: Tries },
): Promise<Outcome> {
  const { deps } = parts;
  const { id, urgent } = under.one;
  const bulletin = deps.store.bulletins.get(id);
  if (bulletin === null) return SETTLED;
  const onStep = (at: MakingAt) => {
    under.at = at;
  };
  const beside = bulletin.state !== 'making';
  const againAfter = (error: unknown) =>
    tries.after({ id, urgent, airsSoon: airsSoonMs(deps, id) !== null, beside, error });
  const wanted = { bulletin, signal: under.abort.signal, onStep, againAfter };
  return beside ? makeBeside(parts, wanted) : makeOne(deps, wanted);
}
