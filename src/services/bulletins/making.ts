// Makes the sound of bulletins, one at a time: what waits is in rows, so a restart goes on with it.
// It must never know how sound is made: the Studio does.

import { failed, made } from '../../domain/approval/approval.ts';
import { AppError } from '../../domain/errors.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { tellProgress } from '../progress.ts';
import { airedOf } from '../public/aired.ts';
import { record } from '../record.ts';
import { limitReached } from '../refusals.ts';

export type Making = {
  /** @throws AppError when too much waits already: ask before writing the bulletin */
  refuseIfFull(): void;
  /** makes (or makes again) the sound of the bulletin's present version */
  want(bulletinId: string): void;
  /** whatever an earlier run, or a full disk, left unfinished; asked every second, idle or not */
  resume(): void;
  /** gives up what is under way; its row still says 'making' */
  stop(): Promise<void>;
};

/** At a minute of work each, more than an hour and a half of patience; then it is better to say no. */
const WAITING_MAX = 100;
/** A disk that is full stays so for minutes: what could not be written down is not made every second. */
const REST_MS = 60_000;

/** @param goOn what becomes of a bulletin whose sound is there; after the commit, once and again after a restart */
export function makeMaking(deps: Deps, goOn: (bulletinId: string) => void): Making {
  const waiting: string[] = [];
  let lookedBack = false;
  let current: { id: string; abort: AbortController } | null = null;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  const drain = async () => {
    for (let id = waiting.shift(); id !== undefined && !stopped; id = waiting.shift()) {
      current = { id, abort: new AbortController() };
      // its row still says 'making', so it is found again; the next in turn is not held up
      const sound = makeOne(deps, { id, signal: current.abort.signal });
      await sound
        .then(() => goOn(id))
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
    refuseIfFull() {
      if (waiting.length >= WAITING_MAX) throw tooMany();
    },
    want(bulletinId) {
      if (current?.id === bulletinId) current.abort.abort();
      if (!waiting.includes(bulletinId)) waiting.push(bulletinId);
      start();
    },
    resume() {
      if (stopped || current || waiting.length > 0 || deps.clock.monoMs() < restUntilMs) return;
      // a run that was killed between the sound and what comes of it
      if (!lookedBack)
        for (const one of deps.store.bulletins.inState('ready'))
          if (one.submitsItself) goOn(one.id);
      lookedBack = true;
      waiting.push(...deps.store.bulletins.inState('making').map(({ id }) => id));
      if (waiting.length > 0) start();
    },
    async stop() {
      stopped = true;
      current?.abort.abort();
      await running;
    },
  };
}

async function makeOne(deps: Deps, of: { id: string; signal: AbortSignal }): Promise<void> {
  const bulletin = deps.store.bulletins.get(of.id);
  if (bulletin?.state !== 'making') return;
  const { version, title, maxSeconds, repeats } = bulletin;
  try {
    // as its commune has things read at this moment; a clip already made keeps its sound
    const composition = deps.store.compositions.get(bulletin.id);
    const { text, order, turns } = airedOf(deps, { bulletin, composition });
    const onProgress = tellProgress(deps, bulletin);
    const how = { order, maxSeconds, repeats, turns };
    const wanted = { title, text, ...how, onProgress, signal: of.signal };
    const clip = await deps.studio.make(wanted);
    settle(deps, bulletin, (now) => {
      // the same words of another bulletin make the same clip: the first to make it stays its owner
      if (!deps.store.clips.get(clip.id)) deps.store.clips.put({ ...clip, bulletinId: now.id });
      return made(now, { version, clipId: clip.id });
    });
  } catch (error) {
    if (of.signal.aborted) return;
    deps.log.warn({ err: error, bulletinId: of.id }, 'a clip could not be made');
    settle(deps, bulletin, (now) => failed(now, { version, reason: reasonOf(error) }));
  }
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

function tooMany() {
  return limitReached({
    vi: `${WAITING_MAX} bản tin đang chờ tạo âm thanh, hãy thử lại sau ít phút`,
    en: `${WAITING_MAX} bulletins are waiting for their sound, try again in a few minutes`,
  });
}
