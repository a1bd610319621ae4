// A commune's operating regulation beyond its hours, as data: zones, sessions, volume, order, and where it came from.
// It must never know rows, screens or a clock; limits of any one commune stand in its data, never here.
import type { HoursWindow } from '../../../devices/protocol/index.ts';
import type { ApprovalMode } from '../approval/approval-group.ts';
import type { Sentence } from '../errors.ts';

/** What stands around a pole; all but the first are quieter by law (QCVN 26:2010, special areas). */
export const ZONES = ['ordinary', 'clinic', 'school', 'worship'] as const;
export type ZoneKind = (typeof ZONES)[number];
export type SpecialZone = Exclude<ZoneKind, 'ordinary'>;
export const SPECIAL_ZONES = ['clinic', 'school', 'worship'] as const satisfies SpecialZone[];

/** Whose programme it is: what a session says first, second, last. */
export const LEVELS = ['national', 'province', 'commune'] as const;
export type Level = (typeof LEVELS)[number];

/** No louder than this at that time of day; minutes after local midnight, end exclusive. */
export type VolumeCap = { zone: ZoneKind; fromMinute: number; toMinute: number; percent: number };

export type RegulationRules = {
  /** in place of the commune's own windows; null: the same as everywhere in the commune */
  zones: Readonly<Record<SpecialZone, readonly HoursWindow[] | null>>;
  /** whatever the windows say, nothing but an emergency sounds then */
  quiet: readonly HoursWindow[];
  /** at one pole on one day; null: as many as the windows hold */
  sessionsPerDay: number | null;
  /** from the first word of a session to its last */
  minutesPerSession: number | null;
  /** a silence this long parts two sessions */
  sessionGapMinutes: number;
  volumes: readonly VolumeCap[];
  /** empty: any order */
  order: readonly Level[];
  /** the id of the template it was begun from */
  template: string | null;
};

/** Hours and nothing else: what a regulation is until somebody writes more into it. */
export const NO_RULES: RegulationRules = {
  zones: { clinic: null, school: null, worship: null },
  quiet: [],
  sessionsPerDay: null,
  minutesPerSession: null,
  sessionGapMinutes: 30,
  volumes: [],
  order: [],
  template: null,
};

/** A published regulation to begin from (config/regulations/*.json). */
export type RegulationTemplate = {
  id: string;
  name: Sentence;
  /** who published it, when, and where it can be read */
  source: Sentence;
  notes: Sentence;
  windows: readonly HoursWindow[];
  rules: Omit<RegulationRules, 'template'>;
  /** who approves by it; absent: it says nothing of that, and what stands is kept */
  approval?: ApprovalMode;
};
