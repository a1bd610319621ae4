// A person's recording in the place of a voice: taken through the safe door, heard by machine, approved anew like any change.
// It must never keep the file it came in, nor change a bulletin before its sound is there.
import { isDrill } from '../../domain/airing/drill.ts';
import { edit } from '../../domain/approval/approval.ts';
import type { Actor, Bulletin, Clip } from '../../domain/model.ts';
import {
  type Finding,
  RECORDING_MAX_BYTES,
  RECORDING_MAX_SECONDS,
  withRecording,
} from '../../domain/sound/recording.ts';
import { offAir } from '../airing/off-air.ts';
import { type BulletinParts, save, theirs } from '../bulletins/bulletins.ts';
import { languageAfter } from '../bulletins/languages.ts';
import type { Deps } from '../deps.ts';
import { remade } from '../languages/remade.ts';
import { line } from '../names.ts';
import { tellProgress } from '../progress.ts';
import { emptyField, missing, refusal } from '../refusals.ts';
import { profileFor } from '../voices/profile-of.ts';
import { makeArrivals } from './arrivals.ts';
import { findingsOf } from './checking.ts';
import { currentOf, hashOf } from './kept-recording.ts';
import type { Recordings, RecordingWish } from './recordings-door.ts';

export function makeRecordings(parts: BulletinParts): Recordings {
  const arrivals = makeArrivals();
  return {
    async take(actor, wish) {
      const known = admitted(parts.deps, { actor, wish });
      const { tenantId } = known.before;
      return arrivals({ ...wish, sender: actor.accountId, tenantId }, (bytes) =>
        take(parts, { actor, wish: { ...wish, bytes }, ...known }),
      );
    },
    remove(actor, { bulletinId }) {
      const { deps, making } = parts;
      const before = theirs(deps, { actor, action: 'recording.remove', bulletinId });
      if (currentOf(deps, before) === null) throw missing();
      making.refuseIfFull(before);
      const bulletin = edit(before, { editorId: actor.accountId });
      const stop = offAir(parts, { bulletinId, actor, reason: 'bulletin-changed' });
      const also = () => {
        deps.store.recordings.remove(bulletinId);
        stop.sign();
      };
      save(deps, { actor, action: 'recording.remove', bulletin, also });
      stop.send();
      making.want(bulletinId);
      return bulletin;
    },
  };
}

type Known = { before: Bulletin; speakerName: string; consentNote: string; language: string };

/** Everything that can be refused before a byte is read. */
function admitted(deps: Deps, { actor, wish }: { actor: Actor; wish: RecordingWish }): Known {
  const { bulletinId } = wish;
  const before = theirs(deps, { actor, action: 'recording.make', bulletinId });
  if (!wish.consent) throw noConsent();
  if (isDrill(before)) throw drillIsRead();
  return {
    before,
    speakerName: named(wish.speakerName, 'speakerName'),
    consentNote: named(wish.consentNote, 'consentNote'),
    ...languageAfter(deps, { actor, before, code: wish.language }),
  };
}

/** Marks that nobody sees are no name. */
function named(text: string, place: string): string {
  const said = line(text, place);
  if (!/\p{L}/u.test(said)) throw emptyField(place);
  return said;
}

type Taking = Known & { actor: Actor; wish: RecordingWish };

async function take(parts: BulletinParts, taking: Taking): Promise<Bulletin> {
  const { deps } = parts;
  const { before, wish, language } = taking;
  const { bytes, signal } = wish;
  const clip = await deps.studio.record({
    ...{ title: before.title, bytes, signal, language },
    profile: profileFor(deps, { tenantId: before.tenantId, language }),
    limits: { maxBytes: RECORDING_MAX_BYTES, maxSeconds: RECORDING_MAX_SECONDS },
    onProgress: tellProgress(deps, before),
  });
  const heard = { bulletin: { ...before, language }, clip, signal };
  const findings = await findingsOf(deps, heard);
  const now = theirs(deps, { ...taking, action: 'recording.make', bulletinId: before.id });
  // somebody wrote while it was on its way: those words were not read
  if (now.version !== before.version) throw changedMeanwhile();
  return settle(parts, { ...taking, clip, findings });
}

function settle(
  parts: BulletinParts,
  of: Taking & { clip: Omit<Clip, 'bulletinId'>; findings: readonly Finding[] | null },
): Bulletin {
  const { deps } = parts;
  const { actor, before, clip, findings, speakerName, consentNote, language } = of;
  const bulletinId = before.id;
  const by = { clipId: clip.id, language, editorId: actor.accountId };
  const bulletin = withRecording(before, by);
  const stop = offAir(parts, { bulletinId, actor, reason: 'bulletin-changed' });
  const also = () => {
    if (!deps.store.clips.get(clip.id)) deps.store.clips.put({ ...clip, bulletinId });
    if (findings !== null) deps.store.findings.put(clip.id, findings);
    deps.store.recordings.put({
      ...{ bulletinId, clipId: clip.id, textHash: hashOf(before.text), speakerName, consentNote },
      ...{ language, byId: actor.accountId, madeAtMs: deps.clock.wallMs() },
    });
    remade(deps, before, actor.accountId);
    stop.sign();
  };
  const detail = { speakerName, consentNote, language, clipId: clip.id };
  save(deps, { actor, action: 'recording.make', bulletin, also, detail });
  stop.send();
  return bulletin;
}

const noConsent = () =>
  refusal('caller', 'no-consent', {
    vi: 'Chưa có sự đồng ý của người đọc. Hãy hỏi người đọc, ghi lại rồi đánh dấu “Người đọc đồng ý”.',
    en: 'The speaker has not agreed. Ask, note how they agreed, then tick that they did.',
    place: 'consent',
  });

const drillIsRead = () =>
  refusal('conflict', 'drill-is-read', {
    vi: 'Bản tin diễn tập phải do máy đọc, để câu “đây là diễn tập” luôn có ở đầu và cuối.',
    en: 'A drill is read by the machine, so that “this is a drill” is always said at both ends.',
  });

const changedMeanwhile = () =>
  refusal('conflict', 'changed-meanwhile', {
    vi: 'Nội dung bản tin đã được người khác sửa trong lúc gửi bản ghi. Hãy xem lại nội dung mới rồi gửi lại.',
    en: 'Somebody changed the bulletin while the recording was on its way. Read it again, then send the recording.',
  });
