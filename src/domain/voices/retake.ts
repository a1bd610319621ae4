// A bulletin whose sound is made anew beside the one it has: what it becomes once the new one is there.
// It must never leave it without a sound, nor keep an approval: that was of the sound that goes.
import { madeAgain } from '../approval/again.ts';
import { edit } from '../approval/approval.ts';
import type { Bulletin } from '../model.ts';

/** Wanted for this version: of other words it is no retake. byId: whoever pressed it; null: nobody did, the law did. */
export type RetakeWanted = { bulletinId: string; version: number; byId: string | null };

/** There are words and a sound that holds until the next is there. */
export function hasSound({ state, clipId }: Pick<Bulletin, 'state' | 'clipId'>): boolean {
  return clipId !== null && state !== 'making' && state !== 'failed';
}

/** What was on its way to an approver, or past one, goes there again by itself: nobody need sit and wait for it. */
export function retaken(bulletin: Bulletin, of: { clipId: string; byId: string | null }): Bulletin {
  const again = madeAgain(bulletin);
  const { submitsItself } = again;
  const after = of.byId === null ? again : edit(bulletin, { editorId: of.byId });
  return { ...after, state: 'ready', clipId: of.clipId, submitsItself };
}
