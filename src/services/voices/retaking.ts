// A bulletin's sound made anew from the same words: wanted by a person, or because its words may not have left the house.
// It must never change a word, nor let a new sound air without a new approval.
import { madeAgain } from '../../domain/approval/again.ts';
import { edit } from '../../domain/approval/approval.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { offAir } from '../airing/off-air.ts';
import { type BulletinParts, save, theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import type { PublicDesk } from '../public/public-door.ts';
import { refusal } from '../refusals.ts';
import { byCloud } from './speech.ts';
import type { VoiceDesk } from './voices-door.ts';

export function makeRetaking(parts: BulletinParts): VoiceDesk['retake'] {
  const { deps, making } = parts;
  return (actor, { bulletinId }) => {
    const before = theirs(deps, { actor, action: 'bulletin.retake', bulletinId });
    const clip = before.clipId === null ? null : deps.store.clips.get(before.clipId);
    if (before.state === 'making' || (clip !== null && clip.synthetic === null)) throw notNow();
    making.refuseIfFull(before);
    return anew(parts, { actor, after: edit(before, { editorId: actor.accountId }) });
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
        if (one.state === 'making') parts.making.want(one.id);
        else if (spokenByCloud(deps, one)) anew(parts, { actor, after: madeAgain(one) });
      }
    },
  };
}

function spokenByCloud(deps: Deps, { clipId }: Bulletin): boolean {
  const clip = clipId === null ? null : deps.store.clips.get(clipId);
  return clip !== null && byCloud(deps, clip);
}

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

const notNow = () =>
  refusal('conflict', 'no-retake', {
    vi: 'Âm thanh đang được tạo, hoặc do người đọc ghi âm, nên không tạo lại bằng giọng máy được.',
    en: 'The sound is being made, or a person recorded it: it cannot be made anew by a voice.',
  });
