// The life of a bulletin from made to approved, and whether an approval still holds for what will be heard.
// It must never know who holds which role (rights.ts) nor how sound is made.
import { passesHours } from '../../devices/rules/index.ts';
import type { AppError } from './errors.ts';
import type { Approval, Bulletin, Clip } from './model.ts';
import * as problem from './problems.ts';

type Outcome = Bulletin | AppError;

/** Sound is there. Sound of an older version is dropped: the text has changed meanwhile. */
export function made(bulletin: Bulletin, sound: { version: number; clipId: string }): Bulletin {
  if (!awaits(bulletin, sound.version)) return bulletin;
  return { ...bulletin, state: 'ready', clipId: sound.clipId, stateReason: null };
}

export function failed(bulletin: Bulletin, cause: { version: number; reason: string }): Bulletin {
  if (!awaits(bulletin, cause.version)) return bulletin;
  return { ...bulletin, state: 'failed', clipId: null, stateReason: cause.reason };
}

function awaits(bulletin: Bulletin, version: number): boolean {
  return bulletin.state === 'making' && bulletin.version === version;
}

/** New words need new sound and a new approval; whoever changed them last is their author. */
export function edit(
  bulletin: Bulletin,
  change: { editorId: string; text?: string; title?: string; maxSeconds?: number | null },
): Bulletin {
  return {
    ...bulletin,
    text: change.text ?? bulletin.text,
    title: change.title ?? bulletin.title,
    maxSeconds: change.maxSeconds === undefined ? bulletin.maxSeconds : change.maxSeconds,
    authorId: change.editorId,
    writerIds: writersAfter(bulletin, change.editorId),
    version: bulletin.version + 1,
    state: 'making',
    stateReason: null,
    clipId: null,
  };
}

/** What was approved has been another person's word since: its writers are free of it. */
function writersAfter({ state, writerIds }: Bulletin, editorId: string): string[] {
  return [...new Set([...(state === 'approved' ? [] : writerIds), editorId])];
}

/** A returned bulletin may be sent again unchanged: the author may have answered the remark in person. */
export function submit(bulletin: Bulletin): Outcome {
  if (bulletin.state === 'making') return problem.soundUnderWay();
  if (bulletin.state === 'failed') return problem.soundFailed();
  if (bulletin.state === 'pending') return problem.alreadySubmitted();
  if (bulletin.state === 'approved') return problem.alreadyApproved();
  return { ...bulletin, state: 'pending', stateReason: null };
}

/** Maker ≠ approver (Huế QĐ 29/2021), of whatever version still speaks in it, and only for the sound the approver has seen. */
export function approve(
  bulletin: Bulletin,
  by: { approverId: string; seenHash: string; clip: Clip | null },
): Outcome {
  if (bulletin.state !== 'pending') return problem.notPending();
  if (bulletin.writerIds.includes(by.approverId)) return problem.ownBulletin();
  if (by.clip?.contentHash !== by.seenHash) return problem.changedSinceSeen();
  return { ...bulletin, state: 'approved', stateReason: null };
}

export function sendBack(bulletin: Bulletin, remark: string): Outcome {
  if (bulletin.state !== 'pending') return problem.notPending();
  const said = remark.trim();
  if (said === '') return problem.remarkMissing();
  return { ...bulletin, state: 'returned', stateReason: said };
}

export type Standing = 'holds' | 'none' | 'changed' | 'too-old';

/** An emergency passes the allowed hours, so whoever approved it answers for this day and no other. */
const EMERGENCY_HOLDS_MS = 24 * 3_600_000;

/** Does an approval cover exactly this version and exactly this sound, given before `byMs` and not too long? */
export function approvalStanding(of: {
  bulletin: Bulletin;
  clip: Clip | null;
  approvals: readonly Approval[];
  byMs: number;
}): Standing {
  const { bulletin, clip } = of;
  const given = of.approvals.filter(({ atMs }) => atMs <= of.byMs);
  const covers = ({ version, contentHash }: Approval) =>
    version === bulletin.version && contentHash === clip?.contentHash;
  if (bulletin.state === 'approved' && given.some(covers)) {
    const fresh = given.some((one) => covers(one) && of.byMs <= one.atMs + EMERGENCY_HOLDS_MS);
    return fresh || !passesHours(bulletin) ? 'holds' : 'too-old';
  }
  return given.length > 0 ? 'changed' : 'none';
}
