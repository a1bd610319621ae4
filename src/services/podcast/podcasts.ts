// Podcasts put together and kept until something in them changes; their sounds made ahead, one at a time.
// It must never start a rendering because a stranger asked for a file.
import { createHash } from 'node:crypto';
import type { AppError } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import type { Change } from '../ports.ts';
import { missing, refusal } from '../refusals.ts';
import { airedHere, candidates, episodeOf, heardClip, type Told, toldOf } from './episodes.ts';
import type { OfPodcast, Podcast, PodcastEpisode, PodcastRoom } from './podcast-door.ts';
import { makeFiles, type PodcastFiles } from './podcast-files.ts';

/** What listeners' programmes show; older ones stand on further pages (RFC 5005). */
const PAGE_EPISODES = 100;
/** What moves without a change being told: an hour that passes, a sound that was made meanwhile. */
const KEPT_MS = 60_000;
/** 130 communes, two pages each asked for, of a quarter of a megabyte. */
const KEPT_MAX = 200;

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
      const podcast = await viewOf(deps, files, { ...of, told, page });
      return keep(deps, kept, { name, podcast });
    },
    async sound({ key, form, ...of }) {
      const told = toldOf(deps, of);
      const clip = heardClip(deps, { key, told });
      if (clip === null) throw neverOrNoMore(deps, { key, told });
      const file = await files.heard(clip, form);
      if (file === null) throw missing();
      return file;
    },
    look: files.look,
    stop: files.stop,
  };
}

const FORGETS = new Set<Change['kind']>(['bulletin', 'document', 'area', 'airing', 'clock']);

async function viewOf(
  deps: Deps,
  files: PodcastFiles,
  { kind, code, told, page: asked }: OfPodcast & { told: Told; page: number },
): Promise<Podcast> {
  const { sounds: all, newest } = airedHere(deps, told);
  const pages = Math.max(1, Math.ceil(all.length / PAGE_EPISODES));
  const page = Math.min(asked, pages);
  const from = (page - 1) * PAGE_EPISODES;
  const known = candidates(deps, all.slice(from, from + PAGE_EPISODES));
  const found = await Promise.all(
    known.map(async (one): Promise<PodcastEpisode[]> => {
      const file = await files.shown(one.clip);
      if (file === null) return [];
      const { path: _, ...sound } = file;
      return [episodeOf(deps, one, sound)];
    }),
  );
  const { name } = told.area;
  const baseUrl = deps.terms.publicUrl();
  const episodes = found.flat();
  return { kind, code, name, episodes, newest, changedAtMs: 0, baseUrl, page, pages };
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
