// Why an occurrence will not air: the first thing a person has to see to.
// It must never know rows or when a rule fires.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { approvalStanding } from '../approval/approval.ts';
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
};

/** Of what is past nothing is left to see to. An approval given after its time came too late for it. */
export function hindranceOf(facts: HindranceFacts): Hindrance | null {
  const { playAtMs, cancelled, bulletin, clip, approvals, sites, hours } = facts;
  if (cancelled) return 'cancelled-once';
  const { documentEndMs = null } = facts;
  if (documentEndMs !== null && playAtMs >= documentEndMs) return 'document-ended';
  if (bulletin.expiresAtMs !== null && playAtMs >= bulletin.expiresAtMs) return 'expired';
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
