// The door of the podcast: what aired in a commune, or in a province's open communes, as sound to subscribe to.
// It must never know XML, routes, or who listens.
import type { SyntheticMark } from '../../../devices/protocol/index.ts';
import type { Genre } from '../../domain/model.ts';

export type PodcastEpisode = {
  /** of this sound of this bulletin, for ever; also the name of its file */
  key: string;
  title: string;
  /** number, clauses, title and issuer of its document */
  source: string | null;
  documentNumber: string | null;
  genre: Genre;
  /** ISO 639-3 */
  language: string;
  /** what is heard; the first part of a long one */
  words: string;
  communeName: string;
  /** when it was first heard there */
  airedAtMs: number;
  durationMs: number;
  synthetic: SyntheticMark | null;
  /** as its file is now: the clip's own Opus until its MP3 is made */
  sound: { bytes: number; mime: string; suffix: EpisodeForm };
};
export type EpisodeForm = 'mp3' | 'opus';
export type Podcast = {
  kind: 'commune' | 'province';
  code: string;
  name: string;
  /** where the public reaches this service: addresses in a feed are whole ones */
  baseUrl: string;
  /** newest first */
  episodes: readonly PodcastEpisode[];
  /** there is more than it carries: so many are the newest; null: it is all there is */
  newest: number | null;
  /** when what stands in it last became other */
  changedAtMs: number;
  /** from 1 */
  page: number;
  pages: number;
};
export type OfPodcast = { kind: Podcast['kind']; code: string };
export type Podcasts = {
  /** the same object while nothing in it changed @throws AppError missing: unknown, or nobody opened it */
  view(input: OfPodcast & { page: number }): Promise<Podcast>;
  /** @throws AppError missing: never in it · gone: was in it, and may not be heard any more */
  sound(
    input: OfPodcast & { key: string; form: EpisodeForm },
  ): Promise<{ path: string; mime: string }>;
};
/** Driven by the heartbeat: sounds are put into the podcast's form one at a time, when nothing else is made. */
export type PodcastRoom = Podcasts & { look(): void; stop(): Promise<void> };
