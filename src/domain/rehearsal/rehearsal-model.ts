// The nouns of a rehearsal (chạy thử lịch): what is known of the fleet, what will fail, and what to do about it.
// It must never know rows, routes or a clock.
import type { Sentence } from '../errors.ts';
import type { Hindrance, VerdictKind } from '../model.ts';
import type { LinkState } from '../poles/pole-model.ts';

/** What a box has said of itself, as far as it bears on tomorrow. */
export type SiteState = {
  link: LinkState;
  /** since when it is silent */
  sinceMs: number | null;
  /** false: it has never been told its hours, and plays nothing */
  hasPolicy: boolean;
  /** so far that its beginning counts as late */
  clockOff: boolean;
  diskFull: boolean;
  /** null: not low */
  batteryPercent: number | null;
  /** streams it holds, wholly or in part */
  holds: readonly string[];
};

export type FleetFault =
  | 'no-unit'
  | 'never'
  | 'silent'
  | 'no-policy'
  | 'clock-off'
  | 'disk-full'
  | 'battery-low'
  | 'stream-missing';
export type PlanFault =
  | Hindrance
  | 'pre-empted'
  | 'interrupted'
  | 'hours-end'
  | 'out-of-hours-here';
export type Fault = FleetFault | PlanFault;

/** One thing to see to, with all that hangs on it. */
export type Finding = {
  fault: Fault;
  expected: Exclude<VerdictKind, 'played'>;
  /** of a fault of one speaker */
  siteId: string | null;
  /** of a fault of the plan */
  scheduleId: string | null;
  bulletinId: string | null;
  title: string | null;
  /** what takes its turn */
  by: { bulletinId: string; title: string; playAtMs: number } | null;
  /** both have priority: until when their commune may say which is first; null: no such question */
  chooseUntilMs: number | null;
  /** since when the speaker is silent */
  sinceMs: number | null;
  firstAtMs: number;
  /** airings × speakers that come to nothing, or to less */
  pairs: number;
  /** who would have heard, each once; as far as populations are known */
  people: number;
  /** at most 100: enough to be named, and to be compared with what happened */
  occurrenceIds: readonly string[];
  siteIds: readonly string[];
  /** which of these at which, as `occurrence × 100 + site` by their places; absent: each at each */
  only?: readonly number[];
};

/** What its question is, is said in its remedy. */
export type SpokenFinding = Omit<Finding, 'chooseUntilMs'> & {
  siteName: string | null;
  says: Sentence;
  remedy: Sentence;
};

export type Expected = Record<VerdictKind, number>;
export type Rehearsed = {
  occurrences: number;
  speakers: number;
  pairs: number;
  expected: Expected;
  /** most listeners first */
  findings: readonly Finding[];
  /** findings beyond those */
  left: number;
};
