// Podcasts put together and kept until something in them changes; their sounds made ahead, one at a time.
// It must never start a rendering because a stranger asked for a file.
import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { Clip } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { Change } from '../ports.ts';
import { missing, refusal } from '../refusals.ts';
import { type Candidate, candidates, episodeOf, keyOf, type Told, toldOf } from './episodes.ts';
import type { OfPodcast, Podcast, PodcastEpisode, PodcastRoom } from './podcast-door.ts';

/** What listeners' programmes show; older ones stand on further pages (RFC 5005). */
const PAGE_EPISODES = 100;
/** What moves without a change being told: an hour that passes, a sound that was made meanwhile. */
const KEPT_MS = 60_000;
/** 130 communes, two pages each asked for, of a quarter of a megabyte. */
const KEPT_MAX = 200;
/** A podcast just opened: the newest hundred of each of ten communes; the others are asked for again. */
const WAITING_MAX = 1_000;
/** Twenty thousand sounds known by their size are two megabytes. */
const KNOWN_MAX = 20_000;

type File = PodcastEpisode['sound'] & { path: string };
type Kept = { podcast: Podcast; hash: string; untilMs: number };

export function makePodcasts(deps: Deps): PodcastRoom {
  const kept = new Map<string, Kept>();
  const files = makeFiles(deps);
  deps.changes.listen(({ kind }) => {
    // withdrawn, marked or closed, it is gone at once; the date of the last other state stays
    if (FORGETS.has(kind)) for (const one of kept.values()) one.untilMs = 0;
  });
  return {
    async view({ page, ...of }) {
      const told = toldOf(deps, of);
      const name = `${of.kind} ${told.area.id} ${page}`;
      const known = kept.get(name);
      if (known && deps.clock.monoMs() < known.untilMs) return known.podcast;
      const podcast = viewOf(deps, files, { ...of, told, page });
      return keep(deps, kept, { name, podcast });
    },
    async sound({ key, ...of }) {
      const told = toldOf(deps, of);
      const found = candidates(deps, told).find(({ sound }) => keyOf(sound) === key);
      if (!found) throw neverOrNoMore(deps, { key, told });
      const file = files.known(found.clip);
      if (file === null) throw missing();
      return file;
    },
    look: files.look,
    stop: files.stop,
  };
}

const FORGETS = new Set<Change['kind']>(['bulletin', 'document', 'area', 'airing', 'clock']);

function viewOf(
  deps: Deps,
  files: Files,
  { kind, code, told, page }: OfPodcast & { told: Told; page: number },
): Podcast {
  const all = candidates(deps, told);
  const ready = all.flatMap((one): (Candidate & { file: File })[] => {
    const file = files.known(one.clip);
    if (file === null) files.want(one.clip);
    return file === null ? [] : [{ ...one, file }];
  });
  const pages = Math.max(1, Math.ceil(ready.length / PAGE_EPISODES));
  const from = (Math.min(page, pages) - 1) * PAGE_EPISODES;
  const episodes = ready.slice(from, from + PAGE_EPISODES).map(({ file, ...one }) => {
    const { path: _, ...sound } = file;
    return episodeOf(deps, one, sound);
  });
  const { name } = told.area;
  const leaf = { page: Math.min(page, pages), pages };
  return { kind, code, name, episodes, changedAtMs: 0, baseUrl: deps.terms.publicUrl(), ...leaf };
}

/** The same as before keeps its date, so that whoever asks again is told that nothing changed. */
function keep(
  { clock }: Deps,
  kept: Map<string, Kept>,
  { name, podcast }: { name: string; podcast: Podcast },
): Podcast {
  const hash = createHash('sha256').update(JSON.stringify(podcast)).digest('hex');
  const before = kept.get(name);
  const untilMs = clock.monoMs() + KEPT_MS;
  const same = before?.hash === hash ? before.podcast : null;
  const shown = same ?? { ...podcast, changedAtMs: clock.wallMs() };
  kept.delete(name);
  kept.set(name, { podcast: shown, hash, untilMs });
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  return shown;
}

/** What was told once and may not be heard any more is gone; of what never was told a stranger learns nothing. */
function neverOrNoMore({ store }: Deps, { key, told }: { key: string; told: Told }): AppError {
  const cutAt = key.indexOf('_');
  const bulletin = store.bulletins.get(key.slice(0, Math.max(0, cutAt)));
  const [bulletinId, clipStart] = [bulletin?.id ?? '', key.slice(cutAt + 1)];
  const heard = store.airedSounds
    .everHeard({ bulletinId, tenantIds: told.tenantIds })
    .some((clipId) => clipId.slice(0, 16) === clipStart);
  return heard ? gone() : missing();
}

const gone = () =>
  refusal('missing', 'gone', {
    vi: 'Bản tin này đã được rút, không nghe lại được nữa.',
    en: 'This announcement was taken back and cannot be heard any more.',
  });

type Files = ReturnType<typeof makeFiles>;

/** The MP3 of each clip, made once; where this server cannot make MP3 the clip itself goes out. */
function makeFiles(deps: Deps) {
  const { studio, store, log } = deps;
  const made = new Map<string, File>();
  const waiting = new Map<string, Clip>();
  let under: Promise<void> = Promise.resolve();
  let busy = false;
  let stopped = false;
  const put = (clip: Clip, file: File) => {
    made.set(clip.id, file);
    const oldest = made.keys().next().value;
    if (made.size > KNOWN_MAX && oldest !== undefined) made.delete(oldest);
  };
  const make = async (clip: Clip) => {
    try {
      put(clip, await fileOf(studio, clip));
    } catch (error) {
      log.warn({ err: error, clipId: clip.id }, 'a sound of the podcast could not be made');
    }
  };
  const drain = async () => {
    for (const clip of waiting.values()) {
      if (stopped || store.bulletins.inState('making').length > 0) return;
      waiting.delete(clip.id);
      await make(clip);
    }
  };
  return {
    known: (clip: Clip): File | null => made.get(clip.id) ?? null,
    want(clip: Clip) {
      if (waiting.size < WAITING_MAX) waiting.set(clip.id, clip);
    },
    /** one after the other, and only while no bulletin waits for its own sound */
    look() {
      if (stopped || busy || waiting.size === 0) return;
      busy = true;
      under = drain().then(() => {
        busy = false;
      });
    },
    stop() {
      stopped = true;
      return under;
    },
  };
}

async function fileOf(studio: Deps['studio'], clip: Clip): Promise<File> {
  try {
    return { ...(await studio.rendition(clip, 'mp3')), suffix: 'mp3' };
  } catch (error) {
    if (!(error instanceof AppError && NO_ENCODER.has(error.code))) throw error;
    // without an encoder every listener who knows Opus is still served
    return { ...(await studio.rendition(clip, 'opus24')), suffix: 'opus' };
  }
}

const NO_ENCODER = new Set(['mp3-missing', 'ffmpeg-missing']);
