// One bulletin's sound made from whatever it is made of, and what its row says afterwards.
// It must never know how sound is made: the Studio does; nor what waits.

import { isDrill } from '../../domain/airing/drill.ts';
import { failed, made } from '../../domain/approval/approval.ts';
import { AppError } from '../../domain/errors.ts';
import type { Bulletin, Clip } from '../../domain/model.ts';
import type { MakingAt } from '../../domain/sound/making-progress.ts';
import type { Deps } from '../deps.ts';
import { framed } from '../frames/framed-sound.ts';
import { refuseUntold } from '../languages/untold.ts';
import { afterwordOf } from '../personal/spoken-mark.ts';
import { heldPersonal, suspect } from '../personal/suspecting.ts';
import { joinedFor } from '../programmes/joined.ts';
import { tellProgress } from '../progress.ts';
import { airedOf } from '../public/aired.ts';
import { record } from '../record.ts';
import { findingsOf } from '../sound/checking.ts';
import { recordedClip } from '../sound/kept-recording.ts';
import { recorded, recordingMade, recordingOf } from '../source/recorded.ts';
import { tellFalls, voicing } from '../voices/voicing.ts';
import { isUrgent } from './making-queue.ts';

export type One = Wanted & {
  /** how long until it is tried once more; null: it has failed */
  againAfter(error: unknown): number | null;
};
export type Outcome =
  /** `check`: what the machine notices in an emergency, once it is on its way; it never throws */
  | { is: 'settled'; check: ((signal: AbortSignal) => Promise<void>) | null }
  /** whoever reads for everybody has no room just now; the row still says 'making' */
  | { is: 'later' }
  /** it failed, and is made once more by itself; the row still says 'making' */
  | { is: 'again'; afterMs: number };
export type Sound = Omit<Clip, 'bulletinId'>;
export type Wanted = { bulletin: Bulletin; signal: AbortSignal; onStep(at: MakingAt): void };

export const SETTLED: Outcome = { is: 'settled', check: null };

/** Of a bulletin whose row says 'making'. */
export async function makeOne(deps: Deps, of: One): Promise<Outcome> {
  const { bulletin, signal } = of;
  const { id: bulletinId, version } = bulletin;
  const isChecked = deps.store.programmeEditions.get(bulletin.id) === null;
  try {
    if (isChecked) suspect(deps, bulletin);
    // its own room fetches it, and wants this again
    if (recordingOf(deps, bulletin)?.state === 'waiting') return SETTLED;
    const clip = await soundOf(deps, of);
    const checked = { bulletin, clip, signal };
    // a village waits for no opinion; and each part of a programme was judged by itself
    const isFirst = isChecked && isUrgent(bulletin);
    const findings = isChecked && !isFirst ? await findingsOf(deps, checked) : null;
    if (signal.aborted) return SETTLED;
    settle(deps, bulletin, (now) => {
      keepClip(deps, now, clip);
      if (findings !== null) deps.store.findings.put(clip.id, findings);
      recordingMade(deps, now);
      return made(now, { version, clipId: clip.id });
    });
    const check = (until: AbortSignal) => checkedAfter(deps, { ...checked, signal: until });
    return { is: 'settled', check: isFirst ? check : null };
  } catch (error) {
    if (signal.aborted) return SETTLED;
    if (hasNoRoom(error)) return { is: 'later' };
    const afterMs = of.againAfter(error);
    deps.log.warn({ err: error, bulletinId, afterMs }, 'a clip could not be made');
    if (afterMs !== null) return { is: 'again', afterMs };
    settle(deps, bulletin, (now) => failed(now, { version, reason: reasonOf(error) }));
    return SETTLED;
  }
}

/** Whoever reads for everybody is busy just now. */
export const hasNoRoom = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'limit-reached';

async function soundOf(deps: Deps, wanted: Wanted): Promise<Sound> {
  return (
    (await joinedFor(deps, wanted)) ??
    recordedClip(deps, wanted.bulletin) ??
    (await framed(deps, wanted)) ??
    (await recorded(deps, wanted)) ??
    (await read(deps, wanted))
  );
}

/** The same words of another bulletin make the same clip: the first to make it stays its owner. */
export function keepClip({ store }: Pick<Deps, 'store'>, { id }: Bulletin, clip: Sound): void {
  if (!store.clips.get(clip.id)) store.clips.put({ ...clip, bulletinId: id });
}

/** It is on its way already: no ear is waited for, and what fails is a line in the log. */
async function checkedAfter(
  deps: Deps,
  of: { bulletin: Bulletin; clip: Sound; signal: AbortSignal },
): Promise<void> {
  const { id, tenantId } = of.bulletin;
  try {
    const findings = await findingsOf(deps, { ...of, listens: false });
    if (findings === null || of.signal.aborted) return;
    deps.store.findings.put(of.clip.id, findings);
    deps.changes.tell({ kind: 'bulletin', id, tenantId });
  } catch (error) {
    deps.log.warn({ err: error, bulletinId: id }, 'what was noticed in a clip was not kept');
  }
}

/** Its words read by the voices that are chosen for it at this moment. */
export async function read(deps: Deps, { bulletin, signal, onStep }: Wanted): Promise<Sound> {
  refuseUntold(deps, bulletin);
  const { title, repeats } = bulletin;
  // cut at a sentence it would lose its last, which says that it was a drill
  const maxSeconds = isDrill(bulletin) ? null : bulletin.maxSeconds;
  // as its commune has things read at this moment; a clip already made keeps its sound
  const composition = deps.store.compositions.get(bulletin.id);
  const { text, order, turns } = await airedOf(deps, { bulletin, composition, forSound: true });
  const onProgress = tellProgress(deps, bulletin, onStep);
  // suspected and not yet answered, no word of it leaves the house either
  const personalData = heldPersonal(deps, bulletin);
  const urgent = isUrgent(bulletin);
  const whose = {
    ...voicing(deps, bulletin, { personalData, urgent }),
    afterword: afterwordOf(deps, bulletin),
  };
  const clip = await deps.studio.make({
    ...{ title, text, order, ...whose, maxSeconds, repeats, turns, onProgress, signal },
  });
  tellFalls(deps, { bulletinId: bulletin.id, clip });
  return clip;
}

/** The bulletin may have been edited meanwhile: the row as it is now decides, in one transaction. */
function settle(deps: Deps, { id, tenantId }: Bulletin, next: (now: Bulletin) => Bulletin): void {
  const settled = deps.store.transaction(() => {
    const now = deps.store.bulletins.get(id);
    const then = now && next(now);
    if (!then || then === now) return null;
    deps.store.bulletins.update(then);
    record(deps, {
      actor: null,
      action: `service.bulletin-${then.state}`,
      subject: `bulletin:${id}`,
      tenantId,
      detail: { version: then.version, clipId: then.clipId, reason: then.stateReason },
    });
    return then;
  });
  if (settled?.state === 'failed') tellFailed(deps, settled, settled.stateReason ?? '');
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
}

export function tellFailed(deps: Deps, bulletin: Bulletin, reason: string): void {
  const { id: bulletinId, tenantId, title, authorId } = bulletin;
  const urgent = isUrgent(bulletin);
  const told = { bulletinId, tenantId, title, authorId, urgent, reason };
  deps.happenings.tell({ kind: 'bulletin-failed', ...told });
}

export function reasonOf(error: unknown): string {
  if (error instanceof AppError) return `${error.say.vi} (${error.say.en})`;
  return 'Lỗi của hệ thống, đã ghi lại. Hãy thử lại. (A fault of ours, noted. Please try again.)';
}
