// The nouns of records as plain shapes: the broadcast log, figures owed to others, schemes, deadlines.
// It must never know tables, routes, sheets or words.
import type { Priority, SyntheticMark } from '../../../devices/protocol/index.ts';
import type { VerdictKind, VerdictReason } from '../model.ts';

/** đề án: one airing may count for several */
export type Scheme = {
  id: string;
  tenantId: string;
  code: string;
  name: string;
  /** "2026-11-25", inclusive */
  fromDay: string;
  untilDay: string | null;
};

/** Of every year on that day, or of every month where `month` is null. */
export type Deadline = { code: string; title: string; month: number | null; day: number };

/** Where it came from (Nghị định 49/2024 Art. 9): own productions, or what a higher level sent. */
export type Origin = 'own' | 'province' | 'source';

/** How one airing ended among the speakers of a village. */
export type VillageCount = {
  areaId: string;
  speakers: number;
  played: number;
  partly: number;
  preempted: number;
  skipped: number;
  failed: number;
};
export type ReasonCount = { kind: VerdictKind; reason: VerdictReason; count: number };

/** One line of the broadcast log, as rows know it. */
export type LoggedAiring = {
  airingId: string;
  tenantId: string;
  bulletinId: string;
  documentId: string | null;
  documentPart: number | null;
  title: string;
  origin: Origin;
  priority: Priority;
  drill: boolean;
  playAtMs: number;
  durationMs: number;
  cancelled: boolean;
  /** whose voice it was: a machine's, or people's */
  synthetic: SyntheticMark | null;
  /** it names people, or seems to: a log that leaves the office does not (Luật 91/2025/QH15) */
  personal: boolean;
  villages: readonly VillageCount[];
  reasons: readonly ReasonCount[];
};

export type Setting = 'urban' | 'rural';
