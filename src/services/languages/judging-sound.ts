// A second speaker's word on a recording: confirmed it becomes the bulletin's sound or waits beside it, returned it is said again.
// It must never approve it, nor take off the air what is approved: a person of the desk does.
import { AppError } from '../../domain/errors.ts';
import {
  type Commission,
  judged,
  type Listener,
  notJudged,
} from '../../domain/languages/commission.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { submitByItself } from '../approval/judging.ts';
import type { BulletinParts } from '../bulletins/bulletins.ts';
import { plainLine } from '../plain-line.ts';
import { refusal } from '../refusals.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { samePerson, write } from './commission-rows.ts';
import { anotherSound, otherWords, soundFrom } from './commissioned-sound.ts';
import type { Verdict } from './languages-door.ts';
import { mayBeRecorded } from './recordable.ts';
import { tellAsker } from './telling-asker.ts';

type Judging = Verdict & { commission: Commission; listener: Listener; actor: Actor | null };

export function judgeSound(parts: BulletinParts, of: Judging): Commission {
  const { deps } = parts;
  const { commission: before, listener, contentHash } = of;
  const nowMs = deps.clock.planMs();
  const why = notJudged(before, { contentHash, listener, nowMs });
  if (why === 'same-person') throw samePerson();
  if (why !== null) throw anotherSound();
  // a name is quickly another; whoever asked for it is no second person by their own account
  if (of.confirmed && listener.accountId === before.createdBy) throw ownRequest();
  const bulletin = deps.store.bulletins.get(before.bulletinId);
  if (bulletin === null) throw anotherSound();
  const remark = plainLine(of.remark ?? '') || null;
  if (!of.confirmed && remark === null) throw remarkMissing();
  const verdict = of.confirmed ? ('confirmed' as const) : ('returned' as const);
  const after = judged(before, { contentHash, listener, nowMs, verdict, remark });
  const detail = { by: listener.name, verdict, ...(remark === null ? {} : { remark }) };
  const written = { actor: of.actor, action: 'commission.judge' as const, commission: after };
  if (!of.confirmed) {
    write(deps, { ...written, detail });
    tellAsker(deps, { kind: 'recording-returned', commission: after });
    return after;
  }
  mayBeRecorded(deps, bulletin);
  // the words changed after they were read: what was said is no recording of them
  if (hashOf(bulletin.text) !== before.textHash) throw otherWords();
  const offered = bulletin.state === 'approved';
  if (offered) write(deps, { ...written, detail: { ...detail, offered } });
  else take(parts, { commission: before, bulletin, written: { ...written, detail } });
  tellAsker(deps, { kind: 'recording-confirmed', commission: after, offered });
  return after;
}

type Written = Parameters<typeof write>[1];

/** In the name of whoever asked for it: that account wrote this version, sends it for approval, and does not approve it. */
function take(
  parts: BulletinParts,
  of: { commission: Commission; bulletin: Bulletin; written: Written },
): void {
  const { deps } = parts;
  const { commission, bulletin, written } = of;
  const account = deps.store.accounts.get(commission.createdBy);
  const asker = { accountId: commission.createdBy, name: account?.name ?? '', grants: [] };
  const sound = soundFrom(parts, { commission, bulletin, actor: asker });
  write(deps, { ...written, also: sound.put });
  sound.send();
  const { id: bulletinId, tenantId } = bulletin;
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
  const why = submitByItself(deps, { bulletinId });
  if (why instanceof AppError)
    deps.log.warn({ err: why, bulletinId }, 'a confirmed recording waits to be sent for approval');
}

const ownRequest = () =>
  refusal('conflict', 'same-person', {
    vi: 'Bạn là người nhờ thu bản này nên không tự xác nhận được. Hãy nhờ một người thứ hai nói tiếng này nghe lại.',
    en: 'You asked for this recording, so you do not confirm it yourself. Ask a second speaker of the language to listen.',
    place: 'listenerName',
  });

const remarkMissing = () =>
  refusal('caller', 'empty-field', {
    vi: 'Hãy ghi cần đọc lại chỗ nào.',
    en: 'Say what is to be said again.',
    place: 'remark',
  });
