// A confirmed recording put in the place of a bulletin's sound: at once where nothing approved stands there, else by one press.
// It must never approve it: that is the approver's, as with any change.
import type { Commission } from '../../domain/languages/commission.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { withRecording } from '../../domain/sound/recording.ts';
import { spokenTime } from '../../domain/vietnam-time.ts';
import { offAir } from '../airing/off-air.ts';
import { submitByItself } from '../approval/judging.ts';
import { type BulletinParts, save, theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { mayBeRecorded } from './recordable.ts';
import { remade } from './remade.ts';

type Sounding = { commission: Commission; bulletin: Bulletin; actor: Actor };

/** `put` within the transaction of the change, `send` after its commit. */
export function soundFrom(
  parts: BulletinParts,
  { commission, bulletin, actor }: Sounding,
): { next: Bulletin; put(): void; send(): void } {
  const { deps } = parts;
  const { id: bulletinId, language } = bulletin;
  const { clipId, textHash, sentAtMs } = commission;
  if (clipId === null || textHash === null) throw anotherSound();
  const next = withRecording(bulletin, { clipId, language, editorId: actor.accountId });
  const stop = offAir(parts, { bulletinId, actor, reason: 'bulletin-changed' });
  const put = () => {
    deps.store.bulletins.update(next);
    deps.store.recordings.put({
      ...{ bulletinId, clipId, textHash, language, byId: actor.accountId },
      speakerName: commission.speakerName ?? commission.collaboratorName,
      consentNote: consentOf(sentAtMs ?? 0),
      madeAtMs: deps.clock.wallMs(),
    });
    remade(deps, next, actor.accountId);
    stop.sign();
  };
  return { next, put, send: stop.send };
}

/** It was confirmed while an approved sound stood there, and is of the very words that stand there now. */
export function isOffered({ store }: Pick<Deps, 'store'>, commission: Commission): boolean {
  const { state, clipId, textHash, bulletinId } = commission;
  if (state !== 'confirmed' || clipId === null) return false;
  const bulletin = store.bulletins.get(bulletinId);
  if (bulletin === null || bulletin.clipId === clipId || bulletin.state === 'returned')
    return false;
  return hashOf(bulletin.text) === textHash;
}

/** By one press of the desk: what airs is taken off, and this goes for approval. */
export function takeOffered(
  parts: BulletinParts,
  { actor, commission }: { actor: Actor; commission: Commission },
): void {
  const { deps } = parts;
  const { id: commissionId, bulletinId, clipId } = commission;
  const bulletin = theirs(deps, { actor, action: 'recording.make', bulletinId });
  mayBeRecorded(deps, bulletin);
  if (!isOffered(deps, commission)) throw anotherSound();
  const { next, put, send } = soundFrom(parts, { commission, bulletin, actor });
  const detail = { commissionId, clipId, speakerName: commission.speakerName };
  save(deps, { actor, action: 'recording.make', bulletin: next, also: put, detail });
  send();
  submitByItself(deps, { bulletinId });
}

const consentOf = (atMs: number): string =>
  `Người đọc tự đánh dấu đồng ý khi gửi bản ghi lúc ${spokenTime(atMs).vi}`;

export const anotherSound = () =>
  refusal('conflict', 'another-sound', {
    vi: 'Bản ghi này đã được xử lý, hoặc người đọc vừa gửi bản khác. Hãy tải lại trang và nghe lại.',
    en: 'This recording was judged already, or another was sent since. Reload the page and listen again.',
  });

export const otherWords = () =>
  refusal('conflict', 'changed-meanwhile', {
    vi: 'Lời của bản tin đã được sửa sau khi thu. Hãy trả lại để thu theo lời mới.',
    en: 'The words were changed after they were recorded. Return it, so that the new ones are recorded.',
  });
