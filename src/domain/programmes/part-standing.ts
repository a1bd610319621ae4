// Whether a part of an edition still is what it was when it was joined, and may still be said. Pure.
// It must never know rows, nor stop anything.
import { approvalStanding } from '../approval/approval.ts';
import type { Approval, Bulletin, Clip, Hindrance } from '../model.ts';
import { neverIn } from './choosing.ts';
import type { EditionPart, PartFault } from './programme-model.ts';

export type PartFacts = {
  /** null: no such bulletin any more */
  bulletin: Bulletin | null;
  clip: Clip | null;
  approvals: readonly Approval[];
  /** from when on the document it was made from no longer holds */
  documentEndMs: number | null;
  /** the tenant's own, or still given to it */
  theirs: boolean;
  /** what binds a variant to its original; null: nothing speaks against it */
  bound: Hindrance | null;
  nowMs: number;
};

/** Whatever speaks against saying this bulletin now, in a programme or rebuilt into one. */
export function faultNow(facts: PartFacts): PartFault | null {
  return endedBy(facts) ?? takenBackNow(facts);
}

/** It ran out, or is not for a programme of theirs any more: it was right when it was said. */
function endedBy({ bulletin, theirs, documentEndMs, nowMs }: PartFacts): PartFault | null {
  if (bulletin === null) return 'gone';
  if (!theirs) return 'not-given';
  const never = neverIn(bulletin);
  if (never !== null) return never;
  if (documentEndMs !== null && nowMs >= documentEndMs) return 'document-ended';
  return bulletin.expiresAtMs !== null && nowMs >= bulletin.expiresAtMs ? 'expired' : null;
}

function takenBackNow({ bulletin, clip, approvals, bound, nowMs }: PartFacts): PartFault | null {
  if (bulletin === null) return 'gone';
  const standing = approvalStanding({ bulletin, clip, approvals, byMs: nowMs });
  if (standing !== 'holds')
    return standing === 'changed' && bulletin.state !== 'returned' ? 'changed' : 'withdrawn';
  if (bound === null) return null;
  return bound === 'older-text' ? 'older-text' : 'original-not-approved';
}

/** As an airing of the whole says it: of what was approved by its parts, what ends one ends the approval. */
export function hindranceBy(fault: PartFault): Hindrance {
  if (fault === 'changed') return 'changed-since-approval';
  return AS_ITS_OWN.find((one) => one === fault) ?? 'not-approved';
}

const AS_ITS_OWN = ['expired', 'document-ended', 'older-text', 'original-not-approved'] as const;

type Joined = Pick<EditionPart, 'version' | 'contentHash'>;
/** What is asked of a part, by an edition that has a time to come or by one that is over. */
export type FaultOf = (part: Joined, facts: PartFacts) => PartFault | null;

/** The same of a part of an edition: another version, or another sound, is not what was joined. */
export const faultOf: FaultOf = (part, facts) => faultNow(facts) ?? changedSince(part, facts);

/** Of what was aired: nobody hears it again with a part that somebody took back; what merely ran out stays. */
export const takenBack: FaultOf = (part, facts) => takenBackNow(facts) ?? changedSince(part, facts);

const changedSince: FaultOf = (part, { bulletin, clip }) =>
  bulletin?.version === part.version && clip?.contentHash === part.contentHash ? null : 'changed';
