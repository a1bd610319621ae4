// How airings ended, counted: what a calendar or a feed says of the past without naming every speaker.
// It must never know how a verdict is reached.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Nullable, Sentence, strict } from './common.ts';

export const AiringSummary = Type.Object(
  {
    airingId: Id,
    counts: Type.Object(
      {
        all: Count,
        played: Count,
        partly: Count,
        yielded: Count,
        skipped: Count,
        failed: Count,
        waiting: Count,
      },
      strict,
    ),
    /** the first that was not fully heard, and why */
    why: Nullable(Sentence),
  },
  strict,
);
export type AiringSummary = Static<typeof AiringSummary>;
export const AiringSummaryList = Type.Object({ summaries: List(AiringSummary) }, strict);
export type AiringSummaryList = Static<typeof AiringSummaryList>;
