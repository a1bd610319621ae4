// A bulletin's sound made anew from the same words: wanted by a person, or because its words may not have left the house.
// It must never change a word, nor let a new sound air without a new approval, nor silence what airs before the new one is there.
import { madeAgain } from '../../domain/approval/again.ts';
import { edit } from '../../domain/approval/approval.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { hasSound } from '../../domain/voices/retake.ts';
import { offAir } from '../airing/off-air.ts';
import { makeAllowance } from '../allowance.ts';
import { type BulletinParts, save, theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import type { PublicDesk } from '../public/public-door.ts';
import { limitReached, refusal } from '../refusals.ts';
import { byCloud } from './speech.ts';
import type { VoiceDesk } from './voices-door.ts';

/** A person listens between two of them; each takes an engine, and a cloud costs money. */
const RETAKES_MAX = 20;
const WINDOW_MS = 10 * 60_000;

export function makeRetaking(parts: BulletinParts): VoiceDesk['retake'] {
  const { deps, making } = parts;
  const { monoMs } = deps.clock;
  const allowance = makeAllowance({ max: RETAKES_MAX, windowMs: WINDOW_MS, monoMs });
  return (actor, { bulletinId }) => {
    const before = theirs(deps, { actor, action: 'bulletin.retake', bulletinId });
    const clip = before.clipId === null ? null : deps.store.clips.get(before.clipId);
    if (isUnderWay(deps, before) || (clip !== null && clip.synthetic === null)) throw notNow();
    making.refuseIfFull(before);
    if (!allowance(before.tenantId)) throw tooOften();
    const byId = actor.accountId;
    if (hasSound(before)) return beside(parts, { actor, bulletin: before, byId });
    return anew(parts, { actor, after: edit(before, { editorId: byId }) });
  };
}

/** Marked as naming people after a cloud has spoken it: what airs from then on was spoken here. */
export function keptHome(parts: BulletinParts, desk: PublicDesk): PublicDesk {
  const { deps } = parts;
  return {
    ...desk,
    markPersonal(actor, wish) {
      desk.markPersonal(actor, wish);
      const now = deps.store.bulletins.get(wish.bulletinId);
      if (!now?.personalData) return;
      // what its original names, a variant names too
      for (const one of [now, ...deps.store.bulletins.variantsOf(now.id)]) {
        // joined of its parts, each with its own mark: another version of it would only strand it
        if (deps.store.programmeEditions.get(one.id) !== null) continue;
        // under way it may be on its way to a cloud at this moment: it is given up and begun again, here
        if (isUnderWay(deps, one)) parts.making.want(one.id);
        else if (!spokenByCloud(deps, one)) continue;
        else if (hasSound(one)) beside(parts, { actor, bulletin: one, byId: null });
        else anew(parts, { actor, after: madeAgain(one) });
      }
    },
  };
}

/** Its sound is being made now, or waits for it. */
export function isUnderWay({ store }: Pick<Deps, 'store'>, bulletin: Bulletin): boolean {
  return bulletin.state === 'making' || store.retakes.wantedOf(bulletin.id) !== null;
}

function spokenByCloud(deps: Deps, { clipId }: Bulletin): boolean {
  const clip = clipId === null ? null : deps.store.clips.get(clipId);
  return clip !== null && byCloud(deps, clip);
}

/** What is approved goes on airing as it was heard until the new sound is there: a voice may fail. */
function beside(
  parts: BulletinParts,
  { actor, bulletin, byId }: { actor: Actor; bulletin: Bulletin; byId: string | null },
): Bulletin {
  const { deps, making } = parts;
  const { retakes } = deps.store;
  const { id: bulletinId, version, personalData } = bulletin;
  const retake = retakes.of(bulletinId) + 1;
  const also = () => {
    retakes.put(bulletinId, retake);
    retakes.want({ bulletinId, version, byId });
  };
  const detail = { retake, personalData };
  save(deps, { actor, action: 'bulletin.retake', bulletin, also, detail });
  making.want(bulletinId);
  return bulletin;
}

/** It has no sound to go on with. */
function anew(parts: BulletinParts, { actor, after }: { actor: Actor; after: Bulletin }): Bulletin {
  const { deps, making } = parts;
  const { id: bulletinId } = after;
  const retake = deps.store.retakes.of(bulletinId) + 1;
  const stop = offAir(parts, { bulletinId, actor, reason: 'bulletin-changed' });
  const also = () => {
    deps.store.retakes.put(bulletinId, retake);
    stop.sign();
  };
  const detail = { retake, personalData: after.personalData };
  save(deps, { actor, action: 'bulletin.retake', bulletin: after, also, detail });
  stop.send();
  making.want(bulletinId);
  return after;
}

const tooOften = () =>
  limitReached({
    vi: `mỗi xã tạo lại âm thanh tối đa ${RETAKES_MAX} lần trong mười phút, hãy đợi một lát`,
    en: `a commune makes sound anew ${RETAKES_MAX} times in ten minutes at most, wait a little`,
  });

const notNow = () =>
  refusal('conflict', 'no-retake', {
    vi: 'Âm thanh đang được tạo, hoặc do người đọc ghi âm, nên không tạo lại bằng giọng máy được.',
    en: 'The sound is being made, or a person recorded it: it cannot be made anew by a voice.',
  });
