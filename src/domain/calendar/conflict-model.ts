// The nouns of conflicts: who meets whom where, what comes of it, and the ways out of it.
// It must never know rows, routes or screens.
import type { Sentence } from '../errors.ts';

/** Of two that meet, which rule gave one of them the turn. */
export type DecidingRule =
  | 'higher-priority'
  | 'commune-order'
  | 'more-severe'
  | 'no-order-chosen'
  | 'exact-start'
  | 'filler'
  | 'already-sounding'
  | 'order-of-arrival'
  | 'allowed-hours';

/** What meeting does to the one it is told of; nothing: it sounds as it would alone. */
export type Outcome =
  | { kind: 'waits'; fromMs: number }
  | { kind: 'interrupted'; atMs: number; againMs: number | null }
  | { kind: 'gives-way' }
  | { kind: 'cut'; atMs: number };

export type Other = {
  occurrenceId: string;
  scheduleId: string;
  bulletinId: string;
  title: string;
  playAtMs: number;
};

/** One meeting, once for all places and days at which it comes out alike. */
export type Conflict = {
  /** the wished time it is about, the first of `times` like it */
  atMs: number;
  times: number;
  with: Other;
  /** to whom it happens: the wish, or the other one because of it */
  whose: 'wish' | 'other';
  outcome: Outcome;
  rule: DecidingRule;
  /** of two priority items: until when their commune may say which is first; null: no such question */
  chooseUntilMs: number | null;
  areaIds: readonly string[];
  siteIds: readonly string[];
};

/** Areas and sites as far as they are named; `speakers`: how many there are. */
export type SpokenConflict = Conflict & {
  speakers: number;
  areaNames: readonly string[];
  siteNames: readonly string[];
  says: Sentence;
};

export type WayOut =
  /** all of its times by so much; `atMs` is where the first of them then stands */
  | { kind: 'move'; atMs: number; shiftMs: number }
  | { kind: 'shorten'; maxSeconds: number }
  | { kind: 'ask-priority' };
