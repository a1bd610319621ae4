// The life of a bulletin from made to approved, and whether an approval still holds for what will be heard.
// It must never know who holds which role (rights.ts) nor how sound is made.
import { passesHours } from '../../../devices/rules/index.ts';
import { placesToWrite } from '../documents/composition.ts';
import type { AppError } from '../errors.ts';
import type { Approval, Bulletin, Clip } from '../model.ts';
import * as problem from '../problems.ts';
import { agreed, type Group, mayJudge, neededIds } from './approval-group.ts';

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

export type BulletinChange = {
  text?: string;
  title?: string;
  language?: string;
  maxSeconds?: number | null;
};

/** New words need new sound and a new approval; whoever changed them last is their author. */
export function edit(bulletin: Bulletin, change: BulletinChange & { editorId: string }): Bulletin {
  return {
    ...bulletin,
    text: change.text ?? bulletin.text,
    title: change.title ?? bulletin.title,
    language: change.language ?? bulletin.language,
    maxSeconds: change.maxSeconds === undefined ? bulletin.maxSeconds : change.maxSeconds,
    authorId: change.editorId,
    writerIds: writersAfter(bulletin, change.editorId),
    version: bulletin.version + 1,
    state: 'making',
    stateReason: null,
    clipId: null,
    // other words than those a person stands for, or agreed to send unheard
    standingId: null,
    submitsItself: false,
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
  if (placesToWrite(bulletin.text).length > 0) return problem.placeToWrite();
  return { ...bulletin, state: 'pending', stateReason: null };
}

export type Judging = {
  approverId: string;
  seenHash: string;
  clip: Clip | null;
  group: Group;
  /** of this bulletin, whatever they were given for */
  approvals: readonly Approval[];
};

/**
 * Maker ≠ approver (Huế QĐ 29/2021), of whatever version still speaks in it, and only for the sound the
 * approver has seen. It goes on waiting while somebody of its group has not agreed.
 */
export function approve(
  bulletin: Bulletin,
  by: Judging,
): { bulletin: Bulletin; neededIds: readonly string[] } | AppError {
  const { approverId, clip, group } = by;
  if (bulletin.state !== 'pending') return problem.notPending();
  if (bulletin.writerIds.includes(approverId)) return problem.ownBulletin();
  if (!mayJudge(group.rule, approverId)) return problem.notInGroup();
  if (clip === null || clip.contentHash !== by.seenHash) return problem.changedSinceSeen();
  const needed = neededIds(group, bulletin.writerIds);
  if (group.rule.mode === 'all' && needed.length === 0) return problem.nobodyLeft();
  const earlier = by.approvals.filter(
    (one) => one.voidedAtMs === null && isFor(one, bulletin, clip),
  );
  const whole = agreed([...earlier, { approverId, neededIds: needed }]);
  if (whole)
    return { bulletin: { ...bulletin, state: 'approved', stateReason: null }, neededIds: needed };
  if (earlier.some((one) => one.approverId === approverId)) return problem.alreadyYours();
  return { bulletin, neededIds: needed };
}

function isFor(approval: Approval, bulletin: Bulletin, clip: Clip | null): boolean {
  return approval.version === bulletin.version && approval.contentHash === clip?.contentHash;
}

export function sendBack(bulletin: Bulletin, remark: string): Outcome {
  if (bulletin.state !== 'pending') return problem.notPending();
  const said = remark.trim();
  if (said === '') return problem.remarkMissing();
  return { ...bulletin, state: 'returned', stateReason: said };
}

/** The author has thought again before anybody decided. */
export function takeBack(bulletin: Bulletin): Outcome {
  if (bulletin.state !== 'pending') return problem.notPending();
  return { ...bulletin, state: 'ready', stateReason: null };
}

/** An approver has thought again: it is the author's once more, with the reason. */
export function revoke(bulletin: Bulletin, remark: string): Outcome {
  if (bulletin.state !== 'approved') return problem.notApproved();
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
  const { bulletin, clip, byMs } = of;
  const given = of.approvals.filter(({ atMs, voidedAtMs }) => atMs <= byMs && voidedAtMs === null);
  const covering = given.filter((one) => isFor(one, bulletin, clip));
  if (bulletin.state === 'approved' && covering.length > 0) {
    // half of an editorial group is nobody yet
    if (!agreed(covering)) return 'none';
    const fresh = covering.filter(({ atMs }) => byMs <= atMs + EMERGENCY_HOLDS_MS);
    return agreed(fresh) || !passesHours(bulletin) ? 'holds' : 'too-old';
  }
  return given.length > 0 ? 'changed' : 'none';
}
