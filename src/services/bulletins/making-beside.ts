// The same words spoken once more beside the sound that holds: it takes that one's place only when it is there.
// It must never take anything off the air for a sound that could not be made.
import type { Bulletin } from '../../domain/model.ts';
import { hasSound, type RetakeWanted, retaken } from '../../domain/voices/retake.ts';
import { type OffAir, offAir } from '../airing/off-air.ts';
import { record } from '../record.ts';
import { findingsOf } from '../sound/checking.ts';
import {
  hasNoRoom,
  keepClip,
  type One,
  type Outcome,
  read,
  reasonOf,
  SETTLED,
  type Sound,
  tellFailed,
} from './making-one.ts';

/** A reader with forty texts before it has room within seconds. */
const ROOM_AFTER_MS = 5_000;

/** Its row says what is to be done where it is given up. @throws of the disk */
export async function makeBeside(parts: OffAir, wanted: One): Promise<Outcome> {
  const { deps } = parts;
  const { bulletin, signal } = wanted;
  const wish = deps.store.retakes.wantedOf(bulletin.id);
  if (wish === null) return SETTLED;
  if (wish.version !== bulletin.version || !hasSound(bulletin)) {
    deps.store.retakes.done(bulletin.id);
    return SETTLED;
  }
  let sound: Sound;
  try {
    sound = await read(deps, wanted);
  } catch (error) {
    if (signal.aborted) return SETTLED;
    // what holds meanwhile is no reason to keep others waiting
    if (hasNoRoom(error)) return { is: 'again', afterMs: ROOM_AFTER_MS };
    const afterMs = wanted.againAfter(error);
    deps.log.warn(
      { err: error, bulletinId: bulletin.id, afterMs },
      'a clip could not be made anew',
    );
    if (afterMs !== null) return { is: 'again', afterMs };
    keepOld(parts, { bulletin, wish, reason: reasonOf(error) });
    return SETTLED;
  }
  const findings = await findingsOf(deps, { bulletin, clip: sound, signal });
  if (!signal.aborted) swap(parts, { bulletin, wish, sound, findings });
  return SETTLED;
}

type Settled = { bulletin: Bulletin; wish: RetakeWanted };

/** What was approved stays so; whoever wanted another sound hears that there is none. */
function keepOld({ deps }: OffAir, { bulletin, wish, reason }: Settled & { reason: string }): void {
  const { id, tenantId, authorId } = bulletin;
  deps.store.transaction(() => {
    deps.store.retakes.done(id);
    record(deps, {
      ...{ actor: null, action: 'service.bulletin-failed', subject: `bulletin:${id}`, tenantId },
      detail: { version: bulletin.version, clipId: bulletin.clipId, reason, kept: true },
    });
  });
  const told = { ...bulletin, authorId: wish.byId ?? authorId, priority: 'normal' as const };
  tellFailed(deps, told, `${KEPT} ${reason}`);
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
}

const KEPT = 'Âm thanh cũ vẫn giữ nguyên. (The sound it had stays.)';

type Made = Settled & { sound: Sound; findings: Awaited<ReturnType<typeof findingsOf>> };

function swap(parts: OffAir, { bulletin, wish, sound, findings }: Made): void {
  const { deps } = parts;
  const { store } = deps;
  const { id, tenantId } = bulletin;
  const stop = offAir(parts, { bulletinId: id, actor: null, reason: 'bulletin-changed' });
  const isOther = store.transaction(() => {
    const now = store.bulletins.get(id);
    // it was edited, recorded or taken out of the line meanwhile
    if (now?.version !== wish.version || store.retakes.wantedOf(id) === null) return false;
    store.retakes.done(id);
    const old = store.clips.get(now.clipId ?? '');
    // the very same sound: whoever approved it has heard it
    if (old?.contentHash === sound.contentHash) return false;
    keepClip(deps, now, sound);
    if (findings !== null) store.findings.put(sound.id, findings);
    const then = retaken(now, { clipId: sound.id, byId: wish.byId });
    store.bulletins.update(then);
    stop.sign();
    const detail = { version: then.version, clipId: then.clipId, reason: null };
    const subject = `bulletin:${id}`;
    record(deps, { actor: null, action: 'service.bulletin-ready', subject, tenantId, detail });
    return true;
  });
  if (isOther) stop.send();
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
}
