// Said sentences fall into the parts of a clip, each with its place in time, and the clip ends where it must. Pure but for the saying.
// It must never know samples, Opus or files.
import { clausesOf, type EstimatedClause } from './clauses.ts';
import { SoundError } from './errors.ts';
import { type Layout, layOut } from './layout.ts';
import { FRAME_MS } from './packets.ts';
import type { Said } from './speech.ts';

export type SpokenSentence = {
  words: string;
  startMs: number;
  endMs: number;
  /** where a sentence has several; near, not exact */
  clausesEstimated?: EstimatedClause[];
};
export type TimedPart = { said: Said[]; layout: Layout; last: boolean; startFrame: number };
export type Timetable = { parts: TimedPart[]; frames: number };

/** Longer than any bulletin; a bound on disk and time, not a wish. */
const MAX_SPEECH_SECONDS = 6 * 3_600;

/**
 * At least one sentence is kept, however short `maxSeconds` is; what was said and makes no sound has no place.
 * @param of.partOf which part of the plan a sentence belongs to
 */
export async function timetable(of: {
  saying: AsyncIterable<Said>;
  partOf(index: number): number;
  fullStopMs: number;
  rateHz: number;
  maxSeconds: number | null;
  onSaid(said: Said): void;
}): Promise<Timetable> {
  const allowedMs = 1_000 * (of.maxSeconds ?? MAX_SPEECH_SECONDS);
  const runs: Said[][] = [];
  let doneFrames = 0;
  let plan = -1;
  for await (const said of of.saying) {
    if (said.samples === 0) continue; // only breath
    const run = runs.at(-1);
    const begins = run === undefined || of.partOf(said.index) !== plan;
    const before = begins && run ? layOut({ ...of, said: run, last: false }).frames : 0;
    const startFrame = doneFrames + before;
    const together = begins ? [said] : [...run, said];
    if (endMs(together, { ...of, startFrame }) > allowedMs && runs.length > 0) {
      if (of.maxSeconds === null) throw new SoundError('too-much-sound');
      break;
    }
    if (begins) runs.push([said]);
    else run.push(said);
    [doneFrames, plan] = [startFrame, of.partOf(said.index)];
    of.onSaid(said);
  }
  if (runs.length === 0) throw new SoundError('nothing-to-say');
  return placed(runs, of);
}

type How = { fullStopMs: number; rateHz: number };

/** Of the clip, if it ended with these. */
function endMs(said: readonly Said[], how: How & { startFrame: number }): number {
  const { samples } = layOut({ ...how, said, last: true });
  return how.startFrame * FRAME_MS + (samples * 1_000) / how.rateHz;
}

function placed(runs: Said[][], how: How): Timetable {
  const parts: TimedPart[] = [];
  let frames = 0;
  for (const [at, said] of runs.entries()) {
    const last = at === runs.length - 1;
    const layout = layOut({ ...how, said, last });
    parts.push({ said, layout, last, startFrame: frames });
    frames += layout.frames;
  }
  return { parts, frames };
}

/** Which second says which sentence. */
export function sentencesOf({ parts }: Timetable, rateHz: number): SpokenSentence[] {
  const toMs = (samples: number) => (samples * 1_000) / rateHz;
  return parts.flatMap(({ said, layout, startFrame }) =>
    said.map(({ words, pauses }, index) => {
      const { at, samples } = layout.placed[index] ?? { at: 0, samples: 0 };
      const startMs = Math.round(startFrame * FRAME_MS + toMs(at));
      const endMs = Math.round(startFrame * FRAME_MS + toMs(at + samples));
      const clauses = clausesOf({ words, startMs, endMs, pauses });
      return { words, startMs, endMs, ...(clauses.length > 1 && { clausesEstimated: clauses }) };
    }),
  );
}

/** In milliseconds, what fills the last frame left out. */
export function durationOf({ parts }: Timetable, rateHz: number): number {
  const final = parts.at(-1);
  if (final === undefined) return 0;
  return final.startFrame * FRAME_MS + (final.layout.samples * 1_000) / rateHz;
}
