// The sound of each episode as it lies on disk now: its MP3 where there is one, its own Opus meanwhile; made ahead, one at a time.
// It must never believe that a file is still there because it was, nor start a rendering because a stranger asked for one.
import { AppError } from '../../domain/errors.ts';
import type { Clip } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { makeCalledOff } from '../sound/called-off.ts';
import type { EpisodeForm, PodcastEpisode } from './podcast-door.ts';

/** A podcast just opened: the newest hundred of each of ten communes; the others are asked for again. */
const WAITING_MAX = 1_000;
/**
 * A sound that gave room within a day of being made would do so again: where there are more of them than room,
 * a core would code day and night. Its Opus is heard meanwhile.
 */
const AGAIN_AFTER_MS = 86_400_000;
/** A disk that was full, too many at once: in an hour it may be otherwise. */
const FAILED_AGAIN_MS = 3_600_000;
/** Twenty thousand of them are two megabytes; one that is forgotten is made again at worst. */
const TRIED_MAX = 20_000;

export type EpisodeFile = PodcastEpisode['sound'] & { path: string };
type Of = Pick<Clip, 'id' | 'path'>;
export type PodcastFiles = ReturnType<typeof makeFiles>;

export function makeFiles(deps: Deps) {
  const { studio, store, log, clock } = deps;
  const waiting = new Map<string, Clip>();
  /** until when each is not made again */
  const tried = new Map<string, number>();
  let under: Promise<void> = Promise.resolve();
  let busy = false;
  const stopped = new AbortController();
  const calledOff = makeCalledOff(deps);
  const make = async (clip: Clip) => {
    const rests = (ms: number) => note(tried, clip.id, clock.monoMs() + ms);
    rests(AGAIN_AFTER_MS);
    const wanted = calledOff(clip);
    try {
      const signal = AbortSignal.any([stopped.signal, wanted.signal]);
      await studio.rendition({ clip, as: 'mp3', signal });
    } catch (error) {
      if (stopped.signal.aborted) return;
      if (wanted.signal.aborted) {
        tried.delete(clip.id);
        return;
      }
      // without an encoder every listener who knows Opus is served all the same
      if (error instanceof AppError && NO_ENCODER.has(error.code)) return;
      rests(FAILED_AGAIN_MS);
      log.warn({ err: error, clipId: clip.id }, 'a sound of the podcast could not be made');
    } finally {
      wanted.over();
    }
  };
  const drain = async () => {
    for (const clip of waiting.values()) {
      if (stopped.signal.aborted || store.bulletins.inState('making').length > 0) return;
      waiting.delete(clip.id);
      await make(clip);
    }
  };
  const own = (clip: Of, heard: boolean) => fileOf(deps, { clip, form: 'opus', heard });
  return {
    /** what a feed names; null: there is nothing to hear */
    async shown(clip: Clip): Promise<EpisodeFile | null> {
      const mp3 = await fileOf(deps, { clip, form: 'mp3', heard: false });
      if (mp3 !== null) return mp3;
      const mayTry = clock.monoMs() >= (tried.get(clip.id) ?? 0);
      if (mayTry && waiting.size < WAITING_MAX) waiting.set(clip.id, clip);
      return own(clip, false);
    },
    /** what is sent: the form that was asked for, the Opus where an MP3 gave room */
    async heard(clip: Of, form: EpisodeForm): Promise<EpisodeFile | null> {
      return (await fileOf(deps, { clip, form, heard: true })) ?? (await own(clip, true));
    },
    /** one after the other, and only while no bulletin waits for its own sound */
    look() {
      if (stopped.signal.aborted || busy || waiting.size === 0) return;
      busy = true;
      under = drain().finally(() => {
        busy = false;
      });
    },
    stop() {
      stopped.abort();
      return under;
    },
  };
}

function note(tried: Map<string, number>, clipId: string, untilMs: number): void {
  tried.delete(clipId);
  tried.set(clipId, untilMs);
  const oldest = tried.keys().next().value;
  if (tried.size > TRIED_MAX && oldest !== undefined) tried.delete(oldest);
}

async function fileOf(
  { studio }: Pick<Deps, 'studio'>,
  of: { clip: Of; form: EpisodeForm; heard: boolean },
): Promise<EpisodeFile | null> {
  const { clip, form, heard } = of;
  const as = form === 'mp3' ? ('mp3' as const) : ('opus24' as const);
  const found = await studio.found({ clip, as, heard });
  return found && { path: found.path, mime: found.mime, bytes: found.bytes, suffix: form };
}

const NO_ENCODER = new Set(['mp3-missing', 'ffmpeg-missing']);
