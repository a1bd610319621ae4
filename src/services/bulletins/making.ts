// Makes the sound of bulletins, one at a time: what waits is in rows, so a restart goes on with it.
// It must never know how sound is made: the Studio does.

import { isDrill } from '../../domain/airing/drill.ts';
import { failed, made } from '../../domain/approval/approval.ts';
import { AppError } from '../../domain/errors.ts';
import type { Bulletin, Clip } from '../../domain/model.ts';
import type { MakingAt } from '../../domain/sound/making-progress.ts';
import { nextOf } from '../calendar/next-times.ts';
import type { Deps } from '../deps.ts';
import { framed } from '../frames/framed-sound.ts';
import { refuseUntold } from '../languages/untold.ts';
import { afterwordOf } from '../personal/spoken-mark.ts';
import { heldPersonal, suspect } from '../personal/suspecting.ts';
import { joinedFor } from '../programmes/joined.ts';
import { tellProgress } from '../progress.ts';
import { airedOf } from '../public/aired.ts';
import { record } from '../record.ts';
import { limitReached } from '../refusals.ts';
import { findingsOf } from '../sound/checking.ts';
import { recordedClip } from '../sound/kept-recording.ts';
import { recorded, recordingMade, recordingOf } from '../source/recorded.ts';
import { tellFalls, voicing } from '../voices/voicing.ts';
import {
  AIRS_SOON_MS,
  EACH_WAITING_MAX,
  type InLine,
  isUrgent,
  type MakingQueue,
  makeMakingQueue,
  URGENT_WAITING_MAX,
  WAITING_MAX,
} from './making-queue.ts';

export type ToMake = Pick<Bulletin, 'tenantId' | 'priority' | 'drill'> & { fromSource?: boolean };
export type Making = {
  /** @throws AppError when too much waits already: ask before writing the bulletin */
  refuseIfFull(of: ToMake): void;
  /** makes (or makes again) the sound of the bulletin's present version */
  want(bulletinId: string): void;
  /** what is under way, and what waits, in its order: over all communes */
  line(): { current: Current | null; waiting: readonly InLine[] };
  /** nobody wants it any more: its row says so already */
  giveUp(bulletinId: string): void;
  /** whatever an earlier run, or a full disk, left unfinished; asked every second, idle or not */
  resume(): void;
  /** gives up what is under way; its row still says 'making' */
  stop(): Promise<void>;
};

/** What is being made just now. */
export type Current = { bulletinId: string; sinceMs: number; at: MakingAt | null };
type UnderWay = Current & { one: InLine; abort: AbortController; givesWay: boolean };

/** A disk that is full stays so for minutes: what could not be written down is not made every second. */
const REST_MS = 60_000;
/** A text is read in two seconds: soon there is room again, and whose sound it is did nothing wrong. */
const LATER_MS = 5_000;

/** @param goOn what becomes of a bulletin whose sound is there; after the commit, once and again after a restart */
export function makeMaking(deps: Deps, goOn: (bulletinId: string) => void): Making {
  const queue = makeMakingQueue();
  let lookedBack = false;
  let current: UnderWay | null = null;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let laterUntilMs = Number.NEGATIVE_INFINITY;
  const next = () => (stopped || deps.clock.monoMs() < laterUntilMs ? undefined : queue.next());
  const drain = async () => {
    for (let one = next(); one !== undefined; one = next()) {
      const { id } = one;
      const under = begun(deps, one);
      current = under;
      const onStep = (at: MakingAt) => {
        under.at = at;
      };
      // its row still says 'making', so it is found again; the next in turn is not held up
      const sound = makeOne(deps, { id, signal: under.abort.signal, onStep });
      await sound
        .then((how) => {
          if (under.givesWay) return queue.back(one);
          if (how === 'settled') return goOn(id);
          queue.add(one);
          laterUntilMs = deps.clock.monoMs() + LATER_MS;
        })
        .catch((error) => {
          restUntilMs = deps.clock.monoMs() + REST_MS;
          lookedBack = false;
          deps.log.error({ err: error, bulletinId: id }, 'a bulletin waits for room on the disk');
        });
      current = null;
    }
  };
  const start = () => {
    running = running.then(drain);
  };
  return {
    refuseIfFull: (of) => refuseIn(queue, of),
    want(bulletinId) {
      if (current?.bulletinId === bulletinId) current.abort.abort();
      const bulletin = deps.store.bulletins.get(bulletinId);
      if (bulletin) queue.add(inLine(deps, bulletin));
      if (bulletin && isUrgent(bulletin)) giveWay(current);
      start();
    },
    line: () => ({ current, waiting: queue.inOrder() }),
    giveUp(bulletinId) {
      queue.remove(bulletinId);
      if (current?.bulletinId === bulletinId) current.abort.abort();
    },
    resume() {
      if (stopped || current) return;
      if (queue.size() > 0) return start();
      if (deps.clock.monoMs() < restUntilMs) return;
      // a run that was killed between the sound and what comes of it
      if (!lookedBack)
        for (const one of deps.store.bulletins.inState('ready'))
          if (one.submitsItself) goOn(one.id);
      lookedBack = true;
      for (const one of deps.store.bulletins.inState('making')) queue.add(inLine(deps, one));
      if (queue.size() > 0) start();
    },
    async stop() {
      stopped = true;
      current?.abort.abort();
      await running;
    },
  };
}

