// Why an occurrence will not air: the first thing a person has to see to.
// It must never know rows or when a rule fires.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { approvalStanding } from '../approval/approval.ts';
import { earlier } from '../languages/variant.ts';
import type { Approval, Bulletin, Clip, Hindrance, Site } from '../model.ts';
import { fitsSome } from './hours-of-sites.ts';

export type HindranceFacts = {
  playAtMs: number;
  /** a person cancelled this one time */
  cancelled: boolean;
  bulletin: Bulletin;
  clip: Clip | null;
  approvals: readonly Approval[];
  sites: readonly Site[];
  hours: readonly AllowedHours[];
  /** from when on what it was made from no longer holds */
  documentEndMs?: number | null;
  /** what it hangs on, where it is not its own master: a variant on its original */
  bound?: Bound | null;
};
/** Null: nothing is in its way there. */
export type Bound = { hindrance: Hindrance | null; expiresAtMs: number | null };

/** Of what is past nothing is left to see to. An approval given after its time came too late for it. */
export function hindranceOf(facts: HindranceFacts): Hindrance | null {
  const { playAtMs, cancelled, bulletin, clip, approvals, sites, hours } = facts;
  if (cancelled) return 'cancelled-once';
  const { documentEndMs = null, bound = null } = facts;
  if (documentEndMs !== null && playAtMs >= documentEndMs) return 'document-ended';
  const expiresAtMs = earlier(bulletin.expiresAtMs, bound?.expiresAtMs ?? null);
  if (expiresAtMs !== null && playAtMs >= expiresAtMs) return 'expired';
  if (bound !== null && bound.hindrance !== null) return bound.hindrance;
  const standing = approvalStanding({ bulletin, clip, approvals, byMs: playAtMs });
  if (standing === 'changed') return 'changed-since-approval';
  if (standing === 'too-old') return 'approval-too-old';
  if (!clip) return 'no-clip';
  if (standing === 'none') return 'not-approved';
  if (sites.length === 0) return 'no-speakers';
  const { priority, drill } = bulletin;
  const slot = { priority, drill, playAtMs, durationMs: clip.durationMs };
  if (!fitsSome(slot, hours)) return 'out-of-hours';
  return null;
}
