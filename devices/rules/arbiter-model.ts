// What the arbiter is asked and what it answers: one speaker's items, and the fate of each.
// It must never know how turns are given: devices/rules/arbiter.ts does.
import type { AirTerms, Priority } from '../protocol/index.ts';
import type { Closed } from './hours.ts';

/** What a manifest without `air` means: so it was before there was any, so an older unit plays it. */
export const USUAL_AIR: AirTerms = {
  start: { kind: 'after' },
  missed: { kind: 'join' },
  under: 'pause',
  order: 0,
  filler: false,
};

/** What is not said of start, missed, under, order and filler is as usual. */
export type Item = Partial<AirTerms> & {
  id: string;
  priority: Priority;
  drill?: boolean;
  playAtMs: number;
  durationMs: number;
  arrivedAtMs: number;
  cancelledAtMs?: number | null;
};

/** The item's sound from `offsetMs` on is heard in [fromMs, toMs). */
export type Segment = { fromMs: number; toMs: number; offsetMs: number };
export type Shortage = 'pre-empted' | 'cancelled' | 'late' | Closed;
export type Pause = { fromMs: number; toMs: number; byId: string; resumed: boolean };

export type Arranged = {
  id: string;
  segments: readonly Segment[];
  /** `null`: all of it is heard */
  shortOf: Shortage | null;
  /** what took its turn, when pre-empted */
  byId: string | null;
  pauses: readonly Pause[];
  /** when its fate is known: the end of its sound, or the moment it lost it */
  decidedAtMs: number;
};