function begun({ clock }: Deps, one: InLine): UnderWay {
  const abort = new AbortController();
  return { bulletinId: one.id, one, abort, sinceMs: clock.planMs(), at: null, givesWay: false };
}

/** A half hour of speech is no reason to wait for water: what was said of it is kept, and it goes on from there. */
function giveWay(current: UnderWay | null): void {
  if (current === null || current.one.urgent) return;
  current.givesWay = true;
  current.abort.abort();
}

function inLine(deps: Deps, bulletin: Bulletin): InLine {
  const { id, tenantId } = bulletin;
  const fromSource = deps.store.incomingParts.ofBulletin(id) !== null;
  const airsAtMs = airsSoonMs(deps, id);
  return { id, tenantId, urgent: isUrgent(bulletin), fromSource, airsAtMs };
}

/** Edited, a bulletin keeps its schedules: the next of their times that comes within two hours. */
function airsSoonMs(deps: Deps, bulletinId: string): number | null {
  const untilMs = deps.clock.planMs() + AIRS_SOON_MS;
  const times = deps.store.schedules
    .ofBulletin(bulletinId)
    .filter(({ endedAtMs }) => endedAtMs === null)
    .flatMap((schedule) => nextOf(deps, schedule).map(({ playAtMs }) => playAtMs))
    .filter((playAtMs) => playAtMs <= untilMs);
  return times.length === 0 ? null : Math.min(...times);
}

/** 'later': whoever reads for everybody has no room just now; the row still says 'making'. */
async function makeOne(
  deps: Deps,
  of: { id: string; signal: AbortSignal; onStep(at: MakingAt): void },
): Promise<'settled' | 'later'> {
  const bulletin = deps.store.bulletins.get(of.id);
  if (bulletin?.state !== 'making') return 'settled';
  const { version } = bulletin;
  try {
    if (deps.store.programmeEditions.get(bulletin.id) === null) suspect(deps, bulletin);
    // its own room fetches it, and wants this again
    if (recordingOf(deps, bulletin)?.state === 'waiting') return 'settled';
    const wanted = { bulletin, signal: of.signal, onStep: of.onStep };
    const joined = await joinedFor(deps, wanted);
    const clip =
      joined ??
      recordedClip(deps, bulletin) ??
      (await framed(deps, wanted)) ??
      (await recorded(deps, wanted)) ??
      (await read(deps, wanted));
    // each part of a programme was judged by itself
    const findings =
      joined === null ? await findingsOf(deps, { bulletin, clip, signal: of.signal }) : null;
    if (of.signal.aborted) return 'settled';
    settle(deps, bulletin, (now) => {
      // the same words of another bulletin make the same clip: the first to make it stays its owner
      if (!deps.store.clips.get(clip.id)) deps.store.clips.put({ ...clip, bulletinId: now.id });
      if (findings !== null) deps.store.findings.put(clip.id, findings);
      recordingMade(deps, now);
      return made(now, { version, clipId: clip.id });
    });
  } catch (error) {
    if (of.signal.aborted) return 'settled';
    if (error instanceof AppError && error.code === 'limit-reached') return 'later';
    deps.log.warn({ err: error, bulletinId: of.id }, 'a clip could not be made');
    settle(deps, bulletin, (now) => failed(now, { version, reason: reasonOf(error) }));
  }
  return 'settled';
}

type Wanted = { bulletin: Bulletin; signal: AbortSignal; onStep(at: MakingAt): void };

async function read(
  deps: Deps,
  { bulletin, signal, onStep }: Wanted,
): Promise<Omit<Clip, 'bulletinId'>> {
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
  const whose = {
    ...voicing(deps, bulletin, personalData),
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
  if (settled?.state === 'failed') {
    const { title, authorId } = settled;
    deps.happenings.tell({ kind: 'bulletin-failed', bulletinId: id, tenantId, title, authorId });
  }
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return `${error.say.vi} (${error.say.en})`;
  return 'Lỗi của hệ thống, đã ghi lại. Hãy thử lại. (A fault of ours, noted. Please try again.)';
}

function refuseIn(queue: MakingQueue, { tenantId, fromSource = false, ...of }: ToMake): void {
  const urgent = isUrgent(of);
  const full = queue.fullFor({ tenantId, urgent, fromSource });
  if (full) throw tooMany(full, urgent);
}

function tooMany(whose: 'own' | 'all', urgent: boolean) {
  if (whose === 'own' && urgent)
    return limitReached({
      vi: `xã đã có ${EACH_WAITING_MAX} tin khẩn cấp đang chờ tạo âm thanh: hãy bỏ bớt tin trùng, hoặc thử lại sau ít phút`,
      en: `${EACH_WAITING_MAX} emergencies of your commune are waiting for their sound: remove what is there twice, or try again in a few minutes`,
    });
  if (whose === 'own')
    return limitReached({
      vi: `xã đã có ${EACH_WAITING_MAX} bản tin đang chờ tạo âm thanh, hãy thử lại sau ít phút (tin khẩn cấp vẫn gửi được)`,
      en: `${EACH_WAITING_MAX} bulletins of your commune are waiting for their sound, try again in a few minutes (emergencies are still taken)`,
    });
  const many = urgent ? URGENT_WAITING_MAX : WAITING_MAX;
  return limitReached({
    vi: `${many} bản tin đang chờ tạo âm thanh, hãy thử lại sau ít phút`,
    en: `${many} bulletins are waiting for their sound, try again in a few minutes`,
  });
}
