// What was heard of each stream in this process, run by run: for the account and for going on.
// It must never know times or sinks, only samples.
import { SAMPLES_PER_MS } from './pcm.ts';
import type { Run } from './run.ts';

export type Tallies = {
  has(streamId: string): boolean;
  /** the sample at which the last run stopped; `null` when there was none */
  next(streamId: string): number | null;
  isOver(streamId: string): boolean;
  wasTold(streamId: string): boolean;
  told(streamId: string): void;
  begin(streamId: string, from: number): void;
  /** @returns whether every sample from the first to the last was heard, none of them twice */
  finish(run: Run, isLast: boolean): boolean;
  /** of finished runs and the one under way */
  heardMs(streamId: string, running: Run | null): number;
  /** forgets all streams but these */
  keep(streamIds: ReadonlySet<string>): void;
};

type Tally = { heard: number; next: number; seamless: boolean; over: boolean; told: boolean };

export function makeTallies(): Tallies {
  const tallies = new Map<string, Tally>();
  return {
    has: (streamId) => tallies.has(streamId),
    next: (streamId) => tallies.get(streamId)?.next ?? null,
    isOver: (streamId) => tallies.get(streamId)?.over ?? false,
    wasTold: (streamId) => tallies.get(streamId)?.told ?? false,
    told(streamId) {
      const tally = tallies.get(streamId);
      if (tally) tally.told = true;
    },
    begin(streamId, from) {
      const fresh = { heard: 0, next: 0, seamless: true, over: false, told: false };
      const tally = tallies.get(streamId) ?? fresh;
      if (tally.next !== from) tally.seamless = false;
      tally.next = from;
      tallies.set(streamId, tally);
    },
    finish(run, isLast) {
      const tally = tallies.get(run.streamId);
      if (!tally) return false;
      tally.heard += run.heardSamples;
      tally.next = run.position;
      tally.over = isLast;
      if (run.mutedSamples > 0) tally.seamless = false;
      return isLast && tally.seamless && run.position >= run.sound.endSample;
    },
    heardMs(streamId, running) {
      const samples = (tallies.get(streamId)?.heard ?? 0) + (running?.heardSamples ?? 0);
      return Math.round(samples / SAMPLES_PER_MS);
    },
    keep(streamIds) {
      for (const streamId of tallies.keys()) if (!streamIds.has(streamId)) tallies.delete(streamId);
    },
  };
}
