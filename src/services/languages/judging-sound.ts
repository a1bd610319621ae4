// A second speaker's word on a recording: confirmed it becomes the bulletin's sound, returned it is said again.
// It must never approve it: that is the approver's, afterwards, as with any change.
import {
  type Commission,
  judged,
  type Listener,
  notJudged,
} from '../../domain/languages/commission.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { withRecording } from '../../domain/sound/recording.ts';
import { spokenTime } from '../../domain/vietnam-time.ts';
import { offAir } from '../airing/off-air.ts';
import type { BulletinParts } from '../bulletins/bulletins.ts';
import { plainLine } from '../plain-line.ts';
import { refusal } from '../refusals.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { samePerson, write } from './commission-rows.ts';
import type { Verdict } from './languages-door.ts';
import { mayBeRecorded } from './recordable.ts';
import { remade } from './remade.ts';

type Judging = Verdict & { commission: Commission; listener: Listener; actor: Actor | null };

export function judgeSound(parts: BulletinParts, of: Judging): Commission {
  const { deps } = parts;
  const { commission: before, listener, contentHash } = of;
  const nowMs = deps.clock.planMs();
  const why = notJudged(before, { contentHash, listener, nowMs });
  if (why === 'same-person') throw samePerson();
  if (why !== null) throw anotherSound();
  const bulletin = deps.store.bulletins.get(before.bulletinId);
  if (bulletin === null) throw anotherSound();
  const remark = plainLine(of.remark ?? '') || null;
  if (!of.confirmed && remark === null) throw remarkMissing();
  const verdict = of.confirmed ? ('confirmed' as const) : ('returned' as const);
  const after = judged(before, { contentHash, listener, nowMs, verdict, remark });
  const detail = { by: listener.name, verdict, ...(remark === null ? {} : { remark }) };
  const written = { actor: of.actor, action: 'commission.judge' as const, commission: after };
  if (!of.confirmed) write(deps, { ...written, detail });
  else {
    mayBeRecorded(deps, bulletin);
    // the words changed after they were read: what was said is no recording of them
    if (hashOf(bulletin.text) !== before.textHash) throw otherWords();
    take(parts, { before, bulletin, written: { ...written, detail } });
  }
  return after;
}

type Written = Parameters<typeof write>[1];

/** In the name of whoever asked for it: that account wrote this version, and does not approve it. */
function take(
  parts: BulletinParts,
  of: { before: Commission; bulletin: Bulletin; written: Written },
): void {
  const { deps } = parts;
  const { before, bulletin, written } = of;
  const { id: bulletinId, language, tenantId } = bulletin;
  const { clipId, textHash, sentAtMs, createdBy } = before;
  if (clipId === null || textHash === null) throw anotherSound();
  const next = withRecording(bulletin, { clipId, language, editorId: createdBy });
  const account = deps.store.accounts.get(createdBy);
  const asker = { accountId: createdBy, name: account?.name ?? '', grants: [] };
  const stop = offAir(parts, { bulletinId, actor: asker, reason: 'bulletin-changed' });
  const also = () => {
    deps.store.bulletins.update(next);
    deps.store.recordings.put({
      ...{ bulletinId, clipId, textHash, language, byId: createdBy },
      speakerName: before.speakerName ?? before.collaboratorName,
      consentNote: consentOf(sentAtMs ?? 0),
      madeAtMs: deps.clock.wallMs(),
    });
    remade(deps, next, createdBy);
    stop.sign();
  };
  write(deps, { ...written, also });
  stop.send();
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
}

const consentOf = (atMs: number): string =>
  `Người đọc tự đánh dấu đồng ý khi gửi bản ghi lúc ${spokenTime(atMs).vi}`;

const anotherSound = () =>
  refusal('conflict', 'another-sound', {
    vi: 'Bản ghi này đã được xử lý, hoặc người đọc vừa gửi bản khác. Hãy tải lại trang và nghe lại.',
    en: 'This recording was judged already, or another was sent since. Reload the page and listen again.',
  });

const otherWords = () =>
  refusal('conflict', 'changed-meanwhile', {
    vi: 'Lời của bản tin đã được sửa sau khi thu. Hãy trả lại để thu theo lời mới.',
    en: 'The words were changed after they were recorded. Return it, so that the new ones are recorded.',
  });

const remarkMissing = () =>
  refusal('caller', 'empty-field', {
    vi: 'Hãy ghi cần đọc lại chỗ nào.',
    en: 'Say what is to be said again.',
    place: 'remark',
  });
