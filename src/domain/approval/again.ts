// A bulletin whose words stay and whose sound must be another: nobody wrote anything, so nobody becomes its writer.
// It must never keep an approval: that was of the sound that goes.
import type { Bulletin } from '../model.ts';

/** What was on its way to an approver, or past one, goes there again by itself. */
export function madeAgain(bulletin: Bulletin): Bulletin {
  const wasSent = bulletin.state === 'pending' || bulletin.state === 'approved';
  return {
    ...bulletin,
    ...{ version: bulletin.version + 1, state: 'making', stateReason: null, clipId: null },
    submitsItself: bulletin.submitsItself || wasSent,
  };
}
