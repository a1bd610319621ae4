// The nouns of "Giao và đôn đốc": what the province gives to communes, and what each of them makes of it.
// It must never know rows, screens or a clock.

/** The commune chooses the hour of what is normal (Thông tư 39/2020); the province says how often and by when. */
export type Assignment = {
  id: string;
  /** the province's */
  tenantId: string;
  bulletinId: string;
  /** the bulletin's when it was given */
  title: string;
  /** airings wanted of every commune, 1–60 */
  leastAirings: number;
  dueAtMs: number;
  note: string | null;
  givenBy: string;
  givenAtMs: number;
  withdrawnAtMs: number | null;
};

export type Answer = 'waiting' | 'accepted' | 'declined';

/** One commune's part in it. */
export type AssignmentPart = {
  assignmentId: string;
  communeId: string;
  /** the commune itself, or villages and groups of it */
  areaIds: readonly string[];
  answer: Answer;
  /** why declined */
  reason: string | null;
  answeredBy: string | null;
  answeredAtMs: number | null;
  /** at most once a day */
  remindedAtMs: number | null;
};

/** An airing of the commune's own schedule of that bulletin, as it ended or is going on. */
export type AiredOnce = {
  playAtMs: number;
  /** speakers it was meant for */
  speakers: number;
  /** of these, played whole */
  whole: number;
};

/**
 * waiting: no answer yet · accepted: not in any schedule of the commune's · placed: planned or aired at least
 * once · aired: as often as asked, by the deadline · overdue: the deadline passed first
 */
export type PartState = 'waiting' | 'accepted' | 'placed' | 'aired' | 'declined' | 'overdue';

export type PartStanding = {
  state: PartState;
  /** airings that counted, begun by the deadline */
  aired: number;
  /** that counted but came after it */
  late: number;
  /** still to come by the deadline */
  planned: number;
  least: number;
  /** whom one button reminds: what is aired and planned is less than asked, and nobody declined */
  behind: boolean;
  /** of the airings that counted */
  lastAtMs: number | null;
};
